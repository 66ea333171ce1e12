import { type Member, requireMember } from '~/access/require-member.server';
import { type FoundAudit, findAudit } from '~/audits/planning/find-audit.server';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export type Recorder = { member: Member; audit: FoundAudit };

/**
 * The recorder of an audit: a member of its team with permission. Redirects to sign-in without a session; 404 for other members, the same as for an unknown
 * audit.
 */
export async function requireRecorder(
  request: Request,
  params: { orgSlug?: string | undefined; auditId?: string | undefined },
): Promise<Recorder> {
  const member = await requireMember(request, params);
  const audit = member.can('record:audit')
    ? await member.inOrganization((db) => findAudit(db, { auditId: param(params, 'auditId'), userId: member.user.id, role: member.role }))
    : null;
  if (!audit?.members.some(({ userId }) => userId === member.user.id)) throw notFound();
  return { member, audit };
}
