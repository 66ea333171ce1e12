import { kept } from '../engine/kept.ts';
import {
  type ChildIndicators,
  childIndicatorsOf,
  countryRowsAt,
  governanceDimensions,
  governanceOf,
  informalEmploymentOf,
  type Provenance,
  tablesKey,
} from '../reference/at.ts';
import { type Numbers, numbersAt } from './parameters.ts';
import { pointsOfRatio, ratioOfPoints } from './points.ts';

export const childParts = ['informality', 'farms', 'governance', 'births', 'school'] as const;
export type ChildPart = (typeof childParts)[number];
/** One part of the blend: `value` so that higher is worse, `standardised` in deviations from the mean of countries; nulls where it is not held. */
export type ChildLine = {
  part: ChildPart;
  value: number | null;
  standardised: number | null;
  points: number;
  provenance: Provenance | null;
};
/** The points of a country for child labour: 0 where the odds of a child are those of the average child of the world. */
export type ChildCountry = { iso2: string; points: number; error: number; lines: ChildLine[] };

type Read = { value: number; provenance: Provenance } | null;
const cell = (row: ChildIndicators | null, field: 'agricultureEmployment' | 'birthRegistration' | 'outOfSchool', sign: 1 | -1): Read => {
  const value = row?.[field] ?? null;
  return row && value !== null ? { value: sign * value, provenance: row.provenance } : null;
};

const readers: Record<ChildPart, (iso2: string, asOf: string) => Read> = {
  informality(iso2, asOf) {
    const row = informalEmploymentOf(iso2, asOf);
    return row && { value: row.share, provenance: row.provenance };
  },
  governance(iso2, asOf) {
    const row = governanceOf(iso2, asOf);
    if (!row) return null;
    const held = governanceDimensions.flatMap((dimension) => row.estimates[dimension]?.estimate ?? []);
    return { value: -held.reduce((sum, each) => sum + each, 0) / held.length, provenance: row.provenance };
  },
  farms: (iso2, asOf) => cell(childIndicatorsOf(iso2, asOf), 'agricultureEmployment', 1),
  births: (iso2, asOf) => cell(childIndicatorsOf(iso2, asOf), 'birthRegistration', -1),
  school: (iso2, asOf) => cell(childIndicatorsOf(iso2, asOf), 'outOfSchool', 1),
};

/** Mean, standard deviation and number of the countries whose population is known. */
export type ChildStandard = { mean: number; deviation: number; countries: number };

function standardOf(part: ChildPart, codes: readonly string[], asOf: string): ChildStandard {
  const values = codes.flatMap((iso2) => readers[part](iso2, asOf)?.value ?? []);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance), countries: values.length };
}

/** By what countries are compared for child labour on a day, part by part. */
export function childStandards(asOf: string): Record<ChildPart, ChildStandard> {
  const peopled = countryRowsAt(asOf)
    .filter(({ population2024 }) => (population2024 ?? 0) > 0)
    .map(({ iso2 }) => iso2);
  const of = (part: ChildPart) => standardOf(part, peopled, asOf);
  return { informality: of('informality'), farms: of('farms'), governance: of('governance'), births: of('births'), school: of('school') };
}

const known = new Map<string, ReadonlyMap<string, ChildCountry>>();

/** The points for child labour of every country of which a part of the blend is held, by ISO code; their mean odds, weighted by people, are the world's. */
export function childCountryPoints(asOf: string): ReadonlyMap<string, ChildCountry> {
  return kept(known, tablesKey(asOf), () => readCountries(asOf), 8);
}

function readCountries(asOf: string): ReadonlyMap<string, ChildCountry> {
  const numbers = numbersAt(asOf);
  const rows = countryRowsAt(asOf);
  const standards = childStandards(asOf);
  const countries = rows.flatMap(({ iso2 }) => blend(iso2, standards, numbers) ?? []);
  const people = new Map(rows.map(({ iso2, population2024 }) => [iso2, population2024 ?? 0]));
  const all = countries.reduce((sum, { iso2 }) => sum + (people.get(iso2) ?? 0), 0);
  const world = pointsOfRatio(countries.reduce((sum, { iso2, points }) => sum + (people.get(iso2) ?? 0) * ratioOfPoints(points), 0) / all);
  return new Map(countries.map((country): [string, ChildCountry] => [country.iso2, { ...country, points: country.points - world }]));
}

/** A country of which no part of the blend is held: no points, and the error of knowing none of them. */
export function unheldChildCountry(iso2: string, numbers: Numbers): ChildCountry {
  const lines = childParts.map((part): ChildLine => ({ part, value: null, standardised: null, points: 0, provenance: null }));
  return { iso2, points: 0, error: Math.hypot(numbers['C1.error'].model, ...childParts.map((part) => missingError(part, numbers))), lines };
}

/** The standard deviation that a part adds where it is not held. */
function missingError(part: ChildPart, numbers: Numbers): number {
  const weights = numbers['C1.blend'];
  return (weights[part] / childParts.reduce((sum, each) => sum + weights[each], 0)) * numbers['C1.error'].missing;
}

function blend(iso2: string, standards: Record<ChildPart, ChildStandard>, numbers: Numbers): ChildCountry | null {
  const weights = numbers['C1.blend'];
  const read = childParts.map((part) => ({ part, held: readers[part](iso2, numbers.asOf) }));
  const weight = read.reduce((sum, { part, held }) => sum + (held ? weights[part] : 0), 0);
  if (weight === 0) return null;
  let variance = numbers['C1.error'].model ** 2;
  const lines = read.map(({ part, held }): ChildLine => {
    const standard = standards[part];
    if (!held) {
      variance += missingError(part, numbers) ** 2;
      return { part, value: null, standardised: null, points: 0, provenance: null };
    }
    const standardised = (held.value - standard.mean) / standard.deviation;
    return {
      part,
      value: held.value,
      standardised,
      points: (numbers['C1.slope'] * weights[part] * standardised) / weight,
      provenance: held.provenance,
    };
  });
  return { iso2, points: lines.reduce((sum, { points }) => sum + points, 0), error: Math.sqrt(variance), lines };
}

/** The points of an ISIC Rev.4 division for child labour; null where the sector is not known. */
export function childSectorPoints(division: string | null, numbers: Numbers): number | null {
  if (division === null) return null;
  const { agriculture, industry, services, domestic } = numbers['C2.sections'];
  const own = numbers['C2.divisions'][division];
  if (own !== undefined) return own;
  const number = Number(division);
  if (division === '97') return domestic;
  if (number <= 3) return agriculture;
  return number <= 43 ? industry : services;
}
