import { fieldOfColumn } from '~/suppliers/fields/definition/import-columns';
import { foldText } from '~/suppliers/parties/name-key';
import { type DateHabit, learnDateHabit } from './clean/date';
import { learnListHabit, type ListHabit } from './clean/list-habit';
import { splitMeasure } from './clean/measure';
import { cleanCount, countSigns, learnNumberHabit, type NumberHabit } from './clean/number';
import { countsPeople } from './clean/people-share';
import { amountIn } from './clean/spend';
import { learnShareHabit, type ShareHabit } from './clean/share';
import type { Field, Mapping } from './fields';
import { signOfHeaders } from './header-words';
import { cellAt } from './pack-row';

/** What a column's values are written by, each as one choice a person can change. */
export const habitChoices = {
  number: ['point', 'comma'],
  share: ['percent-point', 'percent-comma', 'fraction-point', 'fraction-comma', 'people'],
  date: ['day-first', 'month-first', 'alone'],
  list: ['marks', 'commas', 'whole'],
} as const;
export type HabitKind = keyof typeof habitChoices;
export type HabitValue = (typeof habitChoices)[HabitKind][number];

/** `isSure` false: no value of the column determines it. `isChosen`: chosen by a person. */
export type ColumnHabit = { column: number; kind: HabitKind; value: HabitValue; isSure: boolean; isChosen: boolean };

/** The habits of a field's type; of other columns their own. */
const kindOfType: Readonly<Record<string, HabitKind>> = {
  people: 'number',
  number: 'number',
  spend: 'number',
  share: 'share',
  products: 'list',
};
const kindOfOther: Partial<Record<Field, HabitKind>> = {
  supplyShare: 'share',
  asOf: 'date',
  orderDate: 'date',
  volume: 'number',
  orderValue: 'number',
  subcontractors: 'list',
  labourProviders: 'list',
};
/** Fields whose cells may have a unit or a currency beside the number. */
const measured: ReadonlySet<Field> = new Set(['volume', 'orderValue']);
/** The figures of a column without units, currencies and multipliers. */
function amountsOf(field: Field, cells: readonly string[]): string[] {
  if (field === 'annualSpend') return cells.map(amountIn);
  return measured.has(field) ? cells.map((cell) => splitMeasure(cell).number) : [...cells];
}
const kindOf = (field: Field): HabitKind | undefined => {
  const read = fieldOfColumn(field);
  return read && (!read.rule.isReadApart || read.definition.type.name === 'products' || read.definition.type.name === 'spend')
    ? kindOfType[read.definition.type.name]
    : kindOfOther[field];
};

export type Habits = {
  numbers: ReadonlyMap<number, NumberHabit>;
  shares: ReadonlyMap<number, ShareHabit>;
  dates: ReadonlyMap<number, DateHabit>;
  lists: ReadonlyMap<number, ListHabit>;
  /** Folded names of the file and of the organization. */
  known: ReadonlySet<string>;
  columns: ColumnHabit[];
};

/**
 * Reads from whole columns how their values are written: decimal sign, percent, day or month first, what separates the names in a cell.
 * @param chosen by 0-based column a person's choice instead; unknown choices are ignored
 * @param knownNames folded names of the organization's suppliers
 * @param header their language says how numbers are written where no number does
 */
