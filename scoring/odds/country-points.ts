import { kept } from '../engine/kept.ts';
import {
  type CountryEstimate,
  countryEstimates,
  countryRowsAt,
  type CountryRow,
  migrantPopulationOf,
  type Provenance,
  regionalPrevalence,
  sponsorshipOf,
  stateSponsoredOf,
  tablesKey,
} from '../reference/at.ts';
import { type BlendPart, blendParts, type Measure, measureOf, type Standard, standardsOf } from './country-blend.ts';
import type { Numbers } from './parameters.ts';
import { numbersAt } from './parameters.ts';
import { pointsOfRatio, pointsOfShare, ratioOfPoints } from './points.ts';

/** One part of the blend: `standardised` in standard deviations from the mean of countries, `points` what it adds. Without a `measure` it adds nothing and widens. */
export type BlendLine = { part: BlendPart; measure: Measure | null; standard: Standard; standardised: number | null; points: number };

/** The points of a country (R1). `points` is the exact sum of all lines below it. */
export type CountryPoints = {
  iso2: string;
  name: string;
  points: number;
  /** Standard deviation of the points: of the model, of the published errors of governance, and of parts that are missing. */
  error: number;
  blend: BlendLine[];
  stateSponsored: { points: number; reportYear: number; provenance: Provenance } | null;
  sponsorship: { points: number; isReformed: boolean; provenance: Provenance } | null;
  /** The share of migrants among workers that is usual there, 0 to 1, and its points against no migrants at all. */
  migrants: { share: number; points: number; provenance: Provenance | null };
  /**
   * Moves the countries of a region half-way to the prevalence that the ILO publishes for it, and the world's mean to 50. Where the organization loaded an index of its
   * own, the country goes half-way to its own estimate there.
   */
  calibration: { points: number; region: string | null; estimate: CountryEstimate | null };
};

/**
 * By what countries are compared: mean and standard deviation of each part of the blend, and the calibration. `perThousand`: prevalence that the ILO publishes, per
 * 1,000 people; `mean`: points of the mean odds before calibration, weighted by people; `points`: what calibration adds to each country of the region.
 */
export type CountryBasis = {
  standards: Record<BlendPart, Standard>;
  world: { perThousand: number | null; mean: number };
  regions: { region: string; perThousand: number; mean: number; points: number }[];
};

type Raw = Omit<CountryPoints, 'calibration' | 'points'> & { raw: number; row: CountryRow };

/** Kafala in force, and whether a reform loosened it; a permit that ties to one employer is shown and adds nothing of its own. */
function sponsorshipPoints(iso2: string, numbers: Numbers): CountryPoints['sponsorship'] {
  const [first, ...others] = sponsorshipOf(iso2, numbers.asOf).filter(({ kind, until }) => kind === 'kafala' && until === null);
  if (!first) return null;
  const isReformed = [first, ...others].some(({ stillTied }) => stillTied !== 'yes');
  return { points: numbers['R1.sponsorship'][isReformed ? 'reformed' : 'tied'], isReformed, provenance: first.provenance };
}

function migrantPoints(iso2: string, numbers: Numbers): CountryPoints['migrants'] {
  const { workersToPeople, most, unknown } = numbers['R1.usual-migrants'];
  const held = migrantPopulationOf(iso2, numbers.asOf);
  const share = held ? Math.min(most, workersToPeople * held.share) : unknown;
  return { share, points: pointsOfShare(share, numbers['R4.migrants'].ratio, 0), provenance: held?.provenance ?? null };
}

/** The points before calibration; null when no part of the blend is held. */
function rawPoints(row: CountryRow, standards: Record<BlendPart, Standard>, numbers: Numbers): Raw | null {
  const { iso2, name } = row;
  const slope = numbers['R1.slope'];
  const weights = numbers['R1.blend'];
  const measured = blendParts.map((part) => ({ part, measure: measureOf(part, iso2, numbers) }));
  const held = measured.reduce((sum, { part, measure }) => sum + (measure ? weights[part] : 0), 0);
  if (held === 0) return null;
  const all = blendParts.reduce((sum, part) => sum + weights[part], 0);
  let variance = numbers['R1.error'].model ** 2;
  const blend = measured.map(({ part, measure }): BlendLine => {
    const standard = standards[part];
    const { mean, deviation } = standard;
    if (!measure) {
      variance += ((weights[part] / all) * numbers['R1.error'].missing) ** 2;
      return { part, measure, standard, standardised: null, points: 0 };
    }
    variance += ((slope * weights[part] * measure.error) / (held * deviation)) ** 2;
    const standardised = (measure.value - mean) / deviation;
    return { part, measure, standard, standardised, points: (slope * weights[part] * standardised) / held };
  });
  const named = stateSponsoredOf(iso2, numbers.asOf);
  const stateSponsored = named && { points: numbers['R1.state-sponsored'], reportYear: named.reportYear, provenance: named.provenance };
  const sponsorship = sponsorshipPoints(iso2, numbers);
  const migrants = migrantPoints(iso2, numbers);
  const raw =
    blend.reduce((sum, { points }) => sum + points, 0) + migrants.points + (stateSponsored?.points ?? 0) + (sponsorship?.points ?? 0);
  return { iso2, name, row, raw, error: Math.sqrt(variance), blend, stateSponsored, sponsorship, migrants };
}

