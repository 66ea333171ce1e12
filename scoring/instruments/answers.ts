import { z } from 'zod';
import type { AnswerValue, Contradiction, FindingGiven } from '../types.ts';
import { answerChoices, creditOf, isTickList, ticksOf, type Worth } from './choices.ts';
import type { Instrument, InstrumentQuestion } from './complete.ts';
import { gatheredTypes } from './question-schema.ts';
import type { ConsistencyRule } from './schema.ts';
import type { AppliesTo } from './scope-schema.ts';

export { answerChoices, choicesOf, scaleAnswers, tickAnswer, ticksOf } from './choices.ts';

/** What was answered to a question that only gathers: a text, a number, an ISO date, or the option chosen. It never counts. */
export type GatheredValue = string | number;
/** Answers by question key; a question without one is left out or undefined. */
export type Answers = Readonly<Record<string, AnswerValue | GatheredValue | undefined>>;
/** What the functions here need of a question: works for the frozen and for the localized instrument. */
export type AskedQuestion = Pick<InstrumentQuestion, 'key' | 'type' | 'mayBeNotApplicable' | 'dependsOn'> & {
  options?: readonly { value: string; credit?: number | undefined }[] | undefined;
  base?: number;
  appliesTo?: AppliesTo | undefined;
};
export type AskedInstrument<Question extends AskedQuestion> = {
  sections: readonly { appliesTo?: AppliesTo | undefined; questions: readonly Question[] }[];
};

/** Whether a question only gathers for the record. Such a question may stay empty, and its answer never counts. */
export function isGathered({ type }: Pick<AskedQuestion, 'type'>): boolean {
  return gatheredTypes.some((each) => each === type);
}

/** Whether an assessment is complete only with an answer to it: all but input facts and what is gathered. */
export function needsAnswer(question: Pick<AskedQuestion, 'type'>): boolean {
  return question.type !== 'FACT' && !isGathered(question);
}

/** Zod schema of one answer on a scale. Input facts take none (they are facts of the site), what is gathered has `gatheredValueSchema`. */
export function answerValueSchema(question: Pick<AskedQuestion, 'type' | 'mayBeNotApplicable' | 'options'>): z.ZodType<AnswerValue> {
  const choices = answerChoices(question);
  return z.custom<AnswerValue>(
    (value) =>
      choices.some((choice) => choice === value) ||
      (question.type === 'PCT' && typeof value === 'number' && value >= 0 && value <= 100) ||
      (question.type === 'TICKS' && isTickList(question, value)),
    { error: `not an answer on the scale ${question.type}` },
  );
}

/** Zod schema of one gathered value: text of 1 to 2,000 characters, a number from 0 to a thousand million, an ISO date, one of the options. Other questions take none. */
export function gatheredValueSchema({ type, options = [] }: Pick<AskedQuestion, 'type' | 'options'>): z.ZodType<GatheredValue> {
  switch (type) {
    case 'TEXT':
      return z.string().trim().min(1).max(2000);
    case 'NUMBER':
      return z.number().min(0).max(1_000_000_000);
    case 'DATE':
      return z.iso.date();
    case 'CHOICE':
      return z.string().refine((value) => options.some((option) => option.value === value), { error: 'not one of the options' });
    default:
      return z.never();
  }
}

/** Zod schema of all answers of an instrument: any part of its questions, each on its scale; other keys are refused. */
export function answersSchema(instrument: AskedInstrument<AskedQuestion>): z.ZodType<Partial<Record<string, AnswerValue | GatheredValue>>> {
  const shape: Record<string, z.ZodType<AnswerValue | GatheredValue | undefined>> = {};
  for (const question of questionsOf(instrument)) {
    if (question.type === 'FACT') continue;
    shape[question.key] = (isGathered(question) ? gatheredValueSchema(question) : answerValueSchema(question)).optional();
  }
  return z.strictObject(shape);
}

/** All questions of an instrument, in order. */
export function questionsOf<Question extends AskedQuestion>(instrument: AskedInstrument<Question>): Question[] {
  return instrument.sections.flatMap((section) => section.questions);
}

