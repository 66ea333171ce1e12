import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { publish } from '~/platform/events/events.server';
import { readSharedReport } from '~/sharing/shared-access/read-shared-report.server';
import { dayOf, evidenceGradeOf } from './finding-columns.server';
import { type Taken, takeFindings } from './take-findings.server';

export type ReportAttached =
  | ({ kind: 'attached'; attachedReportId: string } & Taken)
  | { kind: 'refused'; code: 'unknown-grant' | 'over' | 'unknown-supplier' | 'already-attached' | 'replaced' | 'other-supplier' };

/**
 * Attaches a shared audit report to a supplier of the own list, chosen by a member and never by name: its findings and corrective actions become the
 * supplier's, and its score is computed again. A newer report on the same audit replaces the earlier one. The read is logged where both sides see it.
 */
export async function attachReport(
  db: TenantDb,
  options: { organizationId: string; sharedAccessId: string; supplierPublicId: string; userId: string; now: Date },
): Promise<ReportAttached> {
  const { sharedAccessId, userId, now } = options;
  const read = await readSharedReport(db, { ...options, how: 'page' });
  if (read.kind === 'unknown') return { kind: 'refused', code: 'unknown-grant' };
  if (read.kind === 'over') return { kind: 'refused', code: 'over' };
  const party = await db.party.findFirst({
    where: { publicId: options.supplierPublicId, kind: 'supplier', supplier: { archivedAt: null } },
    select: { id: true },
  });
  if (!party) return { kind: 'refused', code: 'unknown-supplier' };
  const partyId = party.id;
  // The second of two simultaneous requests waits here.
  await db.$queryRaw`SELECT 1 FROM "Party" WHERE "id" = ${partyId}::uuid FOR NO KEY UPDATE`;
  const { report } = read.content;
  const { granterOrganizationId } = read.grant;
  const earlier = await db.attachedReport.findMany({
    where: { granterOrganizationId, auditNumber: report.audit.number },
    select: { id: true, partyId: true, reportHash: true, issuedAt: true, detachedAt: true, replacedAt: true },
  });
  const current = earlier.filter(({ detachedAt, replacedAt }) => detachedAt === null && replacedAt === null);
  if (current.some((row) => row.partyId !== partyId)) return { kind: 'refused', code: 'other-supplier' };
  if (current.some((row) => row.reportHash === report.hash)) return { kind: 'refused', code: 'already-attached' };
  // An earlier report never takes the place of a later one, in whatever order they are attached.
  const issuedAt = new Date(report.preparedAt);
  if (current.some((row) => row.issuedAt >= issuedAt)) return { kind: 'refused', code: 'replaced' };
  const isOwnClaim =
    (await db.questionnaireRequest.count({ where: { supplierOrganizationId: granterOrganizationId, response: { partyId } } })) > 0;
  const { id: attachedReportId } = await db.attachedReport.create({
    data: {
      ...{ granterOrganizationId, sharedAccessId, partyId, isOwnClaim, attachedById: userId, attachedAt: now },
      ...{ auditNumber: report.audit.number, issuer: report.organization.name, reportHash: report.hash, issuedAt },
      ...{ startsOn: dayOf(report.audit.startsOn) ?? now, endsOn: dayOf(report.audit.endsOn) ?? now },
    },
    select: { id: true },
  });
  const taken = await takeFindings(db, {
    ...{ report, partyId, attachedReportId, earlier: earlier.map(({ id }) => id), userId, now },
    evidenceGrade: evidenceGradeOf(report.audit, isOwnClaim),
  });
  await db.attachedReport.updateMany({ where: { id: { in: current.map(({ id }) => id) } }, data: { replacedAt: now } });
  await recordActivity(db, {
    ...{ recordKind: 'supplier', recordId: partyId, act: 'attach-report', userId },
    after: { report: `${report.audit.number}, ${report.organization.name}`, hash: report.hash, ...taken },
  });
  await publish(db, 'score-inputs.changed', { partyIds: [partyId], asOf: now.toISOString().slice(0, 10), userId });
  return { kind: 'attached', attachedReportId, ...taken };
}

/**
 * Takes a report off a supplier that it was attached to by mistake: findings that came with it are withdrawn and count no more. False when it is not attached.
 */
export async function detachReport(db: TenantDb, options: { sharedAccessId: string; userId: string; now: Date }): Promise<boolean> {
  const { sharedAccessId, userId, now } = options;
  const attached = await db.attachedReport.findFirst({ where: { sharedAccessId, detachedAt: null, replacedAt: null } });
  if (!attached) return false;
  await db.attachedReport.updateMany({ where: { id: attached.id }, data: { detachedAt: now } });
  await db.finding.updateMany({ where: { attachedReportId: attached.id, withdrawnAt: null }, data: { withdrawnAt: now } });
  await recordActivity(db, {
    ...{ recordKind: 'supplier', recordId: attached.partyId, act: 'detach-report', userId },
    before: { report: `${attached.auditNumber}, ${attached.issuer}` },
  });
  await publish(db, 'score-inputs.changed', { partyIds: [attached.partyId], asOf: now.toISOString().slice(0, 10), userId });
  return true;
}
