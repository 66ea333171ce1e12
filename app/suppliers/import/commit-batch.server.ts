import type { InOrganization, TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { ensureBuyer } from '~/suppliers/parties/ensure-buyer.server';
import type { RunWatch } from '~/platform/jobs/follow-run.server';
import { startRun } from '~/platform/jobs/start-run.server';
import { rereadWaiting } from './reread-waiting.server';
import { announcedBy, isAnnounced, isSharedWith, pickAnnounced, returnToCheck } from './return-to-check.server';
import { newSeasonDay } from './plan-batch.server';
import { batchMappingSchema, type Changed, changedSchema, type Committed, storedCountsSchema } from './schema';
import type { UndoData } from './undo/undo-data';
import { writeBatch } from './write-batch.server';

export type CommitResult =
  | { kind: 'committed'; wrote: Committed; isFirst: boolean }
  | { kind: 'refused'; code: 'not-accepted' | 'changed' };

/**
 * Writes an accepted batch: parties, links, one source per row and its facts, activity, tiers, and the order to score – in one transaction, so that
 * a crash leaves all of it or nothing. What is known already is not written again; the same file a second time writes nothing.
 * Where that is not what the member was shown (another list was written since), nothing is written, and the batch returns to the check.
 * Done again for a committed batch it answers what was written then.
 * @param watch hears how far it is, and of the end within the transaction; when it throws, nothing is written
 */
export async function commitBatch(
  inOrganization: InOrganization,
  batch: { batchId: string; organizationId: string; userId: string },
  watch: RunWatch = { report: async () => {}, finish: async () => {} },
): Promise<CommitResult> {
  try {
    return await inOrganization((db) => commit(db, batch, watch), { timeoutMs: 600_000 });
  } catch (error) {
    if (!(error instanceof NotAsShown)) throw error;
    await returnToCheck(inOrganization, batch, error.changed);
    return { kind: 'refused', code: 'changed' };
  }
}

/** Rolls a commit back. */
class NotAsShown extends Error {
  constructor(readonly changed: Changed) {
    super('Accepting would write something else than was shown');
  }
}

async function commit(
  db: TenantDb,
  batch: { batchId: string; organizationId: string; userId: string },
  watch: RunWatch,
): Promise<CommitResult> {
  // Two commits of one organization at a time would each create what the other is creating.
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`import ${batch.organizationId}`}, 0))`;
  const found = await db.importBatch.findFirst({
    where: { id: batch.batchId },
    select: {
      status: true,
      counts: true,
      mapping: true,
      replacesId: true,
      changedSince: true,
      acceptedWith: true,
    },
  });
  const counts = storedCountsSchema.safeParse(found?.counts);
  if (found?.status === 'committed' && counts.success && counts.data.committed)
    return { kind: 'committed', wrote: counts.data.committed, isFirst: false };
  if (found?.status !== 'accepted' || !counts.success) return { kind: 'refused', code: 'not-accepted' };
  const hadBuyer = (await db.party.count({ where: { kind: 'buyer' }, take: 1 })) > 0;
  const buyerId = await ensureBuyer(db);
  const written = await writeBatch(db, {
    ...batch,
    mapping: batchMappingSchema.parse(found.mapping),
    buyerId,
    report: watch.report,
    bringsBackOn: await newSeasonDay(db, { batchId: batch.batchId, replacesId: found.replacesId }),
  });
  const wrote = { ...written.wrote, rowsLeftOut: counts.data.invalid };
  const shown = announcedBy(counts.data);
  const refused = changedSchema.safeParse(found.changedSince);
  const changed = { shown, now: pickAnnounced(wrote) };
  const isAsShown = isAnnounced(shown, wrote) || (refused.success && isAnnounced(refused.data.now, wrote));
  const isShared = !isAsShown && (await isSharedWith(db, { acceptedWith: found.acceptedWith, shown, wrote }));
  if (!isAsShown && !isShared) throw new NotAsShown(changed);
  await db.$executeRaw`
    UPDATE "ImportBatch" SET "changedSince" = ${isShared ? JSON.stringify(changed) : null}::jsonb WHERE "id" = ${batch.batchId}::uuid`;
  const { broughtBack, people, renewed } = written;
  const undo = { broughtBack, people, renewed, madeBuyer: hadBuyer ? null : buyerId };
  // What rows state of people at one site is for the member who imports the list alone.
  const shownCounts = { ...counts.data, contradictions: [] };
  await closeBatch(db, batch, { counts: shownCounts, wrote, undo, knownPartyIds: [...written.knownPartyIds] });
  await watch.finish(db);
  return { kind: 'committed', wrote, isFirst: true };
}

/** Says on the batch what was written, and orders what follows from what is new: waiting files that spoke of it, and scores. */
async function closeBatch(
  db: TenantDb,
  batch: { batchId: string; organizationId: string; userId: string },
  { counts, wrote, undo, knownPartyIds }: { counts: object; wrote: Committed; undo: UndoData; knownPartyIds: string[] },
): Promise<void> {
  await db.importBatch.updateMany({
    where: { id: batch.batchId },
    data: { status: 'committed', counts: JSON.parse(JSON.stringify({ ...counts, committed: wrote })), undo, knownPartyIds },
  });
  // PostgreSQL's time of this transaction, which its activity bears too: by it the run that scores finds what was written (`score-all`).
  await db.$executeRaw`UPDATE "ImportBatch" SET "committedAt" = now() WHERE "id" = ${batch.batchId}::uuid`;
  await recordActivity(db, {
    recordKind: 'import-batch',
    recordId: batch.batchId,
    act: 'commit',
    userId: batch.userId,
    after: { ...wrote },
  });
  if (wrote.facts + wrote.links + wrote.suppliers === 0) return;
  await rereadWaiting(db, { organizationId: batch.organizationId, userId: batch.userId });
  await startRun(db, { kind: 'score-all', subjectId: batch.batchId, organizationId: batch.organizationId, userId: batch.userId });
}
