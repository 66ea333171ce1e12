import { listMemberships } from './memberships.server';

const name = 'organization';
const aYear = 60 * 60 * 24 * 365;

/** The Set-Cookie value that keeps which organization this browser showed last; null where it is kept already. */
export function keepOrganization(request: Request, slug: string): string | null {
  return keptOrganization(request) === slug ? null : `${name}=${slug}; Path=/; Max-Age=${aYear}; SameSite=Lax; HttpOnly`;
}

/** Where somebody goes on after signing in without having asked for a page: to the organization this browser showed last, if it is still theirs. */
export async function pathAfterSignIn(request: Request, { userId, wanted }: { userId: string; wanted: string }): Promise<string> {
  const slug = wanted === '/' ? keptOrganization(request) : null;
  if (slug === null) return wanted;
  const memberships = await listMemberships(userId);
  return memberships.some(({ organization }) => organization.slug === slug) ? `/o/${slug}` : wanted;
}

function keptOrganization(request: Request): string | null {
  return /(?:^|;\s*)organization=([a-z0-9-]{1,100})(?:;|$)/.exec(request.headers.get('cookie') ?? '')?.[1] ?? null;
}
