import { type ReadRefusal, readLimits } from '~/platform/parser/limits';
import { readApart } from '~/platform/parser/read-apart.server';
import { cellsByName, openedSchema } from '~/platform/parser/workbook/sheets';
import type { LocalizedInstrument } from '#scoring';
import { isSigned, readStamp } from './sign-workbook.server';
import { cellsOf, type Filled, sentNow, type WorkbookRow, workbookRows } from './workbook-rows.server';
import { columns, firstRow, sheetName, stampCell } from './write-questionnaire.server';

export const refusalCodes = ['not-a-workbook', 'no-sheet', 'no-stamp', 'other-response', 'other-version', 'altered', 'formula'] as const;
export type WorkbookRefusal = (typeof refusalCodes)[number];

/** One cell that says something else than what is kept. */
export type ChangedCell = { cell: string; text: string; said: string; online: string };
/**
 * What a file changes of one question. `conflict`: it was answered online after the file was created. `fields`: the whole question as the form of its page
 * would send it.
 */
export type QuestionChange = {
  question: string;
  section: string;
  state: 'new' | 'changed' | 'conflict';
  cells: ChangedCell[];
  fields: [name: string, value: string][];
};
export type ReadQuestionnaire =
  | { kind: 'refused'; code: WorkbookRefusal; cell: string }
  | { kind: 'unread'; refusal: ReadRefusal }
  | { kind: 'read'; changes: QuestionChange[]; unchanged: number; invalid: ChangedCell[] };

/** More than the rows of any questionnaire. */
const sheetRows = 5_000;

/**
 * Reads a filled workbook against the current answers. Refused as a whole where a locked cell was altered, or it belongs to another response; an invalid cell
 * is reported and left out. A conflict: the file has a new value, and so has the online response since the file was made. The file is opened in a reader
 * process; `unread`: that process stopped. `owner`: whose place in the queue it takes.
 */
export async function readQuestionnaire(
  bytes: Uint8Array,
  options: { response: Filled; shownIn: (locale: string) => LocalizedInstrument; owner: string },
): Promise<ReadQuestionnaire> {
  const { response, owner } = options;
  const refuse = (code: WorkbookRefusal, cell = ''): ReadQuestionnaire => ({ kind: 'refused', code, cell });
  const job = { kind: 'workbook', owner, options: { sheetRows }, limits: readLimits.workbook, answer: openedSchema } as const;
  const opened = await readApart('table', { bytes }, job);
  if (!opened.ok) return { kind: 'unread', refusal: opened.refusal };
  if (opened.value === null) return refuse('not-a-workbook');
  const found = opened.value.find(({ name }) => name === sheetName);
  if (!found) return refuse('no-sheet', sheetName);
  const sheet = cellsByName(found);
  const mark = textAt(sheet, stampCell);
  const stamp = readStamp(mark);
  if (!stamp) return refuse('no-stamp', stampCell);
  if (stamp.response !== response.id) return refuse('other-response', stampCell);
  if (stamp.instrument !== response.instrumentKey) return refuse('other-version', stampCell);
  const shown = options.shownIn(stamp.locale);
  const rows = workbookRows(shown);
  const moved = rows.findIndex((row, index) => textAt(sheet, `${columns.code}${firstRow + index}`) !== row.code);
  if (moved >= 0) return refuse('altered', `${columns.code}${firstRow + moved}`);
  if (found.formula !== null) return refuse('formula', found.formula);
  const lines = rows.map((row, index) => [row.code, textAt(sheet, `${columns.before}${firstRow + index}`)] as const);
  if (!isSigned(mark, stamp, lines)) return refuse('altered', stampCell);
  return compare(sheet, { rows, lines, response, online: cellsOf(rows, response, shown) });
}

type Cells = ReadonlyMap<string, string>;
const textAt = (cells: Cells, at: string): string => cells.get(at) ?? '';

type Comparing = {
  rows: readonly WorkbookRow[];
  lines: readonly (readonly [string, string])[];
  response: Filled;
  online: readonly string[];
};

