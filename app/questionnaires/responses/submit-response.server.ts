import { z } from 'zod';
import { contradictionsOf, type EvidenceGrade, evidenceGradeSchema, needsAnswer, questionsOf } from '#scoring';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { askedFields } from '~/suppliers/fields/definition/asked-fields';
import { recordFacts } from '~/suppliers/facts/record-facts.server';
import { lockResponse } from './lock-response.server';
import { findingsOfAnswers, learnsShares } from './own-answers.server';
import { betterGrade } from './gather-answers.server';
import { type Asking, type ResponseRead, askedIn, givenAnswers, readResponse } from './read-response.server';
import { publish } from '~/platform/events/events.server';

export type Submitted =
  | { kind: 'submitted'; scores: boolean; findings: number; contradictions: number }
  | { kind: 'refused'; code: 'unknown-assessment' | 'not-open' | 'supplier-answers' | 'unanswered'; unanswered?: string[] };

/**
 * Closes the answers, learns the workforce shares as facts, raises a finding for each answer that calls for one and scores the supplier, in the caller's
 * transaction. `scores` says whether the answers give credit; the score is made again in any case, for what was found.
 * Every visible question needs an answer; "I don't know" is one.
 */
export async function submitResponse(db: TenantDb, options: { responseId: string; userId: string; now: Date }): Promise<Submitted> {
  await lockResponse(db, options.responseId);
  const assessment = await readResponse(db, options.responseId);
  if (!assessment) return { kind: 'refused', code: 'unknown-assessment' };
  if (assessment.sharing !== 'own') return { kind: 'refused', code: 'supplier-answers' };
  if (assessment.status !== 'open') return { kind: 'refused', code: 'not-open' };
  const unanswered = unansweredIn(assessment);
  if (unanswered.length > 0) return { kind: 'refused', code: 'unanswered', unanswered };

  await db.questionnaireResponse.updateMany({
    where: { id: assessment.id },
    data: { status: 'submitted', submittedAt: options.now, submittedById: options.userId },
  });
  await recordActivity(db, {
    recordKind: 'response',
    recordId: assessment.id,
    act: 'submit',
    userId: options.userId,
    before: { status: 'open' },
    after: { status: 'submitted' },
  });
  const { scores } = instrument(assessment.instrumentKey);
  return { kind: 'submitted', scores, ...(await ingestAnswers(db, assessment, options)) };
}

/** How far an assessor's findings were checked, as the questionnaire's question on the visit was answered. */
function gradeOfVisit(assessment: ResponseRead, question: string | undefined): EvidenceGrade {
  const grade = evidenceGradeSchema.safeParse(assessment.answers.get(question ?? '')?.gathered);
  return grade.success ? grade.data : 'self-declared';
}

/** The questions that are asked and have no answer yet. Every one needs one; "I don't know" is one. */
export function unansweredIn(assessment: Asking): string[] {
  const given = givenAnswers(assessment);
  const { asked } = askedIn(assessment);
  return questionsOf(instrument(assessment.instrumentKey))
    .filter((question) => asked.has(question.key) && needsAnswer(question) && !(question.key in given))
    .map((question) => question.key);
}

/**
 * What submitted answers do in the organization that assesses: the workforce shares become facts, each red flag a finding, the supplier is scored. A labour
 * recruiter has no score of its own.
 * `userId`: the member who submitted; left out when the supplier did.
 */
export async function ingestAnswers(
  db: TenantDb,
  assessment: ResponseRead,
  options: { userId?: string; now: Date },
): Promise<{ findings: number; contradictions: number }> {
  await learnShares(db, assessment, options);
  const asked = instrument(assessment.instrumentKey);
  // A supplier's answers about an audit are its own claim.
  const visited = options.userId ? gradeOfVisit(assessment, asked.evidenceFrom) : 'self-declared';
  const flagged = findingsOfAnswers(assessment);
  const before = await countFindings(db, assessment.id);
  await publish(db, 'response.received', {
    partyId: assessment.partyId,
    responseId: assessment.id,
    findings: flagged.map((finding) => ({
      ...finding,
      evidenceGrade: betterGrade(assessment.answers.get(finding.question)?.evidenceGrade ?? 'self-declared', visited),
    })),
    userId: options.userId,
  });
  if (assessment.party.kind !== 'labour-recruiter')
    await publish(db, 'score-inputs.changed', { partyIds: [assessment.partyId], asOf: options.now.toISOString().slice(0, 10) });
  const findings = (await countFindings(db, assessment.id)) - before;
  return { findings, contradictions: contradictionsOf(asked, givenAnswers(assessment)).length };
}

const countFindings = (db: TenantDb, responseId: string): Promise<number> => db.finding.count({ where: { responseId } });

/** Makes the stated shares facts, unless a questionnaire that was submitted later states them: what is received late replaces nothing newer. */
async function learnShares(db: TenantDb, assessment: ResponseRead, { userId, now }: { userId?: string; now: Date }): Promise<void> {
  const shares = [...assessment.answers].find(([key, { shares }]) => shares !== null && learnsShares(assessment, key))?.[1].shares;
  if (!shares) return;
  const values: Record<string, number> = {};
  for (const { key, unit } of askedFields) {
    const stated = shares[key];
    if (stated !== undefined) values[key] = unit === 'share' ? stated / 100 : stated;
  }
  for (const field of await statedLater(db, assessment, now)) delete values[field];
  if (Object.keys(values).length === 0) return;
  const source = await db.source.create({
    data: { kind: 'response', responseId: assessment.id, userId: userId ?? null },
    select: { id: true },
  });
  await recordFacts(db, { partyId: assessment.partyId, values, sourceId: source.id });
}

/** The facts that another questionnaire of the party states, submitted after this one. */
async function statedLater(db: TenantDb, { id, partyId, submittedAt }: ResponseRead, now: Date): Promise<string[]> {
  const rows = await queryRows(
    db,
    z.object({ field: z.string() }),
    sql`
    SELECT DISTINCT e."key" AS field FROM known_facts() f
    JOIN "Source" s ON s."organizationId" = f."organizationId" AND s."id" = f."sourceId" AND s."kind" = 'response'
    JOIN "QuestionnaireResponse" a ON a."organizationId" = s."organizationId" AND a."id" = s."responseId"
    CROSS JOIN LATERAL jsonb_each(f."values") e
    WHERE f."partyId" = ${partyId}::uuid AND a."id" <> ${id}::uuid AND a."submittedAt" > ${submittedAt ?? now}`,
  );
  return rows.map(({ field }) => field);
}
