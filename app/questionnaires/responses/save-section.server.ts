import { givenText } from '~/platform/http/given-text';
import { type InstrumentQuestion, questionsOf } from '#scoring';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import type { Member } from '~/access/require-member.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { openQuestion } from '~/questionnaires/question-scope/open-question.server';
import { knowInstruments } from '~/questionnaires/templates/know-instruments.server';
import { readToWrite, type ToWrite, writeAnswer } from './answer-question.server';
import type { AnswerReply } from './question-field';
import { gatherAnswers } from './gather-answers.server';
import { askedIn, readResponse } from './read-response.server';
import { badValueLabel, isSent, sentAnswer, shownSent } from './sent-answer.server';
import type { SharesKnown } from './section-view.server';
import { refusalLabel } from './labels';

export type SectionSaved =
  | { kind: 'unknown' }
  | { kind: 'one'; reply: AnswerReply }
  | { kind: 'section'; refusals: Record<string, string>; next: string | null }
  | { kind: 'asked'; question: string };

/**
 * Saves what a form sent: one question (`intent` answer) as soon as it was chosen, or every question of the section.
 * Answers that cannot be read are refused one by one; the others are kept. `open` has a question asked that facts rule out.
 */
export async function saveSection(
  member: Member,
  options: { responseId: string; sectionKey: string; form: FormData; now: Date },
): Promise<SectionSaved> {
  const { form, now } = options;
  return member.inOrganization(async (db) => {
    const response = await readToWrite(db, options.responseId);
    if (!response) return { kind: 'unknown' };
    await knowInstruments(db, [response.instrumentKey]);
    const asked = instrument(response.instrumentKey);
    const known = {
      party: response.party,
      answers: await readShares(
        db,
        response,
        questionsOf(asked).filter(({ key }) => isSent(form, key)),
      ),
    };
    const index = asked.sections.findIndex((section) => section.key === options.sectionKey);
    const save = async (key: string): Promise<string | null> => {
      const question = questionsOf(asked).find((candidate) => candidate.key === key);
      if (!question) return refusalLabel('unknown-question');
      const value = sentAnswer(form, known, question);
      const bad = () => badValueLabel(question, { instrumentKey: response.instrumentKey, value });
      if (value === undefined) return bad();
      const note = form.get(`${key}:note`);
      const answered = await writeAnswer(db, response, {
        question: key,
        value,
        userId: member.user.id,
        now,
        shown: shownSent(form, key),
        ...(typeof note === 'string' ? { note } : {}),
      });
      if (answered.kind !== 'refused') return null;
      return answered.code === 'bad-value' ? bad() : refusalLabel(answered.code);
    };
    if (form.get('intent') === 'answer') {
      const question = givenText(form, 'question');
      const refusal = await save(question);
      return { kind: 'one', reply: { question, savedAt: refusal ? null : now.toISOString(), refusal } };
    }
    const section = asked.sections[index];
    if (!section) return { kind: 'unknown' };
    const refusals: Record<string, string> = {};
    for (const question of section.questions) {
      if (!isSent(form, question.key)) continue;
      const refusal = await save(question.key);
      if (refusal) refusals[question.key] = refusal;
    }
    const wanted = form.get('open');
    if (typeof wanted === 'string') {
      const after = await readResponse(db, response.id);
      const mayOpen = after?.status === 'open' && after.sharing === 'own' && Object.keys(refusals).length === 0;
      if (mayOpen) await openQuestion(db, after, { question: wanted, skipped: askedIn(after).skipped, userId: member.user.id });
      if (mayOpen) return { kind: 'asked', question: wanted };
    }
    return { kind: 'section', refusals, next: asked.sections[index + 1]?.key ?? null };
  });
}

/** The shares already answered: a field may send back a placeholder for one of them. One query. */
async function readShares(
  db: TenantDb,
  { id, instrumentKey }: ToWrite,
  questions: readonly InstrumentQuestion[],
): Promise<SharesKnown['answers']> {
  const keys = questions.flatMap(({ key, type }) => (type === 'FACT' ? [key] : []));
  if (keys.length === 0) return new Map();
  const answers = await db.answer.findMany({
    where: { responseId: id, question: { in: keys } },
    select: { question: true, value: true, note: true, answeredAt: true },
  });
  return gatherAnswers({ instrumentKey, answers, evidence: [], today: '' }).answers;
}
