import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { formatCountry } from '~/ui/format';
import { DateText, Unknown } from '~/ui/values';
import type { RequestRow } from './list-requests.server';
import { waitingStatuses } from './states';
import { requestStatusLabel } from './labels';

type Row = Pick<RequestRow, 'responseId' | 'name' | 'country' | 'tier' | 'via' | 'status' | 'email' | 'refusalReason'> & {
  dueOn: Date | string | null;
  invitedAt: Date | string;
  remindedAt: Date | string | null;
};

/** The requests, those due first on top. `today` (YYYY-MM-DD) tells which are late. */
export function RequestTable({
  rows,
  base,
  today,
  selection,
}: {
  rows: readonly Row[];
  base: string;
  today: string;
  selection?: { name: string; form: string } | undefined;
}) {
  const isLate = ({ dueOn, status }: Row) =>
    dueOn !== null && new Date(dueOn).toISOString().slice(0, 10) < today && waitingStatuses.some((waiting) => waiting === status);
  return (
    <DataTable
      caption={m.requests_chase_title()}
      rows={rows}
      rowKey={(row) => row.responseId}
      selection={selection && { ...selection, label: ({ name }: Row) => name }}
      empty={<p className="py-8 text-muted">{m.requests_none_filtered()}</p>}
      columns={[
        {
          key: 'supplier',
          header: m.responses_column_supplier(),
          wraps: true,
          cell: (row) => (
            <>
              <Link to={`${base}/requests/${row.responseId}`}>{row.name}</Link>
              {row.via && <span className="block text-muted">{m.campaigns_passed_on_by({ supplier: row.via })}</span>}
            </>
          ),
        },
        {
          key: 'status',
          header: m.responses_column_status(),
          wraps: true,
          cell: (row) => (
            <>
              {requestStatusLabel(row.status)}
              {row.refusalReason && row.status === 'refused' && <span className="block text-muted">{row.refusalReason}</span>}
            </>
          ),
        },
        {
          key: 'due',
          header: m.responses_column_due(),
          cell: (row) =>
            row.dueOn ? (
              <>
                <DateText value={row.dueOn} />
                {isLate(row) && <strong className="block font-semibold text-danger">{m.requests_late()}</strong>}
              </>
            ) : (
              '—'
            ),
        },
        {
          key: 'country',
          header: m.requests_column_country(),
          isWideOnly: true,
          cell: (row) => (row.country ? formatCountry(row.country) : <Unknown />),
        },
        { key: 'tier', header: m.requests_column_tier(), align: 'end', isWideOnly: true, cell: (row) => row.tier ?? <Unknown /> },
        { key: 'email', header: m.requests_email(), isWideOnly: true, cell: (row) => row.email ?? m.requests_no_address() },
        { key: 'invited', header: m.requests_at_invited(), isWideOnly: true, cell: (row) => <DateText value={row.invitedAt} /> },
        {
          key: 'reminded',
          header: m.requests_at_reminded(),
          isWideOnly: true,
          cell: (row) => (row.remindedAt ? <DateText value={row.remindedAt} /> : '—'),
        },
      ]}
    />
  );
}
