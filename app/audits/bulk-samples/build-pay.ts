import { deductions, type EntryValue } from '~/audits/entries/entries';
import { minorDigits, minorOf } from '~/audits/entries/money';
import type { ProblemCode, RowProblem } from './build-hours';
import type { Choices } from './choices';
import type { Field } from './columns';
import { addDays, readAmount, readDay, readHours, readMonth } from './read-time';
import { type StagedTable, unreadCell } from './staged-table';

export type PaySample = Omit<EntryValue<'wage'>, 'isWithdrawn'>;
export type PayBuilt = { samples: PaySample[]; problems: RowProblem[] };

/** The pay of each worker and period, a row each. What the file does not say stays unknown. Pure. */
export function buildPay(table: StagedTable, fields: readonly (Field | null)[], choices: Choices): PayBuilt {
  const problems: RowProblem[] = table.withoutCode.map((row) => ({ row, column: null, code: 'no-code' }));
  const seen = new Set<string>();
  const samples = table.rows.flatMap(([row, code, cells]) => {
    const read = payOfRow(code, { fields, cells }, choices);
    const key = typeof read === 'string' ? '' : `${code} ${read.periodFrom} ${read.periodTo}`;
    if (typeof read === 'string' || seen.has(key)) {
      problems.push({ row, column: null, code: typeof read === 'string' ? read : 'twice' });
      return [];
    }
    seen.add(key);
    return [read];
  });
  return { samples, problems };
}

type Cells = { fields: readonly (Field | null)[]; cells: readonly string[] };

function payOfRow(code: string, { fields, cells }: Cells, choices: Choices): PaySample | ProblemCode {
  const at = (field: Field): string => cells[fields.indexOf(field)] ?? '';
  const period = periodOf(at, choices);
  if (period === null) return 'no-period';
  const currency = at('currency') === '' ? choices.currency : at('currency');
  if (currency === null || currency === unreadCell) return 'no-currency';
  const amount = (field: Field): number | null | 'unread' => {
    const found = cells.flatMap((cell, column) => (fields[column] === field && cell !== '' ? [readAmount(cell)] : []));
    if (found.length === 0) return null;
    return found.some((each) => each === null || each < 0) ? 'unread' : found.reduce<number>((sum, each) => sum + (each ?? 0), 0);
  };
  const amounts = {
    basic: amount('basic'),
    piece: amount('piece'),
    overtime: amount('overtimePay'),
    allowances: amount('allowances'),
    gross: amount('gross'),
    net: amount('net'),
  };
  const taken = deductions.map((kind) => ({ kind, amount: amount(`deduction-${kind}`) }));
  if ([...Object.values(amounts), ...taken.map((each) => each.amount)].includes('unread')) return 'not-read';
  const [basic, piece, overtime, allowances, gross, net] = Object.values(amounts).map((each) => (each === 'unread' ? null : each));
  if (net == null) return 'no-pay';
  // Gross pay is the sum of its parts: what the file does not divide is basic pay.
  const other = (overtime ?? 0) + (allowances ?? 0);
  const paid = basic == null && piece == null ? (gross == null ? null : gross - other) : (basic ?? 0) + (piece ?? 0);
  if (paid === null || paid < 0) return 'no-pay';
  const hours = (field: 'regularHours' | 'overtimeHours'): number | null | 'unread' =>
    at(field) === '' ? null : (readHours(at(field), 800) ?? 'unread');
  const [regularHours, overtimeHours] = [hours('regularHours'), hours('overtimeHours')];
  if (regularHours === 'unread' || overtimeHours === 'unread') return 'not-read';
  const minor = (given: number) => minorOf(given, currency);
  return {
    ...{ code, ...period, currency, regularHours },
    // Without pay for overtime in the file, it is not known what overtime was paid.
    overtimeHours: overtime == null && overtimeHours !== 0 ? null : overtimeHours,
    ...{ basicPaid: minor(paid), overtimePaid: minor(overtime ?? 0), allowances: minor(allowances ?? 0), netPaid: minor(net) },
    deductions: taken.flatMap(({ kind, amount: given }) =>
      typeof given === 'number' && given > 0 ? [{ kind, amount: minor(given) }] : [],
    ),
    minimumHourly:
      regularHours === null || choices.minimumHourly === null ? null : Math.round(choices.minimumHourly * 10 ** minorDigits(currency)),
    overtimeFactor: choices.overtimeFactor,
  };
}

function periodOf(at: (field: Field) => string, { order, month }: Choices): { periodFrom: string; periodTo: string } | null {
  const [from, to] = [readDay(at('periodFrom'), order), readDay(at('periodTo'), order)];
  if (from !== null && to !== null) return to >= from ? { periodFrom: from, periodTo: to } : null;
  const given = at('month') === '' ? month : (readMonth(at('month')) ?? readDay(at('month'), order)?.slice(0, 7) ?? null);
  if (given === null) return null;
  const next = addDays(`${given}-28`, 4).slice(0, 8);
  return { periodFrom: `${given}-01`, periodTo: addDays(`${next}01`, -1) };
}
