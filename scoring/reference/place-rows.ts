import { z } from 'zod';
import { listCell, type Provenance, referenceAt, rowReader, type WithProvenance } from './tables.ts';

const namedRows = rowReader(z.object({ iso2: z.string(), reportYear: z.number().int(), note: z.string().nullable() }));
export type StateSponsored = WithProvenance<{ iso2: string; reportYear: number; note: string | null }>;

/** The row by which the newest report of the vintage in force names a government for a policy or pattern of trafficking; null when it does not. */
export function stateSponsoredOf(iso2: string, asOf: string): StateSponsored | null {
  const rows = namedRows(referenceAt('state-sponsored', asOf));
  let newest = 0;
  for (const { reportYear } of rows.values()) newest = Math.max(newest, reportYear);
  return rows.get(`${iso2}:${newest}`) ?? null;
}

const schemeRows = rowReader(
  z.object({
    iso2: z.string(),
    number: z.number().int(),
    kind: z.enum(['kafala', 'tied-permit']),
    scheme: z.string(),
    scope: z.string().nullable(),
    isicDivisions: listCell,
    since: z.string().nullable(),
    until: z.string().nullable(),
    reform: z.string().nullable(),
    reformDate: z.string().nullable(),
    stillTied: z.enum(['yes', 'partly', 'no', 'unclear']),
    note: z.string().nullable(),
  }),
);
export type SponsorshipScheme = WithProvenance<{
  iso2: string;
  number: number;
  kind: 'kafala' | 'tied-permit';
  scheme: string;
  scope: string | null;
  /** ISIC Rev.4 divisions it is used in; empty = all. */
  isicDivisions: string[];
  since: string | null;
  until: string | null;
  reform: string | null;
  reformDate: string | null;
  stillTied: 'yes' | 'partly' | 'no' | 'unclear';
  note: string | null;
}>;

/** What is held on schemes that tie migrants of a country to one employer, and on their reforms, in the order of the table; empty when none is held. */
export function sponsorshipOf(iso2: string, asOf: string): SponsorshipScheme[] {
  return [...schemeRows(referenceAt('sponsorship', asOf)).values()].filter((row) => row.iso2 === iso2);
}

const migrantRows = rowReader(
  z.object({ iso2: z.string(), share: z.number().min(0).max(100).nullable(), typeOfData: z.string().nullable() }),
);

/** International migrants among the people of a country, 0 to 1, mid-2020; null when not held. */
export function migrantPopulationOf(iso2: string, asOf: string): { share: number; provenance: Provenance } | null {
  const row = migrantRows(referenceAt('migrant-share', asOf)).get(iso2);
  return row && row.share !== null ? { share: row.share / 100, provenance: row.provenance } : null;
}

const informalRows = rowReader(
  z.object({ iso2: z.string(), informalPct: z.number().min(0).max(100), year: z.number().int().nullable(), survey: z.string().nullable() }),
);

/** Informal employment of all employment, 0 to 1, by the latest survey held; null when not held. */
export function informalEmploymentOf(iso2: string, asOf: string): { share: number; year: number | null; provenance: Provenance } | null {
  const row = informalRows(referenceAt('informal-employment', asOf)).get(iso2);
  return row ? { share: row.informalPct / 100, year: row.year, provenance: row.provenance } : null;
}

const percent = z.number().min(0).max(100).nullable();
const childRows = rowReader(
  z.object({ iso2: z.string(), agricultureEmployment: percent, birthRegistration: percent, outOfSchool: percent }),
);
export type ChildIndicators = WithProvenance<{
  iso2: string;
  agricultureEmployment: number | null;
  birthRegistration: number | null;
  outOfSchool: number | null;
}>;

/** Percentages that order countries by child labour; a null is not held. Null when the table has no row of the country. */
export function childIndicatorsOf(iso2: string, asOf: string): ChildIndicators | null {
  return childRows(referenceAt('child-indicators', asOf)).get(iso2) ?? null;
}

const estimateSchema = z.object({
  edition: z.string(),
  scheme: z.string(),
  region: z.string(),
  measure: z.string(),
  breakdown: z.string(),
  period: z.string(),
  people: z.number().nullable(),
  perThousand: z.number().nullable(),
  share: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  note: z.string().nullable(),
});
const estimateRows = rowReader(estimateSchema);
export type RegionalEstimate = WithProvenance<z.output<typeof estimateSchema>>;

/** Every published estimate by region, all editions: not to be compared with each other. */
export function regionalEstimates(asOf: string): RegionalEstimate[] {
  return [...estimateRows(referenceAt('regional-estimates', asOf)).values()];
}

/** People in forced labour of 1,000 people in a region of the ILO (or `World`), edition of 2022; null when it has no such region. */
export function regionalPrevalence(region: string, asOf: string): { perThousand: number; provenance: Provenance } | null {
  const row = regionalEstimates(asOf).find(
    (each) =>
      each.edition === 'ilo_walkfree_iom_2022' && each.measure === 'forced_labour' && each.breakdown === 'total' && each.region === region,
  );
  return row && row.perThousand !== null ? { perThousand: row.perThousand, provenance: row.provenance } : null;
}

const employmentSchema = z.object({
  level: z.enum(['total', 'section', 'ILO sector', 'division']),
  sections: z.string(),
  name: z.string(),
  year: z.number().int(),
  employedMillions: z.number(),
  employmentShare: z.number().nullable(),
  employeesMillions: z.number().nullable(),
  forcedLabourShare: z.number().nullable(),
  ratePerEmployeeLow: z.number().nullable(),
  ratePerEmployeeHigh: z.number().nullable(),
});
const employmentRows = rowReader(employmentSchema);
export type SectorEmployment = WithProvenance<z.output<typeof employmentSchema>>;

/** People at work in the world by section, and by the ILO's sectors of 2021 with their share (per cent) of adults in forced labour exploitation. */
export function sectorEmployment(asOf: string): SectorEmployment[] {
  return [...employmentRows(referenceAt('sector-employment', asOf)).values()];
}
