import { createHash } from 'node:crypto';
import { foldEntityName, type OwnEdition } from '#scoring';
import { countryOf, dateReader, isBlank, partialDate, textOf } from './cells.server';
import { nameSet, namesInText, orderScopes, scopeInText } from './order-names';
import { orderStateOf } from './order-states';
import { type Entry, type Notes, type Sheet, type SheetRow, resolveEntries } from './reading.server';
import { type ReleasedRow, releasedNames, textIn } from './released-names.server';

type Cells = Record<string, string | null> & { id: string; entity: string };
type About = { sheet: Sheet; notes: Notes; read: (cell: string) => string | null };

/**
 * Orders and findings. A row that meets a released one (country, names and date) takes its number, and keeps what the file does not say of it; any other gets a number
 * from its own content, the same each time.
 */
export function readImportOrders(sheet: Sheet, notes: Notes): OwnEdition['tables'] {
  const read = dateReader(sheet.rows.flatMap((row) => [row.cell('issued'), row.cell('statusSince')]));
  const entries: Entry<Cells>[] = [];
  for (const row of sheet.rows) {
    const cells = readRow(row, { sheet, notes, read });
    if (cells && !notes.isRefused(row)) entries.push({ row, key: cells.id, label: cells.entity, cells });
  }
  return { 'import-orders': { rows: resolveEntries(entries, notes).map(({ cells }) => cells), removed: [] } };
}

function readRow(row: SheetRow, about: About): Cells | null {
  const { sheet, notes } = about;
  const iso2 = countryOf(sheet, row, notes);
  const state = stateOf(row, sheet, notes);
  const issued = dateOf(row, 'issued', about);
  const since = dateOf(row, 'statusSince', about);
  const written = textOf(row, 'entity', { sheet, notes, most: 2000 });
  const goods = textOf(row, 'merchandise', { sheet, notes, most: 1000 });
  const note = textOf(row, 'note', { sheet, notes, most: 1000 });
  if (iso2 === null || state === null || notes.isRefused(row)) return null;
  const entity = written ?? goods;
  if (entity === null) {
    notes.refuse(row, 'missing-value', { column: sheet.headerOf('entity') });
    return null;
  }
  const given = row.cell('kind');
  const isFinding = isBlank(given) ? state.isFinding : /finding/i.test(given);
  const released = meet({ iso2, entity, issued, goods, isFinding });
  const kind = isFinding ? 'finding' : isBlank(given) ? textIn(released?.cells.kind) || 'order' : 'order';
  const scope = scopeOf(row, { entity: written, released, sheet, notes });
  if (scope === null) return null;
  const keep = (field: string): string | null => textIn(released?.cells[field]) || null;
  const names = namesInText(entity).join('|');
  const isSameState = released?.cells.state === state.state;
  return {
    id: released?.key ?? ownId([iso2, nameSet(namesInText(entity)), issued ?? '', kind, foldEntityName(goods ?? '')]),
    iso2,
    entity: keep('entity') ?? entity,
    names: scope === 'named' ? (keep('names') ?? names) : null,
    scope,
    merchandise: goods ?? keep('merchandise'),
    kind,
    issued: issued ?? keep('issued'),
    issuedConfidence: issued ? 'confirmed' : keep('issuedConfidence'),
    state: state.state,
    stateSince: state.state === 'in-force' ? null : (since ?? (isSameState ? keep('stateSince') : null)),
    isicDivisions: keep('isicDivisions'),
    confidence: 'confirmed',
    note: note ?? keep('note'),
  };
}

const ownId = (parts: readonly string[]): string => `own-${createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12)}`;

function stateOf(row: SheetRow, sheet: Sheet, notes: Notes) {
  const cell = row.cell('status');
  const column = sheet.headerOf('status');
  const state = orderStateOf(cell);
  if (state?.isAssumed) notes.note(row, 'status-assumed', { column, value: cell });
  if (state === null && isBlank(cell)) notes.refuse(row, 'missing-value', { column });
  else if (state === null) notes.refuse(row, 'unknown-status', { column, value: cell });
  return state;
}

function dateOf(row: SheetRow, field: 'issued' | 'statusSince', { sheet, notes, read }: About): string | null {
  const cell = row.cell(field);
  if (isBlank(cell)) return null;
  const date = partialDate(cell, read);
  if (date === null) notes.refuse(row, 'not-a-date', { column: sheet.headerOf(field), value: cell });
  return date;
}

type Scoped = { entity: string | null; released: ReleasedRow | undefined; sheet: Sheet; notes: Notes };

/** The column, the released order, the order's text, in this order; what is read from the text is reported. */
function scopeOf(row: SheetRow, { entity, released, sheet, notes }: Scoped): 'named' | 'region' | 'country' | null {
  const cell = row.cell('scope');
  const column = sheet.headerOf('scope');
  if (!isBlank(cell)) {
    const scope = orderScopes.find(([pattern]) => pattern.test(cell))?.[1];
    if (!scope) notes.refuse(row, 'unknown-scope', { column, value: cell });
    else if (scope !== 'named' || entity !== null) return scope;
    else notes.refuse(row, 'missing-value', { column: sheet.headerOf('entity') });
    return null;
  }
  const known = released?.cells.scope;
  if (known === 'named' || known === 'region' || known === 'country') return known;
  const scope = entity === null ? 'country' : scopeInText(entity);
  if (scope !== null) notes.note(row, 'scope-assumed', { column, value: scope });
  return scope ?? 'named';
}

type Order = { iso2: string; entity: string; issued: string | null; goods: string | null; isFinding: boolean };

/** The released order that a row is about; of several, the one of the same kind, day and goods. */
function meet({ iso2, entity, issued, goods, isFinding }: Order): ReleasedRow | undefined {
  const { byName } = releasedNames('import-orders', 'names');
  const names = nameSet(namesInText(entity));
  const folded = foldEntityName(entity);
  const kind = isFinding ? 'finding' : 'order';
  const isSame = ({ cells }: ReleasedRow) =>
    cells.iso2 === iso2 &&
    (foldEntityName(textIn(cells.entity)) === folded || nameSet(textIn(cells.names).split('|')) === names) &&
    isSameDay(textIn(cells.issued), issued);
  const found = new Set([folded, ...namesInText(entity).map((name) => foldEntityName(name))].flatMap((name) => byName.get(name) ?? []));
  const closeness = ({ cells }: ReleasedRow) =>
    4 * Number(cells.issued !== null && cells.issued === issued) +
    2 * Number(cells.kind === kind) +
    Number(goods !== null && foldEntityName(textIn(cells.merchandise)) === foldEntityName(goods));
  return [...found].filter(isSame).sort((a, b) => closeness(b) - closeness(a))[0];
}

/** Whether two days may be one: equal, one of them not known, or one a month or year that the other is in. */
function isSameDay(released: string, issued: string | null): boolean {
  return released === '' || issued === null || released.startsWith(issued) || issued.startsWith(released);
}
