import { z } from 'zod';
import { queryFirst, queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { InOrganization, TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import type { RunWatch } from '~/platform/jobs/follow-run.server';
import { startRun } from '~/platform/jobs/start-run.server';
import { refreshProjection } from '~/suppliers/facts/refresh-projection.server';
import { refreshPointDoubts } from '~/suppliers/points/refresh-point-doubts.server';
import { recomputeTiers } from '~/suppliers/supply-links/recompute-tiers.server';
import { forgetAutomatic } from '../answer-proposal.server';
import { restoreGone } from '../restore-gone.server';
import { readDependents } from './dependents.server';
import { type UndoData, undoDataSchema } from './undo-data';

const deletedSchema = z.object({
  suppliers: z.number(),
  sites: z.number(),
  providers: z.number(),
  links: z.number(),
  facts: z.number(),
});
export type UndoResult =
  | { kind: 'undone'; deleted: z.infer<typeof deletedSchema> & { changedParties: number } }
  | { kind: 'refused'; code: 'not-written' | 'built-on' };

const chunk = 5_000;
type Batch = { batchId: string; organizationId: string; userId: string };

/**
 * Undoes a written import on which nothing builds, in one transaction: what it created is deleted, parties that it changed have their earlier facts again,
 * and suppliers that it brought back are archived again. The batch stays, marked as undone.
 * @param watch hears how far it is, and of the end within the transaction; when it throws, nothing is undone
 */
export async function undoBatch(
  inOrganization: InOrganization,
  batch: Batch,
  watch: RunWatch = { report: async () => {}, finish: async () => {} },
): Promise<UndoResult> {
  return inOrganization(
    async (db): Promise<UndoResult> => {
      // Commits of this organization wait: they plan against what is being deleted.
      await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`import ${batch.organizationId}`}, 0))`;
      const found = await db.importBatch.findFirst({
        where: { id: batch.batchId, status: 'committed' },
        select: { undo: true, retired: true },
      });
      if (!found) return { kind: 'refused', code: 'not-written' };
      if ((await readDependents(db, batch.batchId)).length > 0) return { kind: 'refused', code: 'built-on' };
      if (found.retired !== null) await restoreGone(db, batch);
      const changed = await readChanged(db, batch.batchId);
      await recordReturn(db, batch, changed);
      const deleted = await deleteWritten(db, batch.batchId);
      for (let start = 0; start < changed.length; start += chunk) {
        await watch.report(start, changed.length);
        await refreshProjection(db, changed.slice(start, start + chunk));
        await refreshPointDoubts(db, changed.slice(start, start + chunk));
      }
      await restoreUndoData(db, batch.batchId, undoDataSchema.parse(found.undo));
      await forgetAutomatic(db, batch.batchId);
      await db.contradictionAnswer.deleteMany({ where: { batchId: batch.batchId } });
      await recomputeTiers(db);
      await closeUndone(db, batch, { ...deleted, changedParties: changed.length });
      await watch.finish(db);
      return { kind: 'undone', deleted: { ...deleted, changedParties: changed.length } };
    },
    { timeoutMs: 600_000 },
  );
}

async function readChanged(db: TenantDb, batchId: string): Promise<string[]> {
  const rows = await queryRows(
    db,
    z.object({ partyId: z.string() }),
    sql`SELECT "partyId" FROM import_parties(${batchId}::uuid) WHERE NOT "isNew" ORDER BY "partyId"`,
  );
  return rows.map(({ partyId }) => partyId);
}

/** In the history of the parties that stay: the changes of the import, the other way round. */
async function recordReturn(db: TenantDb, { batchId, userId }: Batch, changed: readonly string[]): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "Activity" ("recordKind", "recordId", "act", "userId", "changes")
    SELECT a."recordKind", a."recordId", 'undo-import', ${userId}::uuid,
      (SELECT COALESCE(jsonb_agg(jsonb_build_object('field', c->'field', 'before', c->'after', 'after', c->'before')), '[]')
        FROM jsonb_array_elements(a."changes") c)
    FROM "Activity" a
    WHERE a."at" = (SELECT b."committedAt" FROM "ImportBatch" b WHERE b."id" = ${batchId}::uuid)
      AND a."act" = 'import' AND a."recordId" = ANY(${[...changed]}::text[])`;
}

async function deleteWritten(db: TenantDb, batchId: string): Promise<z.infer<typeof deletedSchema>> {
  const deleted = await queryFirst(
    db,
    deletedSchema,
    sql`
    SELECT "suppliers"::int AS "suppliers", "sites"::int AS "sites", "providers"::int AS "providers", "links"::int AS "links", "facts"::int AS "facts"
    FROM delete_import(${batchId}::uuid)`,
  );
  if (!deleted) throw new Error(`The import ${batchId} was not deleted`);
  return deleted;
}

async function restoreUndoData(db: TenantDb, batchId: string, { broughtBack, people, renewed, madeBuyer }: UndoData): Promise<void> {
  await db.contactPerson.deleteMany({ where: { id: { in: people }, batchId } });
  // Whom the import named again is kept as long as before it, unless named again since.
  await db.$executeRaw`
    UPDATE "ContactPerson" c SET "keptUntil" = r."keptUntil", "batchId" = r."batchId"
    FROM json_to_recordset(${JSON.stringify(renewed)}::json) AS r(id uuid, "keptUntil" date, "batchId" uuid)
    WHERE c."id" = r.id AND c."batchId" = ${batchId}::uuid`;
  await db.$executeRaw`
    DELETE FROM "SupplierContact" c USING "ImportBatch" b
    WHERE b."id" = ${batchId}::uuid AND c."updatedAt" = b."committedAt" AND c."partyId" = ANY(b."knownPartyIds")`;
  await db.$executeRaw`
    UPDATE "Supplier" s SET "archivedAt" = b."archivedAt"
    FROM json_to_recordset(${JSON.stringify(broughtBack)}::json) AS b("partyId" uuid, "archivedAt" timestamptz)
    WHERE s."partyId" = b."partyId" AND s."archivedAt" IS NULL`;
  // What others have linked to the organization's own node since stays.
  if (madeBuyer !== null)
    await db.party.deleteMany({ where: { id: madeBuyer, kind: 'buyer', linksFrom: { none: {} }, linksTo: { none: {} } } });
}

async function closeUndone(db: TenantDb, batch: Batch, deleted: Record<string, number>): Promise<void> {
  const { batchId, organizationId, userId } = batch;
  await db.$executeRaw`
    UPDATE "ImportBatch" SET "status" = 'undone', "undoneAt" = now(), "undoneById" = ${userId}::uuid WHERE "id" = ${batchId}::uuid`;
  await recordActivity(db, { recordKind: 'import-batch', recordId: batchId, act: 'undo-import', userId, before: deleted });
  await db.$executeRaw`SELECT request_places()`;
  // The run finds the parties by the time of the commit, as it did after it.
  if ((deleted.changedParties ?? 0) > 0) await startRun(db, { kind: 'score-all', subjectId: batchId, organizationId, userId });
}
