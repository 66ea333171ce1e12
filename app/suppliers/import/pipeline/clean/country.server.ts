import countries from 'i18n-iso-countries';
import { type Recognition, termId } from '~/suppliers/classification/term-key';
import { foldText } from '~/suppliers/parties/name-key';
import { type Cleaned, clean, flag } from '../problems';
import { countryAliases } from './country-aliases';
import { saysNothing } from './text';

/** English first: where two languages disagree about a word, the earlier one is believed. */
const languages = [
  'en',
  'fr',
  'de',
  'es',
  'pt',
  'it',
  'nl',
  'vi',
  'zh',
  'ja',
  'ko',
  'tr',
  'id',
  'ms',
  'th',
  'bn',
  'hi',
  'ur',
  'ta',
  'km',
  'ar',
  'fa',
  'ru',
  'uk',
  'pl',
  'cs',
  'sk',
  'hu',
  'ro',
  'bg',
  'el',
  'sv',
  'da',
  'fi',
  'nb',
  'he',
  'sr',
  'hr',
  'sl',
  'et',
  'lv',
  'lt',
  'ca',
] as const;

/** The short name of one country, and what most lists call another: asked about. */
const ambiguous = ['congo'];

let table: Map<string, string> | undefined;
let english: { name: string; key: string }[] | undefined;
const suggestions = new Map<string, string | null>();

function buildTable(): Map<string, string> {
  const built = new Map<string, string>();
  // Codes first: no name in any language may take one ("Mỹ" folds to MY).
  const add = (name: string, code: string) => {
    const key = foldCountry(name);
    if (key !== '' && !built.has(key)) built.set(key, code);
  };
  for (const [alpha3, alpha2] of Object.entries(countries.getAlpha3Codes())) {
    add(alpha2, alpha2);
    add(alpha3, alpha2);
  }
  for (const [code, names] of Object.entries(countryAliases)) for (const name of names) add(name, code);
  for (const language of languages) {
    for (const [code, names] of Object.entries(countries.getNames(language, { select: 'all' }))) for (const name of names) add(name, code);
  }
  for (const name of ambiguous) built.delete(name);
  return built;
}

function foldCountry(name: string): string {
  return foldText(name.replace(/\./g, '')).replace(/^the /, '');
}

/**
 * Any common spelling of a country → ISO 3166-1 alpha-2 (XK for Kosovo); null when it is none.
 * Understands codes, names in some forty languages, "Korea (Republic of)", "Korea, Republic of" and everyday short names.
 */
export function findCountry(text: string): string | null {
  table ??= buildTable();
  const whole = table.get(foldCountry(text.trim()));
  if (whole) return whole;
  // "Sudan, South", "Korea (Dem. Rep.)": the text after the first word makes it another country.
  const turned = /^([^,()（）]+)[,(（]([^,()（）]+)[)）]?$/.exec(text.trim());
  const inOrder = turned ? table.get(foldCountry(`${turned[2]} ${turned[1]}`)) : undefined;
  if (inOrder) return inOrder;
  // "Taiwan (R.O.C.)", "Viet Nam / Vietnam": parts may say the same country twice, but never two ("Georgia, USA").
  const parts = new Set(text.split(/[()[\]（）,/]|\s[-–]\s/).flatMap((part) => table?.get(foldCountry(part)) ?? []));
  return parts.size === 1 ? ([...parts][0] ?? null) : null;
}

export function cleanCountry(cell: string): Cleaned<string> {
  // "NA" is Namibia, "n/a" is nothing.
  if (cell.trim() !== 'NA' && saysNothing(cell)) return clean<string>(null);
  const code = findCountry(cell);
  if (code !== null) return clean(code);
  const suggestion = suggestCountry(cell);
  return flag<string>(null, 'unknown-country', 'error', suggestion ? { value: cell, suggestion } : { value: cell });
}

/** The same, after what a member decided about the words. */
export function cleanCountryAs(cell: string, { terms }: Recognition): Cleaned<string> {
  const decided = terms.get(termId('country', cell));
  return decided === undefined ? cleanCountry(cell) : clean(decided);
}

/** The country that a misspelled name probably means; null where none comes near. */
export function likelyCountry(text: string): string | null {
  const name = findCountry(text) === null ? suggestCountry(text) : null;
  return name === null ? null : findCountry(name);
}

/** The English name at most two letters away, for a word in the message; the value itself is never guessed. */
function suggestCountry(text: string): string | null {
  english ??= Object.entries(countries.getNames('en', { select: 'all' })).flatMap(([code, names]) =>
    [...names, ...(countryAliases[code] ?? [])].map((name) => ({ name, key: foldCountry(name) })),
  );
  const key = foldCountry(text);
  if (key.length < 4) return null;
  const before = suggestions.get(key);
  if (before !== undefined) return before;
  let best: { name: string; far: number } | null = null;
  for (const { name, key: other } of english) {
    const far = distance(key, other, 2);
    if (far <= 2 && (!best || far < best.far)) best = { name, far };
  }
  const found = best?.name ?? null;
  if (suggestions.size < 10_000) suggestions.set(key, found);
  return found;
}

function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(swap, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? limit + 1;
}
