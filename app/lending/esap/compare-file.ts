import { currencyDigits } from '~/suppliers/labour-recruiters/money';
import { readAmount } from './amount';
import { isChangeable, type Milestone, milestones, type Planned, type PlannedField, plannedFields } from './plan-lists';
import { columnOfField, fileColumns } from './plan-file';
import type { FileRow } from './read-plan-file.server';
import type { PlanItem, PlanRead } from './read-plan.server';

export type FieldChange = { field: PlannedField; before: Planned; after: Planned };
/** What a row changes of its line. `isStale`: the line was changed in the product since the file was made, and the file would undo that. */
export type ItemChange = {
  itemId: string;
  number: number;
  row: number;
  revision: number;
  isStale: boolean;
  fields: PlannedField[];
  before: Planned;
  planned: Planned;
};
export type RowRefusal = 'unknown-id' | 'changed-id' | 'twice' | 'not-open' | 'bad-cell' | 'other-plan';
export type RefusedRow = { row: number; code: RowRefusal; name: string; cells: { column: string; said: string }[] };
export type FileCompared = {
  changes: ItemChange[];
  added: { row: number; planned: Planned }[];
  refused: RefusedRow[];
  /** Items that are not in the file: they stay. */
  kept: { number: number; action: string }[];
  /** Read-only cells whose value differs. */
  untaken: { row: number; column: string; said: string }[];
  unchanged: number;
  /** Warnings on the resulting plan: costs in several currencies, items due before signing that are not conditions precedent. */
  currencies: string[];
  beforeSigning: { row: number; number: number | null; dueOn: string }[];
  /** The file was made of another version than the newest. */
  otherVersion: string | null;
};

