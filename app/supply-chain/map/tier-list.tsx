import { Link } from '@remix-run/react';
import { type Band, bands } from '#scoring';
import { m } from '~/paraglide/messages';
import { bandName } from '~/ui/band-badge';
import { BandShape } from '~/ui/band-shapes';
import { formatNumber } from '~/ui/format';
import type { TierColumn } from './read-tiers.server';

const fills: Record<Band, string> = {
  low: 'fill-band-low',
  moderate: 'fill-band-moderate',
  elevated: 'fill-band-elevated',
  high: 'fill-band-high',
  severe: 'fill-band-severe',
};
const order = [...bands].reverse();

/** The chain by computed tier, nearest first, the unknown last: how many in each band, and the suppliers of highest risk. `list` is the path of the supplier list. */
export function TierList({ tiers, list }: { tiers: readonly TierColumn[]; list: string }) {
  return (
    <ol className="grid grid-cols-1 gap-6 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
      {tiers.map((column) => (
        <TierBox key={column.tier ?? 'unknown'} column={column} list={list} />
      ))}
    </ol>
  );
}

function TierBox({ column, list }: { column: TierColumn; list: string }) {
  const query = `tier=${column.tier ?? 'unknown'}`;
  return (
    <li className="grid content-start gap-3">
      <h3>
        <Link to={`${list}?${query}`}>{column.tier === null ? m.suppliers_tier_unknown() : m.suppliers_tier({ tier: column.tier })}</Link>
        <span className="text-sm font-normal text-muted"> {m.suppliers_count({ count: column.total })}</span>
      </h3>
      <StackedBar column={column} />
      <ul className="grid gap-1">
        {order.map((band) =>
          column.byBand[band] === 0 ? null : (
            <li key={band} className="flex items-center justify-between gap-2">
              <Link to={`${list}?${query}&band=${band}`} className="inline-flex items-center gap-1.5">
                <BandShape band={band} /> {bandName(band)}
              </Link>
              {formatNumber(column.byBand[band])}
            </li>
          ),
        )}
        {column.notScored > 0 && (
          <li className="flex items-center justify-between gap-2">
            <Link to={`${list}?${query}&view=not-scored`} className="inline-flex items-center gap-1.5">
              <BandShape band={null} /> {bandName(null)}
            </Link>
            {formatNumber(column.notScored)}
          </li>
        )}
      </ul>
      <ul className="grid gap-1 border-t border-line pt-2">
        {column.first.map((supplier) => (
          <li key={supplier.publicId} className="flex items-center gap-1.5">
            <BandShape band={supplier.band} />
            <Link to={`${list}/${supplier.publicId}`} className="min-w-0 truncate">
              {supplier.name}
            </Link>
            <span className="sr-only">{bandName(supplier.band)}</span>
          </li>
        ))}
        {column.total > column.first.length && (
          <li>
            <Link to={`${list}?${query}&sort=-score`} className="text-muted">
              {m.suppliers_tier_more({ count: column.total - column.first.length })}
            </Link>
          </li>
        )}
      </ul>
    </li>
  );
}

/** Shares of the bands from severe to low, then not scored; the list under it gives the figures. */
function StackedBar({ column }: { column: TierColumn }) {
  let x = 0;
  const parts = [...order.map((band) => ({ band, n: column.byBand[band] })), { band: null, n: column.notScored }].map(({ band, n }) => {
    const width = (n / column.total) * 100;
    const part = { band, x, width };
    x += width;
    return part;
  });
  return (
    <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" className="h-3 w-full rtl:-scale-x-100">
      {parts.map(({ band, x: start, width }) =>
        width === 0 ? null : <rect key={band ?? 'none'} x={start} width={width} height="4" className={band ? fills[band] : 'fill-line'} />,
      )}
    </svg>
  );
}
