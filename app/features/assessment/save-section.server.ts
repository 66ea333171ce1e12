import { instrument, type InstrumentQuestion, isGathered, questionsOf } from '#scoring';
import type { Member } from '~/access/require-member.server';
import { isKeptSign } from '~/features/party/form-values';
import { m } from '~/paraglide/messages';
import { answerQuestion } from './answer-question.server';
import { parseAnswer, parseGathered } from './parse-answer';
import type { AnswerReply } from './question-field';
import { type AssessmentRead, readAssessment } from './read-assessment.server';
import { shareOf } from './section-view.server';
import { refusalWord } from './words';

export type SectionSaved =
  | { kind: 'unknown' }
  | { kind: 'one'; reply: AnswerReply }
  | { kind: 'section'; refusals: Record<string, string>; next: string | null };

/**
 * Saves what a form sent: one question (`intent` answer) as soon as it was chosen, or every question of the section.
 * Answers that cannot be read are refused one by one; the others are kept.
 */
export async function saveSection(
  member: Member,
  options: { assessmentId: string; sectionKey: string; form: FormData; now: Date },
): Promise<SectionSaved> {
  const { form, now } = options;
  return member.inOrganization(async (db) => {
    const assessment = await readAssessment(db, options.assessmentId);
    if (!assessment) return { kind: 'unknown' };
    const asked = instrument(assessment.instrumentKey);
    const index = asked.sections.findIndex((section) => section.key === options.sectionKey);
    const save = async (key: string): Promise<string | null> => {
      const question = questionsOf(asked).find((candidate) => candidate.key === key);
      if (!question) return refusalWord('unknown-question');
      const value = question.type === 'FACT' ? sharesSent(form, assessment, question) : valueSent(form, question);
      if (value === undefined) return badValueWord(question);
      const note = form.get(`${key}:note`);
      const answered = await answerQuestion(db, {
        assessmentId: assessment.id,
        question: key,
        value,
        userId: member.user.id,
        now,
        ...(typeof note === 'string' ? { note } : {}),
      });
      if (answered.kind !== 'refused') return null;
      return answered.code === 'bad-value' ? badValueWord(question) : refusalWord(answered.code);
    };
    if (form.get('intent') === 'answer') {
      const question = String(form.get('question') ?? '');
      const refusal = await save(question);
      return { kind: 'one', reply: { question, savedAt: refusal ? null : now.toISOString(), refusal } };
    }
    const section = asked.sections[index];
    if (!section) return { kind: 'unknown' };
    const refusals: Record<string, string> = {};
    for (const question of section.questions) {
      if (![...form.keys()].some((name) => name.startsWith(`${question.key}:`))) continue;
      const refusal = await save(question.key);
      if (refusal) refusals[question.key] = refusal;
    }
    return { kind: 'section', refusals, next: asked.sections[index + 1]?.key ?? null };
  });
}

function badValueWord({ type }: InstrumentQuestion): string {
  if (type === 'PCT' || type === 'FACT') return m.assessment_percent_bad();
  if (type === 'NUMBER') return m.instrument_number_bad();
  return type === 'DATE' ? m.assessment_new_due_bad() : refusalWord('bad-value');
}

/** A percentage that was written wins over a choice, so that "I don't know" beside a number loses to the number. */
function valueSent(form: FormData, question: InstrumentQuestion) {
  const { key, type } = question;
  const percent = form.get(`${key}:percent`);
  const choice = form.get(`${key}:value`);
  if (isGathered(question)) return parseGathered(type, typeof choice === 'string' ? choice : null);
  if (typeof percent === 'string' && percent.trim() !== '') {
    const value = parseAnswer(percent);
    return typeof value === 'number' ? value : undefined;
  }
  return parseAnswer(typeof choice === 'string' ? choice : null);
}

/** The shares of a FACT question by key, or null when every field is empty. The sign of a share that is not shown stands for what it is. */
function sharesSent(form: FormData, assessment: AssessmentRead, question: InstrumentQuestion) {
  const entries = question.facts.map((fact) => {
    const typed = String(form.get(`${question.key}:${fact.key}`) ?? '').trim();
    return [fact.key, isKeptSign(typed) ? String(shareOf(assessment, question.key, fact) ?? '') : typed];
  });
  return entries.every(([, value]) => value === '') ? null : Object.fromEntries(entries);
}
