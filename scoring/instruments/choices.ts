import type { AnswerValue } from '../types.ts';
import type { FrozenQuestion, QuestionType } from './question-schema.ts';

const words: Record<QuestionType, AnswerValue[]> = {
  G4: [0, 1, 2, 3, 4, 'dont-know'],
  YNP: ['yes', 'partial', 'no', 'dont-know'],
  PCT: ['dont-know'],
  RF: ['yes', 'no', 'dont-know'],
  FACT: [],
  NC: ['compliant', 'not-compliant', 'not-assessed'],
  SIGN: ['present', 'absent', 'unknown'],
  REVIEW: ['met', 'partial', 'not-met', 'not-assessed'],
  TEXT: [],
  NUMBER: [],
  DATE: [],
  CHOICE: [],
};

/** The answers of a scale to pick from; a PCT question takes any number from 0 to 100 besides. Empty for input facts and for what is gathered. */
export function answerChoices({ type, mayBeNotApplicable }: Pick<FrozenQuestion, 'type' | 'mayBeNotApplicable'>): AnswerValue[] {
  const choices = words[type];
  return mayBeNotApplicable && type !== 'FACT' ? [...choices, 'not-applicable'] : [...choices];
}

/** All answers to pick from: of the scale, or the options of a choice. */
export function choicesOf(
  question: Pick<FrozenQuestion, 'type' | 'mayBeNotApplicable'> & { options?: readonly { value: string }[] | undefined },
): (AnswerValue | string)[] {
  return question.type === 'CHOICE' ? (question.options ?? []).map(({ value }) => value) : answerChoices(question);
}
