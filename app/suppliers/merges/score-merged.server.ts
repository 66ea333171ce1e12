import { publish } from '~/platform/events/events.server';
import type { InOrganization, TenantDb } from '~/access/tenant-db.server';
import { startRun } from '~/platform/jobs/start-run.server';

/** Orders the scores of what a merge, a split or an undo touched. */
export async function orderScores(db: TenantDb, options: { mergeId: string; organizationId: string; userId: string }): Promise<void> {
  const { mergeId, organizationId, userId } = options;
  await startRun(db, { kind: 'score-merged', subjectId: mergeId, organizationId, userId });
}

/** Scores the two suppliers of a merge or split as they are now; one that is put away keeps its last score. */
export async function scoreMerged(
  inOrganization: InOrganization,
  options: { mergeId: string; asOf: string },
): Promise<{ suppliers: number }> {
  return inOrganization(async (db) => {
    const merge = await db.partyMerge.findFirst({ where: { id: options.mergeId }, select: { keptPartyId: true, otherPartyId: true } });
    if (!merge) return { suppliers: 0 };
    const active = await db.supplier.findMany({
      where: { partyId: { in: [merge.keptPartyId, merge.otherPartyId] }, archivedAt: null },
      select: { partyId: true },
    });
    await publish(db, 'score-inputs.changed', { partyIds: active.map(({ partyId }) => partyId), asOf: options.asOf });
    return { suppliers: active.length };
  });
}
