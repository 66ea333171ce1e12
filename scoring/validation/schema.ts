import { z } from 'zod';
import { factFields } from '../engine/columns/fact-columns.ts';
import { hiddenKinds } from './calibrate-suppliers.ts';
import { errorKinds } from './calibrate-countries.ts';
import { outcomes } from './countries.ts';
import { additionFigures } from './rank-additions.ts';
import { pairFigures } from './rank-pairs.ts';
import { weightDraws } from './stability.ts';

const estimate = z.strictObject({ value: z.number(), low: z.number(), high: z.number() });
const maybe = estimate.nullable();
const spread = z.strictObject({ low: z.number(), middle: z.number(), high: z.number(), most: z.number() });
const whole = z.number().int().min(0);
const outcome = z.enum(outcomes);

const figureRanking = z.strictObject({
  id: z.string(),
  kind: z.enum(['ours', 'index', 'trap']),
  countries: whole,
  listed: whole,
  within: maybe,
  raw: maybe,
  withinTenths: z.number().nullable(),
  oursOnSame: z.number().nullable(),
  difference: maybe,
});

/** Why the method does not read a table that was compared: its terms, or that it is open and not held. */
export const comparedTerms = ['not-redistributable', 'share-alike', 'open', 'own'] as const;
const compared = z.strictObject({
  /** Hash of what stood on our side (`comparisonHash`); another hash means that these areas are of an older method or list. */
  oursHash: z.string(),
  tables: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      publisher: z.string(),
      edition: z.string(),
      terms: z.enum(comparedTerms),
      sha256: z.string(),
      rankings: z.array(z.strictObject({ outcome, figure: figureRanking })),
    }),
  ),
});
export type Compared = z.infer<typeof compared>;

/** The whole report. Areas are 0 to 1; points are of 100; shares 0 to 1; ranks in places. Everything is rounded to four decimals. */
export const validationReportSchema = z.strictObject({
  asOf: z.iso.date(),
  inputs: z.strictObject({
    engineVersion: z.string(),
    tables: z.record(z.string(), z.string()),
    parameters: z.record(z.string(), z.string()),
    hash: z.string(),
  }),
  settings: z.strictObject({
    seed: whole,
    level: z.number(),
    countryDraws: whole,
    pairDraws: whole,
    hideProbability: z.number(),
    aims: z.record(outcome, z.number()),
  }),
  countries: z.array(
    z.strictObject({ outcome, countries: whole, listed: whole, outside: z.array(z.string()), figures: z.array(figureRanking) }),
  ),
  pairs: z.array(
    z.strictObject({
      outcome,
      pairs: whole,
      listed: whole,
      countries: whole,
      divisions: whole,
      outside: whole,
      figures: z.array(z.strictObject({ id: z.enum(pairFigures), within: maybe, raw: maybe, withinCountry: maybe, withinSector: maybe })),
    }),
  ),
  additions: z.array(
    z.strictObject({
      outcome,
      candidates: whole,
      added: whole,
      countries: z.array(z.string()),
      newGoods: whole,
      figures: z.array(z.strictObject({ id: z.enum(additionFigures), within: maybe, raw: maybe })),
    }),
  ),
  calibration: z.strictObject({
    suppliers: z.array(
      z.strictObject({
        hidden: z.enum(hiddenKinds),
        suppliers: whole,
        notScored: whole,
        coverage: z.number(),
        below: z.number(),
        above: z.number(),
        width: z.number(),
        bias: z.number(),
        error: z.number(),
        enough: z.number(),
      }),
    ),
    facts: z.array(
      z.strictObject({ fact: z.enum(factFields), suppliers: whole, coverage: z.number(), width: z.number(), error: z.number() }),
    ),
    errors: z.array(
      z.strictObject({
        errors: z.enum(errorKinds),
        countries: whole,
        truths: whole,
        nominal: z.number(),
        coverage: z.number(),
        width: z.number(),
      }),
    ),
    blend: z.strictObject({
      complete: whole,
      truths: whole,
      coverage: z.number(),
      width: z.number(),
      bias: z.number(),
      error: z.number(),
    }),
  }),
  stability: z.array(
    z.strictObject({
      weights: z.enum(weightDraws),
      draws: whole,
      countries: whole,
      correlation: spread,
      rankWidth: spread,
      settledPairs: z.number(),
      topKept: spread,
      areas: z.array(z.strictObject({ outcome, ours: z.number(), drawn: spread, belowOurs: z.number() })),
    }),
  ),
  /** Areas of tables that may not be passed on or are not held, read on somebody's machine; null when none were. */
  compared: compared.nullable(),
});
export type ValidationReport = z.infer<typeof validationReportSchema>;
