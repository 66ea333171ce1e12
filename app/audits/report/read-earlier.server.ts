import { findingGradeSchema } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { actionStatuses } from '~/findings/corrective-actions/action-lists';
import { isZeroToleranceFinding } from '~/findings/findings/compliance-points.server';
import type { EarlierFinding } from '~/audits/report/audit-report/arrange-revisits';

const day = (date: Date) => date.toISOString().slice(0, 10);

/** Earlier findings of a supplier for the report: their original text with the agreed corrective actions. Two queries. */
export async function readEarlier(
  db: TenantDb,
  { partyId, ids }: { partyId: string; ids: readonly string[] },
): Promise<Map<string, EarlierFinding>> {
  if (ids.length === 0) return new Map();
  const found = await db.finding.findMany({
    where: { id: { in: [...ids] }, partyId, withdrawnAt: null },
    select: {
      ...{ id: true, text: true, grade: true, question: true, compliancePoint: true, indicator: true, openedAt: true, auditId: true },
      actions: {
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        select: { action: true, owner: true, dueOn: true, status: true },
      },
    },
  });
  const audits = await db.audit.findMany({
    where: { id: { in: found.flatMap(({ auditId }) => auditId ?? []) } },
    select: { id: true, number: true },
  });
  const numbers = new Map(audits.map(({ id, number }) => [id, number]));
  return new Map(
    found.flatMap(({ id, text, grade, question, compliancePoint, indicator, openedAt, auditId, actions }): [string, EarlierFinding][] => {
      const known = findingGradeSchema.safeParse(grade);
      if (!known.success || isZeroToleranceFinding({ question, compliancePoint, indicator })) return [];
      return [
        [
          id,
          {
            ...{
              what: text,
              grade: known.data,
              question,
              openedOn: day(openedAt),
              audit: auditId === null ? null : (numbers.get(auditId) ?? null),
            },
            actions: actions.map(({ action, owner, dueOn, status }) => ({
              ...{ what: action, responsible: owner, dueOn: day(dueOn) },
              status: actionStatuses.find((each) => each === status) ?? 'pending',
            })),
          },
        ],
      ];
    }),
  );
}
