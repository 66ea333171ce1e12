import { Link } from '@remix-run/react';
import { ReportStatus } from '~/documents/verification/report-status';
import { SignCell } from '~/documents/signing/sign-cell';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Form } from '~/ui/form';
import { Section } from '~/ui/page-header';
import { MomentText } from '~/ui/values';
import type { ShownOverview } from './shown-overview';

/** The frozen reports with their files, signatures and hashes, and the way to prepare one. */
export function ReportList({ overview, here }: { overview: ShownOverview; here: string }) {
  return (
    <Section title={m.responses_reports()} lead={m.responses_reports_lead()} id="reports">
      {overview.may.prepare &&
        (overview.status === 'open' ? (
          <p className="mb-3 text-muted">{m.responses_report_needs_submit()}</p>
        ) : (
          <Form method="post" className="mb-3">
            <Button type="submit" name="intent" value="prepare-report" variant={overview.reports.length === 0 ? 'primary' : 'secondary'}>
              {m.responses_report_prepare()}
            </Button>
          </Form>
        ))}
      {overview.reports.length > 0 && (
        <DataTable
          caption={m.responses_reports()}
          rows={overview.reports}
          rowKey={(report) => report.id}
          columns={[
            { key: 'at', header: m.responses_report_at(), cell: (report) => <MomentText value={report.preparedAt} /> },
            {
              key: 'files',
              header: m.responses_reports(),
              cell: (report) => (
                <span className="flex gap-4">
                  <a href={`${here}/reports/${report.id}.pdf`} download className="text-accent underline">
                    {m.responses_report_pdf()}
                  </a>
                  <a href={`${here}/reports/${report.id}.json`} download className="text-accent underline">
                    {m.responses_report_json()}
                  </a>
                </span>
              ),
            },
            {
              key: 'signed',
              header: m.verification_signature(),
              cell: ({ id, hash, signedAt }) => (
                <SignCell
                  hash={hash}
                  signedAt={signedAt}
                  action={overview.may.sign && overview.status === 'approved' ? `${here}/reports/${id}/sign` : null}
                />
              ),
            },
            {
              key: 'status',
              header: m.verification_status(),
              cell: ({ hash, notice }) => <ReportStatus hash={hash} notice={notice} base={overview.base} />,
            },
            {
              key: 'hash',
              header: m.responses_report_hash(),
              isWideOnly: true,
              cell: (report) => (
                <Link to={`/verify/${report.hash}`} className="text-accent underline">
                  <code>{report.hash.slice(0, 16)}…</code>
                </Link>
              ),
            },
          ]}
        />
      )}
    </Section>
  );
}
