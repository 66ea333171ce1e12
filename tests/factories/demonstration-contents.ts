import type { TenantDb } from '~/access/tenant-db.server';
import { readAuditReport } from '~/audits/report/read-audit-report.server';
import { readGlance } from '~/lending/portfolio/read-glance.server';
import { readMovers } from '~/supply-chain/dashboard/read-movers.server';
import { readStrip } from '~/supply-chain/dashboard/read-strip.server';

const isoDay = (date: Date) => date.toISOString().slice(0, 10);
const monthBefore = (now: Date) => isoDay(new Date(now.getTime() - 30 * 86_400_000));

/** What the home of the demonstration's company would show of its list. `atTheEnd`: suppliers whose score is 100 or more; `causes`: of the changes in 30 days. */
export async function readContents(db: TenantDb, now: Date) {
  const rows = await db.supplier.findMany({ where: { scoreStatus: 'scored' }, select: { band: true, basis: true, score: true } });
  const { movers } = await readMovers(db, { since: monthBefore(now), take: 20 });
  const inBand = (band: string) => rows.filter((row) => row.band === band).length;
  return {
    suppliers: rows.length,
    bands: {
      severe: inBand('severe'),
      high: inBand('high'),
      elevated: inBand('elevated'),
      moderate: inBand('moderate'),
      low: inBand('low'),
    },
    bases: [...new Set(rows.map(({ basis }) => basis))].sort(),
    atTheEnd: rows.filter(({ score }) => Number(score) >= 100).length,
    movers: movers.length,
    causes: [...new Set(movers.flatMap(({ changes }) => changes.map(({ kind }) => kind)))].sort(),
    strip: await readStrip(db),
  };
}

/** And the home of its lender. */
export async function readLending(db: TenantDb, now: Date) {
  const { movers } = await readMovers(db, { since: monthBefore(now), take: 5, of: 'clients' });
  const glance = await readGlance(db, { today: isoDay(now), now });
  return {
    moved: movers.length,
    blocked: glance?.blocked.rows.map(({ projectName }) => projectName),
    lateReports: glance?.blocked.counts['overdue-reports'],
  };
}

/** An issued report of an audit, as the owner reads it. */
export const readVisited = (db: TenantDb, auditId: string, reportId: string) =>
  readAuditReport(
    db,
    { auditId, userId: '', role: 'owner', organizationName: '', locale: 'en', publicUrl: 'https://manumit.example', now: new Date() },
    reportId,
  );
