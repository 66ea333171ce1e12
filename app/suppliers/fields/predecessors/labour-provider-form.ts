import { z } from 'zod';
import { typedCountry, typedName, typedText } from '~/suppliers/parties/form-values';
import { type FactValues, feePolicies, orientationChoices, orientationTopics, recruitmentServices } from './fact-fields';
import { m } from '~/paraglide/messages';
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

const orNull = <Word extends string>(words: readonly Word[]) =>
  z
    .enum(words)
    .optional()
    .transform((word) => word ?? null);
const typedLanguages = () => typedChoices((code) => languageCodes.find((known) => known === code));

export const labourProviderFormSchema = z
  .object({
    name: typedName(),
    country: typedCountry(),
    licence: typedText(300),
    parentCompany: typedText(500),
    originCountries: typedChoices((code) => (/^[A-Z]{2}$/.test(code) ? code : undefined)),
    recruitmentServices: typedChoices((text) => recruitmentServices.find((service) => service === text)),
    contractLanguages: typedLanguages(),
    feePolicy: orNull(feePolicies),
    orientation: orNull(orientationChoices),
    orientationTopics: typedChoices((text) => orientationTopics.find((topic) => topic === text)),
    orientationLanguages: typedLanguages(),
    note: typedText(2000),
  })
  .superRefine(({ orientation, orientationTopics: topics, orientationLanguages: languages }, context) => {
    if (orientation === 'nobody' && (topics !== null || languages !== null))
      context.addIssue({ code: 'custom', path: ['orientation'], message: m.recruiter_reviews_error_orientation() });
  })
  .transform(({ name, note, ...values }): LabourProviderEntry => ({ name, values, note }));
