import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** What can be wrong with an item, by the review of 29 November 2026. */
export const problemCodes = ['D', 'M', 'J', 'L', 'A', 'H', 'W', 'T', 'S', 'O', 'U', 'F'] as const;
export type ProblemCode = (typeof problemCodes)[number];

const codes = z.string().regex(/^[DMJLAHWTSOUF]*$/);
const code = z.enum(problemCodes);
const editionOneSchema = z.strictObject({
  id: z.literal('question-review'),
  date: z.iso.date(),
  source: z.string().min(1),
  codes: z.record(code, z.string().min(1)),
  instruments: z.record(z.string(), z.array(z.strictObject({ key: z.string(), codes, reason: z.string() }))),
});
/** `before`: the codes of the items that one replaces. `left`: those that still apply to it, by its author's own reading. */
const editionTwoSchema = z.strictObject({
  instrument: z.string(),
  items: z.array(
    z.strictObject({
      key: z.string(),
      replaces: z.array(z.string()),
      before: z.record(z.string(), codes),
      left: z.array(z.strictObject({ code, why: z.string().min(1) })),
      note: z.string().min(1),
    }),
  ),
  dropped: z.array(z.strictObject({ key: z.string(), codes, why: z.string().min(1) })),
});
export type ReviewOfEditionTwo = z.infer<typeof editionTwoSchema>;

const root = new URL('../../scoring/instruments/', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), 'utf8'));

/** The review of edition one, item by item with the reviewer's reason; an item that is left out was found clean. */
export const reviewOfEditionOne = () => editionOneSchema.parse(read('review/2026-11-29.json'));

/** What became of each item in edition two, one file a questionnaire. */
export function reviewsOfEditionTwo(): ReviewOfEditionTwo[] {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.review.json'));
  return files.sort().map((file) => editionTwoSchema.parse(read(file)));
}

/** Keys of the questions of a questionnaire's own file: those that it takes over from another are left out. */
export function ownQuestionKeys(instrument: string): string[] {
  const [id, version] = instrument.split('@');
  const file = z
    .object({
      sections: z.array(z.object({ questions: z.array(z.union([z.object({ key: z.string() }), z.object({ use: z.string() })])) })),
    })
    .parse(read(`${id}/${version}.json`));
  return file.sections.flatMap(({ questions }) => questions.flatMap((question) => ('key' in question ? [question.key] : [])));
}

/** How many items carry each code. */
export const countCodes = (items: readonly (readonly string[])[]): Map<ProblemCode, number> =>
  new Map(problemCodes.map((wanted) => [wanted, items.filter((each) => each.includes(wanted)).length]));
