import { z } from 'zod';
import { referenceConfidenceSchema } from './schema.ts';
import { type Provenance, provenanceOf, referenceAt, rowReader, type WithProvenance } from './tables.ts';

const yesNo = z.enum(['yes', 'no']).transform((word) => word === 'yes');
const people = z.number().int().min(0).nullable();

const countrySchema = z.object({
  iso2: z.string().length(2),
  iso3: z.string().length(3),
  name: z.string(),
  region: z.string().nullable(),
  subregion: z.string().nullable(),
  iloRegion: z.string().nullable(),
  incomeGroupFy2027: z.string().nullable(),
  population2024: people,
  oecdMember: yesNo,
  epDesignated2021: yesNo,
});
const countryRows = rowReader(countrySchema);
export type CountryRow = WithProvenance<z.output<typeof countrySchema>>;

/** A country or area by ISO 3166-1 alpha-2 (`XK` for Kosovo); null when there is no such code. */
export function countryRow(iso2: string, asOf: string): CountryRow | null {
  return countryRows(referenceAt('countries', asOf)).get(iso2) ?? null;
}

/** All countries and areas of the vintage in force, by code. */
export function countryRowsAt(asOf: string): CountryRow[] {
  return [...countryRows(referenceAt('countries', asOf)).values()];
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
const estimate = z.number().min(-3).max(3).nullable();
const standardError = z.number().min(0).max(3).nullable();
const governanceRows = rowReader(
  z.object({
    iso2: z.string(),
    year: z.number().int(),
    voiceAccountability: estimate,
    voiceAccountabilitySe: standardError,
    politicalStability: estimate,
    politicalStabilitySe: standardError,
    governmentEffectiveness: estimate,
    governmentEffectivenessSe: standardError,
    regulatoryQuality: estimate,
    regulatoryQualitySe: standardError,
    ruleOfLaw: estimate,
    ruleOfLawSe: standardError,
    controlOfCorruption: estimate,
    controlOfCorruptionSe: standardError,
  }),
);
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
  const table = referenceAt('governance', asOf);
  const rows = governanceRows(table);
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

const tierSchema = z.object({ iso2: z.string(), tier: z.enum(['1', '2', '2WL', '3', 'special']).nullable(), note: z.string().nullable() });
const tierRows = rowReader(tierSchema);
export type TraffickingTier = '1' | '2' | '2WL' | '3' | 'special';

/** Tier of the Trafficking in Persons Report in force; null when the report does not rank the country. `special` is a special case, not ranked. */
export function traffickingTierOf(
  iso2: string,
  asOf: string,
): { iso2: string; tier: TraffickingTier; note: string | null; provenance: Provenance } | null {
  const row = tierRows(referenceAt('trafficking-tiers', asOf)).get(iso2);
  return row && row.tier !== null ? { iso2, tier: row.tier, note: row.note, provenance: row.provenance } : null;
}

export const conventionCodes = ['C029', 'P029', 'C105', 'C138', 'C182'] as const;
export type ConventionCode = (typeof conventionCodes)[number];
const conventionRows = rowReader(
  z.object({
    iso2: z.string(),
    instrument: z.enum(conventionCodes),
    status: z.enum(['ratified', 'not-ratified', 'unknown']),
    year: z.number().int().nullable(),
    confidence: referenceConfidenceSchema.nullable(),
    note: z.string().nullable(),
  }),
);
export type ConventionStatus = {
  status: 'ratified' | 'not-ratified' | 'unknown';
  year: number | null;
  confidence: Provenance['confidence'] | null;
  provenance: Provenance | null;
};

/** Status of the five fundamental instruments on forced and child labour. `unknown` is not "not ratified". Null for a country that is no member of the ILO. */
export function conventionsOf(iso2: string, asOf: string): Record<ConventionCode, ConventionStatus> | null {
  const rows = conventionRows(referenceAt('conventions', asOf));
  const statusOf = (code: ConventionCode): ConventionStatus => {
    const row = rows.get(`${iso2}:${code}`);
    if (!row || row.status === 'unknown') return { status: 'unknown', year: null, confidence: null, provenance: null };
    return { status: row.status, year: row.year, confidence: row.confidence, provenance: row.provenance };
  };
  if (!conventionCodes.some((code) => rows.has(`${iso2}:${code}`))) return null;
  return { C029: statusOf('C029'), P029: statusOf('P029'), C105: statusOf('C105'), C138: statusOf('C138'), C182: statusOf('C182') };
}

const informalityRows = rowReader(
  z.object({ iso2: z.string(), informalPct: z.number().min(0).max(100), yearFrom: z.number().int(), yearTo: z.number().int() }),
);

/** Share of informal employment in all employment, 0 to 1, of the latest year within the window; null when not held. */
export function informalityOf(
  iso2: string,
  asOf: string,
): { iso2: string; share: number; unit: string; yearFrom: number; yearTo: number; provenance: Provenance } | null {
  const row = informalityRows(referenceAt('informality', asOf)).get(iso2);
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

const conflictRows = rowReader(z.object({ iso2: z.string(), year: z.number().int(), total: z.number().int().min(0) }));
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
  const all = conflictRows(table);
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
const displacementRows = rowReader(
  z.object({
    iso2: z.string(),
    year: z.number().int(),
    refugeesHosted: people,
    asylumSeekersHosted: people,
    othersInNeedHosted: people,
    unrwaRefugeesHosted: people,
    idps: people,
  }),
);
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
  const row = displacementRows(referenceAt('displacement', asOf)).get(iso2);
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

function latestYear(rows: Map<string, { year: number }>): number {
  let latest = 0;
  for (const row of rows.values()) latest = Math.max(latest, row.year);
  return latest;
}
