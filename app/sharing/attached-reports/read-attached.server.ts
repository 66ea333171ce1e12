import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';
import type { SharedReport } from '~/sharing/shared-access/shared-report';

/** What a shared report is attached to, and whether this one is newer than what is attached, or was replaced by it. Two queries. */
export async function readAttachment(
  db: TenantDb,
  { granterOrganizationId, content }: { granterOrganizationId: string; content: SharedReport | null },
  sharedAccessId: string,
) {
  const rows = await db.attachedReport.findMany({
    where: {
      ...{ detachedAt: null, granterOrganizationId },
      OR: [{ sharedAccessId }, ...(content ? [{ auditNumber: content.report.audit.number }] : [])],
    },
    select: {
      ...{
        sharedAccessId: true,
        reportHash: true,
        issuedAt: true,
        attachedAt: true,
        attachedById: true,
        isOwnClaim: true,
        replacedAt: true,
      },
      party: { select: { publicId: true, name: true } },
      findings: { where: { withdrawnAt: null }, select: { status: true } },
    },
  });
  const current = rows.find(({ replacedAt }) => replacedAt === null);
  if (!current) return null;
  const isOther = content !== null && current.reportHash !== content.report.hash;
  const isLater = isOther && new Date(content.report.preparedAt) > current.issuedAt;
  const names = await namePeople(db, [current.attachedById]);
  return {
    supplier: current.party,
    isThis: current.sharedAccessId === sharedAccessId,
    isNewer: isLater,
    /** The one that is attached was issued later than this. */
    correctedBy: isOther && !isLater ? current.sharedAccessId : null,
    isOwnClaim: current.isOwnClaim,
    attachedAt: current.attachedAt,
    attachedBy: names.get(current.attachedById) ?? null,
    findings: current.findings.length,
    open: current.findings.filter(({ status }) => status !== 'verified').length,
  };
}
export type Attachment = NonNullable<Awaited<ReturnType<typeof readAttachment>>>;

/** The reports attached to a supplier that count, newest first. One query. */
export async function listAttachedReports(db: TenantDb, partyId: string) {
  const rows = await db.attachedReport.findMany({
    where: { partyId, detachedAt: null, replacedAt: null },
    select: {
      ...{ id: true, sharedAccessId: true, auditNumber: true, issuer: true, startsOn: true, endsOn: true, isOwnClaim: true },
      findings: { where: { withdrawnAt: null }, select: { status: true } },
    },
    orderBy: [{ endsOn: 'desc' }, { id: 'asc' }],
  });
  return rows.map(({ findings, ...row }) => ({
    ...row,
    findings: findings.length,
    open: findings.filter(({ status }) => status !== 'verified').length,
  }));
}
export type AttachedReportRow = Awaited<ReturnType<typeof listAttachedReports>>[number];
