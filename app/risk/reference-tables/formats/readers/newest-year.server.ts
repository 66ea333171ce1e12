import type { Notes, SheetRow } from './reading.server';

type Dated = { row: SheetRow; year: number; cells: { iso2: string } };

/** The entries of the newest year of a file that is an edition as a whole; how many rows are older is said once. */
export function newestYear<Each extends Dated>(entries: readonly Each[], notes: Notes, column: string): Each[] {
  const newest = entries.reduce((latest, { year }) => Math.max(latest, year), 0);
  return setAside(entries, notes, { column, isKept: ({ year }) => year === newest });
}

/** The newest entry of each country, of a file in which countries are surveyed in different years. */
export function newestOfEach<Each extends Dated>(entries: readonly Each[], notes: Notes, column: string): Each[] {
  const newest = new Map<string, number>();
  for (const { cells, year } of entries) newest.set(cells.iso2, Math.max(newest.get(cells.iso2) ?? 0, year));
  return setAside(entries, notes, { column, isKept: ({ cells, year }) => newest.get(cells.iso2) === year });
}

function setAside<Each extends Dated>(
  entries: readonly Each[],
  notes: Notes,
  { column, isKept }: { column: string; isKept: (entry: Each) => boolean },
): Each[] {
  return entries.filter((entry) => {
    if (isKept(entry)) return true;
    notes.count('older-years', column);
    return false;
  });
}