/** A cell's value without the apostrophe that protects it from being read as a formula. */
const meant = (cell: string): string =>
  cell
    .replaceAll('\r\n', '\n')
    .trim()
    .replace(/^'(?=\s*[=+\-@\t\r\n|%])/u, '')
    .trim();

const longest: Partial<Record<PlannedField, number>> = {
  action: 4_000,
  reason: 4_000,
  reference: 200,
  deliverable: 2_000,
  owner: 200,
  indicator: 2_000,
};
const nothing: Planned = {
  ...{ action: '', reason: '', reference: '', deliverable: '', owner: '', dueOn: null },
  ...{ costMinor: null, currency: null, milestone: null, indicator: '' },
};

/**
 * Compares a file with the current plan, without writing. Rows are matched by id alone: an id from another plan is refused, and reported as changed where the
 * number belongs to an item. A row without id and number is a new item. `milestoneOf` reads a milestone's label.
 */
export function compareFile(rows: readonly FileRow[], plan: PlanRead, milestoneOf: (word: string) => Milestone | null): FileCompared {
  const lines = new Map(plan.lines.map((line) => [line.id, line]));
  const byNumber = new Map(plan.lines.map((line) => [String(line.number), line]));
  const seen = new Set<string>();
  const compared: FileCompared = {
    ...{ changes: [], added: [], refused: [], kept: [], untaken: [], unchanged: 0, currencies: [], beforeSigning: [], otherVersion: null },
  };
  const become = new Map<string, Planned>(plan.lines.filter(({ status }) => status !== 'dropped').map((line) => [line.id, line]));
  for (const fileRow of rows) {
    const { row, cells } = fileRow;
    const id = cells.id?.trim().toLowerCase() || null;
    const name = meant(cells.action ?? '').slice(0, 120);
    const refuse = (code: RowRefusal, bad: RefusedRow['cells'] = []) => compared.refused.push({ row, code, name, cells: bad });
    const deal = (cells.deal ?? cells.transaction ?? '').trim();
    if (deal !== '' && deal !== plan.deal.number) {
      refuse('other-plan', [{ column: 'deal', said: deal }]);
      continue;
    }
    const number = (cells.line_number ?? '').trim();
    const line = id === null ? undefined : lines.get(id);
    if (!line && (id !== null || number !== '')) {
      refuse(byNumber.has(number) ? 'changed-id' : 'unknown-id', [{ column: 'id', said: id === null ? '' : (cells.id ?? id) }]);
      // A line whose row came with another id is in the file all the same.
      const meantLine = byNumber.get(number);
      if (meantLine) seen.add(meantLine.id);
      continue;
    }
    if (line && seen.has(line.id)) {
      refuse('twice');
      continue;
    }
    if (line) seen.add(line.id);
    const { planned, bad } = plannedOf(cells, line ?? nothing, milestoneOf);
    if (bad.length > 0) {
      refuse('bad-cell', bad);
      continue;
    }
    if (line) {
      takeRow({ line, planned, fileRow, compared, refuse });
      noteUntaken(fileRow, { line, compared });
    } else compared.added.push({ row, planned });
    if (!line || compared.changes.at(-1)?.itemId === line.id) become.set(line?.id ?? `row ${row}`, planned);
    noteSigning(compared, { row, planned, number: line?.number ?? null, signedOn: plan.deal.signedOn });
    const version = (cells.plan_version ?? '').trim();
    if (version !== '' && version !== plan.version?.number.toString()) compared.otherVersion = version;
  }
  compared.kept = plan.lines.filter((line) => !seen.has(line.id)).map((line) => ({ number: line.number, action: line.action }));
  const currencies = [...new Set([...become.values()].flatMap(({ currency }) => currency ?? []))].sort();
  compared.currencies = currencies.length > 1 ? currencies : [];
  return compared;
}

function takeRow(of: {
  line: PlanItem;
  planned: Planned;
  fileRow: FileRow;
  compared: FileCompared;
  refuse: (code: RowRefusal) => void;
}): void {
  const { line, planned, fileRow, compared, refuse } = of;
  const fields = plannedFields.filter((field) => line[field] !== planned[field]);
  if (fields.length === 0) compared.unchanged += 1;
  else if (!isChangeable(line.status)) refuse('not-open');
  else {
    const readRevision = Number(fileRow.cells.revision || line.revision);
    const before = Object.fromEntries(plannedFields.map((field) => [field, line[field]])) as Planned;
    compared.changes.push({
      ...{ itemId: line.id, number: line.number, row: fileRow.row, revision: line.revision, isStale: readRevision !== line.revision },
      ...{ fields, before, planned },
    });
  }
}

/** Progress changes on the item's page only, by rules that a file cannot meet. */
function noteUntaken({ row, cells }: FileRow, { line, compared }: { line: PlanItem; compared: FileCompared }): void {
  for (const column of ['line_number', 'status', 'done_note', 'verified_seen', 'review_item', 'finding_id'] as const) {
    const said = cells[column]?.trim();
    const now = String(fileColumns[column]({ ...line, said: '' }) ?? '');
    if (said !== undefined && meant(said) !== meant(now)) compared.untaken.push({ row, column, said });
  }
}

function noteSigning(
  compared: FileCompared,
  { row, planned, number, signedOn }: { row: number; planned: Planned; number: number | null; signedOn: string | null },
): void {
  const { dueOn, milestone } = planned;
  if (signedOn !== null && dueOn !== null && dueOn < signedOn && milestone !== 'cp-signing')
    compared.beforeSigning.push({ row, number, dueOn });
}

/** The planned values of a row: its readable cells, else the item's values. Unreadable cells are reported. */
function plannedOf(
  cells: FileRow['cells'],
  now: Planned,
  milestoneOf: (word: string) => Milestone | null,
): { planned: Planned; bad: RefusedRow['cells'] } {
  const bad: RefusedRow['cells'] = [];
  const text = (field: 'action' | 'reason' | 'reference' | 'deliverable' | 'owner' | 'indicator') => {
    const cell = cells[columnOfField[field]];
    if (cell === undefined) return now[field];
    const said = meant(cell);
    // A value that equals its export counts as unchanged, blanks included.
    if (said === meant(now[field])) return now[field];
    if (said.length > (longest[field] ?? 0) || (field === 'action' && said === ''))
      bad.push({ column: columnOfField[field], said: said.slice(0, 80) });
    return said;
  };
  const planned: Planned = {
    ...{ action: text('action'), reason: text('reason'), reference: text('reference'), deliverable: text('deliverable') },
    ...{ owner: text('owner'), indicator: text('indicator') },
    ...{ dueOn: now.dueOn, milestone: now.milestone, costMinor: now.costMinor, currency: now.currency },
  };
  const [day, milestone] = [cells.due_on, cells.milestone].map((cell) => (cell === undefined ? undefined : meant(cell)));
  if (day !== undefined) {
    planned.dueOn = day === '' ? null : day;
    if (day !== '' && !isDay(day)) bad.push({ column: 'due_on', said: day.slice(0, 80) });
  }
  if (milestone !== undefined) {
    planned.milestone = milestone === '' ? null : milestoneOf(milestone);
    if (milestone !== '' && planned.milestone === null) bad.push({ column: 'milestone', said: milestone.slice(0, 80) });
  }
  if (cells.cost !== undefined || cells.currency !== undefined) readCost(cells, { now, planned, bad });
  return { planned, bad };
}

function readCost(cells: FileRow['cells'], { now, planned, bad }: { now: Planned; planned: Planned; bad: RefusedRow['cells'] }): void {
  const currency = cells.currency === undefined ? (now.currency ?? '') : meant(cells.currency).toUpperCase();
  const cost = cells.cost === undefined ? null : meant(cells.cost);
  if (currency !== '' && currencyDigits(currency) === null) {
    bad.push({ column: 'currency', said: currency.slice(0, 80) });
    return;
  }
  if (cost === '' || (cost === null && now.costMinor === null)) {
    // A currency without an amount is ignored, and an emptied amount is unknown.
    [planned.costMinor, planned.currency] = [null, null];
    return;
  }
  const minor = cost === null ? now.costMinor : currency === '' ? null : readAmount(cost, currency);
  if (minor === null) bad.push({ column: currency === '' ? 'currency' : 'cost', said: (cost ?? '').slice(0, 80) });
  [planned.costMinor, planned.currency] = [minor, currency === '' ? null : currency];
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}

/** A milestone by its code, or by one of the labels given. */
export function milestoneReader(words: (milestone: Milestone) => readonly string[]): (word: string) => Milestone | null {
  const fold = (text: string) => text.normalize('NFKC').trim().toLowerCase();
  return (word) => milestones.find((code) => code === fold(word) || words(code).some((each) => fold(each) === fold(word))) ?? null;
}
