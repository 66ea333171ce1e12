import { query, readRows } from '~/access/sql/query.server';
import { currentOrganization } from '~/access/sql/expressions.server';
import type { TenantDb } from '~/access/tenant-db.server';

/** The name of the organization, as its letters give it. */
export async function readAsker(db: TenantDb): Promise<string> {
  const [organization] = await readRows(db, query.selectFrom('Organization').select('name').where('id', '=', currentOrganization()));
  return organization?.name ?? '';
}
