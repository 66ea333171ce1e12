import type { EntryValue } from '~/audits/entries/entries';
import type { Field } from './columns';
import type { Choices } from './choices';
import { isAbsentMark, isPresentMark } from './keep-cell';
import { addDays, readClock, readDay, readHours, readShift, shiftHours, weekOf } from './read-time';
import { type StagedTable, unreadCell } from './staged-table';

/** Why a row, or one of its cells, becomes no sample. */
export type RowProblem = { row: number; column: number | null; code: ProblemCode };
export const problemCodes = [
  ...['no-code', 'no-day', 'no-hours', 'not-read', 'no-end', 'too-long', 'twice', 'not-a-week', 'no-period', 'no-pay', 'no-currency'],
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export type HourSample = Omit<EntryValue<'hours'>, 'isWithdrawn'>;
export type HoursBuilt = {
  samples: HourSample[];
  problems: RowProblem[];
  /** Weeks of a worker that the file covers in part; they are no samples. */
  partWeeks: number;
};

type Worked = {
  row: number;
  column: number | null;
  on: string;
  hours: number;
  regular: number | null;
  overtime: number | null;
  isRest: boolean;
};
/** `on`: the day that was not read, so that its week is no sample. */
type Unread = RowProblem & { on?: string };
type Row = { row: number; at: (field: Field) => string; cells: readonly string[] };

/** The weeks of each worker, from rows of weeks, rows of days, or columns of days. Pure. */
export function buildHours(table: StagedTable, fields: readonly (Field | null)[], choices: Choices): HoursBuilt {
  const problems: RowProblem[] = table.withoutCode.map((row) => ({ row, column: null, code: 'no-code' }));
  const rowOf = (row: number, cells: readonly string[]): Row => ({ row, cells, at: (field) => cells[fields.indexOf(field)] ?? '' });
  const rows = scaleFractions(table.rows, fields).map(([row, code, cells]) => ({ code, ...rowOf(row, cells) }));
  if (fields.includes('daysWorked')) return { samples: weekRows(rows, choices, problems), problems, partWeeks: 0 };
  const days = new Map<string, Worked[]>();
  const unread = new Set<string>();
  for (const { code, ...row } of rows) {
    const found = fields.some((field) => field?.startsWith('day ')) ? daysOfColumns(row, fields, choices) : [dayOfRow(row, choices)];
    for (const each of found) {
      if ('code' in each) {
        const { on, ...problem } = each;
        problems.push(problem);
        if (on) unread.add(`${code} ${weekOf(on, choices.weekStart)}`);
      } else days.set(code, [...(days.get(code) ?? []), each]);
    }
  }
  return { ...weeksOf(days, unread, choices, problems), problems };
}

function weekRows(rows: readonly (Row & { code: string })[], choices: Choices, problems: RowProblem[]): HourSample[] {
  const seen = new Set<string>();
  return rows.flatMap(({ row, code, at }) => {
    const problem = (reason: ProblemCode): [] => {
      problems.push({ row, column: null, code: reason });
      return [];
    };
    const on = readDay(at('date'), choices.order);
    if (on === null) return problem('no-day');
    const daysWorked = Number(at('daysWorked'));
    if (at('daysWorked') === '' || !Number.isInteger(daysWorked) || daysWorked < 0 || daysWorked > 7) return problem('not-a-week');
    const split = splitHours(
      { regular: read(at('regular'), 168), overtime: read(at('overtime'), 168), hours: read(at('hours'), 168) },
      choices,
    );
    if (split === null) return problem('no-hours');
    const key = `${code} ${weekOf(on, choices.weekStart)}`;
    if (seen.has(key)) return problem('twice');
    seen.add(key);
    return [sampleOf({ code, on: weekOf(on, choices.weekStart), daysWorked, ...split }, choices)];
  });
}

const read = (cell: string, most: number): number | null => (cell === '' || cell === unreadCell ? null : readHours(cell, most));

/** Regular and overtime hours; overtime that the file does not divide is what exceeds the ordinary hours of the week. Null where hours are not known. */
function splitHours(
  { regular, overtime, hours }: { regular: number | null; overtime: number | null; hours: number | null },
  { ordinaryHours }: Choices,
): { regular: number; overtime: number } | null {
  if (regular !== null && overtime !== null) return { regular, overtime };
  const total = hours ?? regular;
  if (total === null) return null;
  if (overtime !== null) return { regular: Math.max(0, total - overtime), overtime };
  return { regular: Math.min(total, ordinaryHours), overtime: Math.max(0, total - ordinaryHours) };
}

function dayOfRow({ row, at }: Row, { order }: Choices): Worked | Unread {
  const on = readDay(at('date'), order);
  if (on === null) return { row, column: null, code: 'no-day' };
  const problem = (code: ProblemCode): Unread => ({ row, column: null, code, on });
  const isRest = at('isRestDay') !== '' && at('isRestDay') !== '0' && at('isRestDay') !== 'n' && at('isRestDay') !== 'no';
  const worked = { row, column: null, on, isRest };
  const [regular, overtime, hours] = [at('regular'), at('overtime'), at('hours')];
  if ([regular, overtime, hours].includes(unreadCell)) return problem('not-read');
  if ([regular, overtime, hours].some((cell) => isAbsentMark(cell))) return { ...worked, hours: 0, regular: null, overtime: null };
  const given = { regular: read(regular, 24), overtime: read(overtime, 24), hours: read(hours, 24) };
  if ((regular !== '' && given.regular === null) || (overtime !== '' && given.overtime === null) || (hours !== '' && given.hours === null))
    return problem('too-long');
  if (given.regular !== null || given.hours !== null) {
    const total = given.hours ?? (given.regular ?? 0) + (given.overtime ?? 0);
    return total > 24 ? problem('too-long') : { ...worked, hours: total, regular: given.regular, overtime: given.overtime };
  }
  const first = between(at('timeIn'), at('timeOut'));
  const second = between(at('secondIn'), at('secondOut'));
  if (first === 'no-end' || second === 'no-end') return problem('no-end');
  if (first === 'not-read' || second === 'not-read') return problem('not-read');
  if (first === null && second === null) {
    if (given.overtime !== null) return { ...worked, hours: given.overtime, regular: 0, overtime: given.overtime };
    return isAbsentMark(at('timeIn')) || isRest ? { ...worked, hours: 0, regular: null, overtime: null } : problem('no-hours');
  }
  const pause = breakHours(at('break'));
  if (pause === null) return problem('not-read');
  const total = (first ?? 0) + (second ?? 0) - pause;
  if (total < 0 || total > 24) return problem('too-long');
  return { ...worked, hours: total, regular: null, overtime: given.overtime };
}

/** Null: no times are given. */
function between(start: string, end: string): number | null | 'no-end' | 'not-read' {
  if ((start === '' || isAbsentMark(start)) && (end === '' || isAbsentMark(end))) return null;
  if (start === '' || end === '') return 'no-end';
  const [from, to] = [clockOf(start), clockOf(end)];
  return from === null || to === null ? 'not-read' : (shiftHours(from, to) ?? 'not-read');
}

/** A clock may write the day beside the time. */
const clockOf = (cell: string): number | null => readClock(/^\S+ (\d{1,2}:\d{2}(?::\d{2})?)$/.exec(cell)?.[1] ?? cell);

const durations: ReadonlySet<string> = new Set(['hours', 'regular', 'overtime', 'break']);

/** A spreadsheet may show fractions of a day as hours: a column of nothing above one, with many decimals, is one of those. */
function scaleFractions(rows: StagedTable['rows'], fields: readonly (Field | null)[]): StagedTable['rows'] {
  const isDuration = fields.map((field) => field !== null && (durations.has(field) || field.startsWith('day ')));
  const cells = rows.flatMap(([, , all]) => all.filter((cell, at) => isDuration[at] && /\d/.test(cell)));
  const fractions = cells.filter((cell) => /^[01]?[.,]\d{3,}$/.test(cell)).length;
  if (fractions === 0 || fractions < cells.length / 2 || cells.some((cell) => !/^[01]?([.,]\d+)?$/.test(cell))) return rows;
  const scaled = (cell: string) => (/\d/.test(cell) ? String(Math.round(Number(cell.replace(',', '.')) * 1440) / 60) : cell);
  return rows.map(([row, code, all]) => [row, code, all.map((cell, at) => (isDuration[at] ? scaled(cell) : cell))]);
}

/** A break in hours, or in minutes where it is a number above three: "60", "0:30", "1". */
function breakHours(cell: string): number | null {
  if (cell === '') return 0;
  const given = readHours(cell, 480);
  return given === null ? null : given > 3 ? given / 60 : given;
}

function daysOfColumns({ row, cells }: Row, fields: readonly (Field | null)[], { month, order }: Choices): (Worked | Unread)[] {
  return fields.flatMap((field, column): (Worked | Unread)[] => {
    const cell = cells[column] ?? '';
    if (!field?.startsWith('day ')) return [];
    const name = field.slice(4);
    const on = /^\d{1,2}$/.test(name) ? month && readDay(`${month}-${name}`, order) : name;
    // The 31st of a month of thirty days, or a sheet of days whose month is not chosen.
    if (on === null) return month === null && cell !== '' ? [{ row, column, code: 'no-day' }] : [];
    const worked = { row, column, on, regular: null, overtime: null, isRest: false };
    if (cell === '' || isAbsentMark(cell)) return [{ ...worked, hours: 0 }];
    if (isPresentMark(cell)) return [{ row, column, code: 'no-hours', on }];
    if (cell === unreadCell) return [{ row, column, code: 'not-read', on }];
    const hours = readHours(cell) ?? readShift(cell);
    return hours === null ? [{ row, column, code: 'too-long', on }] : [{ ...worked, hours }];
  });
}

/** Weeks of seven days that the file covers; days without a row within them were not worked. A week with an unread day is no sample. */
function weeksOf(
  days: ReadonlyMap<string, readonly Worked[]>,
  unread: ReadonlySet<string>,
  choices: Choices,
  problems: RowProblem[],
): Omit<HoursBuilt, 'problems'> {
  const all = [...days.values()].flat().map(({ on }) => on);
  const dates = all.sort();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return { samples: [], partWeeks: 0 };
  let partWeeks = 0;
  const samples: HourSample[] = [];
  for (const [code, worked] of days) {
    const weeks = new Map<string, Worked[]>();
    for (const day of worked) weeks.set(weekOf(day.on, choices.weekStart), [...(weeks.get(weekOf(day.on, choices.weekStart)) ?? []), day]);
    for (const [on, found] of [...weeks].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (on < first || addDays(on, 6) > last) {
        partWeeks += 1;
        continue;
      }
      if (unread.has(`${code} ${on}`)) continue;
      const workedOn = found.filter(({ hours }) => hours > 0).map((day) => day.on);
      const byDate = new Map<string, number>();
      for (const { on: date, hours } of found) byDate.set(date, (byDate.get(date) ?? 0) + hours);
      const long = [...byDate].find(([, hours]) => hours > 24);
      if (long) {
        const at = found.find((day) => day.on === long[0]);
        problems.push({ row: at?.row ?? 0, column: at?.column ?? null, code: 'twice' });
        continue;
      }
      samples.push(sampleOf({ code, on, daysWorked: new Set(workedOn).size, ...totals(found, choices) }, choices));
    }
  }
  return { samples, partWeeks };
}

function totals(days: readonly Worked[], { ordinaryHours }: Choices): { regular: number; overtime: number } {
  const total = sum(days.map(({ hours }) => hours));
  const isDivided = days.some(({ overtime }) => overtime !== null);
  const overtime = isDivided ? Math.min(total, sum(days.map((day) => day.overtime ?? 0))) : Math.max(0, total - ordinaryHours);
  return { regular: total - overtime, overtime };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
const rounded = (hours: number): number => Math.round(hours * 100) / 100;

function sampleOf(
  { code, on, daysWorked, regular, overtime }: { code: string; on: string; daysWorked: number; regular: number; overtime: number },
  { source }: Choices,
): HourSample {
  return { code, weekOf: on, regular: rounded(regular), overtime: rounded(overtime), daysWorked, isOvertimeVoluntary: 'unknown', source };
}
