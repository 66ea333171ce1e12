import { Term } from '~/ui/term';
import { basisTerm, tierTerm } from '~/platform/terms/glossary-terms';
import { Link } from '@remix-run/react';
import { useId } from 'react';
import { type Basis, bases } from '#scoring';
import { DrawingSvg } from '~/ui/drawing/drawing';
import type { Tone } from '~/ui/drawing/shapes';
import { drawStackedRows, type StackedRow } from '~/documents/charts/stacked-rows-geometry';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { formatNumber } from '~/ui/format';
import type { BasisCount } from './read-basis.server';

const tones: Record<Basis, Tone> = { A: 'basis-a', B: 'basis-b', C: 'basis-c', D: 'basis-d', E: 'hatched' };
const words = {
  A: m.home_basis_a,
  B: m.home_basis_b,
  C: m.home_basis_c,
  D: m.home_basis_d,
  E: m.home_basis_e,
} satisfies Record<Basis, () => string>;

const isPlaceAtMost = ({ basis }: BasisCount) => basis === 'D' || basis === 'E' || basis === null;
const sum = (rows: readonly BasisCount[]) => rows.reduce((total, { suppliers }) => total + suppliers, 0);
const tierLabel = (tier: number | null) =>
  tier === null ? m.suppliers_tier_unknown() : tier === 3 ? m.shell_home_tier_beyond({ tier }) : m.suppliers_tier({ tier });

/** What the picture says: how much below tier 1 is known by place and sector alone; of a chain without further tiers, of all suppliers. */
export function basisTitle(counts: readonly BasisCount[]): string {
  const below = counts.filter(({ tier }) => tier !== null && tier > 1);
  const of = below.length > 0 ? below : counts;
  const figures = { count: sum(of), place: formatNumber(sum(of.filter(isPlaceAtMost))), total: formatNumber(sum(of)) };
  return below.length > 0 ? m.home_basis_below(figures) : m.home_basis_all(figures);
}

/** Suppliers of each tier by what their score rests on, as bars; with the same as a table, folded. */
export function BasisSection({ counts, base }: { counts: readonly BasisCount[]; base: string }) {
  const caption = useId();
  const tiers = [...new Set(counts.map(({ tier }) => tier))];
  const of = (tier: number | null, basis: Basis | null) => sum(counts.filter((row) => row.tier === tier && row.basis === basis));
  const rows = tiers.map((tier): StackedRow => {
    const parts = bases.map((basis) => ({ size: of(tier, basis), tone: tones[basis] }));
    const total = sum(counts.filter((row) => row.tier === tier));
    return {
      label: tierLabel(tier),
      written: formatNumber(total),
      parts: [
        ...parts.map((part) => ({ ...part, text: part.size > 0 ? formatNumber(part.size) : '' })),
        { size: of(tier, null), tone: 'box-other' },
      ],
    };
  });
  return (
    <section className="min-w-0">
      <h2 id={caption} className="mb-1 border-b border-line pb-1.5 text-base">
        {basisTitle(counts)}
      </h2>
      <figure className="chart-figure">
        <DrawingSvg
          drawing={drawStackedRows(rows, { width: 420, labelWidth: 88, writtenWidth: 44 })}
          label={{ id: caption }}
          className="w-full print:w-105"
        />
        <figcaption className="text-xs text-muted">
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            <li>
              <Term of={basisTerm}>{m.suppliers_column_basis()}</Term>
            </li>
            {bases.map((basis) => (
              <li key={basis} className="flex items-center gap-1.5">
                {basis === 'E' ? (
                  <span className="hatched inline-block size-3" />
                ) : (
                  <svg width="12" height="12" aria-hidden="true">
                    <rect width="12" height="12" className={`chart-${tones[basis]}`} />
                  </svg>
                )}
                {words[basis]()}
              </li>
            ))}
          </ul>
        </figcaption>
        <details className="chart-table mt-1 text-xs">
          <summary>{m.home_as_table()}</summary>
          <DataTable
            caption={basisTitle(counts)}
            rows={tiers}
            rowKey={String}
            columns={[
              {
                key: 'tier',
                header: m.suppliers_column_tier(),
                term: tierTerm,
                cell: (tier) => <Link to={`${base}/suppliers?tier=${tier ?? 'unknown'}`}>{tierLabel(tier)}</Link>,
              },
              ...[...bases, null].map((basis) => ({
                key: basis ?? 'none',
                header: basis ?? m.shell_band_none(),
                align: 'end' as const,
                cell: (tier: number | null) => formatNumber(of(tier, basis)),
              })),
            ]}
          />
        </details>
      </figure>
    </section>
  );
}
