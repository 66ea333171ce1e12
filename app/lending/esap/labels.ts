import { m } from '~/paraglide/messages';
import { formatDate, formatList, formatMoney } from '~/ui/format';
import { readAmount } from './amount';
import { type ItemStatus, itemStatuses, type Milestone, milestones, type Planned, type PlannedField, plannedFields } from './plan-lists';
import type { RowRefusal } from './compare-file';
import type { PlanFileRefusal } from './read-plan-file.server';

type Words<Key extends string> = Record<Key, () => string>;

const milestoneWords: Words<Milestone> = {
  'cp-signing': m.esap_milestone_signing,
  'cp-disbursement': m.esap_milestone_disbursement,
  construction: m.esap_milestone_construction,
  operation: m.esap_milestone_operation,
};
export const milestoneLabel = (milestone: Milestone): string => milestoneWords[milestone]();

const statusWords: Words<ItemStatus> = {
  open: m.esap_status_open,
  'in-progress': m.esap_status_in_progress,
  done: m.esap_status_done,
  verified: m.esap_status_verified,
  dropped: m.esap_status_dropped,
};
export const itemStatusLabel = (status: ItemStatus): string => statusWords[status]();

const fieldWords: Words<PlannedField> = {
  action: m.esap_field_action,
  reason: m.esap_field_reason,
  reference: m.esap_field_reference,
  deliverable: m.esap_field_deliverable,
  owner: m.esap_field_owner,
  dueOn: m.esap_field_due,
  costMinor: m.esap_field_cost,
  currency: m.esap_field_currency,
  milestone: m.esap_field_milestone,
  indicator: m.esap_field_indicator,
};
export const fieldLabel = (field: PlannedField): string => fieldWords[field]();
export const fieldsLabel = (fields: readonly PlannedField[]): string => formatList(fields.map(fieldLabel));

/** Fields listed in a difference: an amount appears once, with its currency. */
export const reportedFields = (fields: readonly PlannedField[]): PlannedField[] =>
  plannedFields.filter((field) =>
    field === 'costMinor' ? fields.includes('costMinor') || fields.includes('currency') : field !== 'currency' && fields.includes(field),
  );

/** A field's value as text; null where unknown. */
export function fieldText(field: PlannedField, planned: Planned): string | null {
  switch (field) {
    case 'dueOn':
      return planned.dueOn === null ? null : formatDate(planned.dueOn);
    case 'costMinor':
    case 'currency':
      return planned.costMinor === null || planned.currency === null ? null : formatMoney(planned.costMinor, planned.currency);
    case 'milestone':
      return planned.milestone === null ? null : milestoneLabel(planned.milestone);
    default:
      return planned[field] === '' ? null : planned[field];
  }
}

const refusals: Readonly<Record<string, () => string>> = {
  'is-declined': m.esap_refused_closed,
  'nothing-chosen': m.esap_refused_nothing,
  'already-taken': m.esap_refused_taken,
  'too-many-lines': m.esap_refused_many,
  'not-open': m.esap_refused_not_open,
  'line-changed': m.esap_refused_changed,
  'bad-step': m.esap_refused_step,
  'same-person': m.esap_refused_same_person,
  'words-missing': m.esap_problem_words,
  'no-lines': m.esap_refused_no_lines,
  'nothing-new': m.esap_refused_nothing_new,
  superseded: m.esap_refused_superseded,
  'already-agreed': m.esap_refused_agreed,
  'who-missing': m.esap_problem_who,
  'day-wrong': m.esap_problem_day,
};
/** Why an act on a plan was refused, and what to do. */
export const planRefusalLabel = (code: string): string => (refusals[code] ?? m.esap_refused_step)();

const fileRefusals: Record<PlanFileRefusal, (words: { cell: string }) => string> = {
  'not-a-table': m.esap_file_not_a_table,
  unreadable: m.esap_file_unreadable,
  'no-header': m.esap_file_no_header,
  formula: m.esap_file_formula,
  'too-many-rows': m.esap_file_many,
};
export const fileRefusalLabel = (code: PlanFileRefusal, cell: string): string => fileRefusals[code]({ cell });

const rowRefusals: Words<RowRefusal> = {
  'unknown-id': m.esap_row_unknown_id,
  'changed-id': m.esap_row_changed_id,
  twice: m.esap_row_twice,
  'not-open': m.esap_row_not_open,
  'bad-cell': m.esap_row_bad_cell,
  'other-plan': m.esap_row_other_plan,
};
export const rowRefusalLabel = (code: RowRefusal): string => rowRefusals[code]();

/** Fields of a deal's history that the plan writes. */
export const planHistoryFields: Readonly<Record<string, () => string>> = {
  ...fieldWords,
  cost: m.esap_field_cost,
  planLine: m.esap_number,
  planItems: m.esap_number,
  planVersion: m.esap_version,
  agreedBy: m.esap_agreed_by,
  agreedOn: m.esap_field_agreed_on,
  changedLines: m.esap_field_changed_lines,
  addedLines: m.esap_field_added_lines,
};

/** The label of a value that the plan wrote to the deal's history; null for other values. */
export function planHistoryValue(field: string, value: unknown): string | null {
  if (typeof value !== 'string') return null;
  switch (field) {
    case 'status':
      return wordIn(itemStatuses, value, itemStatusLabel);
    case 'milestone':
      return wordIn(milestones, value, milestoneLabel);
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
