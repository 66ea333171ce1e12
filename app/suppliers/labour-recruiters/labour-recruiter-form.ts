import { z } from 'zod';
import { formShape, valuesOfForm } from '~/suppliers/fields/definition/party-form';
import { typedText } from '~/suppliers/parties/form-values';
import type { FactValues } from '~/suppliers/facts/fact-fields';
import { m } from '~/paraglide/messages';

/** What a member says of a labour provider; null is *unknown*. */
export type LabourRecruiterEntry = { name: string; values: FactValues; note: string | null };

export const labourRecruiterFormSchema = z
  .object({ ...formShape('labourRecruiter'), note: typedText(2000) })
  .superRefine(({ orientation, orientationTopics: topics, orientationLanguages: languages }, context) => {
    if (orientation === 'nobody' && (topics !== null || languages !== null))
      context.addIssue({ code: 'custom', path: ['orientation'], message: m.recruiter_reviews_error_orientation() });
  })
  .transform((typed): LabourRecruiterEntry => ({ name: typed.name, values: valuesOfForm('labourRecruiter', typed), note: typed.note }));
