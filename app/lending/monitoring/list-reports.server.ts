import type { TenantDb } from '~/access/tenant-db.server';
import { readContent } from '~/documents/frozen-documents/document-kinds';
import { namePeople } from '~/platform/activity/name-people.server';
import { dateOf, isoDay, isoDayOf } from '~/lending/covenants/find-covenant.server';
import { reportFrequencies, type ReportState, reportStates } from './monitoring-lists';
import { inList } from '~/lending/covenants/covenant-lists';
import { clientReport } from './report-content';
import { owedPeriods } from './write-report.server';

export type ReportRow = {
  from: string;
  to: string;
  dueOn: string;
  /** Null: nothing was sent yet (a draft of the client is its own). */
  state: Exclude<ReportState, 'draft'> | null;
  receivedOn: string | null;
  versions: number;
};

/** The reports owed for the periods that have begun by `today`, the oldest first, each with what came of it. Three queries. */
export async function listReports(db: TenantDb, { dealId, today }: { dealId: string; today: string }): Promise<ReportRow[]> {
  const owed = await owedPeriods(db, { dealId, today });
  const rows = await db.monitoringReport.findMany({
    where: { dealId },
    select: { scheduleId: true, periodFrom: true, status: true, documents: { select: { issuedAt: true }, orderBy: { version: 'asc' } } },
  });
  return owed.map(({ from, to, dueOn, scheduleId }) => {
    const row = rows.find((each) => each.scheduleId === scheduleId && isoDay(each.periodFrom) === from);
    const state = row ? inList(reportStates, row.status) : 'draft';
    return {
      ...{ from, to, dueOn, state: state === 'draft' ? null : state, versions: row?.documents.length ?? 0 },
      receivedOn: row?.documents[0] ? isoDay(row.documents[0].issuedAt) : null,
    };
  });
}

/** The schedules of a deal, the active one first, and the contacts who may report by link. */
export async function readReporting(db: TenantDb, { dealId, now }: { dealId: string; now: Date }) {
  const schedules = await db.reportSchedule.findMany({ where: { dealId }, orderBy: { firstPeriodFrom: 'desc' } });
  const accesses = await db.guestAccess.findMany({
    where: { dealId, revokedAt: null, expiresAt: { gt: now }, OR: [{ kind: 'device' }, { usedAt: null }] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 50,
    select: {
      id: true,
      kind: true,
      createdAt: true,
      expiresAt: true,
      lastSeenAt: true,
      device: true,
      email: true,
      remindedAt: true,
      bouncedAt: true,
    },
  });
  return {
    accesses,
    schedules: schedules.map(({ id, frequency, firstPeriodFrom, dueDays, nextPeriodFrom, nextDueOn, endedOn, endReason }) => ({
      ...{ id, dueDays, endReason, frequency: inList(reportFrequencies, frequency), firstPeriodFrom: isoDay(firstPeriodFrom) },
      ...{ nextPeriodFrom: isoDayOf(nextPeriodFrom), nextDueOn: isoDayOf(nextDueOn), endedOn: isoDayOf(endedOn) },
    })),
  };
}
export type ReportingRead = Awaited<ReturnType<typeof readReporting>>;

/** The report of a period for the lender: each version, its verdict and due date; null where none is due. Never a draft. */
export async function readReport(db: TenantDb, options: { dealId: string; periodFrom: string; today: string }) {
  const owed = await owedPeriods(db, options);
  const period = owed.find(({ from }) => from === options.periodFrom);
  if (!period) return null;
  const row = await db.monitoringReport.findFirst({
    where: { scheduleId: period.scheduleId, periodFrom: dateOf(period.from) },
    include: { documents: { orderBy: { version: 'desc' } }, verdicts: { orderBy: [{ at: 'desc' }, { id: 'desc' }] } },
  });
  const before = owed[owed.indexOf(period) - 1];
  const previous = before
    ? await db.frozenDocument.findFirst({
        where: { kind: 'client-report', monitoringReport: { scheduleId: before.scheduleId, periodFrom: dateOf(before.from) } },
        orderBy: { version: 'desc' },
        select: { schemaVersion: true, content: true },
      })
    : null;
  const people = await namePeople(db, [...new Set((row?.verdicts ?? []).map(({ byUserId }) => byUserId))]);
  const state = row ? inList(reportStates, row.status) : 'draft';
  return {
    ...{ id: row?.id ?? null, from: period.from, to: period.to, dueOn: period.dueOn, state: state === 'draft' ? null : state },
    before: before && previous ? { from: before.from, to: before.to, content: readContent(clientReport, previous) } : null,
    versions: (row?.documents ?? []).map((document) => ({
      ...{ version: document.version, sentAt: document.issuedAt, content: readContent(clientReport, document) },
    })),
    verdicts: (row?.verdicts ?? []).map(({ id, version, verdict, comment, byUserId, at }) => ({
      ...{ id, version, verdict, comment, at, by: people.get(byUserId) ?? null },
    })),
  };
}
export type ReportRead = NonNullable<Awaited<ReturnType<typeof readReport>>>;
