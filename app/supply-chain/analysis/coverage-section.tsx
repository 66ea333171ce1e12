import { useId } from 'react';
import { DrawingSvg } from '~/ui/drawing/drawing';
import { drawStackedRows, type StackedRow } from '~/documents/charts/stacked-rows-geometry';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { formatNumber, formatPercent } from '~/ui/format';
import type { TierCoverage } from './read-coverage.server';

/** How far the chain is mapped: of each tier, parties that named suppliers, that refuse, and unknown ones; as bars and as a table. */
export function CoverageSection({ coverage }: { coverage: readonly TierCoverage[] }) {
  const caption = useId();
  const rows = coverage.map((tier): StackedRow => {
    const total = tier.named + tier.refused + tier.unknown;
    return {
      label: tierLabel(tier.tier),
      written: `${formatNumber(tier.named)} · ${formatNumber(tier.refused)} · ${formatNumber(tier.unknown)} (${formatPercent(total === 0 ? 0 : tier.named / total)})`,
      parts: [
        { size: tier.named, tone: 'credit' },
        { size: tier.refused, tone: 'override' },
        { size: tier.unknown, tone: 'hatched' },
      ],
    };
  });
  const suppliers = coverage.filter(({ tier }) => tier !== 0);
  const named = suppliers.reduce((sum, tier) => sum + tier.named, 0);
  const all = suppliers.reduce((sum, tier) => sum + tier.named + tier.refused + tier.unknown, 0);
  return (
    <figure className="chart-figure">
      <figcaption id={caption} className="chart-caption">
        {m.supply_chain_coverage_finding({ count: all, named: formatNumber(named), all: formatNumber(all) })}
      </figcaption>
      <DrawingSvg
        className="chart-wide"
        drawing={drawStackedRows(rows, { width: 760, labelWidth: 130, writtenWidth: 170 })}
        label={{ id: caption }}
      />
      <DrawingSvg
        className="chart-narrow"
        drawing={drawStackedRows(rows, { width: 328, labelWidth: 0, writtenWidth: 136 })}
        label={{ id: caption }}
      />
      <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
        <li className="flex items-center gap-1.5">
          <Swatch className="chart-credit" /> {m.supply_chain_coverage_named()}
        </li>
        <li className="flex items-center gap-1.5">
          <Swatch className="chart-override" /> {m.supply_chain_coverage_refused()}
        </li>
        <li className="flex items-center gap-1.5">
          <span className="hatched inline-block h-3 w-4.5" /> {m.supply_chain_coverage_unknown()}
        </li>
      </ul>
      <details className="chart-table text-xs">
        <summary>{m.supplier_report_chart_as_table()}</summary>
        <DataTable
          caption={m.supply_chain_coverage_table()}
          rows={coverage}
          rowKey={({ tier }) => String(tier)}
          columns={[
            { key: 'tier', header: m.suppliers_column_tier(), cell: ({ tier }) => tierLabel(tier) },
            { key: 'named', header: m.supply_chain_coverage_named(), align: 'end', cell: ({ named: count }) => formatNumber(count) },
            { key: 'refused', header: m.supply_chain_coverage_refused(), align: 'end', cell: ({ refused }) => formatNumber(refused) },
            { key: 'unknown', header: m.supply_chain_coverage_unknown(), align: 'end', cell: ({ unknown }) => formatNumber(unknown) },
          ]}
        />
      </details>
    </figure>
  );
}

function Swatch({ className }: { className: string }) {
  return (
    <svg width="18" height="12" aria-hidden="true">
      <rect width="18" height="12" className={className} />
    </svg>
  );
}

function tierLabel(tier: number | null): string {
  return tier === 0 ? m.map_tier_organization() : tier === null ? m.suppliers_tier_unknown() : m.suppliers_tier({ tier });
}
