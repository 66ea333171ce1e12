import { z } from 'zod';
import { wordsOf } from './read-phrase';
import hubVocabularies from './word-lists/hub-vocabularies-2026-12.json';

/** A sector name of another hub: the division it is mapped to, or null where it covers several, and the divisions it may mean as well. */
export type HubTerm = { name: string; vocabulary: string; sector: string | null; doubt: string | null; candidates: readonly string[] };

const termSchema = z.object({ sector: z.string().nullable(), doubt: z.string().optional(), candidates: z.array(z.string()).optional() });
const vocabularies = hubVocabularies.vocabularies.map(({ terms, ...rest }) => ({
  ...rest,
  terms: z.record(z.string(), termSchema).parse(terms),
}));

/** Names are compared by their words: "Arts & Entertainment" and "arts and entertainment" are one. */
const keyOf = (text: string) =>
  wordsOf(text)
    .filter((word) => word !== 'and')
    .join(' ');

const empty = new Set(hubVocabularies.empty.map(keyOf));
const known = new Map<string, HubTerm>();
for (const { id, terms } of vocabularies)
  for (const [name, { sector, doubt = null, candidates = [] }] of Object.entries(terms))
    if (!known.has(keyOf(name))) known.set(keyOf(name), { name, vocabulary: id, sector, doubt, candidates });

/** What another hub means by a sector name; of a name in several vocabularies, the first of the file counts. Null for other words. */
export const hubTerm = (text: string): HubTerm | null => known.get(keyOf(text)) ?? null;

/** Whether a cell has only values by which hubs say that no sector is given ("Unspecified"). */
export function isEmptyHubTerm(text: string): boolean {
  const parts = text.split(/[|;]/).map(keyOf);
  return parts.some((part) => part !== '') && parts.every((part) => part === '' || empty.has(part));
}

/** Whether a text is a hub's name of three words and more: words in it that name an industry by themselves do not say what the name covers. */
export const isLongHubName = (text: string): boolean => keyOf(text).split(' ').length >= 3 && hubTerm(text) !== null;

/** The whole cell as a name of a hub, else the parts of a cell of several sectors, as hubs write them ("Apparel|Home Textiles"), that are names of a hub. */
export function hubTermsIn(cell: string): HubTerm[] {
  const whole = hubTerm(cell);
  return whole ? [whole] : cell.split(/[|;]/).flatMap((part) => hubTerm(part) ?? []);
}

/** Every name of every vocabulary, for measuring. */
export const hubTerms = (): HubTerm[] => [...known.values()];
