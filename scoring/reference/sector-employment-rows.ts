import { z } from 'zod';
import { referenceAt, rowReader, type WithProvenance } from './tables.ts';

const share = z.number().min(0).nullable();
const employmentSchema = z.object({
  level: z.enum(['total', 'section', 'ILO sector', 'division']),
  sections: z.string(),
  name: z.string(),
  year: z.number().int(),
  employedMillions: share,
  employmentShare: share,
  employeesMillions: share,
  forcedLabourShare: share,
  ratePerWorker: share,
  ratePerEmployeeLow: share,
  ratePerEmployeeHigh: share,
});
const employmentRows = rowReader(employmentSchema);
/** People at work of the world in a group of ISIC sections, in millions; shares in per cent; rates against the average of all sectors. */
export type SectorEmployment = WithProvenance<z.output<typeof employmentSchema>>;

/**
 * People at work of the world in the group of sections that a section belongs to, in the newest year, and the sector of the ILO's estimates it is counted in.
 * Nulls where the table has none. Domestic work (division 97) has a sector of its own.
 */
export function sectorEmploymentOf(
  { section, division }: { section: string; division: string },
  asOf: string,
): { group: SectorEmployment | null; iloSector: SectorEmployment | null } {
  const rows = [...employmentRows(referenceAt('sector-employment', asOf)).values()];
  const holds = ({ sections }: SectorEmployment) => sections.split(';').includes(section);
  const groups = rows.filter((row) => row.level === 'section' && holds(row)).sort((a, b) => b.year - a.year);
  const ilo = rows.filter((row) => row.level === 'ILO sector');
  const iloSector = division === '97' ? ilo.find(({ sections }) => sections.includes('(97)')) : ilo.find(holds);
  return { group: groups[0] ?? null, iloSector: iloSector ?? null };
}
