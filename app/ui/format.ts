import countryNames from '~/locales/country-names.json';
import languageNames from '~/locales/language-names.json';
import { withLatinDigits } from '~/locales/latin-digits';
import { getLocale } from '~/paraglide/runtime';

const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `n${locale}${JSON.stringify(options)}`;
  const known = made.get(key);
  if (known instanceof Intl.NumberFormat) return known;
  const format = new Intl.NumberFormat(withLatinDigits(locale), options);
  made.set(key, format);
  return format;
}

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `d${locale}${JSON.stringify(options)}`;
  const known = made.get(key);
  if (known instanceof Intl.DateTimeFormat) return known;
  const format = new Intl.DateTimeFormat(withLatinDigits(locale), options);
  made.set(key, format);
  return format;
}

/** A number in the reader's grouping. `digits`: exactly so many decimals (0). */
export function formatNumber(value: number, { digits = 0, locale = getLocale() }: { digits?: number; locale?: string } = {}): string {
  return numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

/** Several of which one is enough: "the supplier or a member". */
export function formatAlternatives(texts: readonly string[], { locale = getLocale() }: { locale?: string } = {}): string {
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(texts);
}

/** All of several: "the buyer, the mill and the agency". */
export function formatList(
  texts: readonly string[],
  { locale = getLocale(), type = 'conjunction' }: { locale?: string; type?: 'conjunction' | 'disjunction' } = {},
): string {
  return new Intl.ListFormat(locale, { type }).format(texts);
}

/** A share between 0 and 1 as a percentage: 0.35 → "35%". */
export function formatPercent(share: number, { digits = 0, locale = getLocale() }: { digits?: number; locale?: string } = {}): string {
  return numberFormat(locale, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }).format(share);
}

/** From this on, whole amounts are written without their empty decimals. */
const largeAmount = 1_000_000;

/** Money from integer minor units and an ISO 4217 code: (1250, "USD") → "US$12.50", (4000000000, "EUR") → "€40,000,000". Nothing is rounded. */
export function formatMoney(
  minorUnits: number,
  currency: string,
  {
    locale = getLocale(),
    isWhole = false,
  }: { locale?: string /** Whole amounts have no decimals, however small. */; isWhole?: boolean } = {},
): string {
  const format = numberFormat(locale, { style: 'currency', currency });
  const amount = minorUnits / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2);
  if (Math.abs(amount) < largeAmount && !isWhole) return format.format(amount);
  return numberFormat(locale, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' }).format(amount);
}

/** Money in whole units, as lists state it: (1250.5, "USD") → "$1,250.50", (300, "EUR") → "€300". */
export function formatAmount(amount: number, currency: string, { locale = getLocale() }: { locale?: string } = {}): string {
  return numberFormat(locale, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' }).format(amount);
}

/** Money at a glance, rounded: (5940000000, "USD") → "$59.4M". */
export function formatMoneyShort(minorUnits: number, currency: string, { locale = getLocale() }: { locale?: string } = {}): string {
  const format = numberFormat(locale, { style: 'currency', currency });
  const amount = minorUnits / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2);
  return numberFormat(locale, { style: 'currency', currency, notation: 'compact', maximumFractionDigits: 1 }).format(amount);
}

/**
 * The size of a file: "41 bytes", "1.5 kB", "2.4 MB", "1.2 GB". Bytes by their full name, since the short one has no plural ("41 byte"). A value that would
 * round up to a thousand of a unit uses the next unit.
 */
