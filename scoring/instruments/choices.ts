import type { AnswerValue } from '../types.ts';
import type { AnswerWord, FrozenQuestion, QuestionType } from './question-schema.ts';

const words: Record<QuestionType, AnswerWord[]> = {
  G4: [0, 1, 2, 3, 4, 'dont-know'],
  YNP: ['yes', 'partial', 'no', 'dont-know'],
  PCT: ['dont-know'],
  RF: ['yes', 'no', 'dont-know'],
  PICK: ['dont-know'],
  TICKS: ['none', 'dont-know'],
  FACT: [],
  NC: ['compliant', 'not-compliant', 'not-assessed'],
  SIGN: ['present', 'absent', 'unknown'],
  REVIEW: ['met', 'partial', 'not-met', 'not-assessed'],
  TEXT: [],
  NUMBER: [],
  DATE: [],
  CHOICE: [],
};

type Scaled = Pick<FrozenQuestion, 'type' | 'mayBeNotApplicable'>;
type WithOptions = Scaled & { options?: readonly { value: string }[] | undefined };

/** The answers that the scale of a question's type has words for; of PICK and TICKS those beside their options. */
export function scaleAnswers({ type, mayBeNotApplicable }: Scaled): AnswerWord[] {
  const choices = words[type];
  return mayBeNotApplicable && type !== 'FACT' ? [...choices, 'not-applicable'] : [...choices];
}

/**
 * The answers of a scale to pick from; a PCT question takes any number from 0 to 100 besides, and TICKS any list of its options (`isTickList`). Empty for input
 * facts and for what is gathered.
 */
export function answerChoices(question: WithOptions): AnswerValue[] {
  return [...(question.type === 'PICK' ? optionValues(question) : []), ...scaleAnswers(question)];
}

/** All answers to pick from: of the scale, and the options of a choice, a PICK, or a list to tick (each ticked alone). */
export function choicesOf(question: WithOptions): (AnswerValue | string)[] {
  return question.type === 'PICK' ? answerChoices(question) : [...optionValues(question), ...scaleAnswers(question)];
}

const optionValues = ({ options = [] }: WithOptions): string[] => options.map(({ value }) => value);

/** Whether an answer to the one is an answer to the other as it is: the scale is the same, and so are the options, where there are any. */
export function isSameScale(one: WithOptions, other: WithOptions): boolean {
  return one.type === other.type && optionValues(one).join(' ') === optionValues(other).join(' ');
}

/** The answer that ticks these options: in the order of the question, joined by a space; `none` where it has none of them. */
export function tickAnswer(options: readonly { value: string }[], ticked: readonly string[]): AnswerValue {
  return (
    options
      .map(({ value }) => value)
      .filter((value) => ticked.includes(value))
      .join(' ') || 'none'
  );
}

/** The options that an answer ticks, in its order; empty for `none`. Null for an answer that says nothing of them. */
export function ticksOf(value: AnswerValue | undefined): string[] | null {
  if (typeof value !== 'string' || value === 'dont-know' || value === 'not-applicable') return null;
  return value === 'none' ? [] : value.split(' ');
}

/** Whether a value is a list of options of the question as `tickAnswer` writes it, with at least one. */
export function isTickList({ options = [] }: WithOptions, value: unknown): value is AnswerValue {
  return typeof value === 'string' && value !== 'none' && tickAnswer(options, value.split(' ')) === value;
}

/** What `creditOf` needs to know of a question. */
export type Worth = {
  type: QuestionType;
  options?: readonly { value: string; credit?: number | undefined }[] | undefined;
  base?: number | undefined;
};

/** What the options picked or ticked are worth, 0 to 1; undefined for an answer that says nothing of them. */
export function creditOf({ type, options = [], base = 0 }: Worth, value: AnswerValue | undefined): number | undefined {
  if (type === 'PICK') return options.find((option) => option.value === value)?.credit;
  const ticked = type === 'TICKS' ? ticksOf(value) : null;
  if (ticked?.some((each) => !options.some((option) => option.value === each)) ?? true) return undefined;
  const sum = options.reduce((total, option) => total + (ticked?.includes(option.value) ? (option.credit ?? 0) : 0), base);
  // Decimals of the credits may not add up exactly: ten times 0.1 is everything.
  return Math.min(1, Math.max(0, Math.round(sum * 1e6) / 1e6));
}

const extremes = {
  best: { G4: 4, YNP: 'yes', PCT: 100, RF: 'no' },
  worst: { G4: 0, YNP: 'no', PCT: 0, RF: 'yes' },
} as const satisfies Record<string, Partial<Record<QuestionType, AnswerValue>>>;

/** The best or the worst answer to a control; undefined for a question that is none, and for one whose options are worth nothing. */
export function extremeAnswer(question: Worth, which: 'best' | 'worst'): AnswerValue | undefined {
  const { type, options = [] } = question;
  const sign = which === 'best' ? 1 : -1;
  const worth = ({ credit = 0 }: { credit?: number | undefined }) => credit * sign;
  if (!options.some(({ credit }) => credit)) return Object.entries(extremes[which]).find(([each]) => each === type)?.[1];
  if (type === 'PICK') return [...options].sort((a, b) => worth(b) - worth(a))[0]?.value;
  return tickAnswer(
    options,
    options.filter((option) => worth(option) > 0).map(({ value }) => value),
  );
}
