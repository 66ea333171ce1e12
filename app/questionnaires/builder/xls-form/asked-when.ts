import type { DraftQuestion } from '../draft';
import { conjunctsOf, isTrue, questionsNamed, readExpression } from './expression';

/** A question that conditions may hang on: its key, and its answers by the names that the form gives them. */
export type Parent = { key: string; answers: readonly { name: string; value: string | number }[]; dependsOn: DraftQuestion['dependsOn'] };
/** A condition in the file: of the row itself, or of a group around it. */
export type GivenCondition = { text: string; row: number };
export type AskedWhen = {
  dependsOn: DraftQuestion['dependsOn'];
  /** What could not be carried; the question is asked more often than in the form. */
  dropped: GivenCondition[];
  /** In the form it is never asked. */
  isNever: boolean;
};

type Candidate = { question: string; unless: (string | number)[]; from: GivenCondition };

/**
 * All conditions of a question, reduced to the one that a questionnaire supports: a question and the answers after which it is skipped. Conditions on one
 * question are merged; one implied by the parent's own condition is dropped. Of the rest, the innermost is kept and the others are reported: no condition is
 * lost silently. Pure.
 */
export function askedWhen(
  given: readonly GivenCondition[],
  { parentNamed, parentByKey }: { parentNamed: (name: string) => Parent | undefined; parentByKey: (key: string) => Parent | undefined },
): AskedWhen {
  const dropped: GivenCondition[] = [];
  const candidates: Candidate[] = [];
  for (const { text, row } of given.flatMap(({ text, row }) => conjunctsOf(text).map((part) => ({ text: part, row })))) {
    const constant = constantOf(text);
    if (constant === true) continue;
    if (constant === false) return { dependsOn: null, dropped: [], isNever: true };
    const candidate = candidateOf({ text, row }, parentNamed);
    if (candidate) join(candidates, candidate);
    else dropped.push({ text, row });
  }
  const possible = candidates.filter((candidate) => {
    const answers = parentByKey(candidate.question)?.answers ?? [];
    const isEver = answers.some(({ value }) => !candidate.unless.includes(value));
    if (!isEver) dropped.push(candidate.from);
    return isEver;
  });
  const needed = possible.filter((one) => !possible.some((other) => other !== one && isImplied(one, { by: other, parentByKey })));
  const carried = needed.at(-1);
  dropped.push(...needed.slice(0, -1).map(({ from }) => from));
  return { dependsOn: carried ? { question: carried.question, unless: carried.unless } : null, dropped, isNever: false };
}

/** "yes", "no", `true()` and the like, as the form language takes them in such a cell. */
function constantOf(text: string): boolean | null {
  if (/^(yes|true|true\s*\(\s*\)|1)$/i.test(text.trim())) return true;
  return /^(no|false|false\s*\(\s*\)|0)$/i.test(text.trim()) ? false : null;
}

function candidateOf(from: GivenCondition, parentNamed: (name: string) => Parent | undefined): Candidate | null {
  const expression = readExpression(from.text);
  if (!expression) return null;
  const [name, ...others] = questionsNamed(expression);
  if (name === undefined || others.length > 0) return null;
  const parent = parentNamed(name);
  if (!parent || parent.answers.length === 0) return null;
  const unless = parent.answers.filter((answer) => !isTrue(expression, answer.name)).map(({ value }) => value);
  // Without an answer that excludes it, the condition says only that the other question was answered.
  return unless.length === 0 ? null : { question: parent.key, unless, from };
}

function join(candidates: Candidate[], added: Candidate): void {
  const same = candidates.find(({ question }) => question === added.question);
  if (!same) candidates.push(added);
  else same.unless = [...new Set([...same.unless, ...added.unless])];
}

/** Whether `one` is implied wherever the question of `by` is asked: a question under a hidden one is hidden too. */
function isImplied(one: Candidate, { by, parentByKey }: { by: Candidate; parentByKey: (key: string) => Parent | undefined }): boolean {
  const seen = new Set<string>();
  let above = parentByKey(by.question)?.dependsOn ?? null;
  while (above && !seen.has(above.question)) {
    const { question, unless } = above;
    if (question === one.question && one.unless.every((value) => unless.includes(value))) return true;
    seen.add(question);
    above = parentByKey(question)?.dependsOn ?? null;
  }
  return false;
}
