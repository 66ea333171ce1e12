import { splitByHabit } from './clean/list-habit';
import type { NumberHabit } from './clean/number';
import { splitLinked } from './clean/names';
import { cleanPeopleShare } from './clean/people-share';
import { cleanShare, learnShareHabit } from './clean/share';
import { cleanText } from './clean/text';
import type { Field } from './fields';
import type { Habits } from './habits';
import type { CellProblem, Cleaned, Problem, ProblemCode } from './problems';
import type { CellChange } from './record';
import { type ColumnFixes, fixCell } from './repairs';
import type { Cell, RowCells } from './row-cells.server';

type Cleaner<T> = (text: string, column: number) => Cleaned<T>;

/**
 * The reading of one row: each method reads the cells of a field, notes what is wrong with them in `problems`, and what was changed in the
 * changes of the row. A class, not closures created for each row: a list can have 100,000 rows.
 */
export class RowReading {
  constructor(
    private readonly rowNumber: number,
    private readonly context: { habits: Habits; fixes: ColumnFixes },
    private readonly cells: RowCells,
    readonly problems: Problem[],
  ) {}

  note(field: Field, cell: { header: string } | undefined, found: readonly CellProblem[]): void {
    for (const problem of found) this.problems.push({ row: this.rowNumber, column: cell?.header ?? null, field, ...problem });
  }

  /** Records that a cell is understood otherwise than it is written. */
  change({ column }: Cell, field: Field, { reason, before, after }: Pick<CellChange, 'reason' | 'before' | 'after'>): void {
    this.cells.changes.push({ column, field, reason, before, after });
  }

  has(code: ProblemCode): boolean {
    return this.problems.some((problem) => problem.code === code);
  }

  first(field: Field): Cell | undefined {
    return this.cells.cellsOf.get(field)?.[0];
  }

  /** What the first cell of the field says; null where it is empty, or says nothing that can be read. */
  one<T extends string | number>(field: Field, cleaner: Cleaner<T>): T | null {
    const cell = this.first(field);
    return cell ? this.settle(field, cell, cleaner) : null;
  }

  /** What the cells of the field say, one after the other. */
  every<T extends string | number>(field: Field, cleaner: (text: string) => Cleaned<T>): T[] {
    return (this.cells.cellsOf.get(field) ?? []).flatMap((cell) => this.settle(field, cell, (text) => cleaner(text)) ?? []);
  }

  text(field: Field, limit?: number): string | null {
    return this.one(field, (text) => cleanText(text, limit));
  }

  /** A number in the habit of its column. */
  number(field: Field, cleaner: (text: string, habit: NumberHabit) => Cleaned<number>): number | null {
    return this.one(field, (text, column) => cleaner(text, this.context.habits.numbers.get(column) ?? { decimal: '.', isSure: false }));
  }

  /** The numbers of every cell of the field, null where a cell says none. */
  numbers(field: Field, cleaner: (text: string, habit: NumberHabit) => Cleaned<number>): (number | null)[] {
    return (this.cells.cellsOf.get(field) ?? []).map((cell) =>
      this.settle(field, cell, (text, column) => cleaner(text, this.context.habits.numbers.get(column) ?? { decimal: '.', isSure: false })),
    );
  }

  share(field: Field): number | null {
    return this.one(field, (text, column) => cleanShare(text, this.context.habits.shares.get(column) ?? learnShareHabit([text])));
  }

  /** A share of the people of the row, who are `workers` in all. */
  peopleShare(field: Field, workers: number | null): number | null {
    return this.one(field, (text, column) =>
      cleanPeopleShare(text, this.context.habits.shares.get(column) ?? learnShareHabit([text]), workers),
    );
  }

  /** The names in the cells of the field, parted as the column's evidence says. */
  list(field: Field): string[] {
    const cells = this.cells.cellsOf.get(field);
    if (!cells) return [];
    const { lists, known } = this.context.habits;
    return cells.flatMap(({ column, text }) => {
      const names = splitByHabit(text, lists.get(column) ?? { parts: 'marks', isSure: false }, known);
      if (names.length > 1) this.cells.changes.push({ column, field, reason: 'cleaned', before: text, after: names.join(' | ') });
      return names;
    });
  }

  /** The companies that the cell of the field names, each once. */
  linked(field: Field): string[] {
    const cell = this.first(field);
    const parts = cell ? splitLinked(cell.text, this.context.habits.known) : [];
    if (!cell || parts.length < 2) {
      const only = this.text(field);
      return only === null ? [] : [only];
    }
    this.change(cell, field, { reason: 'cleaned', before: cell.text, after: parts.join(' | ') });
    return parts.flatMap((part) => cleanText(part).value ?? []);
  }

  private settle<T extends string | number>(field: Field, cell: Cell, cleaner: Cleaner<T>): T | null {
    const { column, text } = cell;
    const { value, problems, fixed } = fixCell(cleaner(text, column), text, this.context.fixes.get(column), (other) =>
      cleaner(other, column),
    );
    this.note(field, cell, problems);
    const after = value === null ? '' : String(value);
    if ((value !== null && after !== text) || fixed !== null)
      this.cells.changes.push({ column, field, reason: fixed === null ? 'cleaned' : 'fixed', before: text, after });
    return value;
  }
}
