import { findingGradeSchema, findingGrades } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { storedResultSchema } from '~/features/assessment/schema';
import type { Focus } from './focus';

const mostFindings = 20;
const mostComponents = 4;

/**
 * What an audit of this supplier should look at first, from what is known of it now: overrides, unsolved findings (the gravest first), contradictions of its
 * self-assessment, the parts of its risk that weigh most, and the facts whose absence widens its interval most. A follow-up (`followsId`) looks first at every open
 * finding of the audit that it goes back to. Three queries.
 */
export async function proposeFocus(db: TenantDb, partyId: string, followsId: string | null = null): Promise<Focus> {
  const findings = await db.finding.findMany({
    where: { partyId, status: { not: 'verified' }, withdrawnAt: null },
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
    take: 100,
    select: { id: true, question: true, grade: true, text: true },
  });
  const followed =
    followsId === null
      ? []
      : await db.finding.findMany({
          where: { partyId, auditId: followsId, status: { not: 'verified' }, withdrawnAt: null },
          orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
          take: 300,
          select: { id: true, question: true, grade: true, text: true },
        });
  const score = await db.score.findFirst({
    where: { partyId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { result: true },
  });
  const result = score ? storedResultSchema.parse(score.result) : null;
  const gradedOf = (rows: typeof findings) =>
    rows
      .flatMap(({ grade, ...finding }) => {
        const known = findingGradeSchema.safeParse(grade);
        return known.success ? [{ kind: 'finding' as const, ...finding, grade: known.data }] : [];
      })
      .sort((a, b) => findingGrades.indexOf(a.grade) - findingGrades.indexOf(b.grade));
  const isFollowed = new Set(followed.map(({ id }) => id));
  const graded = gradedOf(findings.filter(({ id }) => !isFollowed.has(id)));
  const components = [...(result?.components ?? [])];
  const weighty = components
    .filter(({ known, points, max }) => known && points >= max / 2 && points >= 3)
    .sort((a, b) => b.points - a.points)
    .slice(0, mostComponents);
  const unknown = components
    .filter(({ known, low, high }) => !known && high > low)
    .sort((a, b) => b.high - b.low - (a.high - a.low))
    .slice(0, mostComponents);
  return [
    ...gradedOf(followed),
    ...(result?.overrides ?? []).flatMap((override) => ('code' in override ? [{ kind: 'override' as const, code: override.code }] : [])),
    ...graded.slice(0, mostFindings),
    ...(result?.status === 'scored' ? result.contradictions : []).map(({ code, questions, text }) => ({
      kind: 'contradiction' as const,
      code,
      questions,
      text,
    })),
    ...weighty.map(({ id, points, max }) => ({ kind: 'component' as const, id, points, max })),
    ...unknown.map(({ id, low, high }) => ({ kind: 'unknown' as const, id, width: Math.round((high - low) * 10) / 10 })),
  ];
}
