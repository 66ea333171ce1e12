import { z } from 'zod';
import { governanceDimensions, type GovernanceRow, type TraffickingTier } from './country-rows.ts';
import { provenanceOf, referenceAt, rowReader, type WithProvenance } from './tables.ts';

const tier = z.enum(['1', '2', '2WL', '3', 'special']);
const tierYearRows = rowReader(
  z.object({ iso2: z.string(), year: z.number().int(), tier: tier.nullable(), possible: z.string().nullable() }),
);
/** A placement in one report. `tier` null where more than one is possible: then `possible` names them. */
export type TierYear = WithProvenance<{ year: number; tier: TraffickingTier | null; possible: TraffickingTier[] }>;

/** Placements of a country in all reports that are held, oldest first; years that are not held are left out. */
export function traffickingTierYears(iso2: string, asOf: string): TierYear[] {
  return [...tierYearRows(referenceAt('trafficking-tier-history', asOf)).values()]
    .filter((row) => row.iso2 === iso2)
    .map(({ year, tier: placed, possible, provenance }) => ({
      ...{ year, tier: placed, provenance },
      possible: (possible ?? '').split('|').flatMap((each) => tier.safeParse(each).data ?? []),
    }))
    .sort((a, b) => a.year - b.year);
}

const yearKey = z.object({ iso2: z.string(), year: z.number().int() }).catchall(z.number().nullable());
const governanceYearRows = rowReader(yearKey);

/** Governance estimates of a country for each year of the vintage in force, oldest first; a dimension without an estimate is left out. */
export function governanceYears(iso2: string, asOf: string): GovernanceRow[] {
  const table = referenceAt('governance', asOf);
  return [...governanceYearRows(table).entries()]
    .filter(([, row]) => row.iso2 === iso2)
    .map(([key, row]) => {
      const estimates: GovernanceRow['estimates'] = {};
      const cells: Record<string, unknown> = row;
      for (const dimension of governanceDimensions) {
        const [estimate, error] = [cells[dimension], cells[`${dimension}Se`]];
        if (typeof estimate === 'number') estimates[dimension] = { estimate, standardError: typeof error === 'number' ? error : null };
      }
      return { iso2, year: row.year, estimates, provenance: provenanceOf(table, key, row.provenance.confidence) };
    })
    .filter(({ estimates }) => Object.keys(estimates).length > 0)
    .sort((a, b) => a.year - b.year);
}

const inspectionRows = rowReader(
  z.object({
    iso2: z.string(),
    measure: z.enum(['reported', 'derived']),
    perTenThousand: z.number().min(0).nullable(),
    year: z.number().int().nullable(),
    inspectors: z.number().min(0).nullable(),
  }),
);
export type LabourInspection = WithProvenance<{
  /** By the country to the ILO, or derived from inspectors that the Department of Labor of the United States counted. */
  measure: 'reported' | 'derived';
  perTenThousand: number;
  year: number | null;
  inspectors: number | null;
}>;

/** A figure that a country reported before this year is older than the derived one. */
const reportedSince = 2018;

/** Labour inspectors per 10,000 people at work: the reported figure unless it is old and a derived one is held; null when none is held. */
export function labourInspectionOf(iso2: string, asOf: string): LabourInspection | null {
  const rows = inspectionRows(referenceAt('labour-inspection', asOf));
  const read = (measure: LabourInspection['measure']) => {
    const row = rows.get(`${iso2}:${measure}`);
    return row && row.perTenThousand !== null ? { ...row, perTenThousand: row.perTenThousand } : null;
  };
  const [reported, derived] = [read('reported'), read('derived')];
  return reported && (!derived || (reported.year ?? 0) >= reportedSince) ? reported : derived;
}

const regionRows = rowReader(
  z.object({ iso2: z.string(), of2005: z.string().nullable(), of2012: z.string().nullable(), of2022: z.string().nullable() }),
);
export type EstimateRegions = WithProvenance<{ of2005: string | null; of2012: string | null; of2022: string | null }>;

/** The region in which each edition of the ILO's estimates counts a country; a null where none could be assigned. */
export function estimateRegionsOf(iso2: string, asOf: string): EstimateRegions | null {
  return regionRows(referenceAt('estimate-regions', asOf)).get(iso2) ?? null;
}

export const otherConventionCodes = ['C087', 'C098', 'C100', 'C111', 'C155', 'C187'] as const;
const otherRows = rowReader(
  z.object({
    iso2: z.string(),
    instrument: z.enum(otherConventionCodes),
    status: z.enum(['ratified', 'not-ratified', 'unknown']),
    year: z.number().int().nullable(),
  }),
);
export type OtherConvention = WithProvenance<{
  instrument: (typeof otherConventionCodes)[number];
  status: 'ratified' | 'not-ratified' | 'unknown';
  year: number | null;
}>;

/** Ratification of the six other fundamental instruments, in the order of their numbers; empty for a country that is no member of the ILO. */
export function otherConventionsOf(iso2: string, asOf: string): OtherConvention[] {
  const rows = otherRows(referenceAt('other-conventions', asOf));
  return otherConventionCodes.flatMap((code) => rows.get(`${iso2}:${code}`) ?? []);
}
