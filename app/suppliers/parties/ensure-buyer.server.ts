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
  const [organization] = await db.$queryRaw<{ name: string }[]>`
    SELECT "name" FROM "Organization" WHERE "id" = NULLIF(current_setting('app.organization_id'::text, true), '')::uuid`;
  const name = organization?.name ?? '';
  const made = await db.party.create({
    data: { kind: 'buyer', publicId: makePublicId(), name, nameKey: foldName(name) },
    select: { id: true },
  });
  return made.id;
}
