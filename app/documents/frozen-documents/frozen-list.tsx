import { ReportStatus, type LatestNotice } from '~/documents/verification/report-status';
import { SignCell } from '~/documents/signing/sign-cell';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Form } from '~/ui/form';
import { formatLanguage } from '~/ui/format';
import { Section } from '~/ui/page-header';
import { MomentText } from '~/ui/values';

export type FrozenRow = {
  id: string;
  hash: string;
  locale: string;
  preparedAt: Date | string;
  signedAt: Date | string | null;
  notice: LatestNotice;
};

/**
 * The frozen reports, each as PDF and data, with signature and latest notice, and the form that freezes one. `files`: the extensions that can be downloaded.
 */
export function FrozenList({
  reports,
  base,
  files,
  mayPrepare,
  maySign,
  submit,
  lead,
  folder = 'lender-reports',
}: {
  reports: readonly FrozenRow[];
  base: string;
  files: readonly ('pdf' | 'xlsx' | 'json')[];
  mayPrepare: boolean;
  maySign: boolean;
  submit: string;
  lead: string;
  /** Where the files are below `base`. */
  folder?: string;
}) {
  return (
    <Section title={m.annual_report_frozen_title()} lead={lead} id="frozen">
      {mayPrepare && (
        <Form method="post" className="mb-4" data-print="none">
          <Button type="submit" variant={reports.length === 0 ? 'primary' : 'secondary'}>
            {submit}
          </Button>
        </Form>
      )}
      <DataTable
        caption={m.annual_report_frozen_title()}
        rows={reports}
        rowKey={({ id }) => id}
        isStacked
        empty={<p className="text-muted">{m.annual_report_frozen_none()}</p>}
        columns={[
          { key: 'at', header: m.annual_report_frozen_at(), cell: ({ preparedAt }) => <MomentText value={preparedAt} /> },
          { key: 'locale', header: m.audit_report_language(), cell: ({ locale }) => formatLanguage(locale) },
          {
            key: 'signed',
            header: m.verification_signature(),
            cell: ({ id, hash, signedAt }) => (
              <SignCell hash={hash} signedAt={signedAt} action={maySign ? `${base}/${folder}/${id}/sign` : null} />
            ),
          },
          {
            key: 'status',
            header: m.verification_status(),
            cell: ({ hash, notice }) => <ReportStatus hash={hash} notice={notice} base={base} />,
          },
          {
            key: 'files',
            header: m.annual_report_files(),
            cell: ({ id, hash }) => (
              <span className="flex gap-3">
                {files.map((ending) => (
                  <a
                    key={ending}
                    href={`${base}/${folder}/${id}.${ending}`}
                    aria-label={m.annual_report_file_named({ file: ending.toUpperCase(), hash: hash.slice(0, 12) })}
                    className="text-accent underline"
                  >
                    {ending.toUpperCase()}
                  </a>
                ))}
              </span>
            ),
          },
          {
            key: 'hash',
            header: 'SHA-256',
            wraps: true,
            cell: ({ hash }) => <code className="text-xs break-all">{hash}</code>,
          },
        ]}
      />
    </Section>
  );
}
