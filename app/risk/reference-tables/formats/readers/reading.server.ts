import type { EditionTable } from '../format';
import { type Columns, matchColumns } from '../match-columns';
import type { Remark, RemarkCode } from '../remark';
import type { OwnTableKind } from '#scoring';

/** A row with its place among the rows of the file, and a cell by the name of its field; '' where the file has no such column. */
export type SheetRow = { at: number; number: number; cell: (field: string) => string; cellAt: (index: number) => string };
/** A file as a format reads it. */
export type Sheet = {
  header: readonly string[];
  columns: Columns;
  rows: readonly SheetRow[];
  has: (field: string) => boolean;
  /** The header of a field as the file has it; the name of the field where it has none. */
  headerOf: (field: string) => string;
  /** The year of all rows, where a person gave it. */
  year: number | null;
};

/** Remarks on a file, and rows left out. */
export type Notes = {
  remarks: Remark[];
  refuse: (row: SheetRow, code: RemarkCode, about?: { column?: string | null; value?: string | null }) => void;
  note: (row: SheetRow | null, code: RemarkCode, about?: { column?: string | null; value?: string | null }) => void;
  /** Counts rows that share one remark at the end. */
  count: (code: RemarkCode, column?: string | null) => void;
  isRefused: (row: SheetRow) => boolean;
  refusedRows: () => number;
};

const mostListed = 1_000;
const mostValue = 200;

export function openSheet(kind: OwnTableKind, table: EditionTable, year: number | null): Sheet {
  const columns = matchColumns(kind, table.header);
  const rows = table.rows.map(({ number, cells }, at) => {
    const cellAt = (index: number) => soundCell(cells[index] ?? '');
    const cell = (field: string) => {
      const index = columns.get(field);
      return index === undefined ? '' : cellAt(index);
    };
    return { at, number, cell, cellAt };
  });
  const headerOf = (field: string) => table.header[columns.get(field) ?? -1] ?? field;
  return { header: table.header, columns, rows, has: (field) => columns.has(field), headerOf, year };
}

/** A cell as it can be kept: no control characters, no lone halves of a character, single spaces. */
const soundCell = (text: string): string =>
  text
    .replace(/[\p{Cc}\u200b-\u200d\u2060\ufeff\u00ad\s]+/gu, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .normalize('NFC')
    .trim();

export function takeNotes(): Notes {
  const remarks: Remark[] = [];
  const refused = new Set<number>();
  const counts = new Map<string, { remark: Remark; count: number }>();
  let unlisted = 0;
  const add = (remark: Remark) => {
    if (remark.row !== null && remarks.length >= mostListed) unlisted += 1;
    else remarks.push(remark);
  };
  const note: Notes['note'] = (row, code, { column = null, value = null } = {}) =>
    add({ code, row: row?.number ?? null, column, value: value === null ? null : shorten(value) });
  return {
    get remarks() {
      const counted = [...counts.values()].map(({ remark, count }) => ({ ...remark, value: String(count) }));
      const more: Remark[] = unlisted > 0 ? [{ code: 'more-remarks', row: null, column: null, value: String(unlisted) }] : [];
      return [...remarks, ...counted, ...more];
    },
    note,
    refuse: (row, code, about) => {
      refused.add(row.at);
      note(row, code, about);
    },
    count: (code, column = null) => {
      const key = `${code} ${column}`;
      const known = counts.get(key);
      if (known) known.count += 1;
      else counts.set(key, { remark: { code, row: null, column, value: null }, count: 1 });
    },
    isRefused: (row) => refused.has(row.at),
    refusedRows: () => refused.size,
  };
}

function shorten(value: string): string {
  return value.length <= mostValue ? value : `${value.slice(0, mostValue - 1).replace(/\p{Surrogate}$/u, '')}…`;
}

/** What one row says under one key. */
export type Entry<Cells> = { row: SheetRow; key: string; label: string; cells: Cells };

/**
 * Entries with a key of their own each: the same said twice counts once, and rows that contradict each other under one key are left out, each by name. Entries of
 * rows that were left out for another reason are dropped.
 */
export function resolveEntries<Each extends Entry<unknown>>(entries: readonly Each[], notes: Notes): Each[] {
  const accepted = entries.filter(({ row }) => !notes.isRefused(row));
  const byKey = new Map<string, Each[]>();
  for (const entry of accepted) {
    const known = byKey.get(entry.key);
    if (known) known.push(entry);
    else byKey.set(entry.key, [entry]);
  }
  for (const group of byKey.values()) {
    const [first] = group;
    if (!first || group.length === 1) continue;
    const text = JSON.stringify(first.cells);
    if (group.every(({ cells }) => JSON.stringify(cells) === text)) {
      for (const _ of group.slice(1)) notes.count('repeated');
      continue;
    }
    const rows = new Map(group.map(({ row }) => [row.at, row]));
    for (const row of rows.values()) notes.refuse(row, 'contradiction', { value: first.label });
  }
  return [...byKey.values()].flatMap((group) => {
    const first = group.find(({ row }) => !notes.isRefused(row));
    return first ? [first] : [];
  });
}
