import { findingGradeSchema, findingGrades, type InherentLine } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { storedResultSchema } from '~/questionnaires/responses/schema';
import type { Focus } from './focus';

const mostFindings = 20;
const mostComponents = 4;
/** A quarter more odds than is usual there. */
const leastPoints = 3.2;
const ofPlace: ReadonlySet<InherentLine> = new Set(['country', 'sector', 'region']);

/**
 * Focus areas of an audit of this supplier, from current data: overrides, unsolved findings (most serious first), contradictions of its self-assessment, the
 * components that raise its score most, and the unknown facts that could move it most. Country, sector and region are left out: an audit cannot examine them.
 * A follow-up (`followsId`) starts with every open finding of the audit it follows. Three queries.
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
  // A score of an earlier method directs no audit.
  const result = storedResultSchema.safeParse(score?.result).data ?? null;
  const gradedOf = (rows: typeof findings) =>
    rows
      .flatMap(({ grade, ...finding }) => {
        const known = findingGradeSchema.safeParse(grade);
        return known.success ? [{ kind: 'finding' as const, ...finding, grade: known.data }] : [];
      })
      .sort((a, b) => findingGrades.indexOf(a.grade) - findingGrades.indexOf(b.grade));
  const isFollowed = new Set(followed.map(({ id }) => id));
  const graded = gradedOf(findings.filter(({ id }) => !isFollowed.has(id)));
  // A result of method 1 has no errors in points, and its points are of another scale.
  const lines = (result?.status === 'scored' ? result.components : []).filter(({ id, error }) => !ofPlace.has(id) && error !== undefined);
  const weighty = lines
    .filter(({ known, points }) => known && points >= leastPoints)
    .sort((a, b) => b.points - a.points)
    .slice(0, mostComponents);
  const unknown = lines
    .filter(({ known, error }) => !known && error > 0)
    .sort((a, b) => b.error - a.error)
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
    ...weighty.map(({ id, points }) => ({ kind: 'component' as const, id, points })),
    ...unknown.map(({ id, error }) => ({ kind: 'unknown' as const, id, error: Math.round(error * 10) / 10 })),
  ];
}
