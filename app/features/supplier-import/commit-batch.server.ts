import type { InOrganization } from '~/access/tenant-db.server';
import { recordActivity } from '~/features/activity/record-activity.server';
import type { RunWatch } from '~/features/run/follow-run.server';
import { ensureBuyer } from '~/features/party/ensure-buyer.server';
import { startRun } from '~/features/run/start-run.server';
import { refreshProjection } from '~/features/supplier/refresh-projection.server';
import { planImport } from './pipeline/plan';
import { prepareWrites, type Writes } from './prepare-writes.server';
import { readKnownParties } from './read-known-parties.server';
import { readPlanRows } from './read-plan-rows.server';
import { batchMappingSchema, type Committed, storedCountsSchema } from './schema';
import { countRows, writeAll } from './write-all.server';

export type CommitResult = { kind: 'committed'; wrote: Committed; isFirst: boolean } | { kind: 'refused'; code: 'not-accepted' };

/**
 * Writes an accepted batch: parties, links, one source per row and its facts, activity, tiers, and the order to score – in one transaction, so that
 * a crash leaves all of it or nothing. What is known already is not written again; the same file a second time writes nothing.
 * Done again for a committed batch it answers what was written then.
 * @param watch hears how far it is, and of the end within the transaction; when it throws, nothing is written
 */
export async function commitBatch(
  inOrganization: InOrganization,
  batch: { batchId: string; organizationId: string; userId: string },
  watch: RunWatch = { report: async () => {}, finish: async () => {} },
): Promise<CommitResult> {
  const result = await inOrganization(
    async (db): Promise<CommitResult> => {
      // Two commits of one organization at a time would each create what the other is creating.
      await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`import ${batch.organizationId}`}, 0))`;
      const found = await db.importBatch.findFirst({ where: { id: batch.batchId }, select: { status: true, counts: true, mapping: true } });
      const counts = storedCountsSchema.safeParse(found?.counts);
      if (found?.status === 'committed' && counts.success && counts.data.committed)
        return { kind: 'committed', wrote: counts.data.committed, isFirst: false };
      if (found?.status !== 'accepted' || !counts.success) return { kind: 'refused', code: 'not-accepted' };
      const rows = await readPlanRows(db, batch.batchId);
      const mapping = batchMappingSchema.parse(found.mapping);
      const plan = planImport(rows, await readKnownParties(db, rows, mapping.shape), mapping);
      const writes = await prepareWrites(db, plan, {
        rowIds: new Map(rows.map(({ rowNumber, id }) => [rowNumber, id])),
        buyerId: await ensureBuyer(db),
        userId: batch.userId,
      });
      const total = countRows(writes);
      await watch.report(0, total);
      await writeAll(db, writes, (done) => watch.report(done, total));
      await refreshProjection(db, writes.changedPartyIds);
      const wrote = countWrites(writes, counts.data.invalid);
      await db.importBatch.updateMany({
        where: { id: batch.batchId },
        data: { status: 'committed', committedAt: new Date(), counts: JSON.parse(JSON.stringify({ ...counts.data, committed: wrote })) },
      });
      await recordActivity(db, {
        recordKind: 'import-batch',
        recordId: batch.batchId,
        act: 'commit',
        userId: batch.userId,
        after: { ...wrote },
      });
      if (wrote.facts + wrote.links + wrote.suppliers > 0)
        await startRun(db, { kind: 'score-all', organizationId: batch.organizationId, userId: batch.userId });
      await watch.finish(db);
      return { kind: 'committed', wrote, isFirst: true };
    },
    { timeoutMs: 600_000 },
  );
  return result;
}

function countWrites(writes: Writes, rowsLeftOut: number): Committed {
  return {
    suppliers: writes.suppliers.length,
    sites: writes.sites.length,
    providers: writes.providers.length,
    links: writes.edges,
    facts: writes.facts.length,
    sources: writes.sources.length,
    changedParties: writes.changedPartyIds.length,
    rowsLeftOut,
  };
}
