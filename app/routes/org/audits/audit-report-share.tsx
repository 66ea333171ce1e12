import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { madeAt } from '~/access/posting.server';
import { requireMember } from '~/access/require-member.server';
import { listAuditReports } from '~/audits/report/read-audit-report.server';
import { BuyerSection } from '~/sharing/attached-reports/buyer-section';
import { lastDayOfBuyer, readBuyer, sendToBuyer } from '~/sharing/attached-reports/send-to-buyer.server';
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
  const { listed, buyer } = await member.inOrganization(async (db) => ({
    listed: await listAuditReports(db, { auditId, userId: member.user.id, role: member.role }),
    buyer: await readBuyer(db, { auditId, reportId }),
  }));
  const report = listed?.reports.find(({ id }) => id === reportId);
  if (!listed || !report) throw notFound();
  const say = { locale: memberLocale(getLocale()) };
  return {
    number: listed.number,
    isSigned: report.signedAt !== null,
    buyer,
    until: lastDayOfBuyer(new Date()),
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
  if (form.get('intent') === 'buyer') return sendToTheBuyer(member, form, { auditId, reportId });
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

async function sendToTheBuyer(
  member: Awaited<ReturnType<typeof requireMember>>,
  form: FormData,
  report: { auditId: string; reportId: string },
) {
  const { organization, user, role } = member;
  const sent = await member.inOrganization((db) => sendToBuyer(db, { organization, ...report, userId: user.id, role, now: new Date() }));
  if (sent.kind === 'offered') return redirect(`/o/${organization.slug}/shared-access/${sent.sharedAccessId}`, { status: 303 });
  const message = sent.code === 'not-signed' ? m.auditpapers_problem_unsigned() : m.shared_access_buyer_problem();
  return data({ failure: formFailure(form, { '': [message] }), link: null }, { status: 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${m.auditpapers_share_title()} · ${loaded?.number ?? ''} · Manumit` },
];

export default function ShareReport() {
  const { number, isSigned, buyer, until, forms, mails, base, audit, today } = useLoaderData<typeof loader>();
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
        <>
          {buyer && <BuyerSection buyer={buyer} until={until} base={base} />}
          <ReportGrantForm forms={forms} mails={mails} today={today} failure={reply?.failure ?? undefined} />
        </>
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
