import { type Band, bands } from '#scoring';
import { m } from '~/paraglide/messages';
import { bandName } from '~/ui/band-badge';
import { BandShape } from '~/ui/band-shapes';

const fills: Record<Band, string> = {
  low: 'fill-band-low',
  moderate: 'fill-band-moderate',
  elevated: 'fill-band-elevated',
  high: 'fill-band-high',
  severe: 'fill-band-severe',
};

/** What fills and marks mean; what is not scored comes last. */
export function WorldLegend({ title, hasDoubts }: { title: string; hasDoubts: boolean }) {
  return (
    <div className="mt-2 grid gap-1 text-xs text-muted">
      <ul className="flex flex-wrap gap-x-4 gap-y-1" aria-label={title}>
        <li className="font-semibold">{title}</li>
        {[...bands].reverse().map((band) => (
          <li key={band} className="flex items-center gap-1.5">
            <svg width="18" height="12" aria-hidden="true">
              <rect width="18" height="12" fillOpacity="0.6" className={fills[band]} />
            </svg>
            <BandShape band={band} className="size-3" /> {bandName(band)}
          </li>
        ))}
        <li className="flex items-center gap-1.5">
          <span className="hatched inline-block h-3 w-4.5" /> <BandShape band={null} className="size-3" /> {bandName(null)}
        </li>
      </ul>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        <li className="flex items-center gap-1.5">
          <svg width="16" height="16" aria-hidden="true" className="shrink-0 fill-surface stroke-edge">
            <circle cx="8" cy="8" r="6.5" strokeWidth="1.5" />
            <path d="M8 1.5a6.5 6.5 0 0 1 5.6 9.75" strokeWidth="3" className="stroke-band-high-mark" />
          </svg>
          {m.map_legend_cluster()}
        </li>
        <li className="flex items-center gap-1.5">
          <span className="hatched inline-block h-3.5 w-5 shrink-0 rounded-sm border border-dashed border-muted" /> {m.map_legend_area()}
        </li>
        {hasDoubts && (
          <li className="flex items-center gap-1.5">
            <svg width="16" height="16" aria-hidden="true" className="shrink-0 fill-none stroke-ink">
              <circle cx="8" cy="8" r="6.5" strokeWidth="1.5" strokeDasharray="3 2.6" />
            </svg>
            {m.map_legend_doubt()}
          </li>
        )}
      </ul>
    </div>
  );
}