/** The questions to ask given the answers so far, in order: those whose condition holds, input facts included. A question under a hidden one is hidden too. */
export function visibleQuestions<Question extends AskedQuestion>(instrument: AskedInstrument<Question>, answers: Answers): Question[] {
  const all = questionsOf(instrument);
  const byKey = new Map(all.map((question) => [question.key, question]));
  const isVisible = (question: Question, above: readonly string[]): boolean => {
    const { dependsOn } = question;
    if (!dependsOn) return true;
    const parent = byKey.get(dependsOn.question);
    if (!parent || above.includes(parent.key)) return true;
    const answer = answers[parent.key];
    if (answer !== undefined && isClosedBy(dependsOn, answer)) return false;
    return isVisible(parent, [...above, question.key]);
  };
  return all.filter((question) => isVisible(question, []));
}

/** Whether the answer to the question that another depends on hides it. */
export function isClosedBy(
  { unless, ticked }: { unless: readonly (string | number)[]; ticked?: readonly string[] | undefined },
  answer: AnswerValue | GatheredValue,
): boolean {
  if (ticked === undefined) return unless.some((value) => value === answer);
  return answer === 'not-applicable' || (ticksOf(answer)?.every((each) => !ticked.includes(each)) ?? false);
}

/** The answers that count: those on a scale, to questions that are asked. One given before its question was hidden, or that only gathers, is left out. */
export function answersThatCount(instrument: AskedInstrument<AskedQuestion>, answers: Answers): Record<string, AnswerValue> {
  const counted: Record<string, AnswerValue> = {};
  for (const question of visibleQuestions(instrument, answers)) {
    const answer = needsAnswer(question) ? answerValueSchema(question).safeParse(answers[question.key]) : undefined;
    if (answer?.success) counted[question.key] = answer.data;
  }
  return counted;
}

/**
 * Answers that do not go together, in the order of the instrument's rules. Findings that are not verified as put right count against
 * the controls they show to fail. Pure; the score applies the same rules to the credit (R5).
 */
export function contradictionsOf(
  instrument: Pick<Instrument, 'sections' | 'consistency'>,
  answers: Answers,
  findings: readonly FindingGiven[] = [],
): Contradiction[] {
  const counted = answersThatCount(instrument, answers);
  const questions = new Map(questionsOf(instrument).map((question) => [question.key, question]));
  const open = findings.filter((finding) => finding.status !== 'verified');
  return instrument.consistency.flatMap((rule) => {
    const against = contradictedBy(rule, { counted, questions, open });
    return against === null ? [] : [{ code: rule.code, questions: [rule.control, ...against], text: rule.text.en }];
  });
}

function contradictedBy(
  rule: ConsistencyRule,
  { counted, questions, open }: { counted: Record<string, AnswerValue>; questions: Questions; open: readonly FindingGiven[] },
): string[] | null {
  const claimed = shareOf(questions.get(rule.control), counted[rule.control]);
  if (claimed === undefined) return null;
  if (rule.kind === 'void') {
    if (claimed < rule.atLeast) return null;
    if ('flag' in rule) return isFlagged(rule, counted[rule.flag]) ? [rule.flag] : null;
    return open.some((finding) => finding.indicator === rule.indicator || finding.question === rule.control) ? [] : null;
  }
  const percent = percentOf(questions.get(rule.by), counted[rule.by]);
  if (percent === undefined) return null;
  const limit = rule.kind === 'ceiling' ? percent / 100 : percent < rule.below ? rule.cap : 1;
  return claimed > limit ? [rule.by] : null;
}

type Questions = ReadonlyMap<string, Worth>;

/** Whether an answer is the one that contradicts a control: yes, or one of those that the rule names, alone or among others ticked. Pure. */
export function isFlagged({ is = ['yes'] }: { is?: readonly string[] | undefined }, answer: AnswerValue | undefined): boolean {
  return is.some((value) => value === answer || (ticksOf(answer) ?? []).includes(value));
}

/** An answer that limits a control, in percent; undefined when it says nothing. Pure. */
export function percentOf(question: Worth | undefined, answer: AnswerValue | undefined): number | undefined {
  if (typeof answer === 'number') return answer;
  const credit = question && creditOf(question, answer);
  return credit === undefined ? undefined : credit * 100;
}

/** A control's answer as 0 to 1: words yes, partial, no; a grade of 0 to 4; what options are worth. Undefined when it says nothing. */
function shareOf(question: Worth | undefined, answer: AnswerValue | undefined): number | undefined {
  if (question?.type === 'PICK' || question?.type === 'TICKS') return creditOf(question, answer);
  if (typeof answer === 'number') return answer / 4;
  if (answer === 'yes') return 1;
  if (answer === 'partial') return 0.5;
  return answer === 'no' ? 0 : undefined;
}
