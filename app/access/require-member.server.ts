import { isRole, can, type Permission, type Role } from './permissions';
import { rootDb } from './root-db.server';
import { readSession } from './session.server';
import { forOrganization, type InOrganization } from './tenant-db.server';

export type Member = {
  user: { id: string; name: string; email: string; locale: string | null };
  organization: { id: string; slug: string; name: string; kind: string; isDemonstration: boolean };
  role: Role;
  can: (permission: Permission) => boolean;
  inOrganization: InOrganization;
};

/**
 * Who is calling, inside which organization, and whether he may.
 * Redirects to sign-in without a session; 404 for an organization that is unknown or not his; 403 without the permission.
 */
export async function requireMember(
  request: Request,
  params: { orgSlug?: string | undefined },
  permission: Permission = 'read:organization',
): Promise<Member> {
  const session = await readSession(request);
  if (!session) {
    const url = new URL(request.url);
    const back =
      request.method === 'GET'
        ? url.pathname.replace(/\.data$/, '') + url.search.replace(/[?&]_routes=[^&]*/, '')
        : `/o/${params.orgSlug ?? ''}`;
    throw new Response(null, { status: 302, headers: { Location: `/sign-in?redirectTo=${encodeURIComponent(back)}` } });
  }
  const organization = await rootDb().organization.findUnique({
    where: { slug: params.orgSlug ?? '' },
    select: { id: true, slug: true, name: true, kind: true, isDemonstration: true },
  });
  if (!organization) throw new Response('Not found', { status: 404 });
  const inOrganization = forOrganization({ organizationId: organization.id, userId: session.user.id });
  const membership = await inOrganization((db) =>
    db.membership.findUnique({
      where: { organizationId_userId: { organizationId: organization.id, userId: session.user.id } },
      select: { role: true },
    }),
  );
  if (!membership || !isRole(membership.role)) throw new Response('Not found', { status: 404 });
  const { role } = membership;
  if (!can(role, permission)) throw new Response('Forbidden', { status: 403 });
  return { user: session.user, organization, role, can: (asked) => can(role, asked), inOrganization };
}
