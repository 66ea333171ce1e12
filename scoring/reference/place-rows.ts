import type { Provenance } from './registry.ts';
import { type TableRow, tableRow, tableRows } from './rows.ts';

export type StateSponsored = TableRow<'state-sponsored'>;

/** The row by which the newest report of the vintage in force names a government for a policy or pattern of trafficking; null when it does not. */
export function stateSponsoredOf(iso2: string, asOf: string): StateSponsored | null {
  const rows = tableRows('state-sponsored', asOf);
  let newest = 0;
  for (const { reportYear } of rows.values()) newest = Math.max(newest, reportYear);
  return rows.get(`${iso2}:${newest}`) ?? null;
}

export type SponsorshipScheme = TableRow<'sponsorship'>;

/** What is held on schemes that tie migrants of a country to one employer, and on their reforms, in the order of the table; empty when none is held. */
export function sponsorshipOf(iso2: string, asOf: string): SponsorshipScheme[] {
  return [...tableRows('sponsorship', asOf).values()].filter((row) => row.iso2 === iso2);
}

/** International migrants among the people of a country, 0 to 1, mid-2020; null when not held. */
export function migrantPopulationOf(iso2: string, asOf: string): { share: number; provenance: Provenance } | null {
  const row = tableRow('migrant-share', { iso2 }, asOf);
  return row && row.share !== null ? { share: row.share / 100, provenance: row.provenance } : null;
}

/** Informal employment of all employment, 0 to 1, by the latest survey held; null when not held. */
export function informalEmploymentOf(iso2: string, asOf: string): { share: number; year: number | null; provenance: Provenance } | null {
  const row = tableRow('informal-employment', { iso2 }, asOf);
  return row ? { share: row.informalPct / 100, year: row.year, provenance: row.provenance } : null;
}

export type ChildIndicators = TableRow<'child-indicators'>;

/** Percentages that order countries by child labour; a null is not held. Null when the table has no row of the country. */
export function childIndicatorsOf(iso2: string, asOf: string): ChildIndicators | null {
  return tableRow('child-indicators', { iso2 }, asOf);
}

export type RegionalEstimate = TableRow<'regional-estimates'>;

/** Every published estimate by region, all editions: not to be compared with each other. */
export function regionalEstimates(asOf: string): RegionalEstimate[] {
  return [...tableRows('regional-estimates', asOf).values()];
}

/** People in forced labour of 1,000 people in a region of the ILO (or `World`), edition of 2022; null when it has no such region. */
export function regionalPrevalence(region: string, asOf: string): { perThousand: number; provenance: Provenance } | null {
  const row = regionalEstimates(asOf).find(
    (each) =>
      each.edition === 'ilo_walkfree_iom_2022' && each.measure === 'forced_labour' && each.breakdown === 'total' && each.region === region,
  );
  return row && row.perThousand !== null ? { perThousand: row.perThousand, provenance: row.provenance } : null;
}

export type SectorEmployment = TableRow<'sector-employment'>;

/** People at work in the world by section, and by the ILO's sectors of 2021 with their share (per cent) of adults in forced labour exploitation. */
export function sectorEmployment(asOf: string): SectorEmployment[] {
  return [...tableRows('sector-employment', asOf).values()];
}
