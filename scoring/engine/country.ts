import { type BlendPart, blendParts } from '../parameters/schema.ts';
import {
  conflictOf,
  conventionCodes,
  conventionsOf,
  countryRow,
  displacementOf,
  governanceDimensions,
  governanceOf,
  informalityOf,
  type Provenance,
  traffickingTierOf,
} from '../reference/at.ts';
import { seededNormals, seedFor } from './draws.ts';
import { kept } from './kept.ts';
import { type Method, methodAt } from './method.ts';
import { clamp01, interpolate } from './piecewise.ts';
import type { Share } from './share.ts';

/** One value read from a table on the way to a share. */
export type Reading = { label: string; value: number | string; unit: string; reference: Provenance };
/** One indicator of the country blend: share 0 to 1, or undefined when no table holds it. */
export type BlendReading = {
  id: BlendPart;
  weight: number;
  share?: number;
  low: number;
  high: number;
  known: number;
  reliability: number;
  readings: Reading[];
  unknown?: string;
};
export type CountryShare = Share & {
  iso2: string;
  name: string;
  parts: BlendReading[];
  /** Too little is known to speak for the rest, which takes the prior. */
  isThin: boolean;
  /** Weight of all that the point is made of. */
  weight: number;
  draws: Float64Array;
  vintages: Record<string, string>;
};

type Measured = { share?: number; low?: number; high?: number; known?: number; readings: Reading[]; unknown?: string };

const shares = new Map<string, CountryShare | null>();

/**
 * The country blend of R1 for one country: each indicator 0 to 1, missing ones re-weighted for the point and taken at best and worst for low and high.
 * Where less than half is known the missing ones take the prior instead: no deaths in a conflict do not make a territory good in all the rest.
 * `draws` holds the share under each draw of the governance estimates' stated errors. Null when no table knows the country.
 */
export function countryShare(iso2: string, asOf: string): CountryShare | null {
  return kept(shares, `${asOf}|${iso2}`, () => readCountry(iso2, methodAt(asOf)), 2000);
}

function readCountry(iso2: string, method: Method): CountryShare | null {
  const country = countryRow(iso2, method.asOf);
  if (!country) return null;
  const parts = blendParts.map((id) => weighPart(id, iso2, method));
  const blended = blend(parts, method);
  if (!blended) return null;
  const vintages: Record<string, string> = { [country.provenance.table]: country.provenance.vintage };
  for (const part of parts) for (const reading of part.readings) vintages[reading.reference.table] = reading.reference.vintage;
  return { ...blended, iso2, name: country.name, parts, draws: drawShares(iso2, blended, method), vintages };
}

type Blended = Share & Pick<CountryShare, 'isThin' | 'weight'>;

/** Mean of the known parts with its bounds: re-weighted, or with the prior in the place of the others. Null when nothing is known. */
export function blend(
  parts: readonly Pick<BlendReading, 'weight' | 'share' | 'low' | 'high' | 'known' | 'reliability'>[],
  { of }: Method,
): Blended | null {
  let sum = 0;
  let weight = 0;
  let missing = 0;
  let low = 0;
  let high = 0;
  let known = 0;
  let reliable = 0;
  for (const part of parts) {
    low += part.weight * part.low;
    high += part.weight * part.high;
    if (part.share === undefined) {
      missing += part.weight;
      continue;
    }
    sum += part.weight * part.share;
    weight += part.weight;
    known += part.weight * part.known;
    reliable += part.weight * part.known * part.reliability;
  }
  if (weight === 0) return null;
  const isThin = known < of['R8.component-floor'];
  if (isThin) {
    sum += missing * of['R8.prior'].point;
    weight += missing;
  }
  const point = clamp01(sum / weight);
  return {
    weight,
    isThin,
    point,
    low: Math.min(low, point),
    high: Math.min(1, Math.max(high, point)),
    known,
    reliability: known === 0 ? 1 : reliable / known,
  };
}

function weighPart(id: BlendPart, iso2: string, method: Method): BlendReading {
  const { share, low, high, known, readings, unknown } = measure[id](iso2, method);
  const factors = readings.map((each) => method.of['R8.reliability'][each.reference.confidence]);
  const reliability = factors.length === 0 ? 1 : factors.reduce((sum, each) => sum + each, 0) / factors.length;
  const base = { id, weight: method.of['R1.weights'][id], readings };
  if (share === undefined) return { ...base, low: 0, high: 1, known: 0, reliability: 1, unknown: unknown ?? 'no value in the table' };
  return { ...base, share, low: low ?? share, high: high ?? share, known: known ?? 1, reliability };
}

