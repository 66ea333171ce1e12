import type { Band, Basis } from '#scoring';
import { m } from '~/paraglide/messages';
import { classNames } from './class-names';
import { shownScore } from './shown-score';

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

const dials: readonly { band: Band; fill: string; quarter: string }[] = [
  { band: 'low', fill: 'fill-band-low', quarter: '' },
  { band: 'moderate', fill: 'fill-band-moderate', quarter: 'M8 8V2.5A5.5 5.5 0 0 1 13.5 8z' },
  { band: 'elevated', fill: 'fill-band-elevated', quarter: 'M8 2.5a5.5 5.5 0 0 1 0 11z' },
  { band: 'high', fill: 'fill-band-high', quarter: 'M8 8H2.5A5.5 5.5 0 1 0 8 2.5z' },
  { band: 'severe', fill: 'fill-band-severe', quarter: 'M8 2.5a5.5 5.5 0 0 1 0 11 5.5 5.5 0 0 1 0-11z' },
];

/** The shapes of all bands, once a page; `BandShape` points to them. */
export function BandShapes() {
  return (
    <svg className="hidden" aria-hidden="true">
      <symbol id="band-none" viewBox="0 0 16 16" fill="none" className="stroke-muted" strokeWidth="1.2">
        <circle cx="8" cy="8" r="5.5" strokeDasharray="2 1.6" />
        <path d="M5 11 11 5M4.2 8.8l4.6-4.6M7.2 11.8l4.6-4.6" />
      </symbol>
      {dials.map(({ band, fill, quarter }) => (
        <symbol key={band} id={`band-${band}`} viewBox="0 0 16 16">
          <circle cx="8" cy="8" r="6.5" className={classNames('dial', fill)} />
          <path d={quarter} className="fill-ink" />
          <circle cx="8" cy="8" r="5.5" fill="none" className="stroke-ink" strokeWidth="1.2" />
        </symbol>
      ))}
    </svg>
  );
}

/** The shape of a band: a dial that fills ○ ◔ ◑ ◕ ●, in its colour; a hatched ring when not scored. */
export function BandShape({ band, className }: { band: Band | null; className?: string }) {
  return (
    <svg aria-hidden="true" className={classNames('band-shape', className)}>
      <use href={`#band-${band ?? 'none'}`} />
    </svg>
  );
}

/** The shape of a band within a drawing, 16 by 16 in its units: style sheets give no size to an svg in an svg. */
export function DrawnBandShape({ band }: { band: Band | null }) {
  return <use href={`#band-${band ?? 'none'}`} width="16" height="16" />;
}

/** A band as text, shape and colour together; never one alone. null: not scored. */
export function BandBadge({ band, size = 'md' }: { band: Band | null; size?: 'md' | 'lg' }) {
  return (
    <span
      className={classNames(
        'inline-flex items-baseline gap-1.5 whitespace-nowrap',
        size === 'lg' && 'text-lg font-semibold',
        band === null && 'text-muted',
      )}
    >
      <BandShape band={band} className={classNames('self-center', size === 'lg' && 'size-5')} />
      {bandName(band)}
    </span>
  );
}

const basisWords = {
  A: m.supplier_report_basis_a,
  B: m.supplier_report_basis_b,
  C: m.supplier_report_basis_c,
  D: m.supplier_report_basis_d,
  E: m.supplier_report_basis_e,
} satisfies Record<Basis, () => string>;

/** What a score rests on, muted, beside its band: "D: country and sector only". */
export function BasisWord({ basis }: { basis: Basis }) {
  return <span className="text-muted">{basisWords[basis]()}</span>;
}

/** A score for a table cell: whole point with its interval under it ("56" · "49 to 68"). */
export function ScoreWithInterval({ score, low, high }: { score: number; low: number; high: number }) {
  const [point, from, to] = [score, low, high].map(shownScore);
  return (
    <span className="whitespace-nowrap" title={m.shell_interval_full({ point: point ?? 0, low: from ?? 0, high: to ?? 0 })}>
      <span className="font-semibold">{point}</span>{' '}
      <span className="text-xs text-muted">{m.shell_interval({ low: from ?? 0, high: to ?? 0 })}</span>
    </span>
  );
}
