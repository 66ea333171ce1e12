import { m } from '~/paraglide/messages';
import type { TableShape } from './pipeline/fields';
import type { HabitValue } from './pipeline/habits';
import type { ChangeReason } from './pipeline/record';
import type { FixKind } from './pipeline/repairs';

const habits: Record<HabitValue, () => string> = {
  point: m.repair_habit_point,
  comma: m.repair_habit_comma,
  'percent-point': m.repair_habit_percent_point,
  'percent-comma': m.repair_habit_percent_comma,
  'fraction-point': m.repair_habit_fraction_point,
  'fraction-comma': m.repair_habit_fraction_comma,
  'day-first': m.repair_habit_day_first,
  'month-first': m.repair_habit_month_first,
  alone: m.repair_habit_alone,
  marks: m.repair_habit_marks,
  commas: m.repair_habit_commas,
  whole: m.repair_habit_whole,
};

/** How a column's values are written, in words with an example. */
export const habitName = (value: HabitValue): string => habits[value]();

const reasons: Record<ChangeReason, (of: { count: number }) => string> = {
  cleaned: m.repair_changed_cleaned,
  garbled: m.repair_changed_garbled,
  edited: m.repair_changed_edited,
  fixed: m.repair_changed_fixed,
};

/** "165 cells cleaned". */
export const changeTitle = (reason: ChangeReason, count: number): string => reasons[reason]({ count });

const fixes: Record<FixKind, (of: { count: number }) => string> = {
  suggestion: m.repair_fix_suggestion,
  empty: m.repair_fix_empty,
  lower: m.repair_fix_lower,
  upper: m.repair_fix_upper,
  keep: m.repair_fix_keep,
};

/** What a button that settles `count` cells at once does. */
export const fixName = (how: FixKind, count: number): string => fixes[how]({ count });

const done: Record<FixKind, () => string> = {
  suggestion: m.repair_done_suggestion,
  empty: m.repair_done_empty,
  lower: m.repair_done_lower,
  upper: m.repair_done_upper,
  keep: m.repair_done_keep,
};

/** What a fix that was chosen does, after the fact. */
export const fixDone = (how: FixKind): string => done[how]();

const shapes: Record<TableShape, () => string> = {
  list: m.repair_shape_list,
  osh: m.repair_shape_osh,
  hierarchy: m.repair_shape_hierarchy,
  edges: m.repair_shape_edges,
};

/** What the rows of a table are. */
export const shapeName = (shape: TableShape): string => shapes[shape]();
