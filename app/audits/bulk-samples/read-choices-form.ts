import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import { type Choices, choicesSchema, keptColumns } from './choices';
import { fieldsOf, mayRepeat, type SampleKind } from './columns';
import { readNumber } from './read-time';
import type { StagedTable } from './staged-table';

export type ChoicesRead = { choices: Choices } | { errors: Record<string, string> };

/** What the form of a file says, or an error under each field that cannot be. */
export function readChoicesForm(
  form: FormData,
  { kind, table, choices: before }: { kind: SampleKind; table: StagedTable; choices: Choices },
): ChoicesRead {
  const errors: Record<string, string> = {};
  const given = (name: string): string => String(form.get(name) ?? '').trim();
  const number = (name: keyof Choices, least: number, most: number, scale = 1): number | null => {
    if (!form.has(name)) return null;
    const value = given(name) === '' ? null : readNumber(given(name));
    if (given(name) !== '' && (value === null || value < least || value > most))
      errors[name] = m.bulk_samples_number_bad({ least: formatNumber(least), most: formatNumber(most) });
    return value === null ? null : Math.round((value / scale) * 10_000) / 10_000;
  };
  const fields: Record<string, string> = {};
  const seen = new Set<string>();
  for (const { letter, field } of keptColumns(table)) {
    const chosen = field?.startsWith('day ') ? field : given(`field-${letter}`);
    if (!field?.startsWith('day ') && !fieldsOf(kind).some((each) => each === chosen)) {
      fields[letter] = '';
      continue;
    }
    if (seen.has(chosen) && !mayRepeat(chosen as never)) errors[`field-${letter}`] = m.bulk_samples_field_twice();
    seen.add(chosen);
    fields[letter] = chosen;
  }
  const currency = given('currency').toUpperCase();
  if (currency !== '' && !/^[A-Z]{3}$/.test(currency)) errors.currency = m.recorder_currency_bad();
  const month = given('month');
  if (month !== '' && !/^20\d{2}-(0[1-9]|1[0-2])$/.test(month)) errors.month = m.bulk_samples_month_bad();
  const workers = number('workers', 1, 2000);
  const ordinaryHours = number('ordinaryHours', 1, 84);
  const read = {
    fields: { ...before.fields, ...fields },
    order: given('order') || before.order,
    month: month || null,
    weekStart: form.has('weekStart') ? Number(given('weekStart')) : before.weekStart,
    ordinaryHours: ordinaryHours ?? before.ordinaryHours,
    source: given('source') || before.source,
    workers: workers === null ? null : Math.round(workers),
    currency: currency || null,
    minimumHourly: number('minimumHourly', 0, 1_000_000_000),
    overtimeFactor: number('overtimeFactor', 1, 5),
    deductionLimit: number('deductionLimit', 0, 100, 100),
  };
  if (Object.keys(errors).length > 0) return { errors };
  const parsed = choicesSchema.safeParse(read);
  return parsed.success ? { choices: sortedChoices(parsed.data) } : { errors: { order: m.bulk_samples_choice_bad() } };
}

/** In one order of columns, so that equal choices are equal texts: the database has an order of its own. */
export function sortedChoices(choices: Choices): Choices {
  const fields = Object.fromEntries(Object.entries(choices.fields).sort(([a], [b]) => (a < b ? -1 : 1)));
  return choicesSchema.parse({ ...choices, fields });
}
