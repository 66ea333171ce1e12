import { randomBytes } from 'node:crypto';
import type { Role } from '~/access/permissions';
import { rootDb } from '~/access/root-db.server';
import { openSession } from '~/access/session.server';
import { forOrganization, type InOrganization } from '~/access/tenant-db.server';

export type MadeMember = {
  organization: { id: string; slug: string; name: string };
  user: { id: string; email: string; name: string };
  inOrganization: InOrganization;
  /** Value of the Cookie header of a request of this member. */
  cookie: string;
};

/**
 * A new organization with one signed-in member; with `organization`, a further member of that one. Each test creates its own, so that tests need no cleaning
 * and may run concurrently.
 */
export async function makeMember(
  options: { role?: Role; kind?: string; organization?: MadeMember['organization'] } = {},
): Promise<MadeMember> {
  const mark = randomBytes(5).toString('hex');
  const db = rootDb();
  const organization =
    options.organization ??
    (await db.organization.create({
      data: { slug: `org-${mark}`, name: `Organization ${mark}`, kind: options.kind ?? 'company' },
      select: { id: true, slug: true, name: true },
    }));
  const user = await db.user.create({
    data: { email: `${mark}@example.org`, name: `Person ${mark}` },
    select: { id: true, email: true, name: true },
  });
  const inOrganization = forOrganization({ organizationId: organization.id, userId: user.id });
  await inOrganization((tenant) =>
    tenant.membership.create({ data: { organizationId: organization.id, userId: user.id, role: options.role ?? 'owner' } }),
  );
  const setCookie = await openSession(user.id, new Request('http://localhost/', { headers: { 'User-Agent': 'test' } }));
  return { organization, user, inOrganization, cookie: setCookie.split(';')[0] ?? '' };
}
