import { type Answers, answersThatCount, questionsOf } from '../instruments/answers.ts';
import type { Instrument } from '../instruments/complete.ts';
import { gatheredTypes } from '../instruments/question-schema.ts';
import type { AskedQuestion, ComplianceAnswer } from './finding-of.ts';
import { type FactoryReading, readFactory } from './read-factory.ts';

const words = new Map<unknown, readonly ['yes' | 'no', 'yes' | 'no']>([
  ['compliant', ['no', 'yes']],
  ['not-compliant', ['yes', 'no']],
]);

/**
 * Reads the answers to an instrument with compliance questions (R12). A question that is not answered, or hidden by another answer, was not assessed;
 * what was gathered never counts. Throws RangeError for a point that the table of the day does not have.
 */
export function readCompliance(instrument: Pick<Instrument, 'sections'>, options: { asOf: string; answers: Answers }): FactoryReading {
  const questions = questionsOf(instrument).flatMap(({ key, type, point, nonCompliantWhen, zeroTolerance }): AskedQuestion[] => {
    if (gatheredTypes.some((each) => each === type)) return [{ code: key, kind: 'fact-gathering' }];
    if (type !== 'NC' || point === null || nonCompliantWhen === undefined) return [];
    return [{ code: key, point, kind: 'non-compliance', nonCompliantWhen, isZeroTolerance: zeroTolerance === true }];
  });
  const counted = answersThatCount(instrument, options.answers);
  const answers = questions.flatMap((question): ComplianceAnswer[] => {
    if (question.kind === 'fact-gathering') return [];
    const answer = counted[question.code];
    if (answer === 'not-applicable') return [{ question: question.code, answer }];
    const found = words.get(answer)?.[question.nonCompliantWhen === 'yes' ? 0 : 1];
    return [{ question: question.code, answer: found ?? 'not-assessed' }];
  });
  return readFactory({ asOf: options.asOf, questions, answers });
}
