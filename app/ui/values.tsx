import { m } from '~/paraglide/messages';
import { formatCountry, formatDate, formatMoment, formatMoney, formatNumber, formatPercent } from './format';

/** An unknown value as text: missing is never zero. */
export function Unknown() {
  return <span className="text-muted italic">{m.shell_unknown()}</span>;
}

export function NumberText({ value, digits = 0 }: { value: number | null | undefined; digits?: number }) {
  return value === null || value === undefined ? <Unknown /> : formatNumber(value, { digits });
}

/** `value` is a share between 0 and 1. */
export function PercentText({ value, digits = 0 }: { value: number | null | undefined; digits?: number }) {
  return value === null || value === undefined ? <Unknown /> : formatPercent(value, { digits });
}

/** `value` in minor units (cents) of `currency`. */
export function MoneyText({ value, currency }: { value: number | null | undefined; currency: string }) {
  return value === null || value === undefined ? <Unknown /> : formatMoney(value, currency);
}

export function DateText({ value }: { value: Date | string | null | undefined }) {
  if (!value) return <Unknown />;
  const iso = value instanceof Date ? value.toISOString() : value;
  return <time dateTime={iso.slice(0, 10)}>{formatDate(value)}</time>;
}

export function MomentText({ value }: { value: Date | string | null | undefined }) {
  if (!value) return <Unknown />;
  const iso = value instanceof Date ? value.toISOString() : value;
  return <time dateTime={iso}>{formatMoment(value)}</time>;
}

export function CountryText({ code }: { code: string | null | undefined }) {
  return code ? formatCountry(code) : <Unknown />;
}
