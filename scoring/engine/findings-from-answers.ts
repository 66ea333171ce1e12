import { questionsOf } from '../instruments/answers.ts';
import { instrument } from '../instruments/at.ts';
import { readerText } from '../instruments/reader-text.ts';
import type { AnswerGiven } from '../types.ts';
import type { FindingGrade, Indicator } from '../vocabulary.ts';

export type RaisedFinding = { question: string; grade: FindingGrade; indicator?: Indicator; text: string };

/**
 * Findings that the answers to an instrument raise, in the order of the questions: one for each red flag answered yes and for each compliance
 * question that raises one and was answered not compliant.
 * `text` is the question's frozen English as readers see it; a page shows its translation by the question's key.
 * Pure: whoever calls keeps the findings and passes them to `assess`, which counts only findings it is given.
 * Throws RangeError for an unknown instrument.
 */
export function findingsFromAnswers(instrumentKey: string, answers: readonly Pick<AnswerGiven, 'question' | 'value'>[]): RaisedFinding[] {
  const given = new Map(answers.map((each) => [each.question, each.value]));
  return questionsOf(instrument(instrumentKey)).flatMap(({ key, type, raises, text }) =>
    raises && given.get(key) === (type === 'NC' ? 'not-compliant' : 'yes')
      ? [
          {
            question: key,
            grade: raises.grade,
            ...(raises.indicator === null ? {} : { indicator: raises.indicator }),
            text: readerText(text.en, 'en'),
          },
        ]
      : [],
  );
}
