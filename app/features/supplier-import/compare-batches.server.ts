import type { TenantDb } from '~/access/tenant-db.server';
import { compareLists } from './pipeline/compare-lists';
import type { PlanRow } from './pipeline/plan';
import { readPlanRows } from './read-plan-rows.server';
import { type BatchMapping, batchMappingSchema, type StoredComparison } from './schema';

/** Entries kept of each kind for the page; the rest is counted. */
const shown = 100;

/** How a list differs from the one it takes the place of; null when that one is not there or was never read. Grows with both lists. */
export async function compareWithReplaced(
  db: TenantDb,
  options: { replacesId: string; rows: readonly PlanRow[]; mapping: BatchMapping },
): Promise<StoredComparison | null> {
  const replaced = await db.importBatch.findFirst({ where: { id: options.replacesId }, select: { mapping: true } });
  const mapping = batchMappingSchema.safeParse(replaced?.mapping);
  if (!mapping.success) return null;
  const before = { rows: await readPlanRows(db, options.replacesId), options: mapping.data };
  const { came, gone, changed, same } = compareLists(before, { rows: options.rows, options: options.mapping });
  return {
    counts: { came: came.length, gone: gone.length, changed: changed.length, same },
    came: came.slice(0, shown),
    gone: gone.slice(0, shown),
    changed: changed.slice(0, shown),
  };
}
