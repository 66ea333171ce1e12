import { m } from '~/paraglide/messages';
import type { TableShape } from './pipeline/fields';
import type { HabitValue } from './pipeline/habits';
import type { ChangeReason } from './pipeline/record';
import type { FixKind } from './pipeline/repairs';

const habits: Record<HabitValue, () => string> = {
  point: m.import_cleaning_habit_point,
  comma: m.import_cleaning_habit_comma,
  'percent-point': m.import_cleaning_habit_percent_point,
  'percent-comma': m.import_cleaning_habit_percent_comma,
  'fraction-point': m.import_cleaning_habit_fraction_point,
  'fraction-comma': m.import_cleaning_habit_fraction_comma,
  people: m.import_cleaning_habit_people,
  'day-first': m.import_cleaning_habit_day_first,
  'month-first': m.import_cleaning_habit_month_first,
  alone: m.import_cleaning_habit_alone,
  marks: m.import_cleaning_habit_marks,
  commas: m.import_cleaning_habit_commas,
  whole: m.import_cleaning_habit_whole,
};

/** How a column's values are written, in words with an example. */
export const habitName = (value: HabitValue): string => habits[value]();

const reasons: Record<ChangeReason, (of: { count: number }) => string> = {
  cleaned: m.import_cleaning_changed_cleaned,
  garbled: m.import_cleaning_changed_garbled,
  edited: m.import_cleaning_changed_edited,
  fixed: m.import_cleaning_changed_fixed,
};

/** "165 cells cleaned". */
export const changeTitle = (reason: ChangeReason, count: number): string => reasons[reason]({ count });

const fixes: Record<FixKind, (of: { count: number }) => string> = {
  suggestion: m.import_cleaning_fix_suggestion,
  empty: m.import_cleaning_fix_empty,
  lower: m.import_cleaning_fix_lower,
  upper: m.import_cleaning_fix_upper,
  keep: m.import_cleaning_fix_keep,
  swap: m.import_cleaning_fix_swap,
};

/** The label of a button that fixes `count` cells at once. */
export const fixName = (how: FixKind, count: number): string => fixes[how]({ count });

const done: Record<FixKind, () => string> = {
  suggestion: m.import_cleaning_done_suggestion,
  empty: m.import_cleaning_done_empty,
  lower: m.import_cleaning_done_lower,
  upper: m.import_cleaning_done_upper,
  keep: m.import_cleaning_done_keep,
  swap: m.import_cleaning_done_swap,
};

/** What a fix that was chosen does, after the fact. */
export const fixDone = (how: FixKind): string => done[how]();

const shapes: Record<TableShape, () => string> = {
  list: m.import_cleaning_shape_list,
  osh: m.import_cleaning_shape_osh,
  hierarchy: m.import_cleaning_shape_hierarchy,
  edges: m.import_cleaning_shape_edges,
};

/** What the rows of a table are. */
export const shapeName = (shape: TableShape): string => shapes[shape]();
