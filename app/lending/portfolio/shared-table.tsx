import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { BandBadge } from '~/ui/band-badge';
import { DataTable } from '~/ui/data-table';
import { formatMoney, formatNumber } from '~/ui/format';
import { CountryText, PercentText } from '~/ui/values';
import { filterQuery, type PortfolioFilter } from './filter';
import type { SharedOfKind, SharedParty } from './read-shared-parties.server';

/** Companies that several deals depend on; each leads to its own page and to these deals. */
export function SharedTable({
  caption,
  shared,
  totalCents,
  filter,
  base,
}: {
  caption: string;
  shared: SharedOfKind;
  /** Dollars of the whole portfolio, in US cents. */
  totalCents: number;
  filter: PortfolioFilter;
  base: string;
}) {
  const { rows } = shared;
  const folder = (kind: string) => (kind === 'labour-recruiter' ? 'labour-recruiters' : 'suppliers');
  return (
    <>
      {shared.inAll > rows.length && (
        <p className="mb-2 text-muted">
          {m.portfolio_shared_counts({ count: formatNumber(shared.inAll), shown: formatNumber(rows.length) })}
        </p>
      )}
      <DataTable
        caption={caption}
        rows={rows}
        rowKey={({ publicId }) => publicId}
        isStacked
        empty={<p className="py-4 text-muted">{m.portfolio_shared_none()}</p>}
        columns={[
          {
            key: 'name',
            header: m.portfolio_company(),
            wraps: 'short',
            cell: ({ name, publicId, kind }) => (
              <Link to={`${base}/${folder(kind)}/${publicId}`}>
                <bdi>{name}</bdi>
              </Link>
            ),
          },
          {
            key: 'deals',
            header: m.portfolio_transactions(),
            align: 'end',
            cell: ({ deals, publicId, name }) => (
              <Link
                to={`${base}/portfolio/deals${filterQuery(filter, { party: publicId })}`}
                aria-label={m.portfolio_transactions_with({ count: formatNumber(deals), name })}
              >
                {formatNumber(deals)}
              </Link>
            ),
          },
          {
            key: 'where',
            header: m.portfolio_where(),
            cell: ({ named, nearest }) =>
              named > 0
                ? m.portfolio_where_named({ count: formatNumber(named) })
                : m.portfolio_where_links({ count: formatNumber(nearest) }),
          },
          {
            key: 'exposure',
            header: m.portfolio_exposure(),
            align: 'end',
            cell: ({ usdCents, unconverted }) => (
              <span className="grid justify-items-end">
                <span>{formatMoney(usdCents, 'USD')}</span>
                {unconverted > 0 && (
                  <span className="text-xs text-muted">{m.portfolio_more_unconverted({ count: formatNumber(unconverted) })}</span>
                )}
              </span>
            ),
          },
          {
            key: 'share',
            header: m.portfolio_share(),
            align: 'end',
            cell: ({ usdCents }) => <PercentText value={totalCents > 0 ? usdCents / totalCents : null} digits={1} />,
          },
          ...(rows.some(({ behind }) => behind > 0)
            ? [
                {
                  ...{ key: 'behind', header: m.portfolio_behind(), align: 'end' as const },
                  cell: ({ behind }: SharedParty) => (behind > 0 ? formatNumber(behind) : <span className="text-muted">–</span>),
                },
              ]
            : []),
          { key: 'country', header: m.deals_country(), cell: ({ country }) => <CountryText code={country} /> },
          {
            key: 'band',
            header: m.portfolio_risk(),
            cell: ({ band, kind }) => (kind === 'supplier' ? <BandBadge band={band} /> : <span className="text-muted">–</span>),
          },
        ]}
      />
    </>
  );
}
