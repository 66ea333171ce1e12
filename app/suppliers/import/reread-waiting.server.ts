import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { startRun } from '~/platform/jobs/start-run.server';
import { maxFiles } from './receive-files.server';

/**
 * Reads files again that wait to be accepted and reference unknown numbers: a table of links that was uploaded with its list finds the suppliers
 * once that list is written. Call it in the transaction that writes a list; at most `maxFiles` files, the newest.
 */
export async function rereadWaiting(db: TenantDb, who: { organizationId: string; userId: string }): Promise<void> {
  const waiting = await queryRows(
    db,
    z.object({ id: z.string() }),
    sql`
    SELECT "id" FROM "ImportBatch"
    WHERE "status" = 'staged' AND "counts"->'problems' @> '[{"code": "unknown-reference"}]'::jsonb
    ORDER BY "createdAt" DESC LIMIT ${maxFiles}`,
  );
  for (const { id } of waiting) await startRun(db, { kind: 'stage-import', subjectId: id, ...who });
}
