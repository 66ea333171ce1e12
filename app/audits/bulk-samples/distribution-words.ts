import type { Column, DistributionWords, LimitLine } from '~/documents/charts/distribution-geometry';
import { writeNumber } from '~/documents/charts/numbers';
import { m } from '~/paraglide/messages';
import { getLocale, type Locale } from '~/paraglide/runtime';
import type { Bin, Distribution } from './distribution';

/** Weeks and pay periods as the team sees them, or workers, each once. */
export type CountedOf = 'weeks' | 'periods' | 'workers';
type Say = { locale: Locale };
const here = (): Say => ({ locale: getLocale() });

/** What a distribution shows, in a sentence. */
export function distributionTitle({ unit, samples, beyond }: Distribution, of: CountedOf, say: Say = here()): string {
  const numbers = { found: writeNumber(beyond, say), of: writeNumber(samples, say) };
  if (unit === 'hours')
    return of === 'workers' ? m.bulk_samples_title_hours_workers(numbers, say) : m.bulk_samples_title_hours(numbers, say);
  return of === 'workers' ? m.bulk_samples_title_pay_workers(numbers, say) : m.bulk_samples_title_pay(numbers, say);
}

const lineWords = {
  regular: m.bulk_samples_line_regular,
  long: m.bulk_samples_line_long,
  law: m.bulk_samples_line_law,
  minimum: m.bulk_samples_line_minimum,
} satisfies Record<Distribution['lines'][number]['kind'], unknown>;

/** Its columns, those beyond the limit in another tone; its limits; and all of its text. */
export function distributionParts(
  distribution: Distribution,
  say: Say = here(),
): { columns: Column[]; lines: LimitLine[]; words: DistributionWords } {
  const { unit, bins, lines } = distribution;
  const isBeyond = ({ from, to }: Bin) => (unit === 'hours' ? from >= 60 : to !== null && to <= 100);
  return {
    columns: bins.map((bin) => ({ ...bin, tone: isBeyond(bin) ? 'findings' : 'basis-c' })),
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
