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
