import type { Band } from '#scoring';
import { m } from '~/paraglide/messages';
import { BandShape } from './band-shapes';
import { classNames } from './class-names';

const words = {
  low: m.shell_band_low,
  moderate: m.shell_band_moderate,
  elevated: m.shell_band_elevated,
  high: m.shell_band_high,
  severe: m.shell_band_severe,
} satisfies Record<Band, () => string>;

/** The label of a band in the reader's language; null is "Not scored". */
export function bandName(band: Band | null): string {
  return band === null ? m.shell_band_none() : words[band]();
}

/** A band as text, silhouette and colour together; never one alone. null: not scored. */
export function BandBadge({ band, size = 'md' }: { band: Band | null; size?: 'md' | 'lg' }) {
  return (
    <span
      className={classNames(
        'inline-flex items-baseline gap-1.5 whitespace-nowrap',
        size === 'lg' && 'text-lg font-semibold',
        band === 'severe' && 'font-semibold text-band-severe-mark',
        band === null && 'text-muted',
      )}
    >
      <BandShape band={band} className={classNames('self-center', size === 'lg' && 'size-5')} />
      {bandName(band)}
    </span>
  );
}
