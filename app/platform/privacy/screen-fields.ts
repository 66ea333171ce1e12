import { personalKindsIn } from '~/platform/privacy/recognize-personal-data';

/**
 * Which fields of a form look as if somebody could be found by what was typed, each with `sentence`; none once its writer has said that he looked again
 * (the box `screened`).
 */
export function screenFields(form: FormData, names: readonly string[], sentence: string): Record<string, string[]> {
  if (form.get('screened') === 'on') return {};
  const found = names.filter((name) => personalKindsIn(String(form.get(name) ?? '')).length > 0);
  return Object.fromEntries(found.map((name) => [name, [sentence]]));
}
