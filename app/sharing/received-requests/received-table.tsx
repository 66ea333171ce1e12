import { Link } from '@remix-run/react';
import { requestStatusLabel } from '~/questionnaires/requests/labels';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { DateText } from '~/ui/values';

type Row = {
  responseId: string;
  asker: string;
  instrument: string;
  status: string;
  answered: number;
  dueOn: Date | string | null;
  invitedAt: Date | string;
  sharedUntil: Date | string | null;
};

/** Received requests, newest first; each links to its page under `base`. */
export function ReceivedTable({ rows, base }: { rows: readonly Row[]; base: string }) {
  return (
    <DataTable
      caption={m.shared_access_received_title()}
      rows={rows}
      rowKey={(row) => row.responseId}
      columns={[
        {
          key: 'instrument',
          header: m.shared_access_column_questionnaire(),
          wraps: true,
          cell: (row) => <Link to={`${base}/${row.responseId}`}>{row.instrument}</Link>,
        },
        { key: 'asker', header: m.shared_access_column_asker(), wraps: true, cell: (row) => row.asker },
        { key: 'status', header: m.responses_column_status(), cell: (row) => requestStatusLabel(row.status) },
        {
          key: 'due',
          header: m.responses_column_due(),
          isWideOnly: true,
          cell: (row) => (row.dueOn ? <DateText value={row.dueOn} /> : '—'),
        },
        {
          key: 'shared',
          isWideOnly: true,
          header: m.shared_access_column_reads_until(),
          cell: (row) =>
            row.sharedUntil ? <DateText value={row.sharedUntil} /> : <span className="text-muted">{m.shared_access_not_shared()}</span>,
        },
        { key: 'invited', header: m.requests_at_invited(), isWideOnly: true, cell: (row) => <DateText value={row.invitedAt} /> },
      ]}
    />
  );
}
