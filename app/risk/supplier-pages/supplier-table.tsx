import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { SupplierColumn } from '~/suppliers/registry/list-columns';
import type { SupplierListState } from '~/suppliers/registry/list-state';
import { m } from '~/paraglide/messages';
import { type Column, DataTable } from '~/ui/data-table';
import { CountryText } from '~/ui/values';
import type { ShownSupplier } from './read-list-page.server';
import { ScoreCell, supplierColumn } from './supplier-cells';

/**
 * Suppliers as rows: name with place, score, and the columns asked for. `base` is the path of the list, `sectors` code -> title, `scored` how many suppliers
 * ranks are among, null for no ranks, `today` the day on which due dates are late. `hrefOf` links to another page than the supplier's own, `askFor` to where
 * the facts of an unscored supplier are added.
 */
export function SupplierTable({
  rows,
  base,
  sectors,
  columns,
  today,
  scored = null,
  sort,
  empty,
  hrefOf,
  from,
  askFor,
  selection,
  isTall = false,
}: {
  rows: readonly ShownSupplier[];
  base: string;
  sectors: Readonly<Record<string, string>>;
  columns: readonly SupplierColumn[];
  today: string;
  scored?: number | null;
  sort: SupplierListState['sort'];
  empty: ReactNode;
  hrefOf?: (publicId: string) => string;
  /** The list that these rows are of, as in its address, for suppliers opened from it to lead to the next. */
  from?: string;
  askFor?: ((publicId: string) => string) | undefined;
  selection?: { name: string; form: string } | undefined;
  isTall?: boolean;
}) {
  const list = from === undefined ? '' : `?list=${encodeURIComponent(from)}`;
  const shown: Column<ShownSupplier>[] = [
    {
      key: 'name',
      header: m.suppliers_column_name(),
      sortKey: 'name',
      isRowHeader: true,
      wraps: true,
      cell: (row) => (
        <span className="grid md:min-w-48">
          <Link
            to={hrefOf ? hrefOf(row.publicId) : `${base}/${row.publicId}${list}`}
            prefetch={hrefOf ? 'none' : 'intent'}
            preventScrollReset={hrefOf !== undefined}
            discover="none"
            data-party={row.publicId}
          >
            {row.name}
          </Link>
          <Place row={row} sectors={sectors} columns={columns} />
        </span>
      ),
    },
    {
      key: 'score',
      header: m.suppliers_column_risk(),
      sortKey: 'score',
      cell: (row) => <ScoreCell row={row} href={askFor?.(row.publicId)} />,
    },
    ...columns.flatMap((key) => (key === 'place' && scored === null ? [] : supplierColumn(key, { base, sectors, scored, today }))),
  ];
  return (
    <DataTable
      caption={m.suppliers_list_caption()}
      columns={shown}
      rows={rows}
      rowKey={(row) => row.publicId}
      sort={sort}
      selection={selection && { ...selection, label: (row: ShownSupplier) => row.name }}
      empty={empty}
      isTall={isTall}
      isStacked
      isDense
    />
  );
}

/** Country and sector under the name, unless they have columns of their own. */
function Place({ row, sectors, columns }: { row: ShownSupplier } & Pick<Parameters<typeof SupplierTable>[0], 'sectors' | 'columns'>) {
  const withCountry = !columns.includes('country') && row.country !== null;
  const title = row.sector === null || columns.includes('sector') ? null : (sectors[row.sector] ?? row.sector);
  if (!withCountry && title === null) return null;
  return (
    <span className="line-clamp-1 text-xs font-normal text-muted" title={title ?? undefined}>
      {withCountry && <CountryText code={row.country} />}
      {withCountry && title !== null && ' · '}
      {title}
    </span>
  );
}
