import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { BandBadge } from '~/ui/band-badge';
import { type Column, DataTable } from '~/ui/data-table';
import { formatNumber } from '~/ui/format';
import type { Sort } from '~/ui/table-state';
import { CountryText, DateText, Unknown } from '~/ui/values';
import { AlertChip } from './alert-chip';
import type { ListedAlert } from './list-alerts.server';
import { statusText, titleText } from './labels';

/** What a row of the list is drawn from. */
export type AlertTableRow = Pick<
  ListedAlert,
  'id' | 'kind' | 'isToBeConfirmed' | 'basis' | 'status' | 'publicId' | 'name' | 'country' | 'tier' | 'band'
> & { firstSeenAt: Date | string; endedAt: Date | string | null };

/** Alerts as rows. `base`: address of the organization. */
export function AlertTable({ rows, base, sort, empty }: { rows: readonly AlertTableRow[]; base: string; sort: Sort; empty: ReactNode }) {
  const columns: Column<AlertTableRow>[] = [
    {
      key: 'alert',
      header: m.alerts_column_alert(),
      sortKey: 'rank',
      isRowHeader: true,
      wraps: true,
      cell: ({ id, kind, isToBeConfirmed, basis, status }) => (
        <span className="grid max-w-prose min-w-56 justify-items-start gap-1 py-1">
          <AlertChip kind={kind} isToBeConfirmed={isToBeConfirmed && status === 'open'} />
          <Link to={`${base}/alerts/${id}`}>{titleText(kind, basis)}</Link>
        </span>
      ),
    },
    {
      key: 'supplier',
      header: m.alerts_column_supplier(),
      sortKey: 'supplier',
      wraps: 'short',
      cell: ({ publicId, name }) => <Link to={`${base}/suppliers/${publicId}`}>{name}</Link>,
    },
    { key: 'country', header: m.suppliers_column_country(), isWideOnly: true, cell: ({ country }) => <CountryText code={country} /> },
    {
      key: 'tier',
      header: m.alerts_column_tier(),
      align: 'end',
      isWideOnly: true,
      cell: ({ tier }) => (tier === null ? <Unknown /> : formatNumber(tier)),
    },
    { key: 'risk', header: m.suppliers_filter_band(), isWideOnly: true, cell: ({ band }) => <BandBadge band={band} /> },
    { key: 'status', header: m.alerts_column_status(), cell: (row) => statusText(row) },
    { key: 'seen', header: m.alerts_column_first_seen(), sortKey: 'seen', cell: ({ firstSeenAt }) => <DateText value={firstSeenAt} /> },
  ];
  return (
    <DataTable caption={m.alerts_caption()} columns={columns} rows={rows} rowKey={({ id }) => id} sort={sort} empty={empty} isStacked />
  );
}
