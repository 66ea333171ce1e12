import type { z } from 'zod';
import { screenFields } from '~/platform/privacy/screen-fields';
import { m } from '~/paraglide/messages';
import type { FormFailure } from '~/ui/form-values';
import { formFailure, parseForm } from '~/platform/forms/parse-form';

/** Reads a form whose texts describe groups. A text that may name a person is refused once, until its writer confirms. */
export function takeForm<Schema extends z.ZodType>(
  form: FormData,
  schema: Schema,
  names: readonly string[],
): { ok: true; value: z.output<Schema> } | FormFailure {
  const read = parseForm(form, schema);
  const signs = screenFields(form, names, m.stakeholder_engagement_problem_signs());
  if (read.ok) return Object.keys(signs).length === 0 ? read : formFailure(form, signs);
  const errors = { ...read.errors };
  for (const [name, sentences] of Object.entries(signs)) errors[name] = [...(errors[name] ?? []), ...sentences];
  return { ...read, errors };
}
