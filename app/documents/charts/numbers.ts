/** Writes a number in the way of a language with a fixed count of decimals and a true minus sign; `signed` puts a plus before gains. */
export function writeNumber(value: number, options: { locale: string; decimals?: number; signed?: boolean }): string {
  const { locale, decimals = 0, signed = false } = options;
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: signed ? 'exceptZero' : 'negative',
  });
  return format.format(value).replace('-', '\u2212');
}

/** Writes a share of 0 to 1 as a percentage in the way of a language, in whole numbers, or with one decimal when `isExact` and it has one. */
export function writePercent(share: number, options: { locale: string; isExact?: boolean }): string {
  const { locale, isExact = false } = options;
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: isExact ? 1 : 0 }).format(share);
}
