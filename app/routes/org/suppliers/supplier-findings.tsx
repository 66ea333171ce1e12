import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requireMember } from '~/access/require-member.server';
import { AttachedReportTable } from '~/sharing/attached-reports/attached-report-table';
import { listAttachedReports } from '~/sharing/attached-reports/read-attached.server';
import { AuditTable } from '~/audits/planning/audit-table';
import { listAudits } from '~/audits/planning/list-audits.server';
import { listPoints } from '~/findings/findings/compliance-points.server';
import { FindingTable } from '~/findings/findings/finding-table';
import { listGoodPractices, recordGoodPractice, removeGoodPractice } from '~/findings/findings/good-practice.server';
import { GoodPractices } from '~/findings/findings/good-practices';
import { showFindings } from '~/findings/findings/show-findings.server';
import { findSupplierId } from '~/suppliers/registry/read-supplier.server';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { Section } from '~/ui/page-header';
import { readForm } from '~/platform/forms/read-form.server';
import { badRequest, notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:finding');
  const caller = { userId: member.user.id, role: member.role };
  const page = await member.inOrganization(async (db) => {
    const partyId = await findSupplierId(db, params.supplierId);
    if (!partyId) return null;
    return {
      ...(await showFindings(db, { partyId })),
      practices: await listGoodPractices(db, { partyId }),
      reports: await listAttachedReports(db, partyId),
      audits: member.can('read:audit') ? (await listAudits(db, { ...caller, partyId, after: null, before: null })).rows : null,
    };
  });
  if (!page) throw notFound();
  const { rows, next, practices, audits, reports } = page;
  const mayEdit = member.can('edit:finding');
  return {
    rows,
    practices,
    audits,
    reports,
    mayPlan: member.can('plan:audit'),
    hasMore: next !== null,
    slug: member.organization.slug,
    supplierId: param(params, 'supplierId'),
    mayEdit,
    points: mayEdit ? listPoints() : [],
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:finding');
  const form = await readForm(request);
  const userId = member.user.id;
  const page = `/o/${member.organization.slug}/suppliers/${params.supplierId}/findings`;
  const sent = (name: string) => String(form.get(name) ?? '').trim();
  const partyId = await member.inOrganization((db) => findSupplierId(db, params.supplierId));
  if (!partyId) throw notFound();
  if (sent('intent') === 'remove-practice') {
    const practiceId = z.uuid().safeParse(sent('practiceId'));
    if (!practiceId.success) throw badRequest('practiceId is needed');
    const now = new Date(Date.now());
    const isDone = await member.inOrganization((db) => removeGoodPractice(db, { partyId, practiceId: practiceId.data, userId, now }));
    if (!isDone) throw notFound();
    return redirectWithFlash(page, { tone: 'success', text: m.findings_practice_removed() });
  }
  const [text, compliancePoint] = [sent('text').slice(0, 2_000), sent('compliancePoint') || null];
  const recorded = await member.inOrganization((db) => recordGoodPractice(db, { partyId, text, compliancePoint, userId }));
  if (recorded.kind === 'refused') {
    const error = recorded.code === 'text-missing' ? m.findings_problem_practice() : m.findings_problem_point();
    return data({ error, text }, { status: 422 });
  }
  return redirectWithFlash(page, { tone: 'success', text: m.findings_practice_recorded() });
}

export const meta: MetaFunction = () => [{ title: `${m.supplier_verdict_tab_audits()} · Manumit` }];

export default function SupplierFindings() {
  const { rows, practices, audits, reports, mayPlan, hasMore, slug, supplierId, mayEdit, points } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const desk = `/o/${slug}/findings?supplier=${supplierId}`;
  return (
    <>
      {audits && (
        <Section
          title={m.supplier_verdict_audits_title()}
          actions={
            mayPlan && (
              <LinkButton to={`/o/${slug}/audits/new?supplier=${supplierId}`} icon="add" size="sm">
                {m.supplier_verdict_act_plan_audit()}
              </LinkButton>
            )
          }
        >
          {audits.length === 0 ? (
            <p className="text-muted">{m.supplier_verdict_audits_none()}</p>
          ) : (
            <AuditTable rows={audits} base={`/o/${slug}/audits`} hasFilter={false} />
          )}
        </Section>
      )}
      <AttachedReportTable rows={reports} base={`/o/${slug}`} />
      <Section
        title={m.suppliers_tab_findings()}
        actions={
          mayEdit && (
            <LinkButton to={`/o/${slug}/findings/new?supplier=${supplierId}`} icon="add" size="sm">
              {m.findings_record()}
            </LinkButton>
          )
        }
      >
        <FindingTable rows={rows} slug={slug} canMove={false} empty={<p className="text-muted">{m.suppliers_findings_none()}</p>} />
        {rows.length > 0 && (
          <p className="mt-4">
            <Link to={desk}>{hasMore ? m.suppliers_findings_all() : m.suppliers_findings_desk()}</Link>
          </p>
        )}
      </Section>
      <GoodPractices practices={practices} points={points} mayEdit={mayEdit} error={refused?.error} typed={refused?.text} />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
