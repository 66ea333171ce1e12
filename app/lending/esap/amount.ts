import { currencyDigits } from '~/suppliers/labour-recruiters/money';

/**
 * A typed amount, in whole units with at most the decimals of its currency ("125 000,50"), as integer minor units; null if invalid or ambiguous. Exact: no
 * floating point. Pure.
 */
export function readAmount(text: string, currency: string): number | null {
  const plain = text.replace(/[\s\u00A0\u202F]/g, '').replace(/^(\d+),(\d+)$/, '$1.$2');
  const parts = /^(\d{1,12})(?:\.(\d+))?$/.exec(plain);
  const digits = currencyDigits(currency);
  if (!parts || digits === null) return null;
  const [, whole = '', decimals = ''] = parts;
  if (decimals.length > digits) return null;
  const minor = Number(whole + decimals.padEnd(digits, '0'));
  return Number.isSafeInteger(minor) ? minor : null;
}

/** Integer minor units as whole units with a point, "125000.50", as files carry it. Pure. */
export function writeAmount(minor: number, currency: string): string {
  const digits = currencyDigits(currency) ?? 2;
  const text = String(minor).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
