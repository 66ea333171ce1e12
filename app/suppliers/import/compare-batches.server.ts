import type { TenantDb } from '~/access/tenant-db.server';
import { compareLists } from './pipeline/compare-lists';
import { readPieces } from './read-pieces.server';
import { readPlanRows } from './read-plan-rows.server';
import { type BatchMapping, batchMappingSchema, type StoredComparison } from './schema';

/** Entries kept of each kind for the page; the rest is counted. */
const shown = 100;

/**
 * How a list differs from the one it takes the place of; null when that one is not there or was never read. Both are read piece by piece:
 * time grows with both lists, memory with their largest piece.
 */
export async function compareWithReplaced(
  db: TenantDb,
  options: { replacesId: string; batchId: string; mapping: BatchMapping },
): Promise<StoredComparison | null> {
  const replaced = await db.importBatch.findFirst({ where: { id: options.replacesId }, select: { mapping: true } });
  const mapping = batchMappingSchema.safeParse(replaced?.mapping);
  if (!mapping.success) return null;
  const lists = [
    { batchId: options.replacesId, shape: mapping.data.shape },
    { batchId: options.batchId, shape: options.mapping.shape },
  ];
  const found: StoredComparison = { counts: { came: 0, gone: 0, changed: 0, same: 0 }, came: [], gone: [], changed: [] };
  for (const [before = [], after = []] of await readPieces(db, lists)) {
    const { came, gone, changed, same } = compareLists(
      { rows: await readPlanRows(db, options.replacesId, before), options: mapping.data },
      { rows: await readPlanRows(db, options.batchId, after), options: options.mapping },
    );
    found.counts.came += came.length;
    found.counts.gone += gone.length;
    found.counts.changed += changed.length;
    found.counts.same += same;
    keepFirst(found.came, came);
    keepFirst(found.gone, gone);
    keepFirst(found.changed, changed);
  }
  return found;
}

/** Pieces come in the order of the list before: those that begin with a row of the list after alone can come late. */
function keepFirst<Entry extends { row: number }>(kept: Entry[], more: readonly Entry[]): void {
  kept.push(...more);
  kept.sort((a, b) => a.row - b.row);
  kept.length = Math.min(kept.length, shown);
}
