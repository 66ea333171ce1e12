import { useId } from 'react';
import { DrawingSvg } from '~/ui/drawing/drawing';
import { generationOf, methodGeneration } from '~/risk/scores/method-generation';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { formatDate, formatNumber } from '~/ui/format';
import { drawTrend } from './draw-trend';
import type { Trend } from './read-trend.server';
import { MeanText } from './amount';

/** How the clients' scores went, quarter by quarter and version by version of the method, as a chart and as a table. */
export function TrendSection({ trend }: { trend: Trend }) {
  const caption = useId();
  const { days, points, clients } = trend;
  const methods = new Set(points.map(({ method }) => method)).size;
  const isOtherScale = points.some(({ method }) => generationOf(method) < methodGeneration);
  const shown = { days, writeDay: (day: string) => formatDate(day) };
  return (
    <figure className="chart-figure">
      <figcaption id={caption} className="chart-caption">
        {m.portfolio_trend_finding({ methods: formatNumber(methods), clients: formatNumber(clients) })}
      </figcaption>
      <DrawingSvg className="chart-wide" drawing={drawTrend(points, { ...shown, width: 860, height: 300 })} label={{ id: caption }} />
      <DrawingSvg className="chart-narrow" drawing={drawTrend(points, { ...shown, width: 328, height: 240 })} label={{ id: caption }} />
      <p className="mt-1 text-xs text-muted">{m.portfolio_trend_legend()}</p>
      {isOtherScale && <p className="mt-1 text-xs text-muted">{m.portfolio_trend_break()}</p>}
      <div className="mt-4">
        <DataTable
          caption={m.portfolio_tab_trend()}
          rows={[...points].reverse()}
          rowKey={({ day, method }) => day + method}
          isStacked
          empty={<p className="text-muted">{m.portfolio_trend_none()}</p>}
          columns={[
            { key: 'day', header: m.portfolio_trend_day(), cell: ({ day }) => formatDate(day) },
            { key: 'method', header: m.portfolio_trend_method(), cell: ({ method }) => method },
            { key: 'clients', header: m.portfolio_trend_clients(), align: 'end', cell: (point) => formatNumber(point.clients) },
            { key: 'mean', header: m.portfolio_mean(), align: 'end', cell: (point) => <MeanText mean={point} /> },
          ]}
        />
      </div>
    </figure>
  );
}
