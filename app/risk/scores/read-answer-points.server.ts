import type { TenantDb } from '~/access/tenant-db.server';
import type { AnswerPoints } from '~/questionnaires/answer-review/schema';
import { isOfThisMethod, storedInputSchema, storedResultSchema } from '~/questionnaires/responses/schema';
import { hiddenFacts } from '~/suppliers/registry/contradicting-facts';
import { holdOwnTables } from '~/risk/reference-tables/own-tables.server';
import { pointsOfAnswers } from './answer-points';
import { factOfComponent } from './labels';
import { recomputeScore } from './recompute-score.server';

/**
 * What each answer of a submitted response does to the newest score of its supplier, and what each fact of the workforce does to it. Null without such a score.
 * A fact that would give away a small group has no points here: they would tell its share.
 */
export async function readAnswerPoints(db: TenantDb, responseId: string): Promise<AnswerPoints | null> {
  const response = await db.questionnaireResponse.findFirst({ where: { id: responseId }, select: { partyId: true, submittedAt: true } });
  if (!response?.submittedAt) return null;
  const score = await db.score.findFirst({
    where: { partyId: response.partyId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { engineVersion: true, input: true, result: true },
  });
  if (!score || !isOfThisMethod(score.engineVersion)) return null;
  const { engineVersion } = score;
  const [input, result] = [storedInputSchema.parse(score.input), storedResultSchema.parse(score.result)];
  await holdOwnTables(db, input.ownTables ?? []);
  const recomputed = recomputeScore({ engineVersion, input, result });
  if (recomputed.kind === 'impossible' || result.status !== 'scored') return null;
  const hidden = hiddenFacts(input.facts);
  return {
    answers: pointsOfAnswers(recomputed.trace, responseId),
    facts: Object.fromEntries(
      result.components.flatMap(({ id, points, known }) =>
        known && !hidden.has(factOfComponent[id]) ? [[factOfComponent[id], points]] : [],
      ),
    ),
  };
}
