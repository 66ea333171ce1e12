import type { ControlQuestion } from '../../engine/control-credit.ts';
import { controlsOf } from '../../engine/controls-of.ts';
import { methodAt } from '../../engine/method.ts';
import { toTenths } from '../../engine/rounding.ts';
import { extremeAnswer } from '../../instruments/choices.ts';
import type { AnswerGiven, AnswerValue, AssessInput } from '../../types.ts';
import type { ControlDomain, EvidenceGrade } from '../../vocabulary.ts';
import { scoreMany } from '../assess.ts';

export type AnswerWorth = {
  question: string;
  domain: ControlDomain;
  /** The current answer; null where there is none. */
  now: AnswerValue | null;
  /** The score with the best answer, shown by `evidence`, and how many points less that is. */
  score: number;
  lowers: number;
  evidence: EvidenceGrade;
};

export type LowerScore = {
  /** The current score. */
  score: number;
  /** Answers that would lower it, most first; equal ones in the order of the instrument. */
  answers: AnswerWorth[];
  /** All of `answers` together: they do not simply add. Null when there are none. */
  together: { score: number; lowers: number } | null;
};

/**
 * Which control answers would lower the score most (R5): each that does not earn its full credit is supposed to be the best one, given on the day and
 * shown by `evidence` (by its own evidence where that is stronger), and the party scored again. What another answer hides or voids lowers nothing and is
 * left out, as is what does not apply. A party that was asked nothing is tried with `instrument`. Null without a score, or with nothing to ask.
 * Throws as `assess`, and RangeError for an instrument that is not known.
 */
export function lowerScore(
  given: AssessInput,
  { evidence, instrument, most = 3 }: { evidence: EvidenceGrade; instrument?: string; most?: number },
): LowerScore | null {
  const key = given.instrument ?? instrument;
  if (key === undefined) return null;
  const input: AssessInput = { ...given, instrument: key };
  const [now] = scoreMany([input]);
  if (now?.status !== 'scored') return null;
  const trials = controlsOf(key).questions.flatMap((question) => supposeBest(question, input, evidence));
  const results = scoreMany(trials.map(({ answer }) => withAnswers(input, [answer])));
  const answers = trials
    .flatMap(({ question, answer, before }, index) => {
      const result = results[index];
      if (result?.status !== 'scored') return [];
      const lowers = (toTenths(now.score) - toTenths(result.score)) / 10;
      const worth = { question: question.id, domain: question.domain, now: before, score: result.score, lowers, evidence: answer.evidence };
      return lowers > 0 ? [{ worth, answer }] : [];
    })
    .sort((a, b) => b.worth.lowers - a.worth.lowers)
    .slice(0, most);
  const [all] = scoreMany([
    withAnswers(
      input,
      answers.map(({ answer }) => answer),
    ),
  ]);
  return {
    score: now.score,
    answers: answers.map(({ worth }) => worth),
    together:
      answers.length > 0 && all?.status === 'scored'
        ? { score: all.score, lowers: (toTenths(now.score) - toTenths(all.score)) / 10 }
        : null,
  };
}

function supposeBest(
  question: ControlQuestion,
  input: AssessInput,
  evidence: EvidenceGrade,
): { question: ControlQuestion; answer: AnswerGiven; before: AnswerValue | null }[] {
  const standing = latest(input.answers ?? [], question.id);
  if (standing?.value === 'not-applicable' && (question.mayBeNotApplicable || standing.scopedOut !== undefined)) return [];
  const factors = methodAt(input.asOf).of['R5.evidence'];
  const shown = standing && factors[standing.evidence] > factors[evidence] ? standing.evidence : evidence;
  const value = extremeAnswer({ type: question.scale, options: question.options }, 'best');
  if (value === undefined) return [];
  const answer = { question: question.id, value, evidence: shown, answeredOn: input.asOf };
  return [{ question, answer, before: standing?.value ?? null }];
}

function latest(answers: readonly AnswerGiven[], question: string): AnswerGiven | undefined {
  return answers
    .filter((each) => each.question === question)
    .reduce<AnswerGiven | undefined>((last, each) => (last && last.answeredOn > each.answeredOn ? last : each), undefined);
}

/** The input with these answers in place of those to the same questions. */
function withAnswers(input: AssessInput, answers: readonly AnswerGiven[]): AssessInput {
  const replaced = new Set(answers.map(({ question }) => question));
  return { ...input, answers: [...(input.answers ?? []).filter(({ question }) => !replaced.has(question)), ...answers] };
}
