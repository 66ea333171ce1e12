import { personalKindsIn } from '~/platform/privacy/recognize-personal-data';

/**
 * The fields of a form whose text seems to contain personal data, each with `sentence`; none once the writer has confirmed a second look (the box
 * `screened`).
 */
export function screenFields(form: FormData, names: readonly string[], sentence: string): Record<string, string[]> {
  if (form.get('screened') === 'on') return {};
  const found = names.filter((name) => personalKindsIn(String(form.get(name) ?? '')).length > 0);
  return Object.fromEntries(found.map((name) => [name, [sentence]]));
}
