import { setImmediate } from 'node:timers/promises';
import { forgetStatements } from '~/access/forget-statements.server';
import { rowsOf, tableText } from '~/access/table-text.server';
import type { TenantDb } from '~/access/tenant-db.server';
import type { ParsedTable } from './pipeline/parse.server';
import type { ValidatedRow } from './pipeline/validate.server';
import { fitStatistics } from './fit-statistics.server';
import { tallyRows } from './tally-rows';

const chunk = 2_000;

/**
 * Cleans and keeps a batch's rows, piece by piece: others get their turn between two pieces. The rows are taken out of the table as they
 * are kept, so that none stays in memory.
 */
export async function stageRows(
  db: TenantDb,
  options: {
    batchId: string;
    table: ParsedTable;
    readRow: (row: ParsedTable['rows'][number]) => ValidatedRow;
    report: (done: number, total: number) => Promise<void>;
  },
): Promise<ReturnType<ReturnType<typeof tallyRows>['result']>> {
  const { batchId, table, readRow, report } = options;
  const tally = tallyRows(table.header);
  await db.$executeRaw`DELETE FROM "ImportRow" WHERE "batchId" = ${batchId}::uuid`;
  const total = table.rows.length;
  let running: Promise<unknown> = Promise.resolve();
  while (table.rows.length > 0) {
    const sources = table.rows.splice(0, chunk);
    // Beside the insert of the piece before.
    const rows = sources.map(readRow);
    rows.forEach((row, at) => {
      tally.add(row, sources[at]?.cells ?? []);
    });
    await running;
    forgetStatements();
    running = insertRows(db, batchId, sources, rows);
    // An error reaches the code that awaits it; until then it must not count as unhandled.
    running.catch(() => {});
    await report(total - table.rows.length, total);
    await setImmediate();
  }
  await running;
  await fitStatistics(db, 'ImportRow', total);
  return tally.result();
}

/** A statement of Prisma begins when it is waited for, and leaves when the event loop turns. */
async function insertRows(db: TenantDb, batchId: string, sources: ParsedTable['rows'], rows: readonly ValidatedRow[]): Promise<void> {
  const text = tableText(
    rows.map(({ rowNumber, status, problems, record }, at) => [rowNumber, status, sources[at]?.cells ?? [], problems, record]),
  );
  await db.$executeRaw`
    INSERT INTO "ImportRow" ("batchId", "rowNumber", "status", "raw", "problems", "cleaned")
    SELECT ${batchId}::uuid, a[1]::int, a[2], a[3]::jsonb, a[4]::jsonb, NULLIF(a[5], '')::jsonb FROM ${rowsOf(text)}`;
}
