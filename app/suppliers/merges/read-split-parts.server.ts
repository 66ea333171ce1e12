import { type FindingGrade, findingGradeSchema } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';

/** What was found out about a supplier and can go with what is split off: responses with their findings, and findings that came from none. */
export type SplitParts = {
  responses: { id: string; instrumentKey: string; status: string; openedAt: Date; findings: number }[];
  findings: { id: string; grade: FindingGrade; text: string; openedAt: Date }[];
};

const most = 200;

/** At most 200 of each, newest first. Two queries. */
export async function readSplitParts(db: TenantDb, partyId: string): Promise<SplitParts> {
  const newest = { orderBy: [{ openedAt: 'desc' as const }, { id: 'desc' as const }], take: most };
  const responses = await db.questionnaireResponse.findMany({
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
    responses: responses.map(({ _count, ...response }) => ({ ...response, findings: _count.findings })),
    findings: findings.map((finding) => ({ ...finding, grade: findingGradeSchema.parse(finding.grade) })),
  };
}
