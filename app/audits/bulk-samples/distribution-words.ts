import type { Column, DistributionWords, LimitLine } from '~/documents/charts/distribution-geometry';
import { writeNumber } from '~/documents/charts/numbers';
import { m } from '~/paraglide/messages';
import { getLocale, type Locale } from '~/paraglide/runtime';
import type { Bin, Distribution } from './distribution';

/** Weeks and pay periods, as the team sees them. */
export type CountedOf = 'weeks' | 'periods';
type Say = { locale: Locale };
const here = (): Say => ({ locale: getLocale() });

/** What a distribution shows, in a sentence. */
export function distributionTitle({ unit, samples, beyond }: Distribution, say: Say = here()): string {
  const numbers = { found: writeNumber(beyond, say), of: writeNumber(samples, say) };
  return unit === 'hours' ? m.bulk_samples_title_hours(numbers, say) : m.bulk_samples_title_pay(numbers, say);
}

/** The same of workers outside of the team: where small groups were joined over the limit, those beyond it are not counted. */
export function workersTitle({ unit, bins }: Pick<Distribution, 'unit' | 'bins'>, say: Say): string {
  const limit = unit === 'hours' ? 60 : 100;
  const all = bins.reduce((sum, { count }) => sum + count, 0);
  const isSplit = bins.some(({ from }) => from === limit);
  const beyond = bins.reduce((sum, bin) => sum + (isBeyond(unit, bin) ? bin.count : 0), 0);
  const of = writeNumber(all, say);
  if (!isSplit) return m.bulk_samples_title_joined({ of }, say);
  const numbers = { found: writeNumber(beyond, say), of };
  return unit === 'hours' ? m.bulk_samples_title_hours_workers(numbers, say) : m.bulk_samples_title_pay_workers(numbers, say);
}

const isBeyond = (unit: Distribution['unit'], { from, to }: Bin): boolean => (unit === 'hours' ? from >= 60 : to !== null && to <= 100);

const lineWords = {
  regular: m.bulk_samples_line_regular,
  long: m.bulk_samples_line_long,
  law: m.bulk_samples_line_law,
  minimum: m.bulk_samples_line_minimum,
} satisfies Record<Distribution['lines'][number]['kind'], unknown>;

/** Its columns, those beyond the limit in another tone; its limits; and all of its text. */
export function distributionParts(
  distribution: Pick<Distribution, 'unit' | 'bins' | 'lines'>,
  say: Say = here(),
): { columns: Column[]; lines: LimitLine[]; words: DistributionWords } {
  const { unit, bins, lines } = distribution;
  return {
    columns: bins.map((bin) => ({ ...bin, tone: isBeyond(unit, bin) ? 'findings' : 'basis-c' })),
    lines: lines.map(({ at, kind }) => ({ at, text: lineWords[kind]({ hours: writeNumber(at, say) }, say) })),
    words: {
      edge: (value) => writeNumber(value, say),
      count: (value) => writeNumber(value, say),
      unit: unit === 'hours' ? m.bulk_samples_axis_hours({}, say) : m.bulk_samples_axis_pay({}, say),
    },
  };
}

/** "48–60", "84 and more". */
export function binLabel({ from, to }: Bin, say: Say = here()): string {
  const start = writeNumber(from, say);
  return to === null ? m.bulk_samples_bin_last({ from: start }, say) : m.bulk_samples_bin({ from: start, to: writeNumber(to, say) }, say);
}
