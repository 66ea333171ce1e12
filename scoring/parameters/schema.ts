import { z } from 'zod';
import { bands, controlDomains, evidenceGrades, findingGrades, findingStatuses, indicators, overrideStatuses } from '../vocabulary.ts';

const share = z.number().min(0).max(1);
/** One of five steps, 5 the worst. */
const grade = z.number().int().min(1).max(5);
const points = z.number().min(0).max(100);
const ends = z
  .strictObject({ point: points, low: points, high: points })
  .refine(({ point, low, high }) => low <= point && point <= high, 'the point must lie between low and high');

/** Breakpoints of a piecewise-linear map: inputs strictly rising, outputs never falling. */
const breakpoints = z
  .array(z.tuple([z.number(), share]))
  .min(2)
  .refine(
    (all) => all.every((at, i) => i === 0 || (at[0] > (all[i - 1]?.[0] ?? at[0]) && at[1] >= (all[i - 1]?.[1] ?? 0))),
    'breakpoints must rise',
  );

const sumsTo = (total: number) => (weights: Record<string, number>) =>
  Math.abs(Object.values(weights).reduce((sum, each) => sum + each, 0) - total) < 1e-9;

/** Floor of an override in points, what it asks for, and whether it makes confidence low. */
const override = z.strictObject({
  floor: z.number().int().min(0).max(100),
  status: z.enum(overrideStatuses),
  confidence: z.literal('low').optional(),
});

export const blendParts = ['governance', 'trafficking', 'legal', 'informality', 'conflict', 'displacement'] as const;
export type BlendPart = (typeof blendParts)[number];
export const componentIds = [
  'country',
  'sector',
  'product',
  'migrant',
  'debt',
  'agency',
  'subcontracting',
  'housing',
  'seasonal',
  'vulnerable',
  'voice',
] as const;

/** Shape of every dated number of the method. The keys are the closed list of parameter ids. */
export const parameterShapes = {
  'R1.weights': z.record(z.enum(blendParts), share).refine(sumsTo(1), 'weights must add to 1'),
  'R1.governance-anchors': z.strictObject({ best: z.number(), worst: z.number() }),
  'R1.tiers': z.record(z.enum(['1', '2', '2WL', '3', 'special']), share),
  'R1.conventions': z.array(z.string()).min(1),
  'R1.informality-points': breakpoints,
  'R1.conflict-points': breakpoints,
  'R1.displacement-points': breakpoints,
  // `inputs`: listed only for an input it is made with; where it is left out, such a good counts like any listed one.
  'R3.shares': z.strictObject({
    pair: share,
    inputs: share.optional(),
    elsewhere: share,
    inputsElsewhere: share.optional(),
    none: share,
    priority: share,
  }),
  'R4.weights': z.record(z.enum(componentIds), z.number().min(0)).refine(sumsTo(100), 'weights must add to 100'),
  'R4.migrant-points': breakpoints,
  'R4.internal-migrant-weight': share,
  'R4.agency-points': breakpoints,
  'R4.seasonal-points': breakpoints,
  'R4.subcontracting': z.record(z.enum(['none', 'declared', 'multi-tier', 'undeclared-found']), share),
  'R4.housing': z.record(z.enum(['none', 'optional', 'tied', 'tied-remote']), share),
  'R4.vulnerable': z.strictObject({ each: share, cap: share }),
  'R4.voice': z.record(z.enum(['independent', 'restricted', 'none']), share),
  'R5.ceiling': share,
  'R5.domains': z.record(z.enum(controlDomains), z.number().min(0)).refine(sumsTo(100), 'weights must add to 100'),
  'R5.answers': z.record(z.enum(['yes', 'partial', 'no']), share),
  'R5.evidence': z.record(z.enum(evidenceGrades), share),
  'R5.age': z.strictObject({ steps: z.array(z.tuple([z.number().int().positive(), share])), older: share }),
  // Which of several questionnaires count; `partlyAtMost`: the best exact answer that "partly" on a coarser scale agrees with.
  'R5.questionnaires': z.strictObject({
    counts: z.enum(['newest', 'by-question']),
    partlyAtMost: z.strictObject({ G4: z.number().min(0).max(4), PCT: z.number().min(0).max(100) }),
  }),
  'R5.ruled-out-domains': z.enum(['earn-nothing', 'left-out']),
  'R6.severity': z.record(z.enum(findingGrades), z.number().min(0).max(100)),
  'R6.status': z.record(z.enum(findingStatuses), share),
  'R6.verified-months': z.number().int().positive(),
  'R6.repeat': z.strictObject({ factor: z.number().min(1), cap: z.number().min(0).max(100) }),
  'R7.O1': override,
  'R7.O2': override,
  'R7.O3': override,
  'R7.O4': override,
  'R7.O5': override,
  'R7.O6': override,
  'R7.O7': override,
  'R7.O8': override,
  'R7.O9': override,
  'R7.evidence': z.strictObject({ credible: share, confirmed: share, lifting: share }),
  'R7.repayment-days': z.number().int().positive(),
  'R8.prior': z.strictObject({ point: share, low: share, high: share }),
  'R8.floor': z.number().min(0).max(100),
  'R8.component-floor': share,
  'R8.bands': z.strictObject({ moderate: z.number(), elevated: z.number(), high: z.number(), severe: z.number() }),
  'R8.confidence': z.strictObject({ medium: share, high: share }),
  'R8.reliability': z.strictObject({ confirmed: share, derived: share, memory: share }),
  'R8.draws': z.strictObject({ count: z.number().int().positive(), seed: z.number().int(), lower: share, upper: share }),
  'R9.scale': z.record(z.enum(indicators), grade),
  'R9.irremediability': z.record(z.enum(indicators), grade),
  'R9.override-scale': grade,
  'R9.scope': z.strictObject({ steps: z.array(z.tuple([z.number().int().positive(), grade])), beyond: grade }),
  'R9.likelihood': z.strictObject({ bands: z.record(z.enum(bands), grade), evidence: z.record(z.enum(evidenceGrades), grade) }),
  'R9.prior': grade,
  'R10.damping': z.number().gt(0).lt(1),
  'R10.power': z.union([z.literal(1), z.literal(2), z.literal(4), z.literal(8)]),
  'R10.prior': z.record(z.enum(['unscored', 'unknown-origin', 'unknown-origin-listed']), ends),
  'R10.share-rounding': z.number().min(0).max(0.001),
  'R10.tolerance': z.number().gt(0).max(0.01),
  'R11.debt-points': z.strictObject({
    steps: z.array(z.tuple([z.number().min(0), z.number().min(0)])),
    beyond: z.number(),
    max: z.number().positive(),
  }),
  'R11.debt-additions': z.strictObject({ loanRateAbove: z.number().min(0), loan: z.number().min(0), collateral: z.number().min(0) }),
  'R12.least-peers': z.number().int().positive(),
  'R13.points': z.strictObject({
    strong: z.number().int().positive(),
    medium: z.number().int().positive(),
    weak: z.number().int().positive(),
    positive: z.number().int().positive(),
  }),
} as const;

export type ParameterId = keyof typeof parameterShapes;
export type ParameterValue<Id extends ParameterId> = z.infer<(typeof parameterShapes)[Id]>;

/** What every dated value carries. */
export const parameterEntrySchema = z.strictObject({
  id: z.string(),
  effectiveFrom: z.iso.date(),
  unit: z.string().min(1),
  reason: z.string().min(1),
  source: z.string().min(1),
  value: z.unknown(),
});
export type ParameterEntry = z.infer<typeof parameterEntrySchema>;
