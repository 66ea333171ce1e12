import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { nameIdentity } from '~/suppliers/parties/name-identity';
import { listDuplicates } from './list-duplicates.server';

/** A person says that a pair is two suppliers: it is remembered and not asked again. False when there is no such open pair. */
export async function keepApart(db: TenantDb, options: { pairId: string; userId: string }): Promise<boolean> {
  if (!/^[0-9a-f-]{36}$/i.test(options.pairId)) return false;
  const [pair] = (await listDuplicates(db, { id: options.pairId })).pairs;
  if (!pair) return false;
  await db.duplicatePair.deleteMany({ where: { id: pair.id } });
  await db.matchDecision.create({
    data: {
      aKey: nameIdentity(pair.a.name, pair.a.country),
      bKey: nameIdentity(pair.b.name, pair.b.country),
      aPartyId: pair.a.partyId,
      bPartyId: pair.b.partyId,
      verdict: 'different',
      score: pair.score,
      decidedById: options.userId,
    },
  });
  for (const [one, other] of [
    [pair.a, pair.b],
    [pair.b, pair.a],
  ] as const)
    await recordActivity(db, {
      recordKind: 'supplier',
      recordId: one.partyId,
      act: 'keep-apart',
      userId: options.userId,
      after: { keptApart: `${other.name} (${other.publicId})` },
    });
  return true;
}
