import { canonicalJson, sha256 } from '../../engine/hash.ts';
import { allParameters } from '../../parameters/at.ts';
import { allSectorPoints } from '../../odds/sector-points.ts';
import { engineVersion } from '../../odds/version.ts';
import { countryPoints } from '../../odds/country-points.ts';
import { scoreArchetypes } from '../archetypes.ts';
import { coverageWithLies } from '../coverage.ts';
import { rankKnownCases } from './known-cases.ts';
import { rankAgainstList } from './pairs.ts';
import type { ListFigures, TargetReport } from './schema.ts';
import { ranksUnderOtherWeights } from './sensitivity.ts';
import { compareTotals } from './totals.ts';

/** Figures are published to four decimals. */
const rounded = <T>(value: T): T =>
  JSON.parse(
    JSON.stringify(value, (_, each) => (typeof each === 'number' && !Number.isInteger(each) ? Math.round(each * 1e4) / 1e4 : each)),
  );

const seeds = [1, 2, 3];

/** The hash of what country and sector figures are made from: dated numbers, sectors, and the points of every country. */
export function figuresHash(asOf: string): string {
  const countries = [...countryPoints(asOf).values()].map(({ iso2, points }) => [iso2, Math.round(points * 1e6) / 1e6]);
  return sha256(canonicalJson({ numbers: allParameters(), sectors: allSectorPoints(), countries }));
}

/**
 * Measures method 2 by its seven targets as of a day: face, separation, known cases, pairs, totals, sensitivity and coverage. The same day gives the same report.
 * @param lists figures of real lists, which are not kept here
 * @param registeredOn the day on which the figures were published, for the test by the next edition of the list of goods
 */
export function makeTargetReport(
  asOf: string,
  { lists, registeredOn }: { lists: readonly ListFigures[]; registeredOn: string },
): TargetReport {
  const situations = scoreArchetypes(asOf);
  const off = situations.filter((each) => each.off > 0);
  return rounded({
    engineVersion,
    asOf,
    registered: { hash: figuresHash(asOf), on: registeredOn },
    face: {
      situations: situations.length,
      inBand: situations.length - off.length,
      twoOff: off.filter((each) => each.off > 1).length,
      off: off.map(({ archetype, score }) => ({ id: archetype.id, score, bands: archetype.bands })),
    },
    separation: [...lists],
    knownCases: rankKnownCases(asOf),
    list: rankAgainstList(asOf),
    totals: compareTotals(asOf),
    sensitivity: ranksUnderOtherWeights(asOf),
    coverage: seeds.map((seed) => ({ seed, ...coverageWithLies(asOf, { seed, parties: 1_000 }) })),
  });
}
