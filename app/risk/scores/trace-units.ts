import type { TraceNode } from '#scoring';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';

/** A number with at most four decimals. */
export function plain(value: number): string {
  return new Intl.NumberFormat(getLocale(), { maximumFractionDigits: 4 }).format(value).replace('-', '−');
}

const units: Readonly<Record<string, (() => string) | undefined>> = {
  points: m.method_unit_points,
  'points, 50 is the average worker of the world': m.scores_unit_score,
  'floor in points': m.scores_unit_floor,
  'ratio of odds = 2^(points / 10)': m.scores_unit_ratio,
  '0 to 1': m.method_unit_share,
  'share of workers, 0 to 1': m.scores_unit_share_of_workers,
  'months of pay': m.method_unit_months_of_pay,
  'month of pay': m.scores_unit_month_of_pay,
  'share of employment': m.method_unit_of_employment,
  'mean of the governance estimates, sign turned': m.scores_unit_governance,
  'rank of the tier': m.scores_unit_tier,
};

type Say = (...numbers: string[]) => string;
/** Units that carry numbers of the calculation: its arithmetic, so that it can be done again by hand. */
const patterns: readonly (readonly [RegExp, Say])[] = [
  [/^points, standard deviation ([\d.]+)$/, (error = '') => m.scores_unit_points_error({ error })],
  [/^points for (-?[\d.]+) standard deviations$/, (count = '') => m.scores_unit_deviations({ count })],
  [/^points for a share of ([\d.]+)$/, (share = '') => m.scores_unit_for_share({ share })],
  [/^points for an effectiveness of ([\d.]+)$/, (effectiveness = '') => m.scores_unit_effectiveness({ effectiveness })],
  [/^points for weight ([\d.]+)\/100 x ([\d.]+)$/, (weight = '', effectiveness = '') => m.scores_unit_domain({ weight, effectiveness })],
  [/^points for ([\d.]+) of 100$/, (points = '') => m.scores_unit_finding({ points })],
  [/^0 to 1, weight ([\d.]+)$/, (weight = '') => m.method_unit_share_weight({ weight })],
  [/^0 to 1, between ([\d.]+) and ([\d.]+)$/, (low = '', high = '') => m.method_unit_share_between({ low, high })],
  [
    /^0 to 1 = value ([\d.]+) x evidence ([\d.]+) x freshness ([\d.]+), weight ([\d.]+)$/,
    (value = '', evidence = '', freshness = '', weight = '') => m.method_unit_answer({ value, evidence, freshness, weight }),
  ],
];

/** The unit of a step's value with the numbers behind it, or null; in the method's English where there is no translation. */
export function stepUnit({ unit }: TraceNode): { text: string; lang?: 'en' } | null {
  if (!unit) return null;
  const known = units[unit];
  if (known) return { text: known() };
  for (const [pattern, say] of patterns) {
    const found = pattern.exec(unit);
    if (found) return { text: say(...found.slice(1).map((part) => plain(Number(part)))) };
  }
  return getLocale() === 'en' ? { text: unit } : { text: unit, lang: 'en' };
}

/** A parameter's value on one line: "country: 30 · sector: 18". Names are the codes of the method. */
export function writeParameter(json: string): string {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return json;
  }
  return writePart(value);
}

function writePart(value: unknown): string {
  if (typeof value === 'number') return plain(value);
  if (Array.isArray(value)) {
    const isStep = value.length === 2 && value.every((each) => typeof each === 'number');
    return value.map(writePart).join(isStep ? ' → ' : ' · ');
  }
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, part]) => `${key}: ${writePart(part)}`)
      .join(' · ');
  return String(value);
}
