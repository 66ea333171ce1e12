import { screenFields } from '~/platform/privacy/screen-fields';
import { m } from '~/paraglide/messages';
import type { FormFailure } from '~/ui/form-values';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import type { Judged } from './rights-lists';
import { issueForm, wordFields } from './rights-schema';

/** Reads the form of an issue. A text that may name a person is refused once, until its writer confirms. */
export function takeIssueForm(form: FormData): { ok: true; value: Judged } | FormFailure {
  const read = parseForm(form, issueForm);
  const signs = screenFields(form, wordFields, m.human_rights_assessment_problem_signs());
  if (read.ok) return Object.keys(signs).length === 0 ? read : formFailure(form, signs);
  const errors = { ...read.errors };
  for (const [name, sentences] of Object.entries(signs)) errors[name] = [...(errors[name] ?? []), ...sentences];
  return { ...read, errors };
}
