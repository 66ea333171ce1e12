import { z } from 'zod';

const numbers = (value: number, locale: string) =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 4, useGrouping: false }).format(value).replace('-', '\u2212');
const pairs = z.array(z.tuple([z.union([z.number(), z.string()]), z.union([z.number(), z.string()])]));
const record = z.record(z.string(), z.unknown());

/** A dated value as text that fits a cell: `country 30, sector 18` for named numbers, `0 → 0, 0.5 → 1` for breakpoints. */
export function writeParameter(value: number | string | null, locale: string): string {
  if (typeof value !== 'string') return value === null ? '–' : numbers(value, locale);
  if (!/^[[{]/.test(value)) return value;
  return writeValue(JSON.parse(value), locale);
}

function writeValue(value: unknown, locale: string): string {
  if (typeof value === 'number') return numbers(value, locale);
  const steps = pairs.safeParse(value);
  if (steps.success) return steps.data.map(([from, to]) => `${writeValue(from, locale)} → ${writeValue(to, locale)}`).join(', ');
  if (Array.isArray(value)) return value.map((each) => writeValue(each, locale)).join(', ');
  const named = record.safeParse(value);
  if (!named.success) return String(value);
  return Object.entries(named.data)
    .map(([name, each]) => `${name} ${writeValue(each, locale)}`)
    .join(', ');
}