const measure: Record<BlendPart, (iso2: string, method: Method) => Measured> = {
  governance(iso2, method) {
    const row = governanceOf(iso2, method.asOf);
    if (!row) return { readings: [], unknown: 'no governance estimate is held' };
    const estimates = Object.entries(row.estimates);
    const readings = estimates.map(([dimension, { estimate, standardError }]) => ({
      label: `${dimension} ${row.year}${standardError === null ? '' : `, standard error ${standardError}`}`,
      value: estimate,
      unit: 'WGI estimate',
      reference: row.provenance,
    }));
    return { share: governanceShare(row.estimates, 0, method), known: estimates.length / governanceDimensions.length, readings };
  },
  trafficking(iso2, method) {
    const row = traffickingTierOf(iso2, method.asOf);
    if (!row) return { readings: [], unknown: 'the report does not rank the country' };
    return {
      share: method.of['R1.tiers'][row.tier],
      readings: [{ label: 'tier', value: row.tier, unit: 'tier', reference: row.provenance }],
    };
  },
  legal(iso2, method) {
    const statuses = conventionsOf(iso2, method.asOf);
    if (!statuses) return { readings: [], unknown: 'not a member of the ILO, or no status is held' };
    const asked = conventionCodes.filter((code) => method.of['R1.conventions'].includes(code));
    const readings: Reading[] = [];
    let gaps = 0;
    for (const code of asked) {
      const { status, provenance } = statuses[code];
      if (status === 'unknown' || !provenance) continue;
      if (status === 'not-ratified') gaps += 1;
      readings.push({ label: code, value: status, unit: 'status', reference: provenance });
    }
    if (readings.length === 0) return { readings, unknown: 'no status is held' };
    const unknown = asked.length - readings.length;
    return {
      share: gaps / readings.length,
      low: gaps / asked.length,
      high: (gaps + unknown) / asked.length,
      known: readings.length / asked.length,
      readings,
    };
  },
  informality(iso2, method) {
    const row = informalityOf(iso2, method.asOf);
    if (!row) return { readings: [], unknown: 'no figure on informal employment is held' };
    const label = `informal employment, ${row.yearFrom}-${row.yearTo}`;
    return {
      share: interpolate(method.of['R1.informality-points'], row.share),
      readings: [{ label, value: row.share, unit: row.unit, reference: row.provenance }],
    };
  },
  conflict(iso2, method) {
    const row = conflictOf(iso2, method.asOf);
    const rate = row?.deathsPerYear === 0 ? 0 : (row?.perMillion ?? undefined);
    if (!row || rate === undefined) return { readings: [], unknown: 'no population is held to compare the deaths with' };
    const label = `deaths in organized violence, mean of ${row.years[0]}-${row.years[1]}`;
    return {
      share: interpolate(method.of['R1.conflict-points'], rate),
      readings: [{ label, value: rate, unit: 'a year per million people', reference: row.provenance }],
    };
  },
  displacement(iso2, method) {
    const row = displacementOf(iso2, method.asOf);
    const rate = row?.displaced === 0 ? 0 : (row?.perThousand ?? undefined);
    if (!row || rate === undefined) return { readings: [], unknown: 'no figure on displaced people, or no population, is held' };
    const label = `displaced people in the country, end of ${row.year}${row.missing.length > 0 ? `, without ${row.missing.join(', ')}` : ''}`;
    return {
      share: interpolate(method.of['R1.displacement-points'], rate),
      readings: [{ label, value: rate, unit: 'per thousand people', reference: row.provenance }],
    };
  },
};

type Estimates = Partial<Record<string, { estimate: number; standardError: number | null }>>;

/** Mean of the held estimates between the anchors, each moved by `errors` standard errors towards worse. */
export function governanceShare(estimates: Estimates, errors: number, { of }: Method): number {
  const { best, worst } = of['R1.governance-anchors'];
  const shares = Object.values(estimates).flatMap((each) =>
    each ? [clamp01((best - each.estimate + errors * (each.standardError ?? 0)) / (best - worst))] : [],
  );
  return shares.reduce((sum, each) => sum + each, 0) / shares.length;
}

/** The country share under each seeded draw of the governance errors, all six moving together; the other parts stay. */
function drawShares(iso2: string, { point, weight }: { point: number; weight: number }, method: Method): Float64Array {
  const { count, seed } = method.of['R8.draws'];
  const row = governanceOf(iso2, method.asOf);
  if (!row) return new Float64Array(count).fill(point);
  const part = method.of['R1.weights'].governance / weight;
  const at = governanceShare(row.estimates, 0, method);
  const normals = seededNormals(seedFor(seed, iso2), count);
  return normals.map((errors) => clamp01(point + part * (governanceShare(row.estimates, errors, method) - at)));
}
