import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { findAudit } from '~/audits/planning/find-audit.server';
import { prepareAuditReport } from '~/audits/report/prepare-audit-report.server';
import { askedBy, listAuditReports } from '~/audits/report/read-audit-report.server';
import { ReportList } from '~/audits/report/report-list';
import { IssuedList } from '~/sharing/shared-access/issued-list';
import { listIssued } from '~/sharing/shared-access/list-issued.server';
import { m } from '~/paraglide/messages';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:audit');
  const auditId = param(params, 'auditId');
  const listed = await member.inOrganization(async (db) => {
    const found = await listAuditReports(db, { auditId, userId: member.user.id, role: member.role });
    const audit = await findAudit(db, { auditId, userId: member.user.id, role: member.role });
    const own = audit?.members.find(({ userId }) => userId === member.user.id);
    return (
      found && {
        ...found,
        isAuditor: own?.part === 'lead' || own?.part === 'assessor',
        issued: await listIssued(db, { reportIds: found.reports.map(({ id }) => id), now: new Date() }),
      }
    );
  });
  if (!listed) throw notFound();
  return {
    reports: listed.reports.map(({ additions, ...report }) => ({
      ...report,
      additions: additions.map(({ addedById: _, ...addition }) => addition),
      isSignedByMe: additions.some(({ kind, addedById }) => kind === 'person' && addedById === member.user.id),
    })),
    isStamping: listed.isStamping,
    isApproved: listed.status === 'approved',
    issued: listed.issued,
    may: {
      prepare: member.can('prepare:report'),
      sign: member.can('approve:audit'),
      share: member.can('share:report'),
      signInPerson: listed.isAuditor && member.can('record:audit'),
    },
    base: `/o/${member.organization.slug}`,
    here: `/o/${member.organization.slug}/audits/${auditId}/reports`,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'prepare:report');
  if (!member.can('read:audit')) throw new Response(null, { status: 403 });
  const asked = askedBy(member, { auditId: param(params, 'auditId'), now: new Date() });
  const prepared = await member.inOrganization((db) => prepareAuditReport(db, asked));
  if (prepared.kind === 'refused' && prepared.code === 'unknown-audit') throw notFound();
  if (prepared.kind === 'refused') return data({ refused: prepared.code }, { status: 409 });
  return redirectWithFlash(`/o/${member.organization.slug}/audits/${asked.auditId}/reports`, {
    tone: 'success',
    text: m.audit_report_prepared_flash(),
  });
}

export default function AuditReports() {
  const { issued, ...shown } = useLoaderData<typeof loader>();
  return (
    <>
      <ReportList {...shown} />
      {shown.reports.length > 0 && <IssuedList issued={issued} base={`${shown.base}/shared-access`} />}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
