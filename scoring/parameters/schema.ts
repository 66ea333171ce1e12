import { z } from 'zod';
import {
  bands,
  controlDomains,
  evidenceGrades,
  findingGrades,
  findingStatuses,
  housingChoices,
  indicators,
  overrideStatuses,
  subcontractingChoices,
  workerVoiceChoices,
} from '../vocabulary.ts';

const share = z.number().min(0).max(1);
/** One of five steps, 5 the worst. */
const grade = z.number().int().min(1).max(5);
/** At least 1: those concerned are not less exposed than the others. */
const ratio = z.number().min(1);
const points = z.number().min(-100).max(100);
/** A standard deviation, in points. */
const error = z.number().min(0);
const ends = z
  .strictObject({ point: points, low: points, high: points })
  .refine(({ point, low, high }) => low <= point && point <= high, 'the point must lie between low and high');

const sumsTo = (total: number) => (weights: Record<string, number>) =>
  Math.abs(Object.values(weights).reduce((sum, each) => sum + each, 0) - total) < 1e-9;

/** Floor of an override in points, what it asks for, and whether what was checked counts as claimed under it. */
const override = z.strictObject({
  floor: z.number().int().min(0).max(100),
  status: z.enum(overrideStatuses),
  lowersBasis: z.literal(true).optional(),
});

/** Shape of every dated number of the method. The keys are the closed list of parameter ids. */
export const parameterShapes = {
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
  'R9.scale': z.record(z.enum(indicators), grade),
  'R9.irremediability': z.record(z.enum(indicators), grade),
  'R9.override-scale': grade,
  'R9.scope': z.strictObject({ steps: z.array(z.tuple([z.number().int().positive(), grade])), beyond: grade }),
  'R9.likelihood': z.strictObject({ bands: z.record(z.enum(bands), grade), evidence: z.record(z.enum(evidenceGrades), grade) }),
  'R9.prior': grade,
  'R10.share-rounding': z.number().min(0).max(0.001),
  'R11.levels': z.array(z.number().min(0)).length(4),
  'R11.dear-loan': z.number().min(0),
  'R12.least-peers': z.number().int().positive(),
  'R13.points': z.strictObject({
    strong: z.number().int().positive(),
    medium: z.number().int().positive(),
    weak: z.number().int().positive(),
    positive: z.number().int().positive(),
  }),
  'R1.blend': z.record(z.enum(['governance', 'trafficking', 'informality']), z.number().min(0)),
  'R1.slope': z.number().positive(),
  'R1.tiers': z.record(z.enum(['1', '2', '2WL', '3', 'special']), z.number()),
  'R1.state-sponsored': z.number().min(0),
  'R1.sponsorship': z.strictObject({ tied: z.number().min(0), reformed: z.number().min(0) }),
  'R1.usual-migrants': z.strictObject({ workersToPeople: z.number().positive(), most: share, unknown: share }),
  'R1.calibration': share,
  'R1.error': z.strictObject({ model: error, missing: error }),
  'R4.world-odds': z.number().gt(0).lt(1),
  'R3.goods': z.strictObject({ here: points, byInput: points, elsewhere: points, none: points, error }),
  'R3.priority-sector': points,
  'R3.region': z.strictObject({ points, error, codes: z.array(z.string()).min(1) }),
  'R4.migrants': z.strictObject({ ratio, error }),
  'R4.internal-migrants': z.strictObject({ ratio, usual: share, error }),
  'R4.debt': z.strictObject({ perMonth: z.number().min(0), most: ratio, error }),
  'R4.agency': z.strictObject({ ratio, usual: share, error }),
  'R4.subcontracting': z.strictObject({ points: z.record(z.enum(subcontractingChoices), points), error }),
  'R4.housing': z.strictObject({ points: z.record(z.enum(housingChoices), points), error }),
  'R4.season': z.strictObject({ perDoubling: points, none: points, most: points, error }),
  'R4.groups': z.strictObject({ none: points, each: points, most: points, error }),
  'R4.voice': z.strictObject({ points: z.record(z.enum(workerVoiceChoices), points), error }),
  'R4.known-error': error,
  'R5.most': z.strictObject({ all: points, claimed: points }),
  'R5.truth': z.record(z.enum(evidenceGrades), share),
  'R6.most': points,
  'R8.draws': z.strictObject({ count: z.number().int().positive(), seed: z.number().int(), lower: share, upper: share }),
  'R8.bands': z.strictObject({ moderate: z.number(), elevated: z.number(), high: z.number(), severe: z.number() }),
  'R8.unknown-sector': error,
  'R10.damping': z.number().gt(0).lt(1),
  'R10.prior': z.record(z.enum(['unscored', 'unknown-origin', 'unknown-origin-listed']), ends),
  'R10.tolerance': z.number().gt(0).max(0.01),
  'C0.world-odds': z.number().gt(0).lt(1),
  'C1.blend': z.record(z.enum(['informality', 'farms', 'governance', 'births', 'school']), z.number().min(0)),
  'C1.slope': z.number().positive(),
  'C1.error': z.strictObject({ model: error, missing: error }),
  'C2.sections': z.strictObject({ agriculture: points, industry: points, services: points, domestic: points, error, unknown: error }),
  'C2.divisions': z.record(z.string().regex(/^\d{2}$/), points),
  'C3.goods': z.strictObject({ here: points, byInput: points, elsewhere: points, none: points, error }),
  'C4.young-workers': z.strictObject({ known: points, error }),
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
