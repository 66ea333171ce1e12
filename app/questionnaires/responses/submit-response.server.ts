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
  const response = await readResponse(db, options.responseId);
  if (!response) return { kind: 'refused', code: 'unknown-assessment' };
  if (response.sharing !== 'own') return { kind: 'refused', code: 'supplier-answers' };
  if (response.status !== 'open') return { kind: 'refused', code: 'not-open' };
  const unanswered = unansweredIn(response);
  if (unanswered.length > 0) return { kind: 'refused', code: 'unanswered', unanswered };

  await db.questionnaireResponse.updateMany({
    where: { id: response.id },
    data: { status: 'submitted', submittedAt: options.now, submittedById: options.userId },
  });
  await recordActivity(db, {
    recordKind: 'response',
    recordId: response.id,
    act: 'submit',
    userId: options.userId,
    before: { status: 'open' },
    after: { status: 'submitted' },
  });
  const { scores } = instrument(response.instrumentKey);
  return { kind: 'submitted', scores, ...(await ingestAnswers(db, response, options)) };
}

/** How far an assessor's findings were checked, as the questionnaire's question on the visit was answered. */
function gradeOfVisit(response: ResponseRead, question: string | undefined): EvidenceGrade {
  const grade = evidenceGradeSchema.safeParse(response.answers.get(question ?? '')?.gathered);
  return grade.success ? grade.data : 'self-declared';
}

/** The questions that are asked and have no answer yet. Every one needs one; "I don't know" is one. */
export function unansweredIn(response: Asking): string[] {
  const given = givenAnswers(response);
  const { asked } = askedIn(response);
  return questionsOf(instrument(response.instrumentKey))
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
  response: ResponseRead,
  options: { userId?: string; now: Date },
): Promise<{ findings: number; contradictions: number }> {
  await learnShares(db, response, options);
  const asked = instrument(response.instrumentKey);
  // A supplier's answers about an audit are its own claim.
  const visited = options.userId ? gradeOfVisit(response, asked.evidenceFrom) : 'self-declared';
  const flagged = findingsOfAnswers(response);
  const before = await countFindings(db, response.id);
  await publish(db, 'response.received', {
    partyId: response.partyId,
    responseId: response.id,
    findings: flagged.map((finding) => ({
      ...finding,
      evidenceGrade: betterGrade(response.answers.get(finding.question)?.evidenceGrade ?? 'self-declared', visited),
    })),
    userId: options.userId,
  });
  if (response.party.kind !== 'labour-recruiter')
    await publish(db, 'score-inputs.changed', { partyIds: [response.partyId], asOf: options.now.toISOString().slice(0, 10) });
  await publish(db, 'response.taken-in', { responseId: response.id });
  const findings = (await countFindings(db, response.id)) - before;
  return { findings, contradictions: contradictionsOf(asked, givenAnswers(response)).length };
}

const countFindings = (db: TenantDb, responseId: string): Promise<number> => db.finding.count({ where: { responseId } });

/** Makes the stated shares facts, unless a questionnaire that was submitted later states them: what is received late replaces nothing newer. */
async function learnShares(db: TenantDb, response: ResponseRead, { userId, now }: { userId?: string; now: Date }): Promise<void> {
  const shares = [...response.answers].find(([key, { shares }]) => shares !== null && learnsShares(response, key))?.[1].shares;
  if (!shares) return;
  const values: Record<string, number> = {};
  for (const { key, unit } of askedFields) {
    const stated = shares[key];
    if (stated !== undefined) values[key] = unit === 'share' ? stated / 100 : stated;
  }
  for (const field of await statedLater(db, response, now)) delete values[field];
  if (Object.keys(values).length === 0) return;
  const source = await db.source.create({
    data: { kind: 'response', responseId: response.id, userId: userId ?? null },
    select: { id: true },
  });
  await recordFacts(db, { partyId: response.partyId, values, sourceId: source.id });
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
