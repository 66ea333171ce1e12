import { isRestrictedIndicator, questionsOf } from '#scoring';
import type { auditQuestionIndex } from '~/audits/entries/audit-question-index.server';
import { isZeroToleranceQuestion } from '~/findings/findings/compliance-points.server';
import { shareOfAnswer } from '~/questionnaires/answer-doubts/share-of-answer';
import type { instrument } from '~/questionnaires/templates/instrument-at.server';
import type { ConsistencyContext } from './record';

/** From here on, of 0 worst to 1 best, a practice is in place: three of four levels. */
const inPlace = 0.75;

/** By question of an audit the indicator that a finding on it shows; nothing that reveals a zero-tolerance answer. */
export function raisedIndicators({ questions }: Pick<Awaited<ReturnType<typeof auditQuestionIndex>>, 'questions'>): Record<string, string> {
  return Object.fromEntries(
    [...questions].flatMap(([key, { question }]) => {
      const indicator = question.raises?.indicator ?? null;
      return indicator === null || isRestrictedIndicator(indicator) || isZeroToleranceQuestion(key) ? [] : [[key, indicator]];
    }),
  );
}

/** The practices against an indicator that these answers to a supplier's own questionnaire say are in place. */
export function claimsOf(
  asked: ReturnType<typeof instrument>,
  answers: ConsistencyContext['own'],
): NonNullable<ConsistencyContext['claims']> {
  const questions = new Map(questionsOf(asked).map((question) => [question.key, question]));
  return answers.flatMap(({ key, value, on }) => {
    const question = questions.get(key);
    const indicators = question?.indicators.filter((indicator) => !isRestrictedIndicator(indicator)) ?? [];
    const isClaimed = question !== undefined && (shareOfAnswer(question, value) ?? 0) >= inPlace;
    return isClaimed && indicators.length > 0 ? [{ key, value, on, indicators }] : [];
  });
}
