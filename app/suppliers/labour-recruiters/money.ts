/** How many decimals a currency has (JPY 0, USD 2, KWD 3); null when no currency has this code. */
export function currencyDigits(currency: string): number | null {
  if (!Intl.supportedValuesOf('currency').includes(currency)) return null;
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** An amount in whole units as integer minor units of its currency. */
export function toMinor(amount: number, currency: string): number {
  return Math.round(amount * 10 ** (currencyDigits(currency) ?? 2));
}

/** Integer minor units as an amount in whole units, as a form shows it. */
export function fromMinor(minor: number, currency: string): number {
  return minor / 10 ** (currencyDigits(currency) ?? 2);
}
