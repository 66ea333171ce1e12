import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { formatNumber } from '~/ui/format';
import { Section } from '~/ui/page-header';
import { DateText } from '~/ui/values';
import type { AttachedReportRow } from './read-attached.server';

/** Audit reports that other organizations made of this supplier and that are attached to it; nothing where there are none. */
export function AttachedReportTable({ rows, base }: { rows: readonly SerializeFrom<AttachedReportRow>[]; base: string }) {
  if (rows.length === 0) return null;
  return (
    <Section title={m.shared_access_report_attached_section()}>
      <DataTable
        caption={m.shared_access_report_attached_section()}
        rows={rows}
        rowKey={({ id }) => id}
        isStacked
        columns={[
          {
            key: 'number',
            header: m.shared_access_report_attached_number(),
            cell: (row) => <Link to={`${base}/shared-with-us/${row.sharedAccessId}`}>{row.auditNumber}</Link>,
          },
          { key: 'issuer', header: m.shared_access_report_attached_issuer(), cell: (row) => row.issuer, wraps: true },
          { key: 'days', header: m.shared_access_report_attached_days(), cell: (row) => <DateText value={row.endsOn} /> },
          { key: 'findings', header: m.shared_access_report_attached_findings(), align: 'end', cell: (row) => formatNumber(row.findings) },
          { key: 'open', header: m.shared_access_report_attached_open(), align: 'end', cell: (row) => formatNumber(row.open) },
        ]}
      />
    </Section>
  );
}
