import { type FormColumn, isUnreadColumn, meaningOf, readColumn } from './columns';
import { languageOf } from './languages';
import type { OpenedSheet } from './open-workbook.server';
import type { Remark } from './remarks';

/** The texts of a row by language; `other`: an unsupported language, where no column is in a supported one. */
export type Words = Record<string, string>;
/** One row of the survey, choices or settings: its plain cells and its texts; `unread`: cells of unsupported columns. */
export type FormRow = {
  row: number;
  cells: Record<string, string>;
  label: Words;
  hint: Words;
  guidance: Words;
  evidence: Words;
  unread: readonly { column: string; text: string }[];
};
export type FormSheet = { name: string; columns: ReadonlySet<string>; rows: FormRow[] };

type Placed = FormColumn & { at: number; head: string };
export const otherLanguage = 'other';
/** ODK and Kobo take more empty rows than these for the end of a sheet. */
const longestGap = 60;

const placedColumns = ({ head }: OpenedSheet): Placed[] => [...head].map(([at, text]) => ({ ...readColumn(text), at, head: text }));

/** Heads that mean the same, which no reader can tell apart. */
export function duplicateColumns(sheets: readonly OpenedSheet[]): Remark[] {
  return sheets.flatMap((sheet) => {
    const seen = new Map<string, string>();
    return placedColumns(sheet).flatMap((column): Remark[] => {
      const meaning = meaningOf(column);
      const first = seen.get(meaning);
      seen.set(meaning, first ?? column.head);
      return first === undefined ? [] : [{ code: 'duplicate-column', sheet: sheet.name, row: 1, detail: `${first}, ${column.head}` }];
    });
  });
}

export type Languages = {
  fallback: string;
  locales: string[];
  remarks: Remark[];
  localeOf: (language: string | undefined) => string | null;
};

/**
 * The languages of a form. A bare column is in the form's own language, English by default. Without English, the first language replaces it, even an
 * unsupported one.
 */
export function languagesOf(sheets: readonly OpenedSheet[], defaultLanguage: string | undefined): Languages {
  const remarks: Remark[] = [];
  const named = defaultLanguage === undefined || /^default$/i.test(defaultLanguage) ? undefined : defaultLanguage;
  const fallback = languageOf(named, 'en') ?? otherLanguage;
  const columns = sheets.flatMap((sheet) => placedColumns(sheet).map((column) => ({ ...column, sheet: sheet.name })));
  const worded = columns.filter((column) => column.kind === 'words');
  const known = new Set(worded.flatMap(({ language }) => languageOf(language, fallback) ?? []));
  const hasEnglish = known.has('en');
  const unknown = worded.filter(({ language }) => languageOf(language, fallback) === null);
  // Without a known language, the first unknown one is read as English.
  const first = unknown[0]?.language?.toLowerCase();
  const standsIn = [...known].some((locale) => locale !== otherLanguage) || known.has(otherLanguage) ? undefined : first;
  for (const { sheet, head, language } of unknown)
    if (language?.toLowerCase() !== standsIn) remarks.push({ code: 'unknown-language', sheet, row: 1, detail: head });
  if (worded.length > 0 && !hasEnglish) remarks.push({ code: 'no-english', ...(standsIn === undefined ? {} : { detail: first ?? '' }) });
  const localeOf = (language: string | undefined): string | null => {
    const locale = languageOf(language, fallback);
    if (locale !== null) return locale;
    return standsIn !== undefined && language?.toLowerCase() === standsIn ? otherLanguage : null;
  };
  return { fallback, remarks, localeOf, locales: [...known].filter((locale) => locale !== 'en' && locale !== otherLanguage) };
}

/** The rows of a sheet, each cell under the meaning of its column. Unknown columns are reported once. */
export function formRows(sheet: OpenedSheet, { languages, remarks }: { languages: Languages; remarks: Remark[] }): FormSheet {
  const columns = placedColumns(sheet);
  const filled = (at: number) => sheet.rows.some(({ cells }) => (cells.get(at) ?? '').trim() !== '');
  for (const column of columns)
    if (column.kind === 'own' && filled(column.at))
      remarks.push({ code: 'unknown-column', sheet: sheet.name, row: 1, detail: column.head });
  const bare = columns.flatMap((column) => (column.kind === 'words' && column.language === undefined ? [column] : []));
  for (const { word, at, head } of bare) {
    const duplicate = columns.find(
      (each) => each.kind === 'words' && each.word === word && each.at !== at && languages.localeOf(each.language) === languages.fallback,
    );
    if (duplicate && filled(at)) remarks.push({ code: 'shadowed-column', sheet: sheet.name, row: 1, detail: `${head}, ${duplicate.head}` });
  }
  const gap = sheet.rows.findIndex(({ row }, at) => row - (sheet.rows[at - 1]?.row ?? 1) > longestGap + 1);
  const beyond = gap < 0 ? undefined : sheet.rows[gap];
  if (beyond) remarks.push({ code: 'beyond-gap', sheet: sheet.name, row: beyond.row });
  return {
    name: sheet.name,
    columns: new Set(columns.flatMap((column) => (column.kind === 'plain' ? [column.name] : []))),
    rows: sheet.rows.slice(0, gap < 0 ? undefined : gap).map(({ row, cells }) => formRow(row, { cells, columns, languages })),
  };
}

type Given = { cells: ReadonlyMap<number, string>; columns: readonly Placed[]; languages: Languages };

function formRow(row: number, { cells, columns, languages }: Given): FormRow {
  const words: Record<'label' | 'hint' | 'guidance' | 'evidence', Words> = { label: {}, hint: {}, guidance: {}, evidence: {} };
  const plain: [string, string][] = [];
  const unread: { column: string; text: string }[] = [];
  for (const column of columns) {
    const text = cells.get(column.at) ?? '';
    const isEmpty = text.trim() === '';
    switch (column.kind) {
      case 'words': {
        const locale = languages.localeOf(column.language);
        const isShadowed = column.language === undefined && locale !== null && words[column.word][locale] !== undefined;
        if (locale !== null && !isEmpty && !isShadowed) words[column.word][locale] = text.trim();
        break;
      }
      case 'evidence':
        if (!isEmpty) words.evidence[column.locale] = text;
        break;
      case 'plain':
        if (isUnreadColumn(column.name)) {
          if (!isEmpty) unread.push({ column: column.head, text: text.trim() });
        } else plain.push([column.name, text]);
        break;
      case 'own':
        break;
    }
  }
  return { row, cells: Object.fromEntries(plain), ...words, unread };
}
