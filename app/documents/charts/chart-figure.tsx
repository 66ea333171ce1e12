import { type ComponentProps, type ReactNode, useId } from 'react';
import { m } from '~/paraglide/messages';
import { DrawingSvg } from '~/ui/drawing/drawing';
import type { Drawing, Tone } from '~/ui/drawing/shapes';
import type { ChartFormat } from './chart-formats';

type ChartFigureProps = {
  /** The finding in a sentence, computed from the data. */
  title: string;
  wide: Drawing;
  /** For a page of 360 pixels. */
  narrow: Drawing;
  linkFor?: ComponentProps<typeof DrawingSvg>['linkFor'];
  /** What the tones mean, in their order. */
  legend: readonly { tone: Tone; label: string }[];
  note?: string;
  /** Links to what the chart shows, below it. */
  children?: ReactNode;
  /** The same as a table. */
  table: ReactNode;
  /** Address of the chart's file in a format. */
  fileHref: (format: ChartFormat) => string;
};

/** A chart with its finding above, its legend, the same as a table, and its files. Printed without what can only be pressed. */
export function ChartFigure({ title, wide, narrow, linkFor, legend, note, table, fileHref, children }: ChartFigureProps) {
  const caption = useId();
  const link = linkFor === undefined ? {} : { linkFor };
  return (
    <figure className="chart-figure">
      <figcaption id={caption} className="chart-caption">
        {title}
      </figcaption>
      <DrawingSvg className="chart-wide" drawing={wide} label={{ id: caption }} {...link} />
      <DrawingSvg className="chart-narrow" drawing={narrow} label={{ id: caption }} {...link} />
      <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
        {legend.map(({ tone, label }) => (
          <li key={label} className="flex items-center gap-1.5">
            <Swatch tone={tone} /> {label}
          </li>
        ))}
      </ul>
      {note !== undefined && <p className="mt-1 max-w-prose text-xs text-muted">{note}</p>}
      {children}
      <div className="mt-1 flex flex-wrap items-start gap-x-4 text-xs">
        <details className="chart-table min-w-0 max-w-full">
          <summary>{m.supplier_report_chart_as_table()}</summary>
          {table}
        </details>
        <p className="chart-table flex gap-x-4" data-print="none">
          <a href={fileHref('svg')} download>
            {m.map_file_svg()}
          </a>
          <a href={fileHref('png')} download>
            {m.map_file_png()}
          </a>
        </p>
      </div>
    </figure>
  );
}

function Swatch({ tone }: { tone: Tone }) {
  if (tone === 'hatched') return <span className="hatched inline-block h-3 w-4.5" />;
  return (
    <svg width="18" height="12" aria-hidden="true">
      <rect width="18" height="12" className={`chart-${tone}`} />
    </svg>
  );
}
