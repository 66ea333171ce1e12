import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { findAudit } from '~/audits/planning/find-audit.server';
import { askedBy } from '~/audits/report/read-audit-report.server';
import { listPublished } from '~/audits/published-results/list-published.server';
import { Obstacles, PublishForm, PublishedResultSection } from '~/audits/published-results/publish-page';
import { publishResult } from '~/audits/published-results/publish-result.server';
import { readPublication } from '~/audits/published-results/read-publication.server';
import { refusalLabel } from '~/audits/published-results/refusal-labels';
import { publishFields, withdrawFields } from '~/audits/published-results/schema';
import { addCompliancePoints } from '~/audits/published-results/add-compliance-points.server';
import { WithdrawnList } from '~/audits/published-results/withdrawn-list';
import { withdrawResult } from '~/audits/published-results/withdraw-result.server';
import { siteAddress } from '~/platform/mail/send.server';
import { m } from '~/paraglide/messages';
import { PageHeader } from '~/ui/page-header';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'share:report');
  const { isDemonstration } = member.organization;
  const asked = { ...askedBy(member, { auditId: param(params, 'auditId'), now: new Date() }), isDemonstration };
  const read = await member.inOrganization(async (db) => {
    const audit = await findAudit(db, asked);
    if (!audit) return null;
    const published = await listPublished(db, audit.id);
    return { audit, published, publication: published.current ? null : await readPublication(db, asked) };
  });
  if (!read) throw notFound();
  const { audit, published, publication } = read;
  return {
    number: audit.number,
    audit: `/o/${member.organization.slug}/audits/${audit.id}`,
    address: published.current && `${siteAddress()}/published/${published.current.pageId}`,
    published,
    obstacles: publication?.obstacles ?? [],
    result: publication?.result ? addCompliancePoints(publication.result) : null,
    seen: publication?.seen ?? '',
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'share:report');
  const form = await readForm(request);
  const { isDemonstration } = member.organization;
  const asked = { ...askedBy(member, { auditId: param(params, 'auditId'), now: new Date() }), isDemonstration };
  const here = `/o/${member.organization.slug}/audits/${asked.auditId}/publish`;
  if (form.get('intent') === 'withdraw') {
    const read = parseForm(form, withdrawFields);
    if (!read.ok) return data({ failure: read }, { status: 422 });
    if (!(await member.inOrganization((db) => withdrawResult(db, asked, read.value.reason)))) throw notFound();
    return redirectWithFlash(here, { tone: 'success', text: m.published_results_withdrawn_flash() });
  }
  const read = parseForm(form, publishFields);
  if (!read.ok) return data({ failure: read }, { status: 422 });
  const published = await member.inOrganization((db) => publishResult(db, asked, read.value));
  if (published.kind === 'published') return redirectWithFlash(here, { tone: 'success', text: m.published_results_flash() });
  if (published.code === 'unknown-audit') throw notFound();
  return data({ failure: formFailure(form, { '': [refusalLabel(published.code)] }) }, { status: 409 });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${m.published_results_title()} · ${loaded?.number ?? ''} · Manumit` },
];

export default function PublishAudit() {
  const { number, audit, address, published, obstacles, result, seen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const failureOf = (intent: string) => (reply?.failure.values.intent?.[0] === intent ? reply.failure : undefined);
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={m.published_results_title()}
        lead={m.published_results_lead()}
        breadcrumbs={[
          { label: m.audits_named({ number }), to: audit },
          { label: m.audit_report_tab(), to: `${audit}/reports` },
          { label: m.published_results_title() },
        ]}
      />
      {published.current && address && (
        <PublishedResultSection address={address} published={published.current} failure={failureOf('withdraw')} />
      )}
      {obstacles.length > 0 && <Obstacles obstacles={obstacles} />}
      {result && obstacles.length === 0 && <PublishForm result={result} seen={seen} failure={failureOf('publish')} />}
      <WithdrawnList rows={published.withdrawn} />
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
