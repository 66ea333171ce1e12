import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { queryFirst } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { planCounter } from './count-plan';
import type { KnownParties } from './pipeline/match';
import { type Plan, type PlanRow, planImport } from './pipeline/plan';
import { buyerKey } from './pipeline/plan-links';
import { newLines, type OrderLine, type PlannedOrders } from './pipeline/plan-orders';
import { prepareWrites } from './prepare-writes.server';
import { orderGroup } from './read-known-orders.server';
import { type KnownState, readKnownState } from './read-known-state.server';
import { readPieces } from './read-pieces.server';
import { fetchPlanRows, parsePlanRows } from './read-plan-rows.server';
import type { BatchMapping } from './schema';

/** Stands for the organization's own node where there is none yet, and for the member: nothing is written here. */
const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * Plans a batch's kept rows piece by piece as a commit does, and counts what accepting them would write. Time grows with the rows, memory with
 * the largest piece.
 * @param batch `replacesId`: the batch whose list this one takes the place of
 * @param onPiece receives each piece's plan
 */
export async function planBatch(
  db: TenantDb,
  batch: { batchId: string; mapping: BatchMapping; headers: readonly string[]; replacesId: string | null },
  onPiece: (plan: Plan, rows: readonly PlanRow[], known: KnownParties) => Promise<void> = async () => {},
) {
  const { batchId, mapping, headers } = batch;
  const counter = planCounter(mapping, headers);
  const buyer = await db.party.findFirst({
    where: { kind: 'buyer' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  const bringsBackOn = await newSeasonDay(db, batch);
  const pieces = (await readPieces(db, [{ batchId, shape: mapping.shape }])).map(([piece = []]) => piece);
  let fetching = fetchPlanRows(db, batchId, pieces[0] ?? []);
  for (let at = 0; at < pieces.length; at++) {
    const rows = parsePlanRows(await fetching);
    const state = await readKnownState(db, rows, { shape: mapping.shape, batchId });
    // The next piece is fetched while this one is planned; a failure is raised where it is awaited.
    fetching = fetchPlanRows(db, batchId, pieces[at + 1] ?? []);
    fetching.catch(() => {});
    await setImmediate();
    const plan = planImport(rows, state.parties, mapping);
    const writes = prepareWrites(plan, state, {
      ...{ buyerId: buyer?.id ?? nobody, userId: nobody, orderFrom: 0, bringsBackOn },
      rowIds: new Map(rows.map(({ rowNumber, id }) => [rowNumber, id])),
    });
    counter.add(plan, rows, writes, openLines(plan, state, buyer?.id));
    await onPiece(plan, rows, state.parties);
  }
  return { counts: counter.result(), known: counter.known };
}

/** Today, where a batch takes the place of another file's list: ended links that it names start again on that day. Null for any other batch. */
export async function newSeasonDay(db: TenantDb, batch: { batchId: string; replacesId: string | null }): Promise<string | null> {
  if (batch.replacesId === null) return null;
  const found = await queryFirst(
    db,
    z.object({ today: z.string() }),
    sql`
    SELECT CURRENT_DATE::text AS "today" FROM "ImportBatch" b
    JOIN "StoredFile" f ON f."organizationId" = b."organizationId" AND f."id" = b."fileId",
      "ImportBatch" o JOIN "StoredFile" g ON g."organizationId" = o."organizationId" AND g."id" = o."fileId"
    WHERE b."id" = ${batch.batchId}::uuid AND o."id" = ${batch.replacesId}::uuid AND f."sha256" <> g."sha256"`,
  );
  return found?.today ?? null;
}

/** The order lines of a plan that no import has counted yet. */
function openLines(plan: Plan, { orders }: KnownState, buyerId: string | undefined): (planned: PlannedOrders) => readonly OrderLine[] {
  const ids = new Map(plan.suppliers.flatMap(({ key, partyId }) => (partyId === null ? [] : [[key, partyId] as const])));
  const idOf = (key: string) => (key === buyerKey ? buyerId : ids.get(key));
  return (planned) => {
    const [from, to] = [idOf(planned.fromKey), idOf(planned.toKey)];
    return from && to ? newLines(planned, orders.get(orderGroup(from, to, planned.product))) : planned.lines;
  };
}
