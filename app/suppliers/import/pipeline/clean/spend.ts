import { isCurrency, readSpend, writeSpend } from '~/suppliers/fields/definition/spend-text';
import { type CellProblem, type Cleaned, clean, flag } from '../problems';
import { type NumberHabit, readAmount } from './number';
import { saysNothing } from './text';

/** Signs that name one currency alone, the longer ones first. `$` stands for many; it is taken as USD, as a guess. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/US\s?\$/i, 'USD'],
  [/C(?:A|AD)?\s?\$/, 'CAD'],
  [/A(?:U|UD)?\s?\$/, 'AUD'],
  [/HK\s?\$/i, 'HKD'],
  [/S\s?\$/, 'SGD'],
  [/R\s?\$/, 'BRL'],
  [/€|\beuros?\b/i, 'EUR'],
  [/£|\bpounds? sterling\b/i, 'GBP'],
  [/₹|\brs\.?\s|\brupees?\b/i, 'INR'],
  [/₫|\bđ\b/, 'VND'],
  [/₺|\btl\b/i, 'TRY'],
  [/৳|\btaka\b/i, 'BDT'],
  [/₩/, 'KRW'],
  [/฿/, 'THB'],
  [/₱/, 'PHP'],
  [/\brmb\b|人民币|元/i, 'CNY'],
  [/\byen\b|円/i, 'JPY'],
  [/\bus dollars?\b/i, 'USD'],
];
/** A code beside a number or by itself: "EUR 12", "12EUR". */
const codes = /(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])/g;
/** The same in small letters, which are a code only where nothing else is beside the number. */
const besideNumber = /^[^a-z]*\d[^a-z]*([a-z]{3})\.?\s*$|^\s*([a-z]{3})\.?[^a-z]*\d[^a-z]*$/i;
const multipliers: readonly (readonly [RegExp, number])[] = [
  [/\s*(?:bn|billions?|milliards?|mrd\.?|mld)\.?$/i, 1e9],
  [/\s*(?:mm|mn|mio\.?|mill?\.?|millions?|millionen|millones|milhões|m)\.?$/i, 1e6],
  [/\s*(?:k|thousand|tsd\.?|mille|mil|'000|000s)\.?$/i, 1e3],
];

/** The currency that a cell or a header names; `isGuess`: by a sign that several currencies share. */
export function currencyIn(text: string): { currency: string; isGuess: boolean } | null {
  for (const code of text.match(codes) ?? []) if (isCurrency(code)) return { currency: code, isGuess: false };
  const small = besideNumber.exec(text)?.slice(1).find(Boolean);
  if (small && isCurrency(small.toUpperCase())) return { currency: small.toUpperCase(), isGuess: false };
  const sign = signs.find(([pattern]) => pattern.test(text));
  if (sign) return { currency: sign[1], isGuess: false };
  return text.includes('$') ? { currency: 'USD', isGuess: true } : null;
}

/** A whole cell that is a currency. */
export function cleanCurrency(cell: string): Cleaned<string> {
  const found = currencyIn(cell.trim().toUpperCase());
  return clean(saysNothing(cell) || found === null ? null : found.currency);
}

/** The figure of a cell without its currency and multiplier: "€ 1.2m" → "1.2". */
export function amountIn(cell: string): string {
  return withoutMultiplier(withoutCurrency(cell)).text;
}

function withoutCode(cell: string): string {
  const small = besideNumber.exec(cell)?.slice(1).find(Boolean);
  const without = small !== undefined && isCurrency(small.toUpperCase()) ? cell.replace(small, ' ') : cell;
  return without.replace(codes, ' ');
}

const withoutCurrency = (cell: string): string =>
  signs
    .reduce((text, [pattern]) => text.replace(pattern, ' '), withoutCode(cell))
    .replace(/[$¥]|[/,.]?[-–]\s*$/g, ' ')
    .trim();

function withoutMultiplier(text: string): { text: string; factor: number } {
  const found = multipliers.find(([pattern]) => /\d/.test(text) && pattern.test(text));
  return found ? { text: text.replace(found[0], '').trim(), factor: found[1] } : { text, factor: 1 };
}

/** What lists write above amounts: currency, thousands and year. */
export function spendHeader(header: string): {
  currency: { currency: string; isGuess: boolean } | null;
  factor: number;
  year: number | null;
} {
  const year = /(?:^|\D)((?:19|20)\d\d)(?!\d)/.exec(header)?.[1];
  const factor =
    /\b(?:in\s+)?(?:thousands?|tsd|k(?:eur|usd|gbp|€|\$)|['’]000)\b/i.test(header) || /\b[kK][€$]/.test(header)
      ? 1e3
      : /\b(?:millions?|mio|mn)\b/i.test(header)
        ? 1e6
        : 1;
  return { currency: currencyIn(header.replace(/\bk(?=EUR|USD|GBP)/gi, '')), factor, year: year === undefined ? null : Number(year) };
}

/**
 * An amount with the currency of its cell, else of the row's column of currencies, else of the header, else the one chosen for all rows. Without any
 * it stays unknown: an amount in no currency says nothing.
 */
export function cleanSpend(
  cell: string,
  context: { habit: NumberHabit; header: string; currency: string | null; fallback: string | null; year: number | null },
): Cleaned<string> {
  if (saysNothing(cell)) return clean<string>(null);
  // As a form shows it and this software records it.
  if (readSpend(cell.trim())?.year) return clean(cell.trim());
  const head = spendHeader(context.header);
  const { text, factor } = withoutMultiplier(withoutCurrency(cell));
  const { value, isAssumed } = readAmount(text, context.habit);
  if (value === null || value * factor * head.factor >= 1e15) return flag<string>(null, 'not-an-amount', 'warning', { value: cell });
  if (value < 0) return flag<string>(null, 'not-an-amount', 'warning', { value: cell });
  const stated = context.currency === null ? null : { currency: context.currency, isGuess: false };
  const chosen = context.fallback === null ? null : { currency: context.fallback, isGuess: false };
  const [own, above] = [currencyIn(cell), head.currency];
  const found = [own, stated, above].find((each) => each && !each.isGuess) ?? chosen ?? own ?? above;
  if (!found) return flag<string>(null, 'spend-without-currency', 'warning', { value: cell });
  const amount = Math.round(value * factor * head.factor * 100) / 100;
  const problems: CellProblem[] = found.isGuess
    ? [{ code: 'currency-guessed', params: { value: cell, readAs: found.currency }, severity: 'warning' }]
    : [];
  if (isAssumed) problems.push({ code: 'ambiguous-number', params: { value: cell, readAs: amount }, severity: 'warning' });
  return { value: writeSpend({ currency: found.currency, amount, year: head.year ?? context.year }), problems };
}
