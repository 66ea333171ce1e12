import { ReportStatus, type LatestNotice } from '~/documents/verification/report-status';
import { SignCell } from '~/documents/signing/sign-cell';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { memberLocale } from '~/locales/member-locales';
import { kindLabel } from '~/documents/verification/audit-report-kinds';
import { auditReportKinds } from '~/documents/verification/audit-report-kinds';
import { Button, LinkButton } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { formatDate, formatLanguage, formatMoment } from '~/ui/format';
import { Form } from '~/ui/form';
import { Section } from '~/ui/page-header';
import { MomentText } from '~/ui/values';

export type ReportRow = {
  id: string;
  hash: string;
  locale: string;
  preparedAt: Date | string;
  signedAt: Date | string | null;
  notice: LatestNotice;
  /** `isConfirmed`: whether the stored confirmation of a passkey is valid; null where there is none. */
  additions: { kind: string; name: string; addedAt: Date | string; isConfirmed: boolean | null }[];
  isSignedByMe: boolean;
};

/** The forms in which a report is read: each as a page and as a PDF, and its data. `at`: the address of the report. */
function Forms({ at, name }: { at: string; name: string }) {
  const say = { locale: memberLocale(getLocale()) };
  const link = 'inline-block min-h-6 text-accent underline';
  return (
    <ul className="grid gap-1">
      {auditReportKinds.map((kind) => (
        <li key={kind} className="flex flex-wrap gap-x-3">
          <a href={`${at}/page/${kind}`} className={link}>
            {kindLabel(kind, say)}
          </a>
          <a
            href={`${at}/pdf/${kind}`}
            className={link}
            aria-label={`${m.audit_report_form_pdf({ kind: kindLabel(kind, say) })} · ${name}`}
          >
            PDF
          </a>
        </li>
      ))}
      <li>
        <a href={`${at}/json`} className={link} aria-label={`${m.audit_report_form_json()} · ${name}`}>
          {m.audit_report_form_json()}
        </a>
      </li>
      <li>
        <a href={`${at}/plan.xlsx`} className={link} aria-label={`${m.audit_report_form_plan_xlsx()} · ${name}`}>
          {m.audit_report_form_plan_xlsx()}
        </a>
      </li>
      <li>
        <a href={`${at}/verified-data.json`} className={link} aria-label={`${m.audit_report_form_verified_json()} · ${name}`}>
          {m.audit_report_form_verified_json()}
        </a>
      </li>
    </ul>
  );
}

/** The reports on an audit: the current draft and the issued ones. */
export function ReportList({
  reports,
  isApproved,
  isStamping,
  may,
  here,
  base,
}: {
  reports: ReportRow[];
  isApproved: boolean;
  /** Whether a time stamp service is configured. */
  isStamping: boolean;
  may: { prepare: boolean; sign: boolean; share: boolean; signInPerson: boolean };
  here: string;
  base: string;
}) {
  return (
    <>
      <p className="max-w-prose text-muted">
        {m.audit_report_page_lead()} {m.audit_report_structured_lead()}
      </p>
      <Section title={m.audit_report_draft_title()} lead={isApproved ? m.audit_report_now_lead() : m.audit_report_draft_lead()}>
        <Forms at={`${here}/now`} name={m.audit_report_draft_title()} />
      </Section>
      <Section title={m.audit_report_kept_title()} lead={m.audit_report_kept_lead()}>
        {may.prepare && isApproved && (
          <Form method="post" className="mb-4">
            <Button type="submit" variant={reports.length === 0 ? 'primary' : 'secondary'}>
              {m.audit_report_prepare()}
            </Button>
          </Form>
        )}
        {reports.length === 0 ? (
          <p className="text-muted">{isApproved ? m.audit_report_kept_none() : m.audit_report_kept_none_draft()}</p>
        ) : (
          <DataTable
            caption={m.audit_report_kept_title()}
            rows={reports}
            rowKey={({ id }) => id}
            isStacked
            columns={[
              {
                key: 'at',
                header: m.audit_report_prepared_on(),
                wraps: 'short',
                cell: ({ preparedAt }) => <MomentText value={preparedAt} />,
              },
              {
                key: 'signed',
                header: m.auditpapers_signature(),
                cell: ({ id, hash, signedAt, additions, isSignedByMe }) => (
                  <div className="grid justify-items-start gap-2">
                    <SignCell hash={hash} signedAt={signedAt} action={may.sign ? `${here}/${id}/sign` : null} />
                    {additions.map(({ kind, name, addedAt, isConfirmed }) => (
                      <span key={`${kind} ${name} ${addedAt}`}>
                        {kind === 'person'
                          ? m.signing_person_signed_by({ name, date: formatDate(addedAt) })
                          : m.signing_stamp_got({ name, moment: formatMoment(addedAt) })}
                        {isConfirmed === true && <span className="block text-muted">{m.personal_key_confirmed()}</span>}
                        {isConfirmed === false && <span className="block text-danger">{m.personal_key_not_confirmed()}</span>}
                      </span>
                    ))}
                    {signedAt && isStamping && additions.at(-1)?.kind !== 'time-stamp' && (
                      <span className="text-warning">{m.signing_stamp_waiting()}</span>
                    )}
                    {signedAt && may.signInPerson && !isSignedByMe && (
                      <LinkButton
                        to={`${here}/${id}/sign-in-person`}
                        size="sm"
                        aria-label={`${m.signing_person_link()} · ${hash.slice(0, 12)}`}
                      >
                        {m.signing_person_link()}
                      </LinkButton>
                    )}
                    {signedAt && may.share && (
                      <LinkButton to={`${here}/${id}/share`} size="sm" aria-label={`${m.auditpapers_share()} · ${hash.slice(0, 12)}`}>
                        {m.auditpapers_share()}
                      </LinkButton>
                    )}
                  </div>
                ),
              },
              {
                key: 'status',
                header: m.verification_status(),
                cell: ({ hash, notice }) => <ReportStatus hash={hash} notice={notice} base={base} />,
              },
              {
                key: 'forms',
                header: m.audit_report_forms(),
                wraps: true,
                cell: ({ id, hash }) => <Forms at={`${here}/${id}`} name={hash.slice(0, 12)} />,
              },
              { key: 'locale', header: m.audit_report_language(), isWideOnly: true, cell: ({ locale }) => formatLanguage(locale) },
              {
                key: 'hash',
                header: m.audit_report_hash(),
                wraps: 'short',
                isWideOnly: true,
                cell: ({ hash }) => <code className="text-xs break-all">{hash}</code>,
              },
            ]}
          />
        )}
      </Section>
      {may.share && isApproved && (
        <Section title={m.published_results_go()} lead={m.published_results_tab_lead()}>
          <LinkButton to={here.replace(/reports$/, 'publish')}>{m.published_results_title()}</LinkButton>
        </Section>
      )}
    </>
  );
}
