import { z } from 'zod';

/** Several choices of one list, in the order sent; null when none is made. What is not in the list is passed over. */
export function typedChoices<Word extends string>(isChoice: (text: string) => Word | undefined) {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => {
      const chosen = [...new Set([value ?? []].flat().flatMap((text) => isChoice(text) ?? []))];
      return chosen.length === 0 ? null : chosen;
    });
}

/** What was sent of a list that has three answers; the answer itself is a second control. */
export const typedLines = z.union([z.string(), z.array(z.string())]).optional();
/** Lists have three answers: unknown, none, and these. */
export const typedKnown = z.enum(['unknown', 'none', 'these']).catch('unknown');

/** The lines of a list, typed as one text or sent one by one. */
export const linesOf = (value: string | readonly string[] | undefined): string[] =>
  (typeof value === 'string' || value === undefined ? (value ?? '').split(/[\n;]/) : [...value]).map((line) => line.trim()).filter(Boolean);

/** A list by its answer: null is unknown, the empty list is none. */
export function listed<Item>(answer: z.infer<typeof typedKnown>, items: Item[]): Item[] | null {
  if (answer === 'unknown' || (answer === 'these' && items.length === 0)) return null;
  return answer === 'none' ? [] : items;
}