function compare(sheet: Cells, { rows, lines, response, online }: Comparing): ReadQuestionnaire {
  const changes = new Map<string, QuestionChange>();
  const invalid: ChangedCell[] = [];
  let unchanged = 0;
  for (const [index, row] of rows.entries()) {
    const at = firstRow + index;
    const answer = response.answers.get(row.question);
    const [said, before, now] = [textAt(sheet, `${columns.answer}${at}`), lines[index]?.[1] ?? '', online[index] ?? ''];
    const isFirst = row.question !== rows[index - 1]?.question;
    const note = isFirst ? textAt(sheet, `${columns.note}${at}`) : '';
    const isNoted = note !== '' && note !== (answer?.note ?? '');
    const isSaid = said !== before && said !== now;
    const sent = isSaid ? sentOf(row, said) : null;
    const changed = { cell: `${columns.answer}${at}`, text: row.text, said, online: now };
    if (isSaid && !sent) invalid.push(changed);
    if (!isSaid && said !== '') unchanged += 1;
    if (!sent && !isNoted) continue;
    const change = changes.get(row.question) ?? changeOf(row, { rows, response, online });
    changes.set(row.question, change);
    if (sent) {
      change.cells.push(changed);
      if (now !== before) change.state = 'conflict';
      setField(change, `${row.question}:${sent.field}`, sent.sent);
      if (sent.field === 'value') setField(change, `${row.question}:percent`, '');
      // None of these, or not knowing, written last takes the marks above it away.
      if (row.fact === 'value' && sent.sent !== '')
        change.fields = change.fields.filter(([name]) => !name.startsWith(`${row.question}:tick.`));
    }
    if (isNoted) {
      if (!sent) change.cells.push({ cell: `${columns.note}${at}`, text: row.text, said: note, online: answer?.note ?? '' });
      setField(change, `${row.question}:note`, note);
    }
  }
  return { kind: 'read', changes: [...changes.values()], unchanged, invalid };
}

/** A question as its page would send it unchanged. */
function changeOf(row: WorkbookRow, { rows, response, online }: Pick<Comparing, 'rows' | 'response' | 'online'>): QuestionChange {
  const answer = response.answers.get(row.question);
  const facts = rows.flatMap((each, index): [string, string][] =>
    each.question === row.question && each.fact !== null ? [[`${each.question}:${each.fact}`, fieldNow(each, online[index] ?? '')]] : [],
  );
  const fields: [string, string][] = facts.length > 0 ? facts : [[`${row.question}:value`, sentNow(row, response)]];
  return {
    question: row.question,
    section: row.sectionKey,
    state: answer ? 'changed' : 'new',
    cells: [],
    fields: [...fields, [`${row.question}:note`, answer?.note ?? ''], [`${row.question}:seen`, answer?.answeredAt.toISOString() ?? '']],
  };
}

/** What the form would send for what a cell shows: the value behind a label. */
const fieldNow = ({ choices }: WorkbookRow, shown: string): string => choices.find(({ label }) => label === shown)?.value ?? shown;

function setField(change: QuestionChange, name: string, value: string): void {
  change.fields = [...change.fields.filter(([known]) => known !== name), [name, value]];
}

/** What the page's own form would send for what a cell says; null when it is none of the question's answers. */
function sentOf(row: WorkbookRow, said: string): { field: string; sent: string } | null {
  if (said === '') return { field: row.fact ?? 'value', sent: '' };
  const choice = row.choices.find(({ label, value }) => fold(label) === fold(said) || value === said);
  if (choice) return { field: row.fact ?? 'value', sent: choice.value };
  const number = Number(said.replace(/\s|%/g, '').replace(',', '.'));
  switch (row.kind) {
    case 'choice':
      return null;
    case 'percent':
      return Number.isFinite(number) && number >= 0 && number <= 100 ? { field: row.fact ?? 'percent', sent: String(number) } : null;
    case 'ratio':
      return Number.isFinite(number) && number >= 1 && number <= 10 ? { field: row.fact ?? 'value', sent: String(number) } : null;
    case 'number':
      return Number.isFinite(number) && number >= 0 ? { field: row.fact ?? 'value', sent: String(number) } : null;
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(said) && !Number.isNaN(Date.parse(said)) ? { field: 'value', sent: said } : null;
    case 'text':
      return { field: 'value', sent: said };
  }
}

const fold = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
