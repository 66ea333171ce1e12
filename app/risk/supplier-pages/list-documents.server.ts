import type { TenantDb } from '~/access/tenant-db.server';
import { type AuditCaller, visibleAudits } from '~/audits/planning/find-audit.server';

const most = 100;

/**
 * The issued reports of a supplier, on its questionnaires and on the audits that the caller may see, the newest first, and the questionnaires that bring evidence.
 * Files are listed with their questionnaire, which decides who may open each. Three queries.
 */
export async function listDocuments(db: TenantDb, options: { partyId: string; caller: AuditCaller; mayReadAudits: boolean }) {
  const { partyId, caller, mayReadAudits } = options;
  const assessed = await db.report.findMany({
    where: { assessment: { partyId } },
    orderBy: [{ preparedAt: 'desc' }, { id: 'desc' }],
    take: most,
    select: { id: true, hash: true, preparedAt: true, responseId: true, assessment: { select: { instrumentKey: true } } },
  });
  const audited = mayReadAudits
    ? await db.auditReport.findMany({
        where: { audit: { AND: [visibleAudits(caller), { partyId }] } },
        orderBy: [{ preparedAt: 'desc' }, { id: 'desc' }],
        take: most,
        select: { id: true, hash: true, preparedAt: true, auditId: true, audit: { select: { number: true } } },
      })
    : [];
  const responses = await db.questionnaireResponse.findMany({
    where: { partyId, status: { not: 'recording' } },
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
    take: most,
    select: {
      id: true,
      instrumentKey: true,
      openedAt: true,
      request: { select: { snapshotId: true } },
      _count: { select: { evidence: { where: { removedAt: null } } } },
    },
  });
  const reports = [
    ...assessed.map(({ assessment, responseId, ...report }) => ({
      ...report,
      kind: 'assessment' as const,
      name: assessment.instrumentKey,
      path: `responses/${responseId}/reports/${report.id}.pdf`,
    })),
    ...audited.map(({ audit, auditId, ...report }) => ({
      ...report,
      kind: 'audit' as const,
      name: audit.number,
      path: `audits/${auditId}/reports/${report.id}/page/full`,
    })),
  ].sort((a, b) => b.preparedAt.getTime() - a.preparedAt.getTime());
  return {
    reports,
    evidence: responses
      .filter(({ request, _count }) => _count.evidence > 0 || (request !== null && request.snapshotId !== null))
      // The files of a request are the supplier's own: how many there are depends on who may see them.
      .map(({ id, instrumentKey, openedAt, request, _count }) => ({
        id,
        instrumentKey,
        openedAt,
        files: request ? null : _count.evidence,
      })),
  };
}
