import { z } from 'zod';
import { typedCountry, typedName, typedText } from '~/features/party/form-values';
import { type FactValues, recruitmentServices } from '~/features/supplier/fact-fields';
import { languageCodes } from '~/ui/format';

/** What a member says of a labour provider; null is *unknown*. */
export type LabourProviderEntry = { name: string; values: FactValues; note: string | null };

/** Several choices of one list, in its order; null when none is made. What is not in the list is passed over. */
function typedChoices<Word extends string>(isChoice: (text: string) => Word | undefined) {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => {
      const chosen = [...new Set([value ?? []].flat().flatMap((text) => isChoice(text) ?? []))];
      return chosen.length === 0 ? null : chosen;
    });
}

export const labourProviderFormSchema = z
  .object({
    name: typedName(),
    country: typedCountry(),
    licence: typedText(300),
    parentCompany: typedText(500),
    originCountries: typedChoices((code) => (/^[A-Z]{2}$/.test(code) ? code : undefined)),
    recruitmentServices: typedChoices((text) => recruitmentServices.find((service) => service === text)),
    contractLanguages: typedChoices((code) => languageCodes.find((known) => known === code)),
    note: typedText(2000),
  })
  .transform(({ name, note, ...values }): LabourProviderEntry => ({ name, values, note }));
