import { z } from 'zod';
import { query, readRows } from '~/access/sql/query.server';
import { anyInteger } from '~/access/sql/expressions.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { toPlanRow } from './pipeline/factory-place';
import type { PlanRow } from './pipeline/plan';
import { importRecordSchema } from './pipeline/record';

const rowSchema = z.object({ id: z.string(), rowNumber: z.number(), record: importRecordSchema });

/** These rows of a batch, as cleaned, in the order of the file; those that cannot be imported are left out. One query. */
export async function readPlanRows(db: TenantDb, batchId: string, rowNumbers: readonly number[]): Promise<(PlanRow & { id: string })[]> {
  return parsePlanRows(await fetchPlanRows(db, batchId, rowNumbers));
}

/** The same, not looked at yet: for who has something better to do with the connection meanwhile. */
export async function fetchPlanRows(db: TenantDb, batchId: string, rowNumbers: readonly number[]): Promise<unknown[]> {
  if (rowNumbers.length === 0) return [];
  return readRows(
    db,
    query
      .selectFrom('ImportRow')
      .select(['id', 'rowNumber', 'cleaned as record'])
      .where('batchId', '=', batchId)
      .where('rowNumber', '=', anyInteger(rowNumbers))
      .where('status', 'in', ['valid', 'warned'])
      .orderBy('rowNumber'),
  );
}

export function parsePlanRows(rows: readonly unknown[]): (PlanRow & { id: string })[] {
  return rows.map((row) => toPlanRow(rowSchema.parse(row)));
}