export function learnHabits(
  rows: readonly { cells: readonly string[] }[],
  mapping: Pick<Mapping, 'columns'>,
  chosen: Readonly<Record<string, string>>,
  knownNames: Iterable<string>,
  header: readonly string[] = [],
): Habits {
  const cellsOf = (at: number) => rows.map((row) => cellAt(row, at));
  const known = new Set(knownNames);
  mapping.columns.forEach((field, at) => {
    if (field === 'supplierName' || field === 'siteName') for (const name of cellsOf(at)) known.add(foldText(name));
  });
  const numbers = new Map<number, NumberHabit>();
  const shares = new Map<number, ShareHabit>();
  const dates = new Map<number, DateHabit>();
  const lists = new Map<number, ListHabit>();
  const columns: ColumnHabit[] = [];
  const headcounts = mapping.columns.indexOf('workers');
  const workers = headcounts < 0 ? [] : cellsOf(headcounts);
  mapping.columns.forEach((field, column) => {
    const kind = kindOf(field);
    if (!kind) return;
    const said = habitChoices[kind].find((value) => value === chosen[column]);
    const add = (value: HabitValue, isSure: boolean) =>
      columns.push({ column, kind, value: said ?? value, isSure: said !== undefined || isSure, isChosen: said !== undefined });
    if (kind === 'number') {
      const amounts = amountsOf(field, cellsOf(column));
      const seen = countSigns(amounts);
      const learned: NumberHabit = { ...learnNumberHabit(amounts), ...(seen['.'] === seen[','] ? { isOpen: true } : {}) };
      numbers.set(column, said ? { decimal: said === 'comma' ? ',' : '.', isSure: true } : learned);
      add(learned.decimal === ',' ? 'comma' : 'point', learned.isSure);
    } else if (kind === 'share') {
      const learned = learnPeopleHabit(field, { cells: cellsOf(column), header: header[column], workers });
      shares.set(column, said ? shareHabit(said, learned) : learned);
      add(shareChoice(learned), learned.isSure);
    } else if (kind === 'date') {
      const learned = learnDateHabit(cellsOf(column));
      dates.set(column, said ? { order: said === 'day-first' || said === 'month-first' ? said : null } : learned);
      add(learned.order ?? 'alone', learned.order !== null);
    } else {
      const learned = learnListHabit(cellsOf(column), known, field === 'product' ? 'goods' : 'names');
      const parts = habitChoices.list.find((value) => value === said);
      lists.set(column, parts ? { parts, isSure: true } : learned);
      add(learned.parts, learned.isSure);
    }
  });
  const evident = mapping.columns.flatMap((field, at) => (field === 'ignore' ? cellsOf(at).filter((cell) => bothSigns.test(cell)) : []));
  borrowDecimals(numbers, { evident, shares: [...shares.values()], sign: signOfHeaders(header) }, columns);
  return { numbers, shares, dates, lists, known, columns };
}

/** An amount with both signs: no column of codes or days is written so. */
const bothSigns = /^\D{0,4}\d{1,3}(?:\.\d{3})+,\d{1,2}\D{0,4}$|^\D{0,4}\d{1,3}(?:,\d{3})+\.\d{1,2}\D{0,4}$/;

/**
 * A file has one decimal sign: a column that does not tell which sign groups thousands takes the one of the others, of its shares, and of amounts in
 * columns that are not read. Where they differ or none tells, it is open, and the language of the headers is followed.
 */
function borrowDecimals(
  numbers: Map<number, NumberHabit>,
  others: { evident: readonly string[]; shares: readonly ShareHabit[]; sign: NumberHabit['decimal'] | null },
  columns: ColumnHabit[],
): void {
  const telling = [...numbers.values(), learnNumberHabit(others.evident), ...others.shares.map((habit) => habit.numbers)];
  const signs = new Set(telling.flatMap(({ isSure, decimal }) => (isSure ? decimal : [])));
  const [only] = signs.size === 1 ? signs : [];
  for (const [column, habit] of numbers) {
    if (habit.isSure || !habit.isOpen) continue;
    numbers.set(column, only ? { decimal: only, isSure: true } : { ...habit, decimal: others.sign ?? habit.decimal });
    const shown = columns.find((each) => each.column === column);
    if (!shown) continue;
    shown.value = (only ?? others.sign ?? habit.decimal) === ',' ? 'comma' : 'point';
    shown.isSure ||= only !== undefined;
  }
}

/** How a column writes shares, and whether it counts the people instead. */
function learnPeopleHabit(
  field: Field,
  { cells, header, workers }: { cells: readonly string[]; header: string | undefined; workers: readonly string[] },
): ShareHabit {
  const learned = learnShareHabit(cells);
  if (field === 'supplyShare' || header === undefined) return learned;
  const numbers = learnNumberHabit(workers);
  const rows = cells.map((cell, at) => {
    const people = workers[at];
    return { cell, workers: people === undefined ? null : cleanCount(people, numbers).value };
  });
  const { isCount, isSure } = countsPeople(header, rows, learned.numbers);
  return isCount ? { ...learned, unsigned: 'people', isSure } : { ...learned, isSure: learned.isSure && isSure };
}

const shareChoice = ({ unsigned, numbers }: ShareHabit): HabitValue =>
  unsigned === 'people' ? 'people' : `${unsigned}-${numbers.decimal === ',' ? 'comma' : 'point'}`;

function shareHabit(said: string, learned: ShareHabit): ShareHabit {
  if (said === 'people') return { ...learned, unsigned: 'people', isSure: true };
  const [unsigned, decimal] = said.split('-');
  return {
    unsigned: unsigned === 'percent' ? 'percent' : 'fraction',
    numbers: { decimal: decimal === 'comma' ? ',' : '.', isSure: true },
    isSure: true,
  };
}
