import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { isZeroToleranceFinding } from '~/findings/findings/compliance-points.server';
import type { FoundAudit } from '~/audits/planning/find-audit.server';

/** So many are taken along on site at most; those of the audit before come first. */
const mostFindings = 300;

/**
 * Unsolved findings of a supplier for review on site, those of the previous audit first, each with its agreed corrective actions. Excludes answers to
 * zero-tolerance questions and findings of this audit. Two queries.
 */
export async function earlierFindings(db: TenantDb, audit: Pick<FoundAudit, 'id' | 'partyId'>) {
  const { previousAuditId } = await db.audit.findFirstOrThrow({ where: { id: audit.id }, select: { previousAuditId: true } });
  const found = await db.finding.findMany({
    where: {
      partyId: audit.partyId,
      status: { not: 'verified' },
      withdrawnAt: null,
      OR: [{ auditId: null }, { auditId: { not: audit.id } }],
    },
    orderBy: [{ openedAt: 'desc' }, { id: 'asc' }],
    take: 1000,
    select: {
      ...{ id: true, grade: true, text: true, question: true, compliancePoint: true, indicator: true, auditId: true },
      actions: {
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        select: { action: true, owner: true, dueOn: true, status: true },
      },
    },
  });
  return found
    .filter((row) => !isZeroToleranceFinding(row))
    .map(({ auditId, compliancePoint: _point, indicator: _indicator, ...finding }) => ({
      ...finding,
      isPrevious: previousAuditId !== null && auditId === previousAuditId,
    }))
    .sort((a, b) => Number(b.isPrevious) - Number(a.isPrevious))
    .slice(0, mostFindings);
}

/** Which of these ids are findings of the supplier that can be looked at again. One query. */
export async function findingsOf(db: TenantDb, { partyId, ids }: { partyId: string; ids: readonly string[] }): Promise<Set<string>> {
  const named = ids.filter((id) => z.guid().safeParse(id).success);
  if (named.length === 0) return new Set();
  const found = await db.finding.findMany({
    where: { id: { in: named }, partyId, withdrawnAt: null },
    select: { id: true, question: true, compliancePoint: true, indicator: true },
  });
  return new Set(found.flatMap((row) => (isZeroToleranceFinding(row) ? [] : [row.id])));
}
