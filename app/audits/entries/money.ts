/** How many decimals a currency has; 2 where it is not known. */
export function minorDigits(currency: string): number {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/** An amount in whole minor units of its currency. */
export const minorOf = (amount: number, currency: string): number => Math.round(amount * 10 ** minorDigits(currency));
