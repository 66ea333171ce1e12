import { questionsOf } from '../instruments/answers.ts';
import { instrument } from '../instruments/at.ts';
import type { AnswerGiven } from '../types.ts';
import type { FindingGrade, Indicator } from '../vocabulary.ts';

export type RaisedFinding = { question: string; grade: FindingGrade; indicator?: Indicator; text: string };

/**
 * Findings that the red flags of an instrument raise: one for each answered yes, in the order of the questions.
 * `text` is the question's frozen English; a page shows its translation by the question's key.
 * Pure: whoever calls keeps the findings and passes them to `assess`, which counts only findings it is given.
 * Throws RangeError for an unknown instrument.
 */
export function findingsFromAnswers(instrumentKey: string, answers: readonly Pick<AnswerGiven, 'question' | 'value'>[]): RaisedFinding[] {
  const flagged = new Set(answers.filter((each) => each.value === 'yes').map((each) => each.question));
  return questionsOf(instrument(instrumentKey)).flatMap(({ key, raises, text }) =>
    raises && flagged.has(key)
      ? [{ question: key, grade: raises.grade, ...(raises.indicator === null ? {} : { indicator: raises.indicator }), text: text.en }]
      : [],
  );
}
