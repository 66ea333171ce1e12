import type { TenantDb } from '~/access/tenant-db.server';
import { planCounter } from './count-plan';
import type { KnownParties } from './pipeline/match';
import { type Plan, type PlanRow, planImport } from './pipeline/plan';
import { readKnownParties } from './read-known-parties.server';
import { buyerKey } from './pipeline/plan-links';
import { newLines, type OrderLine, type PlannedOrders } from './pipeline/plan-orders';
import { orderGroup, readKnownOrders } from './read-known-orders.server';
import { readPieces } from './read-pieces.server';
import { readPlanRows } from './read-plan-rows.server';
import type { BatchMapping } from './schema';

/**
 * Plans a batch's kept rows piece by piece, without their facts, and counts what accepting them would do. Time grows with the rows, memory with
 * the largest piece.
 * @param onPiece receives each piece's plan
 */
export async function planBatch(
  db: TenantDb,
  batch: { batchId: string; mapping: BatchMapping; headers: readonly string[] },
  onPiece: (plan: Plan, rows: readonly PlanRow[], known: KnownParties) => Promise<void> = async () => {},
) {
  const { batchId, mapping, headers } = batch;
  const counter = planCounter(mapping, headers);
  for (const [piece = []] of await readPieces(db, [{ batchId, shape: mapping.shape }])) {
    const rows = await readPlanRows(db, batchId, piece);
    const known = await readKnownParties(db, rows, { shape: mapping.shape, batchId });
    const plan = planImport(rows, known, { ...mapping, withoutFacts: true });
    counter.add(plan, rows, await openLines(db, plan, rows));
    await onPiece(plan, rows, known);
  }
  return { counts: counter.result(), known: counter.known };
}

/** The order lines of a plan that no import has counted yet. */
async function openLines(db: TenantDb, plan: Plan, rows: readonly PlanRow[]): Promise<(planned: PlannedOrders) => readonly OrderLine[]> {
  const ids = new Map(plan.suppliers.flatMap(({ key, partyId }) => (partyId === null ? [] : [[key, partyId] as const])));
  const known = await readKnownOrders(db, rows, [...ids.values()]);
  if (known.size === 0) return ({ lines }) => lines;
  const buyer = await db.party.findFirst({ where: { kind: 'buyer' }, select: { id: true } });
  const idOf = (key: string) => (key === buyerKey ? buyer?.id : ids.get(key));
  return (planned) => {
    const [from, to] = [idOf(planned.fromKey), idOf(planned.toKey)];
    return from && to ? newLines(planned, known.get(orderGroup(from, to, planned.product))) : planned.lines;
  };
}
