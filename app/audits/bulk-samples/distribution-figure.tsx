import { useId } from 'react';
import { drawDistribution } from '~/documents/charts/distribution-geometry';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { DrawingSvg } from '~/ui/drawing/drawing';
import { formatNumber } from '~/ui/format';
import type { Distribution } from './distribution';
import { binLabel, type CountedOf, distributionParts, distributionTitle } from './distribution-words';

/** A distribution with its finding above, limits as lines, and the same as a table. */
export function DistributionFigure({ distribution, of }: { distribution: Distribution; of: CountedOf }) {
  const caption = useId();
  const { columns, lines, words } = distributionParts(distribution);
  const title = distributionTitle(distribution);
  const counted = of === 'weeks' ? m.recorder_hours_weeks() : m.recorder_pay_samples();
  return (
    <figure className="chart-figure">
      <figcaption id={caption} className="chart-caption">
        {title}
      </figcaption>
      <DrawingSvg
        className="chart-wide"
        drawing={drawDistribution(columns, { width: 760, height: 240, lines, words })}
        label={{ id: caption }}
      />
      <DrawingSvg
        className="chart-narrow"
        drawing={drawDistribution(columns, { width: 328, height: 220, lines, words })}
        label={{ id: caption }}
      />
      <details className="mt-2 text-sm">
        <summary className="cursor-pointer">{m.supplier_report_chart_as_table()}</summary>
        <DataTable
          caption={title}
          rows={distribution.bins.filter(({ count }) => count > 0)}
          rowKey={({ from }) => String(from)}
          columns={[
            { key: 'bin', header: words.unit, cell: (bin) => binLabel(bin) },
            { key: 'count', header: counted, align: 'end', cell: ({ count }) => formatNumber(count) },
          ]}
        />
      </details>
    </figure>
  );
}
