import type { z } from 'zod';
import type { FormFailure } from '~/ui/form-values';

const secret = /password|token|secret/i;

/** What was typed, to be shown again. Files and secrets are left out. */
function typedValues(form: FormData): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const [name, value] of form) {
    if (typeof value !== 'string' || secret.test(name)) continue;
    values[name] = [...(values[name] ?? []), value];
  }
  return values;
}

/** A refusal with given errors: field name → sentences. */
export function formFailure(form: FormData, errors: Record<string, string[]>): FormFailure {
  return { ok: false, values: typedValues(form), errors };
}

/**
 * Parses a form by a Zod schema. Empty text counts as not given; a name sent several times becomes a list.
 * On refusal answers what was typed and one list of sentences per field, ready for `fieldOf` and ErrorSummary.
 */
export function parseForm<Schema extends z.ZodType>(form: FormData, schema: Schema): { ok: true; value: z.output<Schema> } | FormFailure {
  const input: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name).filter((value) => value !== '');
    if (values.length === 1) input[name] = values[0];
    else if (values.length > 1) input[name] = values;
  }
  const parsed = schema.safeParse(input);
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors: Record<string, string[]> = {};
  for (const issue of parsed.error.issues) {
    const name = issue.path.join('.');
    errors[name] = [...(errors[name] ?? []), issue.message];
  }
  return formFailure(form, errors);
}
