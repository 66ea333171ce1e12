import type { TenantDb } from '~/access/tenant-db.server';

/** The name of the organization, as its letters give it. */
export async function readAsker(db: TenantDb): Promise<string> {
  const [organization] = await db.$queryRaw<{ name: string }[]>`
    SELECT "name" FROM "Organization" WHERE "id" = NULLIF(current_setting('app.organization_id'::text, true), '')::uuid`;
  return organization?.name ?? '';
}
