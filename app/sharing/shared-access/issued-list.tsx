import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { formatNumber } from '~/ui/format';
import { Section } from '~/ui/page-header';
import { DateText } from '~/ui/values';
import { lastDay } from './last-day';
import type { SharedAccessState } from '~/platform/terms/shared-access-terms';
import { sharedAccessStateLabel } from './labels';

type Row = {
  sharedAccessId: string;
  recipient: string | null;
  forms: number;
  state: SharedAccessState;
  createdAt: Date | string;
  expiresAt: Date | string;
  reads: number;
};

/** Recipients of issued reports, each linked to term, revocation and access log. `base`: the path of shared access pages. */
export function IssuedList({ issued, base }: { issued: readonly Row[]; base: string }) {
  return (
    <Section title={m.auditpapers_issued_title()} lead={m.auditpapers_issued_lead()}>
      <DataTable
        caption={m.auditpapers_issued_title()}
        rows={issued}
        rowKey={({ sharedAccessId }) => sharedAccessId}
        empty={<p className="text-muted">{m.auditpapers_issued_none()}</p>}
        columns={[
          {
            key: 'recipient',
            header: m.shared_access_column_recipient(),
            wraps: true,
            cell: (row) => <Link to={`${base}/${row.sharedAccessId}`}>{row.recipient ?? m.shell_unknown()}</Link>,
          },
          { key: 'state', header: m.responses_column_status(), cell: (row) => sharedAccessStateLabel(row.state) },
          { key: 'until', header: m.shared_access_until(), cell: (row) => <DateText value={lastDay(row.expiresAt)} /> },
          { key: 'reads', header: m.auditpapers_issued_reads(), align: 'end', cell: (row) => formatNumber(row.reads) },
          { key: 'forms', header: m.audit_report_forms(), align: 'end', isWideOnly: true, cell: (row) => formatNumber(row.forms) },
          { key: 'created', header: m.shared_access_offered_on(), isWideOnly: true, cell: (row) => <DateText value={row.createdAt} /> },
        ]}
      />
    </Section>
  );
}
