import { instrument } from '~/questionnaires/templates/instrument-at.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { type Asked, sensitiveCase } from './asked-of';

export type QuestionOpened = { kind: 'opened'; section: string } | { kind: 'unknown' };

/**
 * Asks a question all the same that the scope of a response leaves out: "this applies to us". The caller has locked the response and knows that it
 * is open. Unknown where the scope does not leave it out, and for what is answered in a sensitive case.
 */
export async function openQuestion(
  db: TenantDb,
  response: { id: string; instrumentKey: string; opened: readonly string[] },
  options: { question: string; skipped: Asked['skipped']; userId?: string | undefined },
): Promise<QuestionOpened> {
  const { question, skipped } = options;
  const section = instrument(response.instrumentKey).sections.find(({ questions }) => questions.some(({ key }) => key === question));
  const rule = skipped.get(question)?.rule;
  if (!section || rule === undefined || rule === sensitiveCase) return { kind: 'unknown' };
  await db.questionnaireResponse.updateMany({ where: { id: response.id }, data: { opened: [...response.opened, question] } });
  await recordActivity(db, {
    recordKind: 'response',
    recordId: response.id,
    act: 'open-question',
    userId: options.userId,
    after: { question, rule },
  });
  return { kind: 'opened', section: section.key };
}
