import { z } from 'zod';
import { type ParameterEntry, parameterEntrySchema } from '../parameters/schema.ts';
import { evidenceGrades, housingChoices, subcontractingChoices, workerVoiceChoices } from '../vocabulary.ts';
import child from './parameters/child.json';
import r1 from './parameters/r1.json';
import r3 from './parameters/r3.json';
import r4 from './parameters/r4.json';
import r5 from './parameters/r5.json';
import r10 from './parameters/r10.json';

const share = z.number().min(0).max(1);
/** At least 1: those concerned are not less exposed than the others. */
const ratio = z.number().min(1);
const points = z.number().min(-100).max(100);
/** A standard deviation, in points. */
const error = z.number().min(0);

const ends = z
  .strictObject({ point: points, low: points, high: points })
  .refine(({ point, low, high }) => low <= point && point <= high, 'the point must lie between low and high');

/** Shape of every dated number of the method. The keys are the closed list of parameter ids. */
export const shapes = {
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

export type NumberId = keyof typeof shapes;
export type NumberValue<Id extends NumberId> = z.infer<(typeof shapes)[Id]>;
/** All dated numbers in force on one day. */
export type Numbers = { readonly asOf: string } & { readonly [Id in NumberId]: NumberValue<Id> };

const entries: ParameterEntry[] = z.array(parameterEntrySchema).parse([...r1, ...r3, ...r4, ...r5, ...r10, ...child]);

/** Every dated value ever in force, with unit, reason and source. */
export const allNumbers = (): readonly ParameterEntry[] => entries;

const typed: { [Id in NumberId]: z.ZodType<NumberValue<Id>> } = shapes;

/** A dated number in force on a day, with unit, reason and source. @throws RangeError before the first of them */
export function numberEntry(id: NumberId, asOf: string): ParameterEntry {
  const inForce = entries
    .filter((entry) => entry.id === id && entry.effectiveFrom <= asOf)
    .reduce<ParameterEntry | undefined>(
      (newest, entry) => (newest && newest.effectiveFrom >= entry.effectiveFrom ? newest : entry),
      undefined,
    );
  if (!inForce) throw new RangeError(`${id} has no value in force on ${asOf}`);
  return inForce;
}

function valueAt<Id extends NumberId>(id: Id, asOf: string): NumberValue<Id> {
  return typed[id].parse(numberEntry(id, asOf).value);
}

const read = new Map<string, Numbers>();

/** The numbers in force on a day (ISO date). @throws RangeError before the first of them */
export function numbersAt(asOf: string): Numbers {
  const known = read.get(asOf);
  if (known) return known;
  const numbers: Numbers = {
    asOf,
    'R1.blend': valueAt('R1.blend', asOf),
    'R1.slope': valueAt('R1.slope', asOf),
    'R1.tiers': valueAt('R1.tiers', asOf),
    'R1.state-sponsored': valueAt('R1.state-sponsored', asOf),
    'R1.sponsorship': valueAt('R1.sponsorship', asOf),
    'R1.usual-migrants': valueAt('R1.usual-migrants', asOf),
    'R1.calibration': valueAt('R1.calibration', asOf),
    'R1.error': valueAt('R1.error', asOf),
    'R3.goods': valueAt('R3.goods', asOf),
    'R3.priority-sector': valueAt('R3.priority-sector', asOf),
    'R3.region': valueAt('R3.region', asOf),
    'R4.world-odds': valueAt('R4.world-odds', asOf),
    'R4.migrants': valueAt('R4.migrants', asOf),
    'R4.internal-migrants': valueAt('R4.internal-migrants', asOf),
    'R4.debt': valueAt('R4.debt', asOf),
    'R4.agency': valueAt('R4.agency', asOf),
    'R4.subcontracting': valueAt('R4.subcontracting', asOf),
    'R4.housing': valueAt('R4.housing', asOf),
    'R4.season': valueAt('R4.season', asOf),
    'R4.groups': valueAt('R4.groups', asOf),
    'R4.voice': valueAt('R4.voice', asOf),
    'R4.known-error': valueAt('R4.known-error', asOf),
    'R5.most': valueAt('R5.most', asOf),
    'R5.truth': valueAt('R5.truth', asOf),
    'R6.most': valueAt('R6.most', asOf),
    'R8.draws': valueAt('R8.draws', asOf),
    'R8.bands': valueAt('R8.bands', asOf),
    'R8.unknown-sector': valueAt('R8.unknown-sector', asOf),
    'R10.damping': valueAt('R10.damping', asOf),
    'R10.prior': valueAt('R10.prior', asOf),
    'R10.tolerance': valueAt('R10.tolerance', asOf),
    'C0.world-odds': valueAt('C0.world-odds', asOf),
    'C1.blend': valueAt('C1.blend', asOf),
    'C1.slope': valueAt('C1.slope', asOf),
    'C1.error': valueAt('C1.error', asOf),
    'C2.sections': valueAt('C2.sections', asOf),
    'C2.divisions': valueAt('C2.divisions', asOf),
    'C3.goods': valueAt('C3.goods', asOf),
    'C4.young-workers': valueAt('C4.young-workers', asOf),
  };
  if (read.size > 32) read.clear();
  read.set(asOf, numbers);
  return numbers;
}
