import { query, readRows } from '~/access/sql/query.server';
import { currentOrganization } from '~/access/sql/expressions.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { foldName } from './name-key';
import { makePublicId } from './public-id';

/** The party id of the organization's own node, to which its suppliers deliver; made when there is none yet. The oldest counts. */
export async function ensureBuyer(db: TenantDb): Promise<string> {
  const buyer = await db.party.findFirst({
    where: { kind: 'buyer' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  if (buyer) return buyer.id;
  const [organization] = await readRows(db, query.selectFrom('Organization').select('name').where('id', '=', currentOrganization()));
  const name = organization?.name ?? '';
  const made = await db.party.create({
    data: { kind: 'buyer', publicId: makePublicId(), name, nameKey: foldName(name) },
    select: { id: true },
  });
  return made.id;
}
