import { latinDigits } from '~/platform/forms/latin-digits';
import { formatMoney } from '~/ui/format';
import { currencyDigits, toMinor } from '~/suppliers/labour-recruiters/money';

/** What is bought from a supplier: an amount in whole units of its currency, and the year it is of where that is known. Amounts of two currencies are never added. */
export type Spend = { currency: string; amount: number; year: number | null };

/** "EUR 1200000.50" or "EUR 1200000.50 2025". */
export const spendPattern = /^([A-Z]{3}) (\d{1,15}(?:\.\d{1,2})?)(?: ((?:19|20)\d\d))?$/;
/** Digits before the point that every amount of the column has, so that texts of one currency are in the order of their amounts. */
const sortedDigits = 15;

/** A recorded spend, or the text of its column; null of any other text. */
export function readSpend(text: string): Spend | null {
  const [, currency, amount, year] = spendPattern.exec(text) ?? [];
  return currency === undefined ? null : { currency, amount: Number(amount), year: year === undefined ? null : Number(year) };
}

export function writeSpend({ currency, amount, year }: Spend): string {
  const digits = Number.isInteger(amount) ? String(amount) : amount.toFixed(2);
  return [currency, digits, ...(year === null ? [] : [String(year)])].join(' ');
}

/** A spend in the reader's language, with its year: "€1,200,000 · 2025". */
export function spendLabel(text: string): string {
  const spend = readSpend(text);
  if (spend === null) return text;
  const amount = formatMoney(toMinor(spend.amount, spend.currency), spend.currency, { isWhole: true });
  return spend.year === null ? amount : `${amount} · ${spend.year}`;
}

/** SQL of a recorded spend as its column has it: amounts of one length, so that suppliers sort by currency and amount. */
export const sortedSpendSql = (text: string): string =>
  `CASE WHEN (${text}) ~ '^[A-Z]{3} [0-9]' THEN split_part(${text}, ' ', 1) || ' ' || lpad(to_char(split_part(${text}, ' ', 2)::numeric, 'FM${'9'.repeat(sortedDigits - 1)}0.00'), ${sortedDigits + 3}, '0') || COALESCE(' ' || NULLIF(split_part(${text}, ' ', 3), ''), '') END`;

/** "1200000 EUR", "EUR 1.200.000", "1 200 000,50 EUR 2025" as a member types it; null of a text that is no such amount. */
export function typedSpend(typed: string): string | null {
  const text = latinDigits(typed).toUpperCase().trim();
  const currency = /[A-Z]{3}/.exec(text)?.[0];
  if (currency === undefined || currencyDigits(currency) === null) return null;
  const rest = text.replace(currency, ' ').trim();
  const [, before = rest, year] = /^(.*\S)\s+((?:19|20)\d\d)$/.exec(rest) ?? [];
  const bare = before.replace(/[\s\u00a0\u202f'’]/g, '');
  const grouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(bare) ? bare.replace(/[.,]/g, '') : null;
  const decimal = /^(\d{1,3}(?:[.,]?\d{3})*|\d+)(?:[.,](\d{1,2}))?$/.exec(bare);
  const amount = grouped ?? (decimal ? `${decimal[1]?.replace(/[.,]/g, '')}${decimal[2] ? `.${decimal[2]}` : ''}` : null);
  if (amount === null || !Number.isFinite(Number(amount)) || Number(amount) >= 1e15) return null;
  return writeSpend({ currency, amount: Number(amount), year: year === undefined ? null : Number(year) });
}
