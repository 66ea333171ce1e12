import { z } from 'zod';
import { hourRows, talkGrades, wageRows } from './vocabulary';

/** A number of people as it may be told; see `site/protect-counts`. */
const protectedCountSchema = z.union([z.int().min(0), z.literal('under-5'), z.literal('withheld')]);
const partition = z.record(z.string(), protectedCountSchema);

/** Figures about people are printed once, when nothing can be recorded any more: two states of them could be subtracted. */
const onceApproved = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.discriminatedUnion('state', [z.strictObject({ state: z.literal('not-yet') }), z.strictObject({ state: z.literal('told'), ...shape })]);
export const interviewsSchema = onceApproved({
  people: protectedCountSchema,
  partitions: z.strictObject({
    sex: partition,
    form: partition,
    place: partition,
    chosenBy: partition,
    origin: partition,
    contract: partition,
  }),
  /** Those in which five workers or more were heard. */
  languages: z.array(z.string()),
  hasFurtherLanguages: z.boolean(),
  topics: z.array(z.strictObject({ topic: z.string(), grade: z.enum(talkGrades), people: z.union([z.int(), z.literal('several')]) })),
});
export type ReportInterviews = z.infer<typeof interviewsSchema>;
const sampled = <Row extends readonly [string, ...string[]]>(rows: Row) =>
  onceApproved({
    workers: protectedCountSchema,
    rows: z.array(
      z.strictObject({ row: z.enum(rows), yes: protectedCountSchema, no: protectedCountSchema, unknown: protectedCountSchema }),
    ),
  });
export const hoursSchema = sampled(hourRows);
export const wagesSchema = sampled(wageRows);
export type ReportHours = z.infer<typeof hoursSchema>;
export type ReportWages = z.infer<typeof wagesSchema>;
