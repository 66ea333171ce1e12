import { wordsOf } from './read-phrase';

/** What a term is remembered for: the sector that words name, or the good of the List of Goods that a product is. */
export const termFields = ['sector', 'product'] as const;
export type TermField = (typeof termFields)[number];
/** Everything that a text of a list is remembered for: words of the two above, and values of other closed lists. */
export const rememberedFields = [...termFields, 'country', 'tier'] as const;
export type RememberedField = (typeof rememberedFields)[number];

/** What members decided about words, by `termId`: a sector, listed good, country or tier; null where they decided that it is none. */
export type DecidedTerms = ReadonlyMap<string, string | null>;
/** How words are read: by what members decided and, with `isGuessing`, by the likeliest meaning. */
export type Recognition = { terms: DecidedTerms; isGuessing: boolean };
export const onlyGuesses: Recognition = { terms: new Map(), isGuessing: true };

/** Words under which a decision is found again: folded, without punctuation. */
export const termKey = (text: string): string => wordsOf(text).join(' ').slice(0, 400);
export const termId = (field: RememberedField, text: string): string => `${field} ${termKey(text)}`;
