import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { madeAt } from '~/access/posting.server';
import { requireMember } from '~/access/require-member.server';
import { listAuditReports } from '~/audits/report/read-audit-report.server';
import { giveOffer } from '~/sharing/shared-access/give-access.server';
import { offerReport } from '~/sharing/shared-access/offer-report.server';
import { ReportGrantForm } from '~/sharing/shared-access/report-access-form';
import { reportGrantFields } from '~/sharing/shared-access/schema';
import { memberLocale } from '~/locales/member-locales';
import { canSendMail } from '~/platform/mail/send.server';
import { SharedAccessLinkNotice } from '~/sharing/shared-access/shared-access-link-notice';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { kindLabel } from '~/documents/verification/audit-report-kinds';
import { auditReportKinds } from '~/documents/verification/audit-report-kinds';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { PageHeader } from '~/ui/page-header';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound } from '~/platform/http/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'share:report');
  const { auditId = '', reportId = '' } = params;
  const listed = await member.inOrganization((db) => listAuditReports(db, { auditId, userId: member.user.id, role: member.role }));
  const report = listed?.reports.find(({ id }) => id === reportId);
  if (!listed || !report) throw notFound();
  const say = { locale: memberLocale(getLocale()) };
  return {
    number: listed.number,
    isSigned: report.signedAt !== null,
    forms: auditReportKinds.map((key) => ({ key: key as string, title: kindLabel(key, say) })),
    mails: canSendMail(),
    base: `/o/${member.organization.slug}`,
    audit: `/o/${member.organization.slug}/audits/${auditId}`,
    today: new Date().toISOString().slice(0, 10),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'share:report');
  const { auditId = '', reportId = '' } = params;
  const form = await readForm(request);
  const read = parseForm(form, reportGrantFields);
  if (!read.ok) return data({ failure: read, link: null }, { status: 422 });
  const { forms, purpose, reason, until } = read.value;
  const { organization, user, role } = member;
  const now = new Date();
  const given = await giveOffer(member, { ...read.value, origin: new URL(request.url).origin, now, isReport: true }, (db, recipient) =>
    offerReport(db, { organization, auditId, reportId, forms, recipient, purpose, reason, until, userId: user.id, role, now }),
  );
  switch (given.kind) {
    case 'refused':
      return data({ failure: formFailure(form, { [given.field]: [given.message] }), link: null }, { status: given.status });
    case 'link':
      madeAt(`/o/${member.organization.slug}/shared-access/${given.sharedAccessId}`);
      return data({ failure: null, link: given });
    case 'given':
      return redirect(`/o/${organization.slug}/shared-access/${given.sharedAccessId}`, { status: 303 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${m.auditpapers_share_title()} · ${loaded?.number ?? ''} · Manumit` },
];

export default function ShareReport() {
  const { number, isSigned, forms, mails, base, audit, today } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const link = reply?.link ?? null;
  return (
    <div className="max-w-prose">
      <PageHeader
        title={m.auditpapers_share_title()}
        lead={m.auditpapers_share_lead()}
        breadcrumbs={[
          { label: m.audits_named({ number }), to: audit },
          { label: m.audit_report_tab(), to: `${audit}/reports` },
          { label: m.auditpapers_share() },
        ]}
      />
      {link ? (
        <SharedAccessLinkNotice link={link} base={base} />
      ) : isSigned ? (
        <ReportGrantForm forms={forms} mails={mails} today={today} failure={reply?.failure ?? undefined} />
      ) : (
        <EmptyState
          title={m.auditpapers_problem_unsigned()}
          actions={<LinkButton to={`${audit}/reports`}>{m.audit_report_tab()}</LinkButton>}
        >
          {m.auditpapers_share_sign_first()}
        </EmptyState>
      )}
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
