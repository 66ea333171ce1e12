import { blend, governanceShare } from '../engine/country.ts';
import { type Method, methodAt } from '../engine/method.ts';
import { interpolate } from '../engine/piecewise.ts';
import type { BlendPart } from '../parameters/schema.ts';
import { conventionCodes, conventionsOf, governanceDimensions, informalityOf, referenceAt } from '../reference/at.ts';
import { recordsOf } from '../reference/schema.ts';
import type { RankedCountry } from './countries.ts';

/** Years whose figures were published when the edition of September 2022 was made. */
const governanceYear = 2021;
const conflictYears = [2019, 2020, 2021];
const editionYear = 2022;

/**
 * The country figure (R1) by code from what was published by the edition of 2022: governance of 2021, conflict of 2019 to 2021, ratifications
 * that are not known to be later, and informality, whose years are not known one by one. Tier and displacement of that time are not held:
 * missing, so the rest is re-weighted.
 */
export function countryFiguresKnownThen(countries: readonly RankedCountry[], asOf: string): Map<string, number> {
  const method = methodAt(asOf);
  const governance = governanceThen(method);
  const deaths = deathsThen(asOf);
  const figures = new Map<string, number>();
  for (const { iso2, population } of countries) {
    const informal = informalityOf(iso2, asOf);
    const rate = ((deaths.get(iso2) ?? 0) / conflictYears.length / population) * 1_000_000;
    const known: [BlendPart, number | undefined][] = [
      ['governance', governance.get(iso2)],
      ['legal', gapsThen(iso2, method)],
      ['informality', informal ? interpolate(method.of['R1.informality-points'], informal.share) : undefined],
      ['conflict', interpolate(method.of['R1.conflict-points'], rate)],
    ];
    const parts = known.map(([id, share]) => ({
      weight: method.of['R1.weights'][id],
      low: 0,
      high: 1,
      known: share === undefined ? 0 : 1,
      reliability: 1,
      ...(share === undefined ? {} : { share }),
    }));
    const blended = blend(parts, method);
    if (blended) figures.set(iso2, blended.point);
  }
  return figures;
}

function governanceThen(method: Method): Map<string, number> {
  const shares = new Map<string, number>();
  for (const { cells } of recordsOf(referenceAt('governance', method.asOf))) {
    if (cells.year !== governanceYear || typeof cells.iso2 !== 'string') continue;
    const estimates = governanceDimensions.flatMap((dimension) => {
      const estimate = cells[dimension];
      return typeof estimate === 'number' ? [[dimension, { estimate, standardError: null }] as const] : [];
    });
    if (estimates.length > 0) shares.set(cells.iso2, governanceShare(Object.fromEntries(estimates), 0, method));
  }
  return shares;
}

/** Deaths of the years together. The data set covers the world: a country without a row had none. */
function deathsThen(asOf: string): Map<string, number> {
  const deaths = new Map<string, number>();
  for (const { cells } of recordsOf(referenceAt('conflict', asOf))) {
    const { iso2, year, total } = cells;
    if (typeof iso2 !== 'string' || typeof year !== 'number' || typeof total !== 'number' || !conflictYears.includes(year)) continue;
    deaths.set(iso2, (deaths.get(iso2) ?? 0) + total);
  }
  return deaths;
}

/** Share of the known cells not ratified then. A ratification whose year is not held is taken as earlier: nearly all are. */
function gapsThen(iso2: string, method: Method): number | undefined {
  const statuses = conventionsOf(iso2, method.asOf);
  if (!statuses) return undefined;
  const known = conventionCodes
    .filter((code) => method.of['R1.conventions'].includes(code))
    .map((code) => statuses[code])
    .filter((each) => each.status !== 'unknown');
  if (known.length === 0) return undefined;
  return known.filter((each) => each.status === 'not-ratified' || (each.year ?? 0) > editionYear).length / known.length;
}
