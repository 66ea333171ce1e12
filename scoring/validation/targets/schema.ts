import { z } from 'zod';
import { bases, lineIds } from '../../odds/score-party.ts';
import { bands } from '../../vocabulary.ts';
import { outcomes } from '../countries.ts';
import { caseSets } from './known-cases.ts';

const whole = z.number().int().min(0);
const share = z.number().min(0).max(1);
const estimate = z.strictObject({ value: z.number(), low: z.number(), high: z.number() }).nullable();

/** A real list, which is not kept here: what it is called, the hash of its bytes, and what the method made of it on a day. */
export const listFiguresSchema = z.strictObject({
  title: z.string().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  asOf: z.iso.date(),
  suppliers: whole,
  scored: whole,
  deviation: z.number().min(0),
  width: z.number().min(0),
  toldApart: share,
  bands: z.record(z.enum(bands), whole),
  bases: z.record(z.enum(bases), whole),
});
export type ListFigures = z.output<typeof listFiguresSchema>;

/** The seven targets of method 2, as measured. */
export const targetReportSchema = z.strictObject({
  engineVersion: z.string(),
  asOf: z.iso.date(),
  /** SHA-256 of everything the figures are made from: what the next edition of the list of goods will be compared with. */
  registered: z.strictObject({ hash: z.string(), on: z.iso.date() }),
  face: z.strictObject({
    situations: whole,
    inBand: whole,
    twoOff: whole,
    off: z.array(z.strictObject({ id: z.string(), score: z.number(), bands: z.array(z.enum(bands)) })),
  }),
  separation: z.array(listFiguresSchema),
  knownCases: z.array(z.strictObject({ set: z.enum(caseSets), cases: whole, countries: whole, bySector: estimate, withProduct: estimate })),
  list: z.array(
    z.strictObject({
      outcome: z.enum(outcomes),
      pairs: z.strictObject({ count: whole, listed: whole, area: estimate, bySector: estimate, byCountry: estimate }),
      countries: z.strictObject({
        count: whole,
        listed: whole,
        area: estimate,
        less: z.array(z.strictObject({ index: z.string(), difference: estimate })),
      }),
    }),
  ),
  totals: z.array(
    z.strictObject({ kind: z.enum(['region', 'sector']), name: z.string(), published: z.number(), ours: z.number(), ratio: z.number() }),
  ),
  sensitivity: z.strictObject({
    lines: z.array(z.strictObject({ line: z.enum(lineIds), correlation: z.number(), otherBand: share })),
    together: z.strictObject({ draws: whole, worst: z.number(), median: z.number(), otherBand: share }),
  }),
  coverage: z.array(z.strictObject({ seed: whole, parties: whole, covered: whole, share })),
});
export type TargetReport = z.output<typeof targetReportSchema>;
