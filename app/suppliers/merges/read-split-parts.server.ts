import { type FindingGrade, findingGradeSchema } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';

/** What was found out about a supplier and can go with what is split off: assessments with their findings, and findings that came from none. */
export type SplitParts = {
  assessments: { id: string; instrumentKey: string; status: string; openedAt: Date; findings: number }[];
  findings: { id: string; grade: FindingGrade; text: string; openedAt: Date }[];
};

const most = 200;

/** At most 200 of each, newest first. Two queries. */
export async function readSplitParts(db: TenantDb, partyId: string): Promise<SplitParts> {
  const newest = { orderBy: [{ openedAt: 'desc' as const }, { id: 'desc' as const }], take: most };
  const assessments = await db.questionnaireResponse.findMany({
    where: { partyId },
    ...newest,
    select: { id: true, instrumentKey: true, status: true, openedAt: true, _count: { select: { findings: true } } },
  });
  const findings = await db.finding.findMany({
    where: { partyId, responseId: null },
    ...newest,
    select: { id: true, grade: true, text: true, openedAt: true },
  });
  return {
    assessments: assessments.map(({ _count, ...assessment }) => ({ ...assessment, findings: _count.findings })),
    findings: findings.map((finding) => ({ ...finding, grade: findingGradeSchema.parse(finding.grade) })),
  };
}
