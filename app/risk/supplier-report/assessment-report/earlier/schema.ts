import { z } from 'zod';
import { bandSchema, ruleIds } from '#scoring';
import {
  contentShape,
  contradictionAct,
  controlAct,
  controlsShape,
  findingAct,
  isoDate,
  linesSchema,
  overrideSchema,
  points,
  questionnaireAct,
} from '../parts-schema';

/** One component of method 1: points with their bounds, of at most `max`. */
const componentSchema = z.object({
  id: z.enum(['country', 'sector', 'product', 'migrant', 'debt', 'agency', 'subcontracting', 'housing', 'seasonal', 'vulnerable', 'voice']),
  rule: z.enum(ruleIds),
  label: z.string(),
  points,
  low: points,
  high: points,
  max: points,
  known: z.boolean(),
});

const resultHead = {
  /** Absent in reports of a method without overrides. */
  overrides: z.array(overrideSchema).optional(),
  engineVersion: z.string().min(1),
  asOf: isoDate,
  inputHash: z.string().min(1),
  coverage: z.number().min(0).max(1),
  missing: z.array(z.string()),
  components: z.array(componentSchema),
  vintages: z.record(z.string(), z.string()),
};

const resultSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('not-scored'),
    ...resultHead,
    reasons: z.array(z.object({ code: z.enum(['country-unknown', 'sector-unknown', 'coverage-below-floor']), text: z.string() })),
  }),
  z.object({
    status: z.literal('scored'),
    ...resultHead,
    lines: linesSchema,
    score: points,
    low: points,
    high: points,
    band: bandSchema,
    bandLow: bandSchema,
    bandHigh: bandSchema,
    confidence: z.object({ grade: z.enum(['low', 'medium', 'high']), value: z.number() }),
    ...controlsShape,
  }),
]);
export type EarlierScored = Extract<z.infer<typeof resultSchema>, { status: 'scored' }>;

const nextActSchema = z.discriminatedUnion('kind', [
  findingAct,
  contradictionAct,
  controlAct,
  z.strictObject({ kind: z.literal('fact'), component: componentSchema.shape.id, low: points, high: points }),
  questionnaireAct,
]);
export type EarlierAct = z.infer<typeof nextActSchema>;

/** A report that was frozen while method 1 was in force. Never made again, never changed. */
export const earlierReportSchema = z.strictObject({
  format: z.literal('assessment-report/1'),
  ...contentShape,
  result: resultSchema,
  /** What was typical for the country and sector, 0 to 100, where that was known. */
  prior: z.number().nullable(),
  nextActs: z.array(nextActSchema),
});
export type EarlierReport = z.infer<typeof earlierReportSchema>;
