import type { LawRequirement } from '#scoring';
import type { LimitKind } from './entered-requirement';
import { showRequirement } from './requirement';

/** A figure of the law, with the requirement that it is from. `value`: hours, times, percent, or an amount of `currency` an hour. */
export type Limit = { kind: LimitKind; value: number; currency: string | null; label: string; law: string };

/** Weeks of a month, by which a monthly wage is divided into hours. */
const weeksOfMonth = 52 / 12;

/** The figures among the confirmed requirements of a country. What is second-hand, to be checked or set by region without a figure gives none. Pure. */
export function limitsOfTable(rows: readonly LawRequirement[]): Limit[] {
  const confirmed = rows.filter(({ certainty }) => certainty === 'confirmed');
  const weekly = confirmed.find(({ topic, fact }) => topic === 'hours' && fact === 'weekly_normal');
  const normal = weekly && Number(weekly.value) > 0 ? Number(weekly.value) : null;
  return confirmed.flatMap((row): Limit[] => {
    const { topic, fact, value, unit } = row;
    const { text: label, law } = showRequirement(row);
    const limit = (kind: LimitKind, amount: number, currency: string | null = null): Limit[] =>
      Number.isFinite(amount) && amount > 0 ? [{ kind, value: Math.round(amount * 100) / 100, currency, label, law: law ?? '' }] : [];
    if (topic === 'overtime' && fact === 'weekly_max' && normal !== null) return limit('weekly-hours', normal + Number(value));
    // The first step is that of ordinary overtime; the figure is the whole pay of the hour.
    if (topic === 'overtime' && fact === 'premium' && unit?.startsWith('%')) {
      const percent = Number(value.split('/')[0]);
      return percent >= 100 ? limit('overtime-rate', percent / 100) : [];
    }
    if (topic === 'deductions' && ['cap', 'cap_total'].includes(fact) && unit?.startsWith('%'))
      return limit('deduction-share', Number(value));
    const wage = topic === 'minimum_wage' && unit !== null ? /^([A-Z]{3}) (?:gross )?per (month|day|hour)$/.exec(unit) : null;
    const currency = wage?.[1];
    if (!currency || ['overtime_base'].includes(fact)) return [];
    if (wage[2] === 'hour') return limit('hourly-minimum', Number(value), currency);
    if (wage[2] === 'day') return limit('hourly-minimum', Number(value) / 8, currency);
    return normal === null ? [] : limit('hourly-minimum', Number(value) / (normal * weeksOfMonth), currency);
  });
}

/** Ordinary hours of a week; null where they are not confirmed. */
export function ordinaryWeek(rows: readonly LawRequirement[]): number | null {
  const found = rows.find(({ topic, fact, certainty }) => topic === 'hours' && fact === 'weekly_normal' && certainty === 'confirmed');
  const hours = Number(found?.value);
  return found && Number.isFinite(hours) ? hours : null;
}
