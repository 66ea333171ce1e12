import { type SectorEmployment, sectorEmployment } from './place-rows.ts';

/**
 * People at work of the world in the group of sections that a section belongs to, in the newest year, and the sector of the ILO's estimates it is counted in.
 * Nulls where the table has none. Domestic work (division 97) has a sector of its own.
 */
export function sectorEmploymentOf(
  { section, division }: { section: string; division: string },
  asOf: string,
): { group: SectorEmployment | null; iloSector: SectorEmployment | null } {
  const rows = sectorEmployment(asOf);
  const holds = ({ sections }: SectorEmployment) => sections.split(';').includes(section);
  const groups = rows.filter((row) => row.level === 'section' && holds(row)).sort((a, b) => b.year - a.year);
  const ilo = rows.filter((row) => row.level === 'ILO sector');
  const iloSector = division === '97' ? ilo.find(({ sections }) => sections.includes('(97)')) : ilo.find(holds);
  return { group: groups[0] ?? null, iloSector: iloSector ?? null };
}
