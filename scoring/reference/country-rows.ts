import { type Provenance, provenanceOf, referenceAt } from './registry.ts';
import { type TableRow, tableRow, tableRows } from './rows.ts';

export type CountryRow = TableRow<'countries'>;

/** A country or area by ISO 3166-1 alpha-2 (`XK` for Kosovo); null when there is no such code. */
export function countryRow(iso2: string, asOf: string): CountryRow | null {
  return tableRow('countries', { iso2 }, asOf);
}

/** All countries and areas of the vintage in force, by code. */
export function countryRowsAt(asOf: string): CountryRow[] {
  return [...tableRows('countries', asOf).values()];
}

export const governanceDimensions = [
  'voiceAccountability',
  'politicalStability',
  'governmentEffectiveness',
  'regulatoryQuality',
  'ruleOfLaw',
  'controlOfCorruption',
] as const;
export type GovernanceDimension = (typeof governanceDimensions)[number];
export type GovernanceRow = {
  iso2: string;
  year: number;
  estimates: Partial<Record<GovernanceDimension, { estimate: number; standardError: number | null }>>;
  provenance: Provenance;
};

/**
 * World Bank governance estimates of the latest year of the vintage in force: standard normal units, about -2.5 (weak) to 2.5 (strong),
 * each with its standard error. A dimension without an estimate is left out. Null when the country has none at all.
 */
export function governanceOf(iso2: string, asOf: string): GovernanceRow | null {
  const rows = tableRows('governance', asOf);
  for (let year = latestYear(rows); year > latestYear(rows) - 5; year -= 1) {
    const row = rows.get(`${iso2}:${year}`);
    if (!row) continue;
    const estimates: GovernanceRow['estimates'] = {};
    for (const dimension of governanceDimensions) {
      const value = row[dimension];
      if (value !== null) estimates[dimension] = { estimate: value, standardError: row[`${dimension}Se`] };
    }
    if (Object.keys(estimates).length > 0) return { iso2, year, estimates, provenance: row.provenance };
  }
  return null;
}

export type TraffickingTier = '1' | '2' | '2WL' | '3' | 'special';

/** Tier of the Trafficking in Persons Report in force; null when the report does not rank the country. `special` is a special case, not ranked. */
export function traffickingTierOf(
  iso2: string,
  asOf: string,
): { iso2: string; tier: TraffickingTier; note: string | null; provenance: Provenance } | null {
  const row = tableRow('trafficking-tiers', { iso2 }, asOf);
  return row && row.tier !== null ? { iso2, tier: row.tier, note: row.note, provenance: row.provenance } : null;
}

export const conventionCodes = ['C029', 'P029', 'C105', 'C138', 'C182'] as const;
export type ConventionCode = (typeof conventionCodes)[number];
export type ConventionStatus = {
  status: 'ratified' | 'not-ratified' | 'unknown';
  year: number | null;
  confidence: Provenance['confidence'] | null;
  provenance: Provenance | null;
};

/** Status of the five fundamental instruments on forced and child labour. `unknown` is not "not ratified". Null for a country that is no member of the ILO. */
export function conventionsOf(iso2: string, asOf: string): Record<ConventionCode, ConventionStatus> | null {
  const rows = tableRows('conventions', asOf);
  const statusOf = (code: ConventionCode): ConventionStatus => {
    const row = rows.get(`${iso2}:${code}`);
    if (!row || row.status === 'unknown') return { status: 'unknown', year: null, confidence: null, provenance: null };
    return { status: row.status, year: row.year, confidence: row.confidence, provenance: row.provenance };
  };
  if (!conventionCodes.some((code) => rows.has(`${iso2}:${code}`))) return null;
  return { C029: statusOf('C029'), P029: statusOf('P029'), C105: statusOf('C105'), C138: statusOf('C138'), C182: statusOf('C182') };
}

/** Share of informal employment in all employment, 0 to 1, of the latest year within the window; null when not held. */
export function informalityOf(
  iso2: string,
  asOf: string,
): { iso2: string; share: number; unit: string; yearFrom: number; yearTo: number; provenance: Provenance } | null {
  const row = tableRow('informality', { iso2 }, asOf);
  return row
    ? {
        iso2,
        share: row.informalPct / 100,
        unit: 'share of employment',
        yearFrom: row.yearFrom,
        yearTo: row.yearTo,
        provenance: row.provenance,
      }
    : null;
}

export type ConflictRow = {
  iso2: string;
  /** First and last year of the window. */
  years: [number, number];
  deathsPerYear: number;
  latestYear: number;
  latestDeaths: number;
  /** Mean yearly deaths per million people; null when the population is not held. */
  perMillion: number | null;
  provenance: Provenance;
};

/** Deaths in organized violence. The data set covers the whole world, so a country without a row had none (confidence `derived`). Null for an unknown code. */
export function conflictOf(iso2: string, asOf: string): ConflictRow | null {
  const country = countryRow(iso2, asOf);
  if (!country) return null;
  const table = referenceAt('conflict', asOf);
  const all = tableRows('conflict', asOf);
  const rows = [...all.values()].filter((row) => row.iso2 === iso2);
  const last = latestYear(all);
  const first = Math.min(...[...all.values()].map((row) => row.year));
  const deathsPerYear = rows.reduce((sum, row) => sum + row.total, 0) / (last - first + 1);
  return {
    iso2,
    years: [first, last],
    deathsPerYear,
    latestYear: last,
    latestDeaths: rows.find((row) => row.year === last)?.total ?? 0,
    perMillion: country.population2024 ? (deathsPerYear / country.population2024) * 1_000_000 : null,
    provenance: provenanceOf(table, iso2, rows.length === 0 ? 'derived' : 'confirmed'),
  };
}

const displacementParts = ['refugeesHosted', 'asylumSeekersHosted', 'othersInNeedHosted', 'unrwaRefugeesHosted', 'idps'] as const;
type DisplacementPart = (typeof displacementParts)[number];
export type DisplacementRow = {
  iso2: string;
  year: number;
  parts: Partial<Record<DisplacementPart, number>>;
  /** Parts without a figure: not known, so `displaced` is a lower bound while this is not empty. */
  missing: DisplacementPart[];
  displaced: number;
  /** Displaced people per thousand inhabitants; null when the population is not held. */
  perThousand: number | null;
  provenance: Provenance;
};

/** Displaced people who live in the country: hosted from abroad and displaced within. Null when no part is held. */
export function displacementOf(iso2: string, asOf: string): DisplacementRow | null {
  const row = tableRow('displacement', { iso2 }, asOf);
  if (!row) return null;
  const parts: DisplacementRow['parts'] = {};
  const missing: DisplacementPart[] = [];
  let displaced = 0;
  for (const part of displacementParts) {
    const value = row[part];
    if (value === null) missing.push(part);
    else {
      parts[part] = value;
      displaced += value;
    }
  }
  if (missing.length === displacementParts.length) return null;
  const population = countryRow(iso2, asOf)?.population2024 ?? null;
  return {
    iso2,
    year: row.year,
    parts,
    missing,
    displaced,
    perThousand: population ? (displaced / population) * 1000 : null,
    provenance: row.provenance,
  };
}

function latestYear(rows: ReadonlyMap<string, { year: number }>): number {
  let latest = 0;
  for (const row of rows.values()) latest = Math.max(latest, row.year);
  return latest;
}
