import { z } from 'zod';
import type { AnswerValue, Contradiction, FindingGiven } from '../types.ts';
import type { ConsistencyRule, Instrument, InstrumentQuestion, QuestionType } from './schema.ts';

/** Answers by question key; a question without one is left out or undefined. */
export type Answers = Readonly<Record<string, AnswerValue | undefined>>;
/** What the functions here need of a question: works for the frozen and for the localized instrument. */
export type AskedQuestion = Pick<InstrumentQuestion, 'key' | 'type' | 'mayBeNotApplicable' | 'dependsOn'>;
export type AskedInstrument<Question extends AskedQuestion> = { sections: readonly { questions: readonly Question[] }[] };

const words: Record<QuestionType, AnswerValue[]> = {
  G4: [0, 1, 2, 3, 4, 'dont-know'],
  YNP: ['yes', 'partial', 'no', 'dont-know'],
  PCT: ['dont-know'],
  RF: ['yes', 'no', 'dont-know'],
  FACT: [],
};

/** The answers to pick from; a PCT question takes any number from 0 to 100 besides. Empty for input facts, which are no answers. */
export function answerChoices(question: Pick<AskedQuestion, 'type' | 'mayBeNotApplicable'>): AnswerValue[] {
  const choices = words[question.type];
  return question.mayBeNotApplicable && question.type !== 'FACT' ? [...choices, 'not-applicable'] : [...choices];
}

/** Zod schema of one answer. Input facts take none: they are facts of the site. */
export function answerValueSchema(question: Pick<AskedQuestion, 'type' | 'mayBeNotApplicable'>): z.ZodType<AnswerValue> {
  const choices = answerChoices(question);
  return z.custom<AnswerValue>(
    (value) =>
      choices.some((choice) => choice === value) || (question.type === 'PCT' && typeof value === 'number' && value >= 0 && value <= 100),
    { error: `not an answer on the scale ${question.type}` },
  );
}

/** Zod schema of all answers of an instrument: any part of its questions, each on its scale; other keys are refused. */
export function answersSchema(instrument: AskedInstrument<AskedQuestion>): z.ZodType<Partial<Record<string, AnswerValue>>> {
  const shape: Record<string, z.ZodType<AnswerValue | undefined>> = {};
  for (const question of questionsOf(instrument))
    if (question.type !== 'FACT') shape[question.key] = answerValueSchema(question).optional();
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
    if (answer !== undefined && dependsOn.unless.some((value) => value === answer)) return false;
    return isVisible(parent, [...above, question.key]);
  };
  return all.filter((question) => isVisible(question, []));
}

/** The answers that count: those to questions that are asked. An answer given before its question was hidden is left out. */
export function answersThatCount(instrument: AskedInstrument<AskedQuestion>, answers: Answers): Record<string, AnswerValue> {
  const counted: Record<string, AnswerValue> = {};
  for (const { key, type } of visibleQuestions(instrument, answers)) {
    const answer = answers[key];
    if (answer !== undefined && type !== 'FACT') counted[key] = answer;
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
  const open = findings.filter((finding) => finding.status !== 'verified');
  return instrument.consistency.flatMap((rule) => {
    const against = contradictedBy(rule, counted, open);
    return against === null ? [] : [{ code: rule.code, questions: [rule.control, ...against], text: rule.text.en }];
  });
}

function contradictedBy(rule: ConsistencyRule, answers: Answers, open: readonly FindingGiven[]): string[] | null {
  const claimed = shareOf(answers[rule.control]);
  if (claimed === undefined) return null;
  if (rule.kind === 'void') {
    if (claimed < rule.atLeast) return null;
    if ('flag' in rule) return answers[rule.flag] === 'yes' ? [rule.flag] : null;
    return open.some((finding) => finding.indicator === rule.indicator || finding.question === rule.control) ? [] : null;
  }
  const percent = answers[rule.by];
  if (typeof percent !== 'number') return null;
  const limit = rule.kind === 'ceiling' ? percent / 100 : percent < rule.below ? rule.cap : 1;
  return claimed > limit ? [rule.by] : null;
}

/** A control's answer as 0 to 1: words yes, partial, no; a grade of 0 to 4. Undefined when it says nothing. */
function shareOf(answer: AnswerValue | undefined): number | undefined {
  if (typeof answer === 'number') return answer / 4;
  if (answer === 'yes') return 1;
  if (answer === 'partial') return 0.5;
  return answer === 'no' ? 0 : undefined;
}
