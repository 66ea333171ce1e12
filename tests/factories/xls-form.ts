import { type BookType, utils, write } from '@e965/xlsx';

/** A workbook of sheets given as rows of texts. */
export function workbookFile(sheets: Record<string, readonly (readonly string[])[]>, bookType: BookType = 'xlsx'): Buffer {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  return write(book, { type: 'buffer', bookType });
}

type Row = Record<string, string>;
type Form = { survey: readonly Row[]; choices?: readonly Row[]; settings?: Row; more?: Record<string, readonly (readonly string[])[]> };

/** Rows under the headers that any of them has, in the order of occurrence. */
export function tableOf(rows: readonly Row[]): string[][] {
  const head = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [head, ...rows.map((row) => head.map((column) => row[column] ?? ''))];
}

/** An XLSForm; the first row of each sheet is row 2. */
export function xlsFormFile({ survey, choices = [], settings, more = {} }: Form, bookType: BookType = 'xlsx'): Buffer {
  const sheets = {
    survey: tableOf(survey),
    ...(choices.length > 0 ? { choices: tableOf(choices) } : {}),
    ...(settings ? { settings: tableOf([settings]) } : {}),
    ...more,
  };
  return workbookFile(sheets, bookType);
}

/** A question as the condition of a form names it. */
export const named = (name: string): string => ['$', '{', name, '}'].join('');
/** The list yes and no. */
export const yesNo: readonly Row[] = [
  { list_name: 'yn', name: 'yes', label: 'Yes' },
  { list_name: 'yn', name: 'no', label: 'No' },
];
