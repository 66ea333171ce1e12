import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { sql } from '~/access/sql.server';
import { queryRows } from '~/access/sql/query.server';
import type { InOrganization, TenantDb } from '~/access/tenant-db.server';
import { recordActivities } from '~/platform/activity/record-activity.server';
import { startRun } from '~/platform/jobs/start-run.server';
import { assignOwner } from '~/suppliers/ownership/assign-owner.server';
import { tagSuppliers } from '~/suppliers/tags/tag-suppliers.server';
import { type BulkChange, bulkChangeSchema, mostAtOnce, mostInJob } from './changes';
import { countSelected, selectedIds, stateOf } from './read-selection.server';

type Who = { organizationId: string; userId: string };
/** `at`: the instant that all suppliers of one archiving share, by which it can be undone. `counted`: how many there are instead of how many were confirmed. */
export type Changed =
  | { kind: 'done'; count: number; at: string }
  | { kind: 'started'; runId: string }
  | { kind: 'other-count'; counted: number };

/** What a job has to do; `archivedAt`: undoes the archiving of that instant, whatever the selection. */
const inputSchema = z.object({
  change: bulkChangeSchema,
  selection: z.string(),
  at: z.iso.datetime(),
  archivedAt: z.iso.datetime().nullable(),
});

/**
 * Changes the suppliers of a selection: up to 500 at once, more in a job. Nothing is changed when their number is another than the person confirmed.
 */
export async function changeSuppliers(
  db: TenantDb,
  options: { change: BulkChange; selection: URLSearchParams; confirmed: number; now: Date } & Who,
): Promise<Changed> {
  const { change, selection, confirmed, now, organizationId, userId } = options;
  const state = stateOf(selection);
  const counted = await countSelected(db, state, mostInJob);
  if (counted !== confirmed || counted > mostInJob) return { kind: 'other-count', counted };
  const at = now.toISOString();
  if (counted > mostAtOnce) {
    const input = { change, selection: selection.toString(), at, archivedAt: null };
    const { runId } = await startRun(db, {
      kind: 'change-suppliers',
      subjectId: randomUUID(),
      organizationId,
      userId,
      total: counted,
      input,
    });
    return { kind: 'started', runId };
  }
  const count = await applyChange(db, { change, partyIds: await selectedIds(db, state, mostAtOnce), userId, at });
  return { kind: 'done', count, at };
}

/** How many suppliers were archived together at an instant and still are. One query. */
export async function countArchivedAt(db: TenantDb, at: string): Promise<number> {
  return db.supplier.count({ where: { archivedAt: new Date(at) } });
}

/** Restores what was archived together at an instant: up to 500 at once, more in a job. */
export async function undoArchiving(
  db: TenantDb,
  { archivedAt, now, organizationId, userId }: { archivedAt: string; now: Date } & Who,
): Promise<Changed> {
  const total = await countArchivedAt(db, archivedAt);
  const at = now.toISOString();
  if (total > mostAtOnce) {
    const input = { change: { act: 'restore' }, selection: '', at, archivedAt };
    const { runId } = await startRun(db, { kind: 'change-suppliers', subjectId: randomUUID(), organizationId, userId, total, input });
    return { kind: 'started', runId };
  }
  const partyIds = await archivedIds(db, archivedAt);
  return { kind: 'done', count: await applyChange(db, { change: { act: 'restore' }, partyIds, userId, at }), at };
}

async function archivedIds(db: TenantDb, archivedAt: string): Promise<string[]> {
  const rows = await db.supplier.findMany({
    where: { archivedAt: new Date(archivedAt) },
    select: { partyId: true },
    orderBy: { partyId: 'asc' },
  });
  return rows.map(({ partyId }) => partyId);
}

/** The work of a job: 500 suppliers in a transaction. Run again, it changes those that are left. */
export async function changeInJob(
  inOrganization: InOrganization,
  options: { input: unknown; userId: string; report: (done: number, total: number) => Promise<void> },
): Promise<{ suppliers: number }> {
  const { change, selection, at, archivedAt } = inputSchema.parse(options.input);
  const partyIds = await inOrganization((db) =>
    archivedAt ? archivedIds(db, archivedAt) : selectedIds(db, stateOf(new URLSearchParams(selection)), mostInJob),
  );
  let suppliers = 0;
  for (let from = 0; from < partyIds.length; from += mostAtOnce) {
    const some = partyIds.slice(from, from + mostAtOnce);
    suppliers += await inOrganization((db) => applyChange(db, { change, partyIds: some, userId: options.userId, at }));
    await options.report(from + some.length, partyIds.length);
  }
  return { suppliers };
}

/** Changes suppliers that are not so yet; answers how many. */
async function applyChange(
  db: TenantDb,
  { change, partyIds, userId, at }: { change: BulkChange; partyIds: readonly string[]; userId: string; at: string },
): Promise<number> {
  if (partyIds.length === 0) return 0;
  switch (change.act) {
    case 'archive':
    case 'restore':
      return archive(db, { isArchived: change.act === 'archive', partyIds, userId, at });
    case 'assign': {
      const done = await assignOwner(db, { suppliers: { partyIds }, ownerId: change.ownerId, userId, now: new Date(at) });
      return done.kind === 'assigned' ? done.count : 0;
    }
    case 'add-tag':
    case 'remove-tag': {
      const done = await tagSuppliers(db, { suppliers: { partyIds }, tagId: change.tagId, isAdded: change.act === 'add-tag', userId });
      return done.kind === 'tagged' ? done.count : 0;
    }
  }
}

/** Suppliers that were merged into others stay archived. */
async function archive(
  db: TenantDb,
  { isArchived, partyIds, userId, at }: { isArchived: boolean; partyIds: readonly string[]; userId: string; at: string },
): Promise<number> {
  const ids = sql`${[...partyIds]}::uuid[]`;
  const changed = await queryRows(
    db,
    z.object({ partyId: z.string() }),
    isArchived
      ? sql`UPDATE "Supplier" SET "archivedAt" = ${at}::timestamptz WHERE "partyId" = ANY(${ids}) AND "archivedAt" IS NULL RETURNING "partyId"`
      : sql`UPDATE "Supplier" SET "archivedAt" = NULL WHERE "partyId" = ANY(${ids}) AND "archivedAt" IS NOT NULL
          AND "partyId" NOT IN (SELECT g."partyId" FROM "MergedParty" g) RETURNING "partyId"`,
  );
  const act = isArchived ? 'archive' : 'restore';
  await recordActivities(
    db,
    changed.map(({ partyId }) => ({ recordKind: 'supplier', recordId: partyId, act, userId })),
  );
  return changed.length;
}

/** The names of the first suppliers of a selection, for the person to see what is selected. One query. */
export async function readSelectedNames(db: TenantDb, selection: URLSearchParams, take: number): Promise<string[]> {
  const ids = await selectedIds(db, stateOf(selection), take);
  const parties = await db.party.findMany({ where: { id: { in: ids } }, select: { name: true }, orderBy: { nameKey: 'asc' } });
  return parties.map(({ name }) => name);
}
