import { z } from 'zod';
import frozen from './terms/terms-2026-12-01.json';

/** How a term is known: read in a text of the ILO, IOM, the UN or a statute; on a page about one; or from memory. */
export const termStatuses = ['confirmed', 'second-hand', 'from-memory'] as const;
export type TermStatus = (typeof termStatuses)[number];

const termSchema = z.strictObject({
  english: z.string().min(1),
  term: z.string().min(1),
  status: z.enum(termStatuses),
  source: z.string().min(1),
  /** Words that mean something else to readers of the language: never in a text of edition two. */
  avoid: z.array(z.string().min(1)).optional(),
  note: z.string().min(1).optional(),
});
const listSchema = z.strictObject({
  locale: z.string(),
  /** The one form of address, and the one script of digits. */
  address: z.string().min(1),
  digits: z.literal('0-9'),
  terms: z.array(termSchema).min(5),
});
const termsSchema = z.strictObject({ source: z.string().min(1), lists: z.array(listSchema) });

export type Term = z.infer<typeof termSchema>;
export type TermList = z.infer<typeof listSchema>;
const lists = new Map(termsSchema.parse(frozen).lists.map((list) => [list.locale, list]));

/** The terms of the field in a language, by which questionnaires are translated; null for English and for languages without a list. */
export const termListOf = (locale: string): TermList | null => lists.get(locale) ?? null;

/** Whether a translation contains a word in its own right, not as a part of another; scripts without spaces are searched as they are. Pure. */
function contains(text: string, word: string): boolean {
  const at = text.toLocaleLowerCase().indexOf(word.toLocaleLowerCase());
  if (at < 0) return false;
  if (/\p{Script=Han}/u.test(word)) return true;
  const around = [text.slice(0, at).at(-1), text.slice(at + word.length).at(0)];
  return (
    around.every((character) => character === undefined || !/[\p{L}\p{M}]/u.test(character)) || contains(text.slice(at + word.length), word)
  );
}

/** What a term list says about one string: the terms of its English, and the words of its translation that are to be avoided. Pure. */
export function checkTerms(list: TermList, { english, text }: { english: string; text: string }): { terms: Term[]; avoided: string[] } {
  const plain = english.toLowerCase();
  const terms = list.terms.filter((each) => plain.includes(each.english.replace(/ \(.*\)$/, '')));
  const avoided = list.terms.flatMap(({ avoid = [] }) => avoid.filter((word) => contains(text, word)));
  return { terms, avoided };
}
