import { isRole, type Role } from './permissions';
import { rootDb } from './root-db.server';

export type OwnMembership = { role: Role; organization: { slug: string; name: string; kind: string } };

/** The organizations a person belongs to, by name. Read as the person, before any organization is chosen. */
export async function listMemberships(userId: string): Promise<OwnMembership[]> {
  const rows = await rootDb().$transaction(async (transaction) => {
    await transaction.$executeRaw`SELECT set_config('app.user_id', ${userId}, true)`;
    return transaction.membership.findMany({
      where: { userId },
      select: { role: true, organization: { select: { slug: true, name: true, kind: true } } },
      orderBy: { organization: { name: 'asc' } },
    });
  });
  return rows.flatMap(({ role, organization }) => (isRole(role) ? [{ role, organization }] : []));
}
