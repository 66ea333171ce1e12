import type { TenantDb } from '~/access/tenant-db.server';
import { readConditions, readCovenantBlocks } from '~/lending/due-diligence-report/covenant-blocks.server';
import { readPlanBlocks } from '~/lending/due-diligence-report/plan-blocks.server';
import { readReport } from '~/lending/monitoring/list-reports.server';
import { listIncidents } from '~/lending/monitoring/read-incidents.server';
import { readTransaction } from '~/lending/deals/read-transaction.server';

/**
 * All that the monitoring report of a period is made of; null where no report is owed on a period that begins with this day. A constant number of queries.
 */
export async function readPeriod(db: TenantDb, options: { transactionId: string; periodFrom: string; now: Date }) {
  const { periodFrom, now } = options;
  const today = now.toISOString().slice(0, 10);
  const transaction = await readTransaction(db, { transactionId: options.transactionId, today });
  const report = transaction && (await readReport(db, { transactionId: transaction.id, periodFrom, today }));
  if (!transaction || !report) return null;
  const of = { transactionId: transaction.id, today };
  const day = (at: Date) => at.toISOString().slice(0, 10);
  const incidents = await listIncidents(db, { transactionId: transaction.id, now });
  return {
    transaction,
    report,
    today,
    plan: await readPlanBlocks(db, of),
    covenants: await readCovenantBlocks(db, of),
    conditions: await readConditions(db, of),
    incidents: incidents.filter(({ happenedAt }) => day(happenedAt) >= report.from && day(happenedAt) <= report.to),
  };
}
export type PeriodRead = NonNullable<Awaited<ReturnType<typeof readPeriod>>>;
