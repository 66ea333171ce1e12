import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { refreshProjection } from '~/suppliers/facts/refresh-projection.server';
import { recomputeTiers } from '~/suppliers/supply-links/recompute-tiers.server';
import { type Journal, journalSchema } from './journal';
import { lockSuppliers } from './merge-suppliers.server';
import { moveBack, putBackImages, putBackLinks, putBackRows } from './move-rows.server';

export type Undone =
  | { kind: 'undone'; keptId: string; otherId: string }
  /** `later`: another merge or split of one of the two was done since, and is to be undone first. */
  | { kind: 'refused'; code: 'unknown' | 'later' };

/**
 * Puts back what a merge or split changed, row by row as it was; what was added to the kept supplier since stays with it. The last one of a
 * supplier is undone first. A split that is undone leaves its empty new supplier put away, and its address leads back.
 */
export async function undoMerge(
  db: TenantDb,
  options: { mergeId: string; organizationId: string; userId: string; at: Date },
): Promise<Undone> {
  const { mergeId, userId, at } = options;
  await lockSuppliers(db, options.organizationId);
  const merge = await db.partyMerge.findFirst({ where: { id: mergeId, undoneAt: null } });
  if (!merge) return { kind: 'refused', code: 'unknown' };
  const { keptPartyId: keptId, otherPartyId: otherId } = merge;
  const both = { in: [keptId, otherId] };
  const later = await db.partyMerge.count({
    where: {
      undoneAt: null,
      id: { not: mergeId },
      createdAt: { gte: merge.createdAt },
      OR: [{ keptPartyId: both }, { otherPartyId: both }],
    },
  });
  if (later > 0) return { kind: 'refused', code: 'later' };
  const journal = journalSchema.parse(merge.journal);
  await db.factTransfer.deleteMany({ where: { mergeId } });
  await db.mergedParty.deleteMany({ where: { mergeId } });
  for (const led of journal.ledOn) {
    const [partyId = '', intoPartyId = ''] = led.split(' ');
    await db.mergedParty.updateMany({ where: { partyId }, data: { intoPartyId } });
  }
  if (journal.createdLinkIds.length > 0) await db.supplyLink.deleteMany({ where: { id: { in: journal.createdLinkIds } } });
  await moveBack(db, journal);
  await putBackLinks(db, journal);
  await putBackRows(db, journal);
  await putBackNames(db, journal);
  await putBackImages(db, journal);
  // Who renamed the kept supplier since keeps the new name.
  await db.$executeRaw`
    UPDATE "Supplier" s SET "nameKey" = p."nameKey" FROM "Party" p
    WHERE p."id" = s."partyId" AND s."partyId" = ${keptId}::uuid AND s."nameKey" <> p."nameKey"`;
  await db.matchDecision.deleteMany({ where: { id: { in: journal.decisionIds } } });
  if (merge.kind === 'split') {
    await db.supplier.updateMany({ where: { partyId: otherId }, data: { archivedAt: at } });
    await db.mergedParty.create({ data: { partyId: otherId, intoPartyId: keptId, mergeId } });
  }
  await refreshProjection(
    db,
    journal.images.map(({ row }) => String(row.partyId)),
  );
  await recomputeTiers(db);
  await db.partyMerge.updateMany({ where: { id: mergeId }, data: { undoneAt: at, undoneById: userId } });
  const act = merge.kind === 'split' ? 'undo-split' : 'undo-merge';
  for (const recordId of [keptId, otherId]) await recordActivity(db, { recordKind: 'supplier', recordId, act, userId });
  return { kind: 'undone', keptId, otherId };
}

async function putBackNames(db: TenantDb, journal: Journal): Promise<void> {
  for (const { partyId, name, nameKey, became } of journal.names)
    await db.party.updateMany({ where: { id: partyId, name: became }, data: { name, nameKey } });
}
