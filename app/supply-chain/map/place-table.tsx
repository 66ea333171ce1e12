import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { BandBadge } from '~/ui/band-badge';
import { ScoreWithInterval } from '~/ui/score-tile';
import { DataTable } from '~/ui/data-table';
import { formatCountry, formatNumber } from '~/ui/format';
import type { WorldCountry } from './read-world.server';

/** What the map shows, as a table. */
export function PlaceTable({ countries, hrefOf }: { countries: readonly WorldCountry[]; hrefOf: (country: string) => string }) {
  return (
    <DataTable
      caption={m.suppliers_map_table()}
      rows={countries}
      rowKey={(row) => row.country}
      columns={[
        {
          key: 'country',
          header: m.suppliers_column_country(),
          cell: (row) => <Link to={hrefOf(row.country)}>{formatCountry(row.country)}</Link>,
        },
        { key: 'suppliers', header: m.suppliers_list_title(), align: 'end', cell: (row) => formatNumber(row.suppliers) },
        { key: 'sites', header: m.suppliers_sites_title(), align: 'end', cell: (row) => formatNumber(row.sites) },
        {
          key: 'figure',
          header: m.map_column_figure(),
          cell: (row) =>
            row.figure ? (
              <span className="inline-flex flex-wrap items-baseline gap-x-2">
                <BandBadge band={row.figure.band} /> <ScoreWithInterval {...row.figure} />
              </span>
            ) : (
              <BandBadge band={null} />
            ),
        },
        { key: 'worst', header: m.suppliers_map_worst(), cell: (row) => <BandBadge band={row.worst} /> },
        { key: 'risk', header: m.suppliers_view_at_risk(), align: 'end', cell: (row) => formatNumber(row.byBand.high + row.byBand.severe) },
        { key: 'open', header: m.suppliers_view_not_scored(), align: 'end', cell: (row) => formatNumber(row.suppliers - row.scored) },
      ]}
    />
  );
}
