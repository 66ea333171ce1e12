import { z } from 'zod';
import { typedCountry, typedName, typedText } from '~/features/party/form-values';
import type { FactValues } from '~/features/supplier/fact-fields';

/** What a member says of a labour provider; null is *unknown*. */
export type LabourProviderEntry = { name: string; values: FactValues; note: string | null };

const origins = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? null : [value].flat().filter((code) => /^[A-Z]{2}$/.test(code))));

export const labourProviderFormSchema = z
  .object({
    name: typedName(),
    country: typedCountry(),
    licence: typedText(300),
    parentCompany: typedText(500),
    originCountries: origins,
    note: typedText(2000),
  })
  .transform(({ name, note, ...values }): LabourProviderEntry => ({ name, values, note }));
