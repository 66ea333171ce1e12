import { randomUUID } from 'node:crypto';
import type { EvidenceGrade } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import type { AuditReport } from '~/audits/report/audit-report/schema';
import { recordActivities } from '~/platform/activity/record-activity.server';
import { actionColumns, dayOf, findingColumns, isRestricted } from './finding-columns.server';

type Taking = {
  report: AuditReport;
  partyId: string;
  attachedReportId: string;
  /** All reports on the same audit of the same organization that were attached before, also those taken off again. */
  earlier: readonly string[];
  evidenceGrade: EvidenceGrade;
  userId: string;
  now: Date;
};
export type Taken = { added: number; changed: number; withdrawn: number };

/**
 * Makes the findings of a report findings of the supplier, with their actions, under the ids they have where the audit was made: a later report changes the
 * same findings, and withdraws those that it no longer has. What members changed, recorded or withdrew after a reply is never written over.
 */
export async function takeFindings(db: TenantDb, taking: Taking): Promise<Taken> {
  const { report, partyId, attachedReportId, earlier, evidenceGrade, userId, now } = taking;
  const found = report.findings.filter((finding) => !isRestricted(finding));
  const known = await db.finding.findMany({
    where: { OR: [{ id: { in: found.map(({ id }) => id) } }, { attachedReportId: { in: [...earlier] } }] },
    select: {
      ...{ id: true, attachedReportId: true, amendedAt: true, withdrawnAt: true },
      replies: { where: { verdict: 'withdrawn' }, select: { id: true }, take: 1 },
      _count: { select: { actions: true } },
    },
  });
  const before = new Map(known.map((row) => [row.id, row]));
  const reportDay = report.audit.approvedOn ?? report.audit.endsOn;
  const added = found.filter(({ id }) => !before.has(id));
  const isFromReport = (id: string) => {
    const row = before.get(id);
    return row?.attachedReportId != null && earlier.includes(row.attachedReportId) && row.replies.length === 0;
  };
  const changed = found.filter(({ id }) => isFromReport(id));
  const gone = known.filter(
    ({ id, withdrawnAt }) => isFromReport(id) && withdrawnAt === null && !found.some((finding) => finding.id === id),
  );
  await db.finding.createMany({
    data: added.map((finding) => ({
      ...{ id: finding.id, partyId, attachedReportId, origin: 'auditor', recordedById: userId, evidenceGrade },
      ...{ openedAt: dayOf(reportDay) ?? now, status: finding.status, verifiedAt: verifiedAt(finding, reportDay) },
      ...findingColumns(finding, report),
    })),
  });
  // A correction reaches each finding by its own values; there are as many statements as it changes.
  for (const finding of changed) {
    const hasActions = (before.get(finding.id)?._count.actions ?? 0) > 0;
    await db.finding.updateMany({
      where: { id: finding.id },
      data: {
        // It comes back where the report was attached to another supplier before.
        ...{ partyId, attachedReportId, evidenceGrade, withdrawnAt: null },
        ...(before.get(finding.id)?.amendedAt ? {} : findingColumns(finding, report)),
        // A finding with actions here follows them.
        ...(hasActions ? {} : { status: finding.status, verifiedAt: verifiedAt(finding, reportDay) }),
      },
    });
  }
  if (gone.length > 0)
    await db.finding.updateMany({ where: { id: { in: gone.map(({ id }) => id) } }, data: { withdrawnAt: now, attachedReportId } });
  const planned = [...added, ...changed.filter(({ id }) => before.get(id)?._count.actions === 0)];
  const actions = planned
    .flatMap((finding) => actionColumns(finding, { by: userId, reportDay }))
    .map((action) => ({ id: randomUUID(), createdAt: now, ...action }));
  await db.correctiveAction.createMany({ data: actions });
  const from = `${report.audit.number}, ${report.organization.name}`;
  await recordActivities(db, [
    ...added.map(({ id, grade, question }) => ({
      ...{ recordKind: 'finding', recordId: id, act: 'open', userId },
      after: { grade, question, report: from },
    })),
    ...changed.map(({ id, grade }) => ({
      ...{ recordKind: 'finding', recordId: id, act: 'amend-finding', userId },
      after: { grade, report: from },
    })),
    ...gone.map(({ id }) => ({ ...{ recordKind: 'finding', recordId: id, act: 'withdraw-finding', userId }, after: { report: from } })),
    ...actions.map(({ id, action }) => ({
      ...{ recordKind: 'corrective-action', recordId: id, act: 'plan-action', userId },
      after: { action, report: from },
    })),
  ]);
  return { added: added.length, changed: changed.length, withdrawn: gone.length };
}

const verifiedAt = ({ status, verifiedOn }: AuditReport['findings'][number], reportDay: string): Date | null =>
  status === 'verified' ? dayOf(verifiedOn ?? reportDay) : null;
