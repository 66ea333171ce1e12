import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { shownScore } from '~/ui/shown-score';
import { AlertChip, UpstreamChip } from '~/risk/alerts/alert-chip';
import { m } from '~/paraglide/messages';
import { BandBadge } from '~/ui/band-badge';
import { ScoreWithInterval } from '~/ui/score-tile';
import { type Column, DataTable } from '~/ui/data-table';
import { formatNumber } from '~/ui/format';
import { CountryText, NumberText, Unknown } from '~/ui/values';
import type { SupplierListState } from '~/suppliers/registry/list-state';
import type { ShownSupplier } from './read-list-page.server';
import { BasisShort, PlaceText, StateImposedMark } from './score-cells';

/**
 * Suppliers as rows. `base` is the path of the list, `sectors` code -> title, `scored` how many suppliers ranks are among, null for no ranks.
 * `withChild`: adds the child labour score, on its own scale; sectors then move under the names, so that a page of 1,440 px fits the table. `hrefOf` links to
 * another page than the supplier's own.
 */
export function SupplierTable({
  rows,
  base,
  sectors,
  scored = null,
  withChild = false,
  sort,
  empty,
  hrefOf,
}: {
  rows: readonly ShownSupplier[];
  base: string;
  sectors: Readonly<Record<string, string>>;
  scored?: number | null;
  withChild?: boolean;
  sort: SupplierListState['sort'];
  empty: ReactNode;
  hrefOf?: (publicId: string) => string;
}) {
  const columns: Column<ShownSupplier>[] = [
    {
      key: 'name',
      header: m.suppliers_column_name(),
      sortKey: 'name',
      isRowHeader: true,
      wraps: true,
      cell: (row) => (
        <>
          <Link
            to={hrefOf ? hrefOf(row.publicId) : `${base}/${row.publicId}`}
            prefetch={hrefOf ? 'none' : 'intent'}
            preventScrollReset={hrefOf !== undefined}
            data-party={row.publicId}
          >
            {row.name}
          </Link>
          {withChild && row.sector && (
            <span className="text-xs text-muted max-md:hidden">
              <Sector title={sectors[row.sector] ?? row.sector} />
            </span>
          )}
        </>
      ),
    },
    { key: 'score', header: m.suppliers_column_risk(), sortKey: 'score', cell: (row) => <Score row={row} /> },
    {
      key: 'band',
      header: m.suppliers_column_band(),
      cell: (row) => (
        <span className="grid gap-x-2">
          <BandBadge band={row.band} />
          {row.basis && (
            <span className="text-xs text-muted">
              <BasisShort basis={row.basis} />
            </span>
          )}
        </span>
      ),
    },
    ...(scored === null
      ? []
      : [
          {
            key: 'place',
            header: m.suppliers_column_place({ count: formatNumber(scored) }),
            sortKey: 'place',
            cell: (row: ShownSupplier) => (row.band === null ? <None /> : <PlaceText row={row} scored={scored} />),
          },
        ]),
    ...(withChild
      ? [
          {
            key: 'child',
            header: m.suppliers_child(),
            sortKey: 'child',
            cell: (row: ShownSupplier) => <ChildScore row={row} />,
          },
        ]
      : []),
    {
      key: 'alerts',
      header: m.alerts_title(),
      sortKey: 'alerts',
      cell: (row) => <Alerts row={row} href={`${base}/${row.publicId}#alerts`} />,
    },
    {
      key: 'country',
      header: m.suppliers_column_country(),
      sortKey: 'country',
      wraps: 'short',
      cell: (row) => <CountryText code={row.country} />,
    },
    ...(withChild
      ? []
      : [
          {
            key: 'sector',
            header: m.suppliers_column_sector(),
            sortKey: 'sector',
            isWideOnly: true,
            wraps: 'short' as const,
            cell: (row: ShownSupplier) => (row.sector ? <Sector title={sectors[row.sector] ?? row.sector} /> : <Unknown />),
          },
        ]),
    { key: 'tier', header: m.suppliers_column_tier(), sortKey: 'tier', align: 'end', cell: (row) => <Tier {...row} /> },
    {
      key: 'workers',
      header: m.suppliers_column_workers(),
      sortKey: 'workers',
      align: 'end',
      cell: (row) => <NumberText value={row.workers} />,
    },
  ];
  return (
    <DataTable
      caption={m.suppliers_list_caption()}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.publicId}
      sort={sort}
      empty={empty}
      isStacked
    />
  );
}

/** At most two lines: ISIC titles can be a dozen words long. */
function Sector({ title }: { title: string }) {
  return (
    <span className="line-clamp-2" title={title}>
      {title}
    </span>
  );
}

function Score({ row }: { row: ShownSupplier }) {
  if (row.score === null || row.scoreLow === null || row.scoreHigh === null) return <None />;
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <ScoreWithInterval score={row.score} low={row.scoreLow} high={row.scoreHigh} />
      {row.isStateImposed && <StateImposedMark />}
    </span>
  );
}

/** A score without an interval of its own, and its band. */
function ChildScore({ row: { childScore, childBand } }: { row: ShownSupplier }) {
  if (childBand === null) return <None />;
  return (
    <span className="grid">
      {childScore !== null && <span className="font-semibold">{shownScore(childScore)}</span>}
      <BandBadge band={childBand} />
    </span>
  );
}

const None = () => <span className="text-muted">–</span>;

/** The most serious alert of a supplier, how many other kinds there are, and whether a ban lies further up its chain. */
function Alerts({ row: { alerts, isToBeConfirmed, hasBanUpstream = false }, href }: { row: ShownSupplier; href: string }) {
  const [first, ...others] = alerts;
  if (!first && !hasBanUpstream) return <None />;
  return (
    <span className="inline-flex flex-wrap items-center gap-1">
      {first && (
        <Link to={href} className="no-underline">
          <AlertChip kind={first} isToBeConfirmed={isToBeConfirmed && first === 'listed-entity'} others={others.length} />
        </Link>
      )}
      {hasBanUpstream && <UpstreamChip />}
    </span>
  );
}

/** The computed tier; the declared one beside it where it differs, and alone where no path is known. */
export function Tier({ tier, declaredTier }: { tier: number | null; declaredTier: number | null }) {
  if (tier === null && declaredTier === null) return <Unknown />;
  if (declaredTier === null || declaredTier === tier) return tier;
  return (
    <span className="inline-grid">
      <span>{tier ?? <Unknown />}</span> <span className="text-xs text-muted">{m.suppliers_tier_declared({ tier: declaredTier })}</span>
    </span>
  );
}
