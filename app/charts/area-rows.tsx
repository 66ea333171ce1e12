import { useId } from 'react';
import { getLocale } from '~/paraglide/runtime';
import { type AreaLine, type AreaRow, drawAreaRows } from './area-rows-geometry';
import { DrawingSvg } from './drawing';
import { writeNumber } from './numbers';

const ticks = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** Figures with their intervals, one under another on a scale up to 1; the page holds the same as a table. `title` states what is found, `legend` what the marks mean. */
export function AreaRows({
  rows,
  lines,
  title,
  legend,
}: {
  rows: readonly AreaRow[];
  lines: readonly AreaLine[];
  title: string;
  legend: string;
}) {
  const captionId = useId();
  const lowest = Math.min(...rows.map((row) => row.low), 0.5);
  const from = Math.max(0, Math.floor(lowest * 10) / 10);
  const shown = ticks.filter((at) => at >= from).map((at) => ({ at, label: writeNumber(at, { locale: getLocale(), decimals: 1 }) }));
  const options = { from, ticks: shown, lines };
  return (
    <figure className="chart-figure">
      <figcaption id={captionId} className="chart-caption">
        {title}
      </figcaption>
      <DrawingSvg
        className="chart-wide"
        drawing={drawAreaRows(rows, { ...options, width: 640, labelWidth: 210 })}
        label={{ id: captionId }}
      />
      <DrawingSvg
        className="chart-narrow"
        drawing={drawAreaRows(rows, { ...options, width: 330, labelWidth: 0 })}
        label={{ id: captionId }}
      />
      <p className="mt-1 text-xs text-muted">{legend}</p>
    </figure>
  );
}