/** Mean odds of people of these countries against the world's, as points; people as weights. */
function meanPoints(countries: readonly Raw[]): number {
  let people = 0;
  let odds = 0;
  for (const { row, raw } of countries) {
    people += row.population2024 ?? 0;
    odds += (row.population2024 ?? 0) * ratioOfPoints(raw);
  }
  return people === 0 ? 0 : pointsOfRatio(odds / people);
}

/** The mean of an index over the people of its countries; null without one. */
function worldEstimate(estimates: ReadonlyMap<string, CountryEstimate>, countries: readonly Raw[]): number | null {
  let people = 0;
  let sum = 0;
  for (const { row } of countries) {
    const estimate = estimates.get(row.iso2);
    if (!estimate) continue;
    people += row.population2024 ?? 0;
    sum += (row.population2024 ?? 0) * estimate.perThousand;
  }
  return people === 0 ? null : sum / people;
}

/** The regions with their prevalence, mean points before calibration (weighted by people), and what calibration adds to each of their countries. */
function regionsOf(countries: readonly Raw[], numbers: Numbers): Pick<CountryBasis, 'world' | 'regions'> {
  const mean = meanPoints(countries);
  const published = regionalPrevalence('World', numbers.asOf)?.perThousand ?? null;
  const part = numbers['R1.calibration'];
  const regions = [...new Set(countries.flatMap(({ row }) => row.iloRegion ?? []))].sort().flatMap((region) => {
    const own = regionalPrevalence(region, numbers.asOf);
    if (!own || published === null) return [];
    const before = meanPoints(countries.filter(({ row }) => row.iloRegion === region));
    const points = part * (pointsOfRatio(own.perThousand / published) - before) - (1 - part) * mean;
    return [{ region, perThousand: own.perThousand, mean: before, points }];
  });
  return { world: { perThousand: published, mean }, regions };
}

/** What is added to a country: by its own estimate, by its region, or where neither is held by the world alone. */
function calibrations(
  countries: readonly Raw[],
  { world: { mean: world }, regions }: Pick<CountryBasis, 'world' | 'regions'>,
  numbers: Numbers,
): (country: Raw) => CountryPoints['calibration'] {
  const part = numbers['R1.calibration'];
  const byRegion = new Map(regions.map(({ region, points }) => [region, points]));
  const estimates = countryEstimates(numbers.asOf);
  const mean = worldEstimate(estimates, countries);
  return ({ row, raw }) => {
    const region = row.iloRegion;
    const estimate = estimates.get(row.iso2) ?? null;
    if (estimate && mean) {
      const target = pointsOfRatio(estimate.perThousand / mean);
      return { points: part * (target - raw) - (1 - part) * world, region, estimate };
    }
    return { points: (region === null ? undefined : byRegion.get(region)) ?? -world, region, estimate: null };
  };
}

type Made = { points: ReadonlyMap<string, CountryPoints>; basis: CountryBasis };
const known = new Map<string, Made>();

const made = (asOf: string): Made => kept(known, tablesKey(asOf), () => make(asOf), 8);

function make(asOf: string): Made {
  const numbers = numbersAt(asOf);
  const standards = standardsOf(numbers);
  const raw = countryRowsAt(asOf).flatMap((row) => rawPoints(row, standards, numbers) ?? []);
  const calibrated = regionsOf(raw, numbers);
  const addedIn = calibrations(raw, calibrated, numbers);
  const points = new Map(
    raw.map((each): [string, CountryPoints] => {
      const { raw: sum, row: _row, ...country } = each;
      const calibration = addedIn(each);
      return [country.iso2, { ...country, points: sum + calibration.points, calibration }];
    }),
  );
  return { points, basis: { standards, ...calibrated } };
}

/**
 * The points of every country and area of which at least one part of the blend is held (R1), by ISO code, for a day (ISO date).
 * The world's mean, weighted by people, lies near 0: half of the way to it goes by the region.
 */
export const countryPoints = (asOf: string): ReadonlyMap<string, CountryPoints> => made(asOf).points;

/** What all countries have in common (R1) on a day: by what they are standardised and calibrated. */
export const countryBasis = (asOf: string): CountryBasis => made(asOf).basis;
