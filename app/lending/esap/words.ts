import { m } from '~/paraglide/messages';
import { formatDate, formatList, formatMoney } from '~/ui/format';
import { readAmount } from './amount';
import { type LineStatus, lineStatuses, type Milestone, milestones, type Planned, type PlannedField, plannedFields } from './plan-lists';
import type { RowRefusal } from './compare-file';
import type { PlanFileRefusal } from './read-plan-file.server';

type Words<Key extends string> = Record<Key, () => string>;

const milestoneWords: Words<Milestone> = {
  'cp-signing': m.plan_milestone_signing,
  'cp-disbursement': m.plan_milestone_disbursement,
  construction: m.plan_milestone_construction,
  operation: m.plan_milestone_operation,
};
export const milestoneWord = (milestone: Milestone): string => milestoneWords[milestone]();

const statusWords: Words<LineStatus> = {
  open: m.plan_status_open,
  'in-progress': m.plan_status_in_progress,
  done: m.plan_status_done,
  verified: m.plan_status_verified,
  dropped: m.plan_status_dropped,
};
export const lineStatusWord = (status: LineStatus): string => statusWords[status]();

const fieldWords: Words<PlannedField> = {
  action: m.plan_field_action,
  reason: m.plan_field_reason,
  reference: m.plan_field_reference,
  deliverable: m.plan_field_deliverable,
  owner: m.plan_field_owner,
  dueOn: m.plan_field_due,
  costMinor: m.plan_field_cost,
  currency: m.plan_field_currency,
  milestone: m.plan_field_milestone,
  indicator: m.plan_field_indicator,
};
export const fieldWord = (field: PlannedField): string => fieldWords[field]();
export const fieldsWord = (fields: readonly PlannedField[]): string => formatList(fields.map(fieldWord));

/** The fields whose difference is worth a line of its own: an amount is told with its currency, once. */
export const toldFields = (fields: readonly PlannedField[]): PlannedField[] =>
  plannedFields.filter((field) =>
    field === 'costMinor' ? fields.includes('costMinor') || fields.includes('currency') : field !== 'currency' && fields.includes(field),
  );

/** What a field says, in words; null where nothing is known. */
export function fieldText(field: PlannedField, planned: Planned): string | null {
  switch (field) {
    case 'dueOn':
      return planned.dueOn === null ? null : formatDate(planned.dueOn);
    case 'costMinor':
    case 'currency':
      return planned.costMinor === null || planned.currency === null ? null : formatMoney(planned.costMinor, planned.currency);
    case 'milestone':
      return planned.milestone === null ? null : milestoneWord(planned.milestone);
    default:
      return planned[field] === '' ? null : planned[field];
  }
}

const refusals: Readonly<Record<string, () => string>> = {
  'is-declined': m.plan_refused_closed,
  'nothing-chosen': m.plan_refused_nothing,
  'already-taken': m.plan_refused_taken,
  'too-many-lines': m.plan_refused_many,
  'not-open': m.plan_refused_not_open,
  'line-changed': m.plan_refused_changed,
  'bad-step': m.plan_refused_step,
  'same-person': m.plan_refused_same_person,
  'words-missing': m.plan_problem_words,
  'no-lines': m.plan_refused_no_lines,
  'nothing-new': m.plan_refused_nothing_new,
  superseded: m.plan_refused_superseded,
  'already-agreed': m.plan_refused_agreed,
  'who-missing': m.plan_problem_who,
  'day-wrong': m.plan_problem_day,
};
/** Why an act on a plan was refused, and what to do. */
export const planRefusalWord = (code: string): string => (refusals[code] ?? m.plan_refused_step)();

const fileRefusals: Record<PlanFileRefusal, (words: { cell: string }) => string> = {
  'not-a-table': m.plan_file_not_a_table,
  unreadable: m.plan_file_unreadable,
  'no-header': m.plan_file_no_header,
  formula: m.plan_file_formula,
  'too-many-rows': m.plan_file_many,
};
export const fileRefusalWord = (code: PlanFileRefusal, cell: string): string => fileRefusals[code]({ cell });

const rowRefusals: Words<RowRefusal> = {
  'unknown-id': m.plan_row_unknown_id,
  'changed-id': m.plan_row_changed_id,
  twice: m.plan_row_twice,
  'not-open': m.plan_row_not_open,
  'bad-cell': m.plan_row_bad_cell,
  'other-plan': m.plan_row_other_plan,
};
export const rowRefusalWord = (code: RowRefusal): string => rowRefusals[code]();

/** Fields of a transaction's history that the plan writes. */
export const planHistoryFields: Readonly<Record<string, () => string>> = {
  ...fieldWords,
  cost: m.plan_field_cost,
  planLine: m.plan_number,
  planLines: m.plan_number,
  planVersion: m.plan_version,
  agreedBy: m.plan_agreed_by,
  agreedOn: m.plan_field_agreed_on,
  changedLines: m.plan_field_changed_lines,
  addedLines: m.plan_field_added_lines,
};

/** A value of a transaction's history that the plan wrote, in the reader's words; null where it is written as others are. */
export function planHistoryValue(field: string, value: unknown): string | null {
  if (typeof value !== 'string') return null;
  switch (field) {
    case 'status':
      return wordIn(lineStatuses, value, lineStatusWord);
    case 'milestone':
      return wordIn(milestones, value, milestoneWord);
    case 'agreedOn':
      return formatDate(value);
    case 'cost': {
      const [currency = '', amount = ''] = value.split(' ');
      const minor = readAmount(amount, currency);
      return minor === null ? null : formatMoney(minor, currency);
    }
    default:
      return null;
  }
}

function wordIn<Word extends string>(list: readonly Word[], value: string, say: (word: Word) => string): string | null {
  const word = list.find((known) => known === value);
  return word === undefined ? null : say(word);
}
