import { useSearchParams } from '@remix-run/react';
import { ColumnMenu } from '~/platform/saved-views/column-menu';
import { type SupplierColumn, supplierColumns, writeColumns } from '~/suppliers/registry/list-columns';
import { m } from '~/paraglide/messages';
import { FilterBar } from '~/ui/filter-bar';
import { formatNumber } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { Menu } from '~/ui/menu';
import type { Option } from '~/ui/select';
import { supplierColumnName } from './supplier-cells';
import { listFilters } from './supplier-filters';

/** Search, filters, columns and files of the list of suppliers. `total`: how many match, at most one more than `most`. */
export function ListTools({
  countries,
  sectorChoices,
  people,
  tags,
  columns,
  view,
  scored,
  total,
  most,
  base,
  mayExport,
}: {
  countries: readonly string[];
  sectorChoices: readonly Option[];
  people: readonly { userId: string; name: string }[];
  tags: readonly { id: string; name: string }[];
  columns: readonly SupplierColumn[];
  view: string;
  scored: number;
  total: number;
  most: number;
  base: string;
  mayExport: boolean;
}) {
  const [params] = useSearchParams();
  const exported = new URLSearchParams(params);
  for (const name of ['after', 'before', 'columns', 'saved', 'archived']) exported.delete(name);
  const asShown = new URLSearchParams(exported);
  asShown.set('columns', writeColumns(columns));
  const files = [
    { label: m.lists_export_csv_shown(), to: `export?${asShown}` },
    { label: m.lists_export_csv_all(), to: `export?${exported}` },
    { label: m.lists_export_xlsx_shown(), to: `export.xlsx?${asShown}` },
    { label: m.lists_export_xlsx_all(), to: `export.xlsx?${exported}` },
  ];
  const count = total > most ? m.lists_more_than({ count: formatNumber(most) }) : formatNumber(total);
  return (
    <FilterBar
      isCompact
      searchLabel={m.suppliers_search()}
      searchHint={m.suppliers_search_hint()}
      filters={listFilters({ countries, sectors: sectorChoices, people, tags })}
      tools={
        <>
          <ColumnMenu
            view={view}
            columns={supplierColumns.map((key) => ({ key, label: supplierColumnName(key, scored) }))}
            chosen={columns}
          />
          {mayExport && total > 0 && (
            <Menu
              align="end-when-wide"
              summary={
                <>
                  <Icon name="download" /> {m.lists_export({ count })}
                </>
              }
            >
              <ul>
                {files.map(({ label, to }) => (
                  <li key={label}>
                    <a
                      href={`${base}/${to}`}
                      download
                      className="flex min-h-9 items-center rounded px-2 text-ink no-underline hover:bg-sunken"
                    >
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            </Menu>
          )}
        </>
      }
    />
  );
}
