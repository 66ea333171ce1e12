import { gatheredValueSchema, type InstrumentQuestion, instrument, isGathered } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/features/activity/record-activity.server';
import { shownFact } from '~/features/site/shown-fact';
import { lockAssessment } from './lock-assessment.server';
import { answerValueSchema, workforceSharesSchema } from './schema';

export type Answered =
  | { kind: 'answered'; at: Date }
  | { kind: 'cleared' }
  | { kind: 'refused'; code: 'unknown-assessment' | 'unknown-question' | 'not-open' | 'bad-value' };

/**
 * Saves one answer; `value` null clears it. The value is checked against the question's scale (instrument version of the assessment).
 * A question of type FACT takes an object of shares in percent.
 */
export async function answerQuestion(
  db: TenantDb,
  options: { assessmentId: string; question: string; value: unknown; note?: string; userId: string; now: Date },
): Promise<Answered> {
  await lockAssessment(db, options.assessmentId);
  const assessment = await db.assessment.findFirst({
    where: { id: options.assessmentId },
    select: { id: true, status: true, instrumentKey: true, party: { select: { supplier: { select: { workers: true } } } } },
  });
  if (!assessment) return { kind: 'refused', code: 'unknown-assessment' };
  if (assessment.status !== 'open') return { kind: 'refused', code: 'not-open' };
  const question = instrument(assessment.instrumentKey)
    .sections.flatMap((section) => section.questions)
    .find((candidate) => candidate.key === options.question);
  if (!question) return { kind: 'refused', code: 'unknown-question' };

  const told = (value: unknown) => toldAnswer(value, assessment.party.supplier?.workers);
  const where = { assessmentId: assessment.id, question: question.key };
  const before = await db.answer.findFirst({ where, select: { organizationId: true, value: true, note: true } });
  if (options.value === null) {
    if (!before) return { kind: 'cleared' };
    await db.answer.deleteMany({ where });
    await recordActivity(db, {
      recordKind: 'assessment',
      recordId: assessment.id,
      act: 'answer',
      userId: options.userId,
      before: { [question.key]: told(before.value) },
      after: {},
    });
    return { kind: 'cleared' };
  }
  const parsed = schemaOf(question).safeParse(options.value);
  if (!parsed.success) return { kind: 'refused', code: 'bad-value' };
  const value = JSON.parse(JSON.stringify(parsed.data));
  const note = (options.note ?? before?.note ?? '').slice(0, 2000);
  const data = { value, note, answeredById: options.userId, answeredAt: options.now };
  if (before) await db.answer.updateMany({ where, data });
  else await db.answer.create({ data: { ...where, ...data } });
  if (JSON.stringify(before?.value) !== JSON.stringify(value) || (before?.note ?? '') !== note) {
    await recordActivity(db, {
      recordKind: 'assessment',
      recordId: assessment.id,
      act: 'answer',
      userId: options.userId,
      before: before ? { [question.key]: told(before.value), note: before.note } : {},
      after: { [question.key]: told(value), note },
    });
  }
  return { kind: 'answered', at: options.now };
}

function schemaOf(question: InstrumentQuestion) {
  if (question.type === 'FACT') return workforceSharesSchema;
  return isGathered(question) ? gatheredValueSchema(question) : answerValueSchema(question);
}

/** An answer as activity tells it: of shares in percent, one that would give away a small group is a word. */
function toldAnswer(value: unknown, workers: number | null | undefined): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, percent]) => {
      const shown = typeof percent === 'number' ? shownFact(field, percent / 100, workers) : percent;
      return [field, typeof shown === 'string' ? shown : percent];
    }),
  );
}
