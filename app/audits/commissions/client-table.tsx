import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { formatCountry, formatNumber } from '~/ui/format';
import type { ClientRow } from './clients.server';
import { clientKindLabel } from './labels';

/** The clients of an audit firm with the number of their commissions. */
export function ClientTable({ rows, base, empty }: { rows: readonly ClientRow[]; base: string; empty: ReactNode }) {
  return (
    <DataTable
      caption={m.commissions_clients()}
      rows={rows}
      rowKey={({ id }) => id}
      isStacked
      empty={empty}
      columns={[
        {
          key: 'name',
          header: m.commissions_client(),
          isRowHeader: true,
          wraps: true,
          cell: ({ id, name, note }) => (
            <span className="grid gap-0.5">
              <Link to={`${base}/commissions?client=${id}`}>
                <bdi>{name}</bdi>
              </Link>
              {note && <span className="text-xs text-muted">{note}</span>}
            </span>
          ),
        },
        {
          key: 'kind',
          header: m.commissions_client_kind(),
          cell: ({ kind, hasAccount }) => (
            <span className="grid gap-0.5">
              {clientKindLabel(kind)}
              <span className="text-xs text-muted">{hasAccount ? m.commissions_client_account() : m.commissions_client_record()}</span>
            </span>
          ),
        },
        { key: 'country', header: m.commissions_client_country(), cell: ({ country }) => (country ? formatCountry(country) : '—') },
        { key: 'contact', header: m.commissions_client_contact(), wraps: 'short', cell: ({ contact }) => contact || '—' },
        { key: 'open', header: m.commissions_client_open(), align: 'end', cell: ({ open }) => formatNumber(open) },
        { key: 'planned', header: m.commissions_status_planned(), align: 'end', cell: ({ planned }) => formatNumber(planned) },
        { key: 'total', header: m.commissions_client_total(), align: 'end', cell: ({ total }) => formatNumber(total) },
      ]}
    />
  );
}
