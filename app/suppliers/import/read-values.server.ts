import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';

export type ColumnValue = { value: string; count: number; row: number };
export type ValuesPage = { values: ColumnValue[]; after: string | null; before: string | null; total: number };

export const valuesSize = 100;
const separator = '~';

/**
 * One page of the distinct values of a column as the file has them, the commonest first, each with how many rows have it and the first
 * of them. `search` keeps those that contain it. A cursor is the count and the value of the last one shown.
 */
export async function readValues(
  db: TenantDb,
  options: { batchId: string; column: number; search: string; after: string | null },
): Promise<ValuesPage> {
  const { batchId, column } = options;
  const pattern = `%${options.search.replace(/[\\%_]/g, '\\$&')}%`;
  const cursor = options.after === null ? null : /^(\d{1,9})~(.*)$/s.exec(options.after);
  const rows = await queryRows(
    db,
    z.object({ value: z.string(), count: z.number(), row: z.number(), total: z.number() }),
    sql`
    WITH counted AS (
      SELECT COALESCE("raw"->>${column}::int, '') AS value, count(*)::int AS count, min("rowNumber") AS row
      FROM "ImportRow" WHERE "batchId" = ${batchId}::uuid GROUP BY 1
    ), found AS (SELECT *, (count(*) OVER ())::int AS total FROM counted WHERE value ILIKE ${pattern})
    SELECT * FROM found
    WHERE ${cursor === null} OR count < ${Number(cursor?.[1] ?? 0)} OR (count = ${Number(cursor?.[1] ?? 0)} AND value > ${cursor?.[2] ?? ''})
    ORDER BY count DESC, value LIMIT ${valuesSize + 1}`,
  );
  const page = rows.slice(0, valuesSize);
  const last = page.at(-1);
  return {
    values: page.map(({ value, count, row }) => ({ value, count, row })),
    after: rows.length > valuesSize && last ? `${last.count}${separator}${last.value}` : null,
    before: null,
    total: rows[0]?.total ?? 0,
  };
}
