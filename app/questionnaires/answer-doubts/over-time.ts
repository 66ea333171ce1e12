import { doubtParameters } from './parameters';
import type { AnswerGivenAt, AnswerPattern, Doubt, LeftOut, PatternBefore } from './pattern';

const { risen } = doubtParameters;

/** What changed since the supplier's questionnaire before, and what it says of its workforce (rules G1, G10 and A9 of the catalogue). Pure. */
export function doubtsOverTime(given: AnswerPattern, before: PatternBefore | null, leftOut: readonly LeftOut[]): Doubt[] {
  return [...betterWithoutEvidence(given, before), ...fewerQuestions(leftOut), ...sharesOverAll(given)];
}

/** Two levels of four, or a no that became a yes, without a file that was not shown before and without a completed action. */
function betterWithoutEvidence(given: AnswerPattern, before: PatternBefore | null): Doubt[] {
  if (before === null) return [];
  const were = new Map(before.answers.map((answer) => [answer.question, answer]));
  const shown = new Set(before.files.map(({ sha256 }) => sha256));
  const isShown = (question: string) => given.files.some((file) => file.question === question && !shown.has(file.sha256));
  const questions = given.answers.flatMap((answer) => {
    const was = were.get(answer.question);
    const hasCause = before.actedOn.includes(answer.question) || isShown(answer.question);
    return was !== undefined && isRisen(was, answer) && !hasCause ? [answer.question] : [];
  });
  return questions.length === 0 ? [] : [{ kind: 'better-without-evidence', questions, figures: { answers: questions.length }, others: [] }];
}

function isRisen(was: AnswerGivenAt, now: AnswerGivenAt): boolean {
  if (was.share === null || now.share === null) return false;
  return typeof now.value === 'number' ? now.share - was.share >= risen.share : was.share === 0 && now.share === 1;
}

function fewerQuestions(leftOut: readonly LeftOut[]): Doubt[] {
  const questions = new Set(leftOut.flatMap((each) => [...each.questions])).size;
  return questions === 0 ? [] : [{ kind: 'fewer-questions', questions: [], figures: { questions }, others: [] }];
}

/** Workers come from another country or from another part of this one, never both. */
function sharesOverAll({ shares = {} }: AnswerPattern): Doubt[] {
  const percent = (shares.migrantShare ?? 0) + (shares.internalMigrantShare ?? 0);
  return percent > 100 ? [{ kind: 'shares-over-all', questions: [], figures: { percent }, others: [] }] : [];
}
