import { deductions } from '~/audits/entries/entries';
import { deductionLabel } from '~/audits/entries/labels';
import { m } from '~/paraglide/messages';
import type { ProblemCode } from './build-hours';
import type { DroppedReason, Field, SampleKind } from './columns';
import type { FileRefused } from './sample-files.server';
import type { FileRefusal } from './staged-table';

const kinds = { hours: m.bulk_samples_kind_hours, wage: m.bulk_samples_kind_pay } satisfies Record<SampleKind, () => string>;
export const kindLabel = (kind: SampleKind): string => kinds[kind]();

const fields: Readonly<Record<string, () => string>> = {
  code: m.bulk_samples_field_code,
  date: m.bulk_samples_field_date,
  timeIn: m.bulk_samples_field_time_in,
  timeOut: m.bulk_samples_field_time_out,
  secondIn: m.bulk_samples_field_second_in,
  secondOut: m.bulk_samples_field_second_out,
  break: m.bulk_samples_field_break,
  hours: m.bulk_samples_field_hours,
  regular: m.bulk_samples_field_regular,
  overtime: m.bulk_samples_field_overtime,
  daysWorked: m.bulk_samples_field_days_worked,
  isRestDay: m.bulk_samples_field_rest_day,
  month: m.bulk_samples_field_month,
  periodFrom: m.bulk_samples_field_period_from,
  periodTo: m.bulk_samples_field_period_to,
  currency: m.bulk_samples_field_currency,
  regularHours: m.bulk_samples_field_regular,
  overtimeHours: m.bulk_samples_field_overtime,
  basic: m.bulk_samples_field_basic,
  piece: m.bulk_samples_field_piece,
  overtimePay: m.bulk_samples_field_overtime_pay,
  allowances: m.bulk_samples_field_allowances,
  gross: m.bulk_samples_field_gross,
  net: m.bulk_samples_field_net,
};
/** What a column contains. */
export function fieldLabel(field: Field): string {
  if (field.startsWith('day ')) return m.bulk_samples_field_day({ day: field.slice(4) });
  const kind = deductions.find((each) => field === `deduction-${each}`);
  return kind ? m.bulk_samples_field_deduction({ kind: deductionLabel(kind) }) : (fields[field]?.() ?? field);
}

const dropped = {
  name: m.bulk_samples_dropped_name,
  contact: m.bulk_samples_dropped_contact,
  identity: m.bulk_samples_dropped_identity,
  person: m.bulk_samples_dropped_person,
  text: m.bulk_samples_dropped_text,
} satisfies Record<DroppedReason | 'text', () => string>;
export const droppedLabel = (reason: DroppedReason | 'text'): string => dropped[reason]();

const problems = {
  'no-code': m.bulk_samples_problem_no_code,
  'no-day': m.bulk_samples_problem_no_day,
  'no-hours': m.bulk_samples_problem_no_hours,
  'not-read': m.bulk_samples_problem_not_read,
  'no-end': m.bulk_samples_problem_no_end,
  'too-long': m.bulk_samples_problem_too_long,
  twice: m.bulk_samples_problem_twice,
  'not-a-week': m.bulk_samples_problem_not_a_week,
  'no-period': m.bulk_samples_problem_no_period,
  'no-pay': m.bulk_samples_problem_no_pay,
  'no-currency': m.bulk_samples_problem_no_currency,
} satisfies Record<ProblemCode, () => string>;
export const problemLabel = (code: ProblemCode): string => problems[code]();

const fileRefusals = {
  'not-a-table': m.bulk_samples_refused_not_a_table,
  unreadable: m.bulk_samples_refused_unreadable,
  'no-sheet': m.bulk_samples_refused_no_sheet,
  'no-header': m.bulk_samples_refused_no_header,
  'no-code': m.bulk_samples_refused_no_code,
  'no-rows': m.bulk_samples_refused_no_rows,
  'too-many-rows': m.bulk_samples_refused_too_many_rows,
} satisfies Record<FileRefusal, () => string>;
export const fileRefusalLabel = (code: FileRefusal): string => fileRefusals[code]();

const refused = {
  closed: m.bulk_samples_refused_closed,
  unknown: m.bulk_samples_refused_unknown,
  'no-samples': m.bulk_samples_refused_no_samples,
  'same-file': m.bulk_samples_refused_same_file,
  'bad-dates': m.bulk_samples_refused_bad_dates,
} satisfies Record<FileRefused, () => string>;
export const refusedLabel = (code: FileRefused): string => refused[code]();
