import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import { limitBounds, limitKinds, limitSchema, type RequirementValue, requirementSchema } from './entered-requirement';

export type RequirementRead = { value: RequirementValue } | { errors: Record<string, string> };

/** The form of a requirement, on a device and at a desk: a value, or an error under each invalid field. `today` bounds the day of reading. */
export function readRequirementForm(form: FormData, { question, today }: { question: string | null; today: string }): RequirementRead {
  const errors: Record<string, string> = {};
  const given = (name: string): string => String(form.get(name) ?? '').trim();
  for (const name of ['text', 'law']) if (given(name) === '') errors[name] = m.national_law_field_missing();
  const readOn = given('readOn');
  if (readOn === '' || readOn > today || readOn < '1990-01-01') errors.readOn = m.national_law_read_on_bad();
  const validFrom = given('validFrom') || null;
  if (validFrom !== null && validFrom < '1800-01-01') errors.validFrom = m.national_law_valid_from_bad();
  const url = given('url');
  if (url !== '' && !/^https?:\/\/[^\s]+\.[^\s]+$/.test(url)) errors.url = m.national_law_url_bad();
  const kind = limitKinds.find((each) => each === given('limitKind'));
  const value = Number(given('limitValue').replace(',', '.'));
  const currency = kind === 'hourly-minimum' ? given('limitCurrency').toUpperCase() : null;
  if (kind && (given('limitValue') === '' || !(value >= limitBounds[kind].least && value <= limitBounds[kind].most)))
    errors.limitValue = m.national_law_limit_bad({
      least: formatNumber(limitBounds[kind].least),
      most: formatNumber(limitBounds[kind].most),
    });
  if (currency !== null && !/^[A-Z]{3}$/.test(currency)) errors.limitCurrency = m.recorder_currency_bad();
  if (Object.keys(errors).length > 0) return { errors };
  const limit = kind ? limitSchema.safeParse({ kind, value, currency }) : null;
  const read = requirementSchema.safeParse({
    ...{ question, text: given('text'), law: given('law'), article: given('article'), url, readOn, validFrom },
    ...{ limit: limit?.data ?? null, isWithdrawn: false },
  });
  return read.success ? { value: read.data } : { errors: { text: m.recorder_not_saved() } };
}
