import { Link } from '@remix-run/react';
import { waitingStatuses } from '~/questionnaires/requests/states';
import { requestStatusLabel } from '~/questionnaires/requests/labels';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import type { Sort } from '~/ui/table-state';
import { CountryText, DateText, Unknown } from '~/ui/values';

type Day = Date | string | null;
export type ShownChase = {
  responseId: string;
  name: string;
  country: string | null;
  tier: number | null;
  via: string | null;
  status: string;
  email: string | null;
  dueOn: Day;
  writtenAt: Day;
  openedAt: Day;
  refusalReason: string | null;
};

/** Whom a campaign asked and how far each is. `today` (YYYY-MM-DD) tells who is late. */
export function ChaseTable({
  rows,
  base,
  today,
  sort,
  isSelectable,
}: {
  rows: readonly ShownChase[];
  base: string;
  today: string;
  sort: Sort;
  isSelectable: boolean;
}) {
  const isWaiting = ({ status }: ShownChase) => waitingStatuses.some((waiting) => waiting === status);
  const isLate = (row: ShownChase) => row.dueOn !== null && new Date(row.dueOn).toISOString().slice(0, 10) < today && isWaiting(row);
  return (
    <DataTable
      caption={m.campaigns_chase()}
      rows={rows}
      rowKey={({ responseId }) => responseId}
      sort={sort}
      {...(isSelectable ? { selection: { name: 'chosen', form: 'chosen', label: ({ name }: ShownChase) => name } } : {})}
      empty={<p className="py-8 text-muted">{m.requests_none_filtered()}</p>}
      columns={[
        {
          key: 'supplier',
          header: m.responses_column_supplier(),
          sortKey: 'name',
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
          sortKey: 'status',
          wraps: true,
          cell: (row) => (
            <>
              {requestStatusLabel(row.status)}
              {isLate(row) && <strong className="block font-semibold text-danger">{m.requests_late()}</strong>}
              {row.refusalReason && row.status === 'refused' && <span className="block text-muted">{row.refusalReason}</span>}
            </>
          ),
        },
        {
          key: 'written',
          header: m.campaigns_written(),
          sortKey: 'written',
          cell: ({ writtenAt }) => (writtenAt ? <DateText value={writtenAt} /> : '—'),
        },
        {
          key: 'opened',
          header: m.requests_at_opened(),
          isWideOnly: true,
          cell: ({ openedAt }) => (openedAt ? <DateText value={openedAt} /> : '—'),
        },
        {
          key: 'country',
          header: m.requests_column_country(),
          sortKey: 'country',
          isWideOnly: true,
          cell: ({ country }) => <CountryText code={country} />,
        },
        {
          key: 'tier',
          header: m.requests_column_tier(),
          sortKey: 'tier',
          align: 'end',
          isWideOnly: true,
          cell: ({ tier }) => tier ?? <Unknown />,
        },
        {
          key: 'email',
          header: m.requests_email(),
          isWideOnly: true,
          cell: ({ email, via }) => (via ? '—' : (email ?? m.requests_no_address())),
        },
      ]}
    />
  );
}
