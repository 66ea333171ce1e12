import { z } from 'zod';
import { smallestShownCount } from '~/suppliers/fields/reported/people-count';
import { hourRows, interviewGrades, wageRows } from './vocabulary';

/** A suppressed number of people; see `site/protect-counts`. */
const protectedCountSchema = z.union([z.int().min(0), z.literal('under-5'), z.literal('withheld')]);
/** Below this many people no part of a whole is shown: with two groups of five it is the smallest whole whose parts can be. */
export const smallestTable = 2 * smallestShownCount;

/** Of how many people a count is, without saying which: 10 to 14. */
const countBandSchema = z.strictObject({ from: z.int().min(0), to: z.int().min(0) });
export type CountBand = z.infer<typeof countBandSchema>;
/** A count of people interviewed as it is shown today; see `audit-report/suppress-small-cells`. */
export type ShownCount = 0 | 'under-5' | 'withheld' | CountBand;
/** Reports issued before counts were shown in bands contain numbers. */
const interviewedSchema = z.union([protectedCountSchema, countBandSchema]);
export type Interviewed = z.infer<typeof interviewedSchema>;
const partition = z.record(z.string(), interviewedSchema);

/** Whether it is certain that five or more were interviewed. */
export const isFiveOrMore = (count: Interviewed): boolean =>
  typeof count === 'object' ? count.from >= smallestShownCount : typeof count === 'number' && count >= smallestShownCount;

/** Figures about people are printed once, when nothing can be recorded any more: two states of them could be subtracted. */
const onceApproved = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.discriminatedUnion('state', [z.strictObject({ state: z.literal('not-yet') }), z.strictObject({ state: z.literal('told'), ...shape })]);
/**
 * A topic, the most serious level that five or more reported, and by how many it was raised; *too few*: none, or fewer than five. Reports issued before this
 * rule have the most serious level of any interviewee, and numbers.
 */
const topicSchema = z.strictObject({
  topic: z.string(),
  grade: z.enum([...interviewGrades, 'too-few']),
  people: z.union([z.int(), z.literal('several'), z.literal('too-few'), countBandSchema]),
});
export type ReportTopic = z.infer<typeof topicSchema>;
export const interviewsSchema = onceApproved({
  people: interviewedSchema,
  partitions: z.strictObject({
    sex: partition,
    form: partition,
    place: partition,
    chosenBy: partition,
    origin: partition,
    contract: partition,
  }),
  /** Those in which five workers or more were interviewed. */
  languages: z.array(z.string()),
  hasFurtherLanguages: z.boolean(),
  topics: z.array(topicSchema),
});
export type ReportInterviews = z.infer<typeof interviewsSchema>;
/** Of the sampled workers, how many lie between two values, by the worst week or period of each; no bin has one to four. Absent where there are too few. */
const distributionSchema = z.strictObject({
  lines: z.array(z.strictObject({ at: z.number(), kind: z.enum(['regular', 'long', 'law', 'minimum']) })),
  bins: z.array(z.strictObject({ from: z.number(), to: z.number().nullable(), count: z.int().min(0) })),
});
const sampled = <Row extends readonly [string, ...string[]]>(rows: Row) =>
  onceApproved({
    workers: protectedCountSchema,
    distribution: distributionSchema.optional(),
    rows: z.array(
      z.strictObject({ row: z.enum(rows), yes: protectedCountSchema, no: protectedCountSchema, unknown: protectedCountSchema }),
    ),
  });
export const hoursSchema = sampled(hourRows);
export const wagesSchema = sampled(wageRows);
export type ReportHours = z.infer<typeof hoursSchema>;
export type ReportWages = z.infer<typeof wagesSchema>;
