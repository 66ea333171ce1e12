import { getLocale } from '~/paraglide/runtime';
import { formatLanguage, languageCodes } from './format';

/** Languages by name in the reader's language, sorted; a stored value outside the list (`kept`) is added unchanged. */
export function languageOptions(kept: string | undefined): { value: string; label: string }[] {
  const codes = kept && !languageCodes.includes(kept) ? [...languageCodes, kept] : languageCodes;
  const order = new Intl.Collator(getLocale());
  return codes.map((value) => ({ value, label: formatLanguage(value) })).sort((a, b) => order.compare(a.label, b.label));
}
