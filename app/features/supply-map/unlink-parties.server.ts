import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/features/activity/record-activity.server';
import { nameEnds } from './link-parties.server';

/** Takes an edge away; what it was stays in the activity of both ends. Answers whether there was one. */
export async function unlinkParties(db: TenantDb, { linkId, userId }: { linkId: string; userId: string }): Promise<boolean> {
  const link = await db.supplyLink.findFirst({
    where: { id: linkId },
    select: { fromPartyId: true, toPartyId: true, kind: true, product: true },
  });
  if (!link) return false;
  await db.supplyLink.deleteMany({ where: { id: linkId } });
  const before = { ...(await nameEnds(db, link)), kind: link.kind, product: link.product };
  for (const partyId of [link.fromPartyId, link.toPartyId])
    await recordActivity(db, { recordKind: 'party', recordId: partyId, act: 'unlink', userId, before });
  return true;
}
