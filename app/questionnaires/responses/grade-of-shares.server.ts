import type { EvidenceGrade } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { betterGrade } from './gather-answers.server';
import { readResponses } from './read-response.server';

/**
 * How well the shares of the workforce that questionnaires state are shown, by the id of the source that states them; a source that is no questionnaire is left out.
 * @param asOf ISO day on which evidence has to be valid
 */
export async function gradesOfShares(db: TenantDb, sourceIds: readonly string[], asOf: string): Promise<Map<string, EvidenceGrade>> {
  if (sourceIds.length === 0) return new Map();
  const sources = await db.source.findMany({
    where: { id: { in: [...sourceIds] }, kind: 'response', responseId: { not: null } },
    select: { id: true, responseId: true },
  });
  if (sources.length === 0) return new Map();
  const responses = await readResponses(
    db,
    sources.flatMap(({ responseId }) => responseId ?? []),
    asOf,
  );
  const grades = new Map(
    responses.map(({ id, answers }) => [
      id,
      [...answers.values()]
        .filter(({ shares }) => shares !== null)
        .reduce<EvidenceGrade>((best, { evidenceGrade }) => betterGrade(best, evidenceGrade), 'self-declared'),
    ]),
  );
  return new Map(
    sources.flatMap(({ id, responseId }) => {
      const grade = responseId === null ? undefined : grades.get(responseId);
      return grade ? [[id, grade] as const] : [];
    }),
  );
}
