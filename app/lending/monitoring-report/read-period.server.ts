import type { TenantDb } from '~/access/tenant-db.server';
import { readConditions, readCovenantBlocks } from '~/lending/due-diligence-report/covenant-blocks.server';
import { readPlanBlocks } from '~/lending/due-diligence-report/plan-blocks.server';
import { readReport } from '~/lending/monitoring/list-reports.server';
import { listIncidents } from '~/lending/monitoring/read-incidents.server';
import { readDeal } from '~/lending/deals/read-deal.server';

/**
 * All that the monitoring report of a period is made of; null where no report is owed on a period that begins with this day. A constant number of queries.
 */
export async function readPeriod(db: TenantDb, options: { dealId: string; periodFrom: string; now: Date }) {
  const { periodFrom, now } = options;
  const today = now.toISOString().slice(0, 10);
  const deal = await readDeal(db, { dealId: options.dealId, today });
  const report = deal && (await readReport(db, { dealId: deal.id, periodFrom, today }));
  if (!deal || !report) return null;
  const of = { dealId: deal.id, today };
  const day = (at: Date) => at.toISOString().slice(0, 10);
  const incidents = await listIncidents(db, { dealId: deal.id, now });
  return {
    deal,
    report,
    today,
    plan: await readPlanBlocks(db, of),
    covenants: await readCovenantBlocks(db, of),
    conditions: await readConditions(db, of),
    incidents: incidents.filter(({ happenedAt }) => day(happenedAt) >= report.from && day(happenedAt) <= report.to),
  };
}
export type PeriodRead = NonNullable<Awaited<ReturnType<typeof readPeriod>>>;
