import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { PlaceRange } from '#scoring';
import { AlertChip, UpstreamChip } from '~/features/alert/alert-chip';
import { m } from '~/paraglide/messages';
import { BandBadge, ConfidenceWord, ScoreWithInterval } from '~/ui/band-badge';
import { type Column, DataTable } from '~/ui/data-table';
import { formatNumber } from '~/ui/format';
import { CountryText, NumberText, Unknown } from '~/ui/values';
import type { SupplierListState } from './list-state';
import type { ShownSupplier } from './read-list-page.server';

/**
 * Suppliers as rows. `base` is the path of the list, `sectors` code -> title, `places` public ID -> places by risk where the list is sorted by it.
 * `hrefOf` leads elsewhere than to the supplier's own page.
 */
export function SupplierTable({
  rows,
  base,
  sectors,
  places = null,
  sort,
  empty,
  hrefOf,
}: {
  rows: readonly ShownSupplier[];
  base: string;
  sectors: Readonly<Record<string, string>>;
  places?: Readonly<Record<string, PlaceRange>> | null;
  sort: SupplierListState['sort'];
  empty: ReactNode;
  hrefOf?: (publicId: string) => string;
}) {
  const columns: Column<ShownSupplier>[] = [
    {
      key: 'name',
      header: m.supplier_column_name(),
      sortKey: 'name',
      isRowHeader: true,
      wraps: true,
      cell: (row) => (
        <Link
          to={hrefOf ? hrefOf(row.publicId) : `${base}/${row.publicId}`}
          prefetch={hrefOf ? 'none' : 'intent'}
          preventScrollReset={hrefOf !== undefined}
          data-party={row.publicId}
        >
          {row.name}
        </Link>
      ),
    },
    {
      key: 'risk',
      header: m.supplier_column_risk(),
      sortKey: 'score',
      cell: (row) => <Risk row={row} />,
    },
    ...(places
      ? [{ key: 'place', header: m.analysis_column_place(), cell: (row: ShownSupplier) => <Place range={places[row.publicId]} /> }]
      : []),
    { key: 'alerts', header: m.alert_title(), cell: (row) => <Alerts row={row} href={`${base}/${row.publicId}#alerts`} /> },
    { key: 'country', header: m.supplier_column_country(), sortKey: 'country', cell: (row) => <CountryText code={row.country} /> },
    {
      key: 'sector',
      header: m.supplier_column_sector(),
      sortKey: 'sector',
      isWideOnly: true,
      wraps: true,
      cell: (row) => (row.sector ? <Sector title={sectors[row.sector] ?? row.sector} /> : <Unknown />),
    },
    { key: 'tier', header: m.supplier_column_tier(), sortKey: 'tier', align: 'end', cell: (row) => <Tier {...row} /> },
    {
      key: 'workers',
      header: m.supplier_column_workers(),
      sortKey: 'workers',
      align: 'end',
      cell: (row) => <NumberText value={row.workers} />,
    },
    {
      key: 'confidence',
      header: m.supplier_column_confidence(),
      isWideOnly: true,
      cell: (row) => (row.confidence ? <ConfidenceWord confidence={row.confidence} /> : null),
    },
  ];
  return (
    <DataTable
      caption={m.supplier_list_caption()}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.publicId}
      sort={sort}
      empty={empty}
      isStacked
    />
  );
}

/** At most two lines: titles of ISIC run to a dozen words. */
function Sector({ title }: { title: string }) {
  return (
    <span className="line-clamp-2 min-w-36" title={title}>
      {title}
    </span>
  );
}

function Risk({ row }: { row: ShownSupplier }) {
  if (row.band === null || row.score === null || row.scoreLow === null || row.scoreHigh === null) return <BandBadge band={null} />;
  return (
    <span className="inline-flex items-baseline gap-x-3 max-md:flex-wrap">
      <span className="min-w-24">
        <BandBadge band={row.band} />
      </span>
      <ScoreWithInterval score={row.score} low={row.scoreLow} high={row.scoreHigh} />
    </span>
  );
}

/** The most serious alert of a supplier, how many other kinds there are, and whether a ban lies further up its chain. */
function Alerts({ row: { alerts, isToBeConfirmed, hasBanUpstream = false }, href }: { row: ShownSupplier; href: string }) {
  const [first, ...others] = alerts;
  if (!first && !hasBanUpstream) return <span className="text-muted">–</span>;
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

/** Overlapping intervals are a tie: the places it can hold, not one that the score does not show. */
function Place({ range }: { range: PlaceRange | undefined }) {
  if (!range) return null;
  const { best, worst } = range;
  if (best === worst) return formatNumber(best);
  return (
    <span title={m.analysis_tie_full({ count: worst - best + 1 })}>
      {m.analysis_between({ from: formatNumber(best), to: formatNumber(worst) })}{' '}
      <span className="text-xs text-muted">{m.analysis_tie()}</span>
    </span>
  );
}

/** The computed tier; the declared one beside it where it differs, and alone where no path is known. */
export function Tier({ tier, declaredTier }: { tier: number | null; declaredTier: number | null }) {
  if (tier === null && declaredTier === null) return <Unknown />;
  if (declaredTier === null || declaredTier === tier) return tier;
  return (
    <>
      {tier ?? <Unknown />} <span className="text-xs text-muted">{m.supplier_tier_declared({ tier: declaredTier })}</span>
    </>
  );
}
