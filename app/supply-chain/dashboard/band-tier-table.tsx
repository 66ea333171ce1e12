import { Link } from '@remix-run/react';
import type { Band } from '#scoring';
import { m } from '~/paraglide/messages';
import { BandBadge } from '~/ui/band-badge';
import { formatNumber } from '~/ui/format';
import { ScrollRegion } from '~/ui/scroll-region';
import { type BandRow, tierColumns } from './home-view';

const fills: Record<Band, string> = {
  low: 'fill-band-low',
  moderate: 'fill-band-moderate',
  elevated: 'fill-band-elevated',
  high: 'fill-band-high',
  severe: 'fill-band-severe',
};

function listHref({ base, band, tier }: { base: string; band: Band | null; tier?: number | null }): string {
  const params = new URLSearchParams(band === null ? { view: 'not-scored' } : { band });
  if (tier !== undefined) {
    // The last column covers tier 3 and beyond, and one address can name only single tiers.
    for (const value of tier === 3 ? ['3', '4', '5', '6', '7', '8', '9'] : [String(tier ?? 'unknown')]) params.append('tier', value);
  }
  return `${base}?${params}`;
}

const tierName = (tier: number | null) =>
  tier === null ? m.shell_home_tier_unknown() : tier === 3 ? m.shell_home_tier_beyond({ tier }) : m.shell_home_tier({ tier });

/** How many suppliers stand in each band at each distance; every count leads to its list. */
export function BandTierTable({ rows, base }: { rows: readonly BandRow[]; base: string }) {
  const largest = Math.max(1, ...rows.map(({ total }) => total));
  return (
    <ScrollRegion label={m.shell_home_bands()}>
      <table className="table">
        <caption className="sr-only">{m.shell_home_bands()}</caption>
        <thead>
          <tr>
            <th scope="col">{m.shell_home_band()}</th>
            <th scope="col" className="max-sm:hidden">
              <span className="sr-only">{m.shell_home_share()}</span>
            </th>
            <th scope="col" className="text-end!">
              {m.shell_home_suppliers()}
            </th>
            {tierColumns.map((tier) => (
              <th key={tier} scope="col" className="text-end!">
                {tierName(tier)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ band, byTier, total }) => (
            <tr key={band}>
              <th scope="row" className="font-normal!">
                <BandBadge band={band} />
              </th>
              <td className="w-2/5 max-sm:hidden">
                <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" className="block h-3 w-full rtl:-scale-x-100">
                  <rect width={(total / largest) * 100} height="4" className={band === null ? 'fill-band-none' : fills[band]} />
                </svg>
              </td>
              <td className="text-end! font-semibold">
                <Count count={total} to={listHref({ base, band })} />
              </td>
              {byTier.map((count, index) => (
                <td key={tierColumns[index]} className="text-end!">
                  <Count count={count} to={listHref({ base, band, tier: tierColumns[index] ?? null })} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Count({ count, to }: { count: number; to: string }) {
  return count === 0 ? <span className="text-muted">–</span> : <Link to={to}>{formatNumber(count)}</Link>;
}
