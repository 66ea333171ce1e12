import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { DateText } from '~/ui/values';
import { lastDay } from './last-day';
import type { SharedAccessState } from '~/platform/terms/shared-access-terms';
import { sharedAccessStateLabel } from './labels';
import { purposeLabel } from '~/sharing/access-requests/labels';

type Row = {
  id: string;
  party: string | null;
  instrument: string;
  sections: number;
  purpose: string;
  state: SharedAccessState;
  createdAt: Date | string;
  expiresAt: Date | string;
};

/** Shared access granted or received, newest first. `base`: the path under which each has its page. */
export function SharedAccessTable({ rows, base, partyHeader }: { rows: readonly Row[]; base: string; partyHeader: string }) {
  return (
    <DataTable
      caption={m.shared_access_grants_caption()}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'party',
          header: partyHeader,
          wraps: true,
          cell: (row) => <Link to={`${base}/${row.id}`}>{row.party ?? m.shell_unknown()}</Link>,
        },
        { key: 'what', header: m.auditpapers_shared_what(), wraps: true, cell: (row) => row.instrument },
        { key: 'state', header: m.responses_column_status(), cell: (row) => sharedAccessStateLabel(row.state) },
        { key: 'until', header: m.shared_access_until(), cell: (row) => <DateText value={lastDay(row.expiresAt)} /> },
        { key: 'sections', header: m.shared_access_column_sections(), align: 'end', isWideOnly: true, cell: (row) => row.sections },
        { key: 'purpose', header: m.shared_access_purpose(), isWideOnly: true, cell: (row) => purposeLabel(row.purpose) },
        { key: 'created', header: m.shared_access_offered_on(), isWideOnly: true, cell: (row) => <DateText value={row.createdAt} /> },
      ]}
    />
  );
}
