import { governanceDimensions, type GovernanceRow, type TraffickingTier } from './country-rows.ts';
import type { WithProvenance } from './registry.ts';
import { type TableRow, tableRow, tableRows } from './rows.ts';

/** A placement in one report. `tier` null where more than one is possible: then `possible` names them. */
export type TierYear = WithProvenance<{ year: number; tier: TraffickingTier | null; possible: TraffickingTier[] }>;

/** Placements of a country in all reports that are held, oldest first; years that are not held are left out. */
export function traffickingTierYears(iso2: string, asOf: string): TierYear[] {
  return [...tableRows('trafficking-tier-history', asOf).values()]
    .filter((row) => row.iso2 === iso2)
    .map(({ year, tier, possible, provenance }) => ({ ...{ year, tier, provenance }, possible }))
    .sort((a, b) => a.year - b.year);
}

/** Governance estimates of a country for each year of the vintage in force, oldest first; a dimension without an estimate is left out. */
export function governanceYears(iso2: string, asOf: string): GovernanceRow[] {
  return [...tableRows('governance', asOf).values()]
    .filter((row) => row.iso2 === iso2)
    .map((row) => {
      const estimates: GovernanceRow['estimates'] = {};
      for (const dimension of governanceDimensions) {
        const estimate = row[dimension];
        if (estimate !== null) estimates[dimension] = { estimate, standardError: row[`${dimension}Se`] };
      }
      return { iso2, year: row.year, estimates, provenance: row.provenance };
    })
    .filter(({ estimates }) => Object.keys(estimates).length > 0)
    .sort((a, b) => a.year - b.year);
}

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
  const read = (measure: LabourInspection['measure']) => {
    const row = tableRow('labour-inspection', { iso2, measure }, asOf);
    return row && row.perTenThousand !== null ? { ...row, perTenThousand: row.perTenThousand } : null;
  };
  const [reported, derived] = [read('reported'), read('derived')];
  return reported && (!derived || (reported.year ?? 0) >= reportedSince) ? reported : derived;
}

export type EstimateRegions = TableRow<'estimate-regions'>;

/** The region in which each edition of the ILO's estimates counts a country; a null where none could be assigned. */
export function estimateRegionsOf(iso2: string, asOf: string): EstimateRegions | null {
  return tableRow('estimate-regions', { iso2 }, asOf);
}

export const otherConventionCodes = ['C087', 'C098', 'C100', 'C111', 'C155', 'C187'] as const;
export type OtherConvention = TableRow<'other-conventions'>;

/** Ratification of the six other fundamental instruments, in the order of their numbers; empty for a country that is no member of the ILO. */
export function otherConventionsOf(iso2: string, asOf: string): OtherConvention[] {
  return otherConventionCodes.flatMap((instrument) => tableRow('other-conventions', { iso2, instrument }, asOf) ?? []);
}
