import { z } from 'zod';
import { bandSchema, bases, inherentLines, overrideCodes, ruleIds } from '#scoring';
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
} from './parts-schema';

/** One line of place or workforce; `error`: its standard deviation in points. */
export const componentSchema = z.object({
  id: z.enum(inherentLines),
  rule: z.enum(ruleIds),
  label: z.string(),
  points,
  error: z.number().min(0),
  known: z.boolean(),
});

const resultHead = {
  overrides: z.array(overrideSchema),
  engineVersion: z.string().min(1),
  asOf: isoDate,
  inputHash: z.string().min(1),
  /** Facts that are not known, the widest first. */
  missing: z.array(z.string()),
  vintages: z.record(z.string(), z.string()),
};

const probability = z.number().min(0).max(1);
const magnitudeSchema = z.enum(['none-expected', 'one-or-few', 'tens', 'hundreds', 'thousands', 'ten-thousands']);

/** The score of child labour: a scale of its own, shown beside and never added. */
const childSchema = z.object({
  score: points,
  low: points,
  high: points,
  band: bandSchema,
  components: z.array(
    z.object({ id: z.enum(['country', 'sector', 'product', 'young-workers']), points, error: z.number().min(0), isKnown: z.boolean() }),
  ),
});

export const reportResultSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('not-scored'),
    ...resultHead,
    reasons: z.array(z.object({ code: z.literal('country-unknown'), text: z.string() })),
  }),
  z.object({
    status: z.literal('scored'),
    ...resultHead,
    lines: linesSchema,
    /** Points on a scale without ends: 50 is the average worker of the world, ten points double the odds. */
    score: points,
    low: points,
    high: points,
    band: bandSchema,
    bandLow: bandSchema,
    bandHigh: bandSchema,
    basis: z.object({ grade: z.enum(bases), loweredBy: z.enum(overrideCodes).optional() }),
    probability: z.object({ point: probability, low: probability, high: probability }),
    /** An expectation in orders of magnitude; null where the number of workers is not known. The figure itself is never printed. */
    people: z.object({ magnitude: magnitudeSchema, low: magnitudeSchema, high: magnitudeSchema }).nullable(),
    components: z.array(componentSchema),
    ...controlsShape,
    stateImposed: z.array(z.object({ reason: z.enum(['region', 'government']), reportYear: z.int().nullable() })),
    child: childSchema,
  }),
]);
export type ReportResult = z.infer<typeof reportResultSchema>;
export type ScoredResult = Extract<ReportResult, { status: 'scored' }>;

/** One thing to do first. Ordered: people in open findings, then contradictions, then the weakest controls, then facts that would narrow the interval. */
const nextActSchema = z.discriminatedUnion('kind', [
  findingAct,
  contradictionAct,
  controlAct,
  z.strictObject({ kind: z.literal('fact'), component: componentSchema.shape.id, error: z.number().min(0).nullable() }),
  questionnaireAct,
]);
export type NextAct = z.infer<typeof nextActSchema>;

/** Answers that would lower the score most, each if it were the best one with a checked document; all together, since they do not simply add. */
const loweringSchema = z.strictObject({
  answers: z.array(z.strictObject({ question: z.string(), text: z.string(), domain: controlAct.shape.domain, lowers: points })).min(1),
  score: points,
  lowers: points,
});
export type Lowering = z.infer<typeof loweringSchema>;

/** Everything that the assessment report prints. Frozen once made; `hash` is SHA-256 of its RFC 8785 form without the hash itself. */
export const assessmentReportSchema = z.strictObject({
  format: z.literal('assessment-report/2'),
  ...contentShape,
  result: reportResultSchema,
  lowering: loweringSchema.nullable(),
  nextActs: z.array(nextActSchema),
});
export type AssessmentReport = z.infer<typeof assessmentReportSchema>;
