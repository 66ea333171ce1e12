import type { OwnEdition } from '#scoring';
import { countryOf, countryText, isBlank, numberIn, numberReader, textOf, yearOf } from './cells.server';
import { newestOfEach } from './newest-year.server';
import { type Entry, type Notes, type Sheet, type SheetRow, resolveEntries } from './reading.server';

const range = { least: 0, most: 100 };
type Cells = { iso2: string; informalPct: number; year: number | null; survey: string | null };

/** The newest year of each country, of both sexes and all branches; other breakdowns are set aside. */
export function readInformalEmployment(sheet: Sheet, notes: Notes): OwnEdition['tables'] {
  const column = sheet.headerOf('percent');
  const totals = sheet.rows.filter((row) => {
    if (isTotal(row)) return true;
    notes.count('other-breakdown');
    return false;
  });
  const read = numberReader(
    totals.map((row) => row.cell('percent').replace('%', '')),
    range,
  );
  const entries: (Entry<Cells> & { year: number })[] = [];
  for (const row of totals) {
    const indicator = row.cell('indicator');
    if (!isBlank(indicator) && !/informal|NIFL|0831/i.test(indicator)) {
      notes.refuse(row, 'unknown-indicator', { column: sheet.headerOf('indicator'), value: indicator });
      continue;
    }
    const iso2 = countryOf(sheet, row, notes);
    if (iso2 === null) continue;
    const year = yearOf(row, row.cell('year'), { column: sheet.headerOf('year'), notes });
    if (year === undefined) continue;
    const informalPct = numberIn({ row, cell: row.cell('percent'), column, notes, read: (cell) => read(cell.replace('%', '')) }, range);
    const survey = textOf(row, 'survey', { sheet, notes });
    if (informalPct === null) continue;
    const said = { iso2, informalPct, year: year ?? sheet.year, survey: survey !== null && isCode(survey) ? null : survey };
    entries.push({ row, key: `${iso2} ${said.year}`, label: countryText(row), cells: said, year: said.year ?? 0 });
  }
  // What the file does not say of a survey is left out of the row rather than said to be nothing.
  const rows = newestOfEach(resolveEntries(entries, notes), notes, sheet.headerOf('year')).map(({ cells: { survey, ...cells } }) => ({
    ...cells,
    ...(survey === null ? {} : { survey }),
    confidence: 'confirmed',
    note: null,
  }));
  return { 'informal-employment': { rows, removed: [] } };
}

/** Whether a row is about all people at work: both sexes, and of each classification the total. */
function isTotal(row: SheetRow): boolean {
  const [sex, ...breakdowns] = ['sex', 'breakdown', 'secondBreakdown'].map((field) => row.cell(field));
  if (sex !== undefined && !isBlank(sex) && !/^(SEX_T|(sex:\s*)?(total|both( sexes)?|all))$/i.test(sex)) return false;
  return breakdowns.every((cell) => isBlank(cell) || /((^|[_:\s])total|YGE15|15\+)$/i.test(cell));
}

/** "BA:480" is the code of a survey among those of ILOSTAT, and no name. */
const isCode = (survey: string): boolean => /^[A-Z]{1,3}:\d+$/.test(survey);
