import type { ActionFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { askedBy } from '~/audits/report/read-audit-report.server';
import { signAuditReport } from '~/audits/report/sign-audit-report.server';
import { m } from '~/paraglide/messages';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';

/** Signs a frozen report of an approved audit, in all its forms. */
export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'approve:audit');
  const { auditId = '', reportId = '' } = params;
  const { organization } = member;
  const asked = askedBy(member, { auditId, now: new Date() });
  const signed = await signAuditReport(member.inOrganization, { ...asked, reportId, organizationId: organization.id });
  const back = `/o/${organization.slug}/audits/${auditId}/reports`;
  if (signed.kind === 'signed')
    return redirectWithFlash(back, {
      tone: 'success',
      text: signed.isStamped === false ? m.signing_stamp_waiting_flash() : m.auditpapers_signed_flash({ count: signed.forms }),
    });
  if (signed.code === 'unknown-report') throw notFound();
  const text = signed.code === 'not-approved' ? m.auditpapers_sign_not_approved() : m.signing_refused_signed_already();
  return redirectWithFlash(back, { tone: 'danger', text });
}
