import { z } from 'zod';
import { m } from '~/paraglide/messages';
import { type ExternalIdKey, type IdReading, readDuns, readLei, readOsId, readRegistration, readTaxNumber } from './external-ids';

const typed = z.string().trim().max(200).optional();
const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .optional()
  .catch(undefined);

/** The form fields of a party's identifiers. */
export const externalIdFields = {
  osId: typed,
  lei: typed,
  duns: typed,
  registration: typed,
  registrationCountry: country,
  taxNumber: typed,
  taxCountry: country,
};
type Typed = { [Field in keyof typeof externalIdFields]?: string | undefined };

type TypedId = 'osId' | 'lei' | 'duns' | 'registration' | 'taxNumber';
const faults: Record<TypedId, Record<'form' | 'check', () => string>> = {
  osId: { form: m.match_error_os, check: m.match_error_os_check },
  lei: { form: m.match_error_lei, check: m.match_error_lei_check },
  duns: { form: m.match_error_duns, check: m.match_error_duns },
  registration: { form: m.match_error_registration, check: m.match_error_registration },
  taxNumber: { form: m.match_error_tax_number, check: m.match_error_tax_number },
};

/** What was typed as identifiers: null for a field left empty. Says what is wrong at the field it is wrong in. */
export function readTypedIds(form: Typed, context: z.core.$RefinementCtx): Partial<Record<ExternalIdKey, string | null>> {
  const ids: Partial<Record<ExternalIdKey, string | null>> = {};
  const complain = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
  const take = (key: TypedId, read: (text: string) => IdReading) => {
    const text = form[key];
    if (!text) {
      ids[key] = null;
      return;
    }
    const reading = read(text);
    if (reading.ok) ids[key] = reading.value;
    else complain(key, faults[key][reading.fault]());
  };
  take('osId', readOsId);
  take('lei', readLei);
  take('duns', readDuns);
  const country = form.registrationCountry;
  if (form.registration && !country) complain('registrationCountry', m.match_error_registration_country());
  else take('registration', (text) => readRegistration(text, country ?? ''));
  const taxedIn = form.taxCountry ?? country;
  if (form.taxNumber && !taxedIn) complain('taxCountry', m.match_error_tax_country());
  else take('taxNumber', (text) => readTaxNumber(text, taxedIn ?? ''));
  return ids;
}
