import { useId } from 'react';
import { DrawingSvg } from '~/ui/drawing/drawing';
import { drawScatter, type ScatterPoint } from '~/documents/charts/scatter-geometry';
import { bandLabel } from '~/documents/charts/labels';
import { m } from '~/paraglide/messages';
import { formatNumber, formatPercent } from '~/ui/format';
import { shownScore } from '~/ui/shown-score';
import type { EntryRow } from './read-entries.server';

/** Risk against the organization's purchases, for parties where risk enters; the table below has the same parties under the same numbers. */
export function LeveragePlot({ rows, map }: { rows: readonly EntryRow[]; map: string }) {
  const caption = useId();
  const points = rows.flatMap(({ publicId, own, band, directShare }, index): ScatterPoint[] =>
    own === null || band === null ? [] : [{ id: publicId, number: String(index + 1), risk: shownScore(own), band, leverage: directShare }],
  );
  if (points.length === 0) return null;
  const outside = points.filter(({ leverage }) => leverage === null).length;
  const words = {
    bands: {
      low: bandLabel('low'),
      moderate: bandLabel('moderate'),
      elevated: bandLabel('elevated'),
      high: bandLabel('high'),
      severe: bandLabel('severe'),
    },
    risk: m.labour_recruiters_plot_risk(),
    leverage: m.labour_recruiters_plot_leverage(),
    unknown: [m.labour_recruiters_plot_indirect(), m.labour_recruiters_plot_unknown()],
    percent: (share: number) => formatPercent(share),
  };
  const linkFor = (id: string) => {
    const index = rows.findIndex(({ publicId }) => publicId === id);
    const row = rows[index];
    if (!row || row.own === null) return undefined;
    const share = row.directShare === null ? m.labour_recruiters_plot_no_share() : formatPercent(row.directShare, { digits: 1 });
    return {
      href: `${map}?open=${id}`,
      label: m.labour_recruiters_plot_point({
        number: formatNumber(index + 1),
        name: row.name,
        risk: formatNumber(shownScore(row.own)),
        share,
      }),
    };
  };
  return (
    <figure className="chart-figure mb-4">
      <figcaption id={caption} className="chart-caption">
        {m.labour_recruiters_plot_finding({ count: points.length, outside: formatNumber(outside), all: formatNumber(points.length) })}
      </figcaption>
      <DrawingSvg
        className="chart-wide"
        drawing={drawScatter(points, { words, width: 760, height: 360, stripWidth: 150 })}
        label={{ id: caption }}
        linkFor={linkFor}
      />
      <DrawingSvg
        className="chart-narrow"
        drawing={drawScatter(points, { words, width: 328, height: 380, stripWidth: 90 })}
        label={{ id: caption }}
        linkFor={linkFor}
      />
      <p className="mt-1 text-xs text-muted">{m.labour_recruiters_plot_legend()}</p>
    </figure>
  );
}
