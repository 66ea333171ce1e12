import { z } from 'zod';
import { isRole, type Role } from './permissions';
import { rootDb } from './root-db.server';

const rowSchema = z.object({
  role: z.string(),
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  kind: z.string(),
  isDemonstration: z.boolean(),
});

export type OwnMembership = { role: Role; organization: Omit<z.infer<typeof rowSchema>, 'role'> };

/** The organizations a person belongs to, by name. Read as the person, before any organization is chosen. One query, because every page needs it. */
export async function listMemberships(userId: string): Promise<OwnMembership[]> {
  const rows = await rootDb().$transaction(async (transaction) => {
    await transaction.$executeRaw`SELECT set_config('app.user_id', ${userId}, true)`;
    return transaction.$queryRaw`
      SELECT m."role", o."id", o."slug", o."name", o."kind", o."isDemonstration"
      FROM "Membership" m JOIN "Organization" o ON o."id" = m."organizationId"
      WHERE m."userId" = ${userId}::uuid ORDER BY o."name", o."slug"`;
  });
  return rowSchema
    .array()
    .parse(rows)
    .flatMap(({ role, ...organization }) => (isRole(role) ? [{ role, organization }] : []));
}