export function formatBytes(bytes: number, { locale = getLocale() }: { locale?: string } = {}): string {
  if (bytes < 1_000) return numberFormat(locale, { style: 'unit', unit: 'byte', unitDisplay: 'long' }).format(bytes);
  const [value, unit] =
    bytes < 999_500 ? [bytes / 1e3, 'kilobyte'] : bytes < 999_500_000 ? [bytes / 1e6, 'megabyte'] : [bytes / 1e9, 'gigabyte'];
  return numberFormat(locale, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
}

const dayOptions = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
const momentOptions = { ...dayOptions, hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' } as const;

const clockOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const nearOptions = { ...clockOptions, second: '2-digit', timeZone: 'UTC', timeZoneName: 'short' } as const;

/** Only a whole ISO date counts: a guess at "spring 2024", or a first of January for "2024", would say more than is known. */
function dateOf(value: Date | string): Date | null {
  if (typeof value === 'string' && !/^\d{4}-\d{2}-\d{2}/.test(value)) return null;
  const date = value instanceof Date ? value : new Date(value);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** English is written the British way ("24 Nov 2026") whatever the browser prefers. */
function dateLocale(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale;
}

/** A day in UTC: "24 Nov 2026". Takes a Date or ISO text; what is not a date comes back as it was. */
export function formatDate(value: Date | string, { locale = getLocale() }: { locale?: string } = {}): string {
  const date = dateOf(value);
  return date === null ? String(value) : dateFormat(dateLocale(locale), dayOptions).format(date);
}

/**
 * A day in UTC that a person remembers by its weekday: "Tuesday 24 November", with the year unless it is that of `today`. From two parts: server and browser
 * put a comma between them or none.
 */
export function formatWeekday(value: string, { today, locale = getLocale() }: { today: string; locale?: string }): string {
  const date = dateOf(value);
  if (date === null) return value;
  const part = (options: Intl.DateTimeFormatOptions) => dateFormat(dateLocale(locale), { ...options, timeZone: 'UTC' }).format(date);
  const isThisYear = value.slice(0, 4) === today.slice(0, 4);
  return `${part({ weekday: 'long' })} ${part({ day: 'numeric', month: 'long', ...(isThisYear ? {} : { year: 'numeric' }) })}`;
}

/** A moment in UTC: "24 Nov 2026, 14:02 UTC". */
export function formatMoment(value: Date | string, { locale = getLocale() }: { locale?: string } = {}): string {
  const date = dateOf(value);
  return date === null ? String(value) : dateFormat(dateLocale(locale), momentOptions).format(date);
}

/** The time of day of a moment that is near, in UTC: "14:02:05 UTC". */
export function formatClock(value: Date | string, { locale = getLocale() }: { locale?: string } = {}): string {
  const date = dateOf(value);
  return date === null ? String(value) : dateFormat(dateLocale(locale), nearOptions).format(date);
}

/** Day and time of day of a moment in a person's time zone: "24 Nov 2026", "21:02". */
export function formatLocal(
  value: Date | string,
  { timeZone, locale = getLocale() }: { timeZone: string; locale?: string },
): { day: string; time: string } {
  const date = dateOf(value);
  if (date === null) return { day: String(value), time: '' };
  return {
    day: dateFormat(dateLocale(locale), { ...dayOptions, timeZone }).format(date),
    time: dateFormat(dateLocale(locale), { ...clockOptions, timeZone }).format(date),
  };
}

const names: Record<string, Record<string, string>> = countryNames;

/**
 * The name of a country (ISO 3166-1 alpha-2, also XK) in the reader's language; an unknown code comes back as it was.
 * From our own table (CLDR 48): server and browser carry different editions of these names and would disagree on the page.
 */
export function formatCountry(code: string, { locale = getLocale() }: { locale?: string } = {}): string {
  return names[locale]?.[code] ?? (names[locale] ? code : nameOf(code, { type: 'region', locale }));
}

/** In the other languages pages are drawn on the server alone (`respondent`), so its own names do. What is no code comes back as it was. */
function nameOf(code: string, { type, locale }: { type: 'region' | 'language'; locale: string }): string {
  try {
    return new Intl.DisplayNames([locale], { type }).of(code) ?? code;
  } catch {
    return code;
  }
}

const languages: Record<string, Record<string, string>> = languageNames;
/** ISO 639 codes of the languages that have a name here. */
export const languageCodes: readonly string[] = Object.keys(languageNames.en);

/** The name of a language (ISO 639-1, or 639-3 where there is none) in the reader's language, from our own table (CLDR) as countries are. */
export function formatLanguage(code: string, { locale = getLocale() }: { locale?: string } = {}): string {
  return languages[locale]?.[code] ?? (languages[locale] ? code : nameOf(code, { type: 'language', locale }));
}
