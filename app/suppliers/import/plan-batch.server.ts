import type { TenantDb } from '~/access/tenant-db.server';
import { planCounter } from './count-plan';
import type { KnownParties } from './pipeline/match';
import { type Plan, type PlanRow, planImport } from './pipeline/plan';
import { readKnownParties } from './read-known-parties.server';
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
    counter.add(plan, rows);
    await onPiece(plan, rows, known);
  }
  return { counts: counter.result(), known: counter.known };
}
