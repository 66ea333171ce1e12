import type { OwnMembership } from './memberships.server';
import { can, type Permission, type Role } from './permissions';
import { readCaller } from './read-caller.server';
import { type Caller, noteCaller, rememberCaller } from './request-memory.server';
import { forOrganization, type InOrganization } from './tenant-db.server';

export type Member = {
  user: { id: string; name: string; email: string; locale: string | null };
  organization: { id: string; slug: string; name: string; kind: string; isDemonstration: boolean };
  role: Role;
  /** All organizations of this person, the current one included. */
  memberships: readonly OwnMembership[];
  can: (permission: Permission) => boolean;
  inOrganization: InOrganization;
};

/**
 * The caller, their organization and their permission.
 * Redirects to sign-in without a session; 404 for an organization that is unknown or that the caller is not a member of; 403 without the permission.
 */
export async function requireMember(
  request: Request,
  params: { orgSlug?: string | undefined },
  permission: Permission = 'read:organization',
): Promise<Member> {
  const slug = params.orgSlug;
  if (!slug) throw new Response(null, { status: 404, statusText: 'Not Found' });
  const caller = await rememberCaller(request, slug, () => findCaller(request, slug));
  switch (caller.kind) {
    case 'visitor':
      throw new Response(null, {
        status: 302,
        headers: { Location: `/sign-in?redirectTo=${encodeURIComponent(pathWanted(request, slug))}` },
      });
    case 'stranger':
      throw new Response('Not found', { status: 404 });
    case 'member': {
      const { user, organization, role, memberships } = caller;
      noteCaller({ organizationId: organization.id, userId: user.id });
      if (!can(role, permission)) throw new Response('Forbidden', { status: 403 });
      const inOrganization = forOrganization({ organizationId: organization.id, userId: user.id });
      return { user, organization, role, memberships, can: (asked) => can(role, asked), inOrganization };
    }
  }
}

/** Where to go on after signing in: the page that was asked for, without what Remix adds to its address. */
function pathWanted(request: Request, slug: string): string {
  if (request.method !== 'GET') return `/o/${slug}`;
  const url = new URL(request.url);
  return url.pathname.replace(/\.data$/, '') + url.search.replace(/[?&]_routes=[^&]*/, '');
}

/** An unknown organization and one that the caller is not a member of look the same. */
async function findCaller(request: Request, slug: string): Promise<Caller> {
  const caller = await readCaller(request);
  if (!caller) return { kind: 'visitor' };
  const own = caller.memberships.find(({ organization }) => organization.slug === slug);
  return own ? { kind: 'member', ...caller, ...own } : { kind: 'stranger' };
}
