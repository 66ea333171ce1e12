import { getLocale } from '~/paraglide/runtime';
import { formatLanguage, languageCodes } from './format';

/** Languages by their names in the reader's language, in its order; one that was kept otherwise (`kept`) stands as it is. */
export function languageOptions(kept: string | undefined): { value: string; label: string }[] {
  const codes = kept && !languageCodes.includes(kept) ? [...languageCodes, kept] : languageCodes;
  const order = new Intl.Collator(getLocale());
  return codes.map((value) => ({ value, label: formatLanguage(value) })).sort((a, b) => order.compare(a.label, b.label));
}
