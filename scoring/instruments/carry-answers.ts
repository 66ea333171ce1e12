import type { AnswerValue } from '../types.ts';
import {
  type Answers,
  answersThatCount,
  type AskedInstrument,
  type AskedQuestion,
  answerValueSchema,
  questionsOf,
  visibleQuestions,
} from './answers.ts';
import { creditOf, isSameScale } from './choices.ts';
import type { CrosswalkPair, Relation } from './crosswalk-schema.ts';
import { controlTypes, type QuestionType } from './question-schema.ts';

/** An instrument with the answers given to it, by question key. */
export type AnsweredInstrument = { instrument: AskedInstrument<AskedQuestion>; answers: Answers };
export type CarriedFrom = { question: string; value: AnswerValue; relation: Relation };
/**
 * An answer that follows from answers to another instrument. `full`: it follows. `partial`: the other instrument looked at a part only, or at more, so that a
 * person has to judge.
 */
export type CarriedAnswer = { question: string; value: AnswerValue; coverage: 'full' | 'partial'; sources: CarriedFrom[] };

type Standing = 'good' | 'partly' | 'bad' | 'not-applicable';
type Candidate = { value: AnswerValue; standing: Standing; coverage: CarriedAnswer['coverage']; source: CarriedFrom };

/**
 * What answers to one instrument say about the unanswered questions of another, in the order of its questions. `pairs` say how a question of `from` relates
 * to one of `to`.
 * - An equal question carries its answer: as it is where both have the same answers, else as the pair says (`values`) or as the scales do. To options nothing but
 *   an equal question carries, and to a list to tick nothing but the same list. A broader one that is in order carries that fully, unless a part that the pairs know was not found in order too; one
 *   that is not in order carries it partly: the fault may lie elsewhere.
 * - A narrower one that is not in order carries that; those in order carry it partly, and only when every part that the pairs know is in order.
 * - Of several answers the worst counts. What is not known, not assessed, or not asked never carries; no answer is ever replaced, not even "I don't know".
 * - A self-reported answer is not a finding: answers to controls carry to controls only, answers of those who assess to those only.
 * Pure. Applying the result (`applyCarried`) and asking again gives nothing.
 */
export function carryAnswers(from: AnsweredInstrument, to: AnsweredInstrument, pairs: readonly CrosswalkPair[]): CarriedAnswer[] {
  const given = answersThatCount(from.instrument, from.answers);
  const sources = new Map(questionsOf(from.instrument).map((question) => [question.key, question]));
  const found = questionsOf(to.instrument).flatMap((target) => {
    if (to.answers[target.key] !== undefined) return [];
    const leading = pairs.filter((pair) => pair.target === target.key && pair.relation !== 'related' && sources.has(pair.question));
    const carried = worstOf(target, candidatesOf(target, { leading, sources, given }));
    return carried ? [carried] : [];
  });
  const after = applyCarried(to.answers, found);
  const asked = new Set(visibleQuestions(to.instrument, after).map(({ key }) => key));
  return found.filter(({ question }) => asked.has(question));
}

/** The answers with those carried beside them; none that was there is replaced. Pure. */
export function applyCarried(answers: Answers, carried: readonly Pick<CarriedAnswer, 'question' | 'value'>[]): Answers {
  return { ...Object.fromEntries(carried.map(({ question, value }) => [question, value])), ...definedOnly(answers) };
}

function definedOnly(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined));
}

type Sought = { leading: readonly CrosswalkPair[]; sources: ReadonlyMap<string, AskedQuestion>; given: Record<string, AnswerValue> };

function candidatesOf(target: AskedQuestion, { leading, sources, given }: Sought): Candidate[] {
  const standingOf = (key: string): Standing | null => {
    const [question, value] = [sources.get(key), given[key]];
    return question === undefined || value === undefined ? null : standingIn(question, value);
  };
  const parts = leading.filter((pair) => pair.relation === 'narrower');
  const arePartsInOrder = parts.every((pair) => standingOf(pair.question) === 'good');
  return leading.flatMap((pair): Candidate[] => {
    const [question, value, standing] = [sources.get(pair.question), given[pair.question], standingOf(pair.question)];
    if (question === undefined || value === undefined || standing === null || !isAlike(question.type, target.type)) return [];
    const source = { question: pair.question, value, relation: pair.relation };
    const made = carriedThrough(pair, { standing, value, question, target, arePartsInOrder });
    return made === null || !answerValueSchema(target).safeParse(made.value).success ? [] : [{ ...made, standing, source }];
  });
}

type Carrying = { standing: Standing; value: AnswerValue; question: AskedQuestion; target: AskedQuestion; arePartsInOrder: boolean };

function carriedThrough(
  { relation, values }: CrosswalkPair,
  { standing, value, question, target, arePartsInOrder }: Carrying,
): Pick<Candidate, 'value' | 'coverage'> | null {
  if (relation === 'equal') {
    const said = target.type === 'TICKS' ? undefined : (values?.[String(value)] ?? valueIn(target.type, standing));
    const same = isSameScale(question, target) ? value : (said ?? null);
    return same === null ? null : { value: same, coverage: 'full' };
  }
  if (relation === 'related' || standing === 'not-applicable' || standing === 'partly') return null;
  if (relation === 'broader') return worded(target.type, standing, standing === 'good' && arePartsInOrder ? 'full' : 'partial');
  if (standing === 'good') return arePartsInOrder ? worded(target.type, 'good', 'partial') : null;
  // A fault in a part is one in the whole; where the whole is graded, it may still be there in part.
  return worded(target.type, 'bad', 'full') && isGraded(target.type)
    ? worded(target.type, 'partly', 'partial')
    : worded(target.type, 'bad', 'full');
}

function worded(type: QuestionType, standing: Standing, coverage: CarriedAnswer['coverage']): Pick<Candidate, 'value' | 'coverage'> | null {
  const value = valueIn(type, standing);
  return value === null ? null : { value, coverage };
}

const order: readonly Standing[] = ['bad', 'partly', 'good', 'not-applicable'];

function worstOf(target: AskedQuestion, candidates: readonly Candidate[]): CarriedAnswer | null {
  const rank = (each: Candidate) =>
    order.indexOf(standingIn(target, each.value) ?? 'not-applicable') * 2 + (each.coverage === 'full' ? 0 : 1);
  const [worst, ...rest] = [...candidates].sort((a, b) => rank(a) - rank(b));
  if (!worst) return null;
  return { question: target.key, value: worst.value, coverage: worst.coverage, sources: [worst, ...rest].map(({ source }) => source) };
}

/** Both are self-reported, or both are found by an assessor. */
function isAlike(one: QuestionType, other: QuestionType): boolean {
  const isClaimed = (type: QuestionType) => controlTypes.some((each) => each === type);
  const isFound = (type: QuestionType) => type === 'NC' || type === 'SIGN' || type === 'REVIEW';
  return (isClaimed(one) && isClaimed(other)) || (isFound(one) && isFound(other));
}

function isGraded(type: QuestionType): boolean {
  return valueIn(type, 'partly') !== null;
}

const wordsOf: Partial<Record<QuestionType, Partial<Record<Standing, AnswerValue>>>> = {
  YNP: { good: 'yes', partly: 'partial', bad: 'no' },
  RF: { good: 'no', bad: 'yes' },
  NC: { good: 'compliant', bad: 'not-compliant' },
  SIGN: { good: 'absent', bad: 'present' },
  REVIEW: { good: 'met', partly: 'partial', bad: 'not-met' },
  // How far something is documented or applied must be answered again; its absence carries.
  G4: { bad: 0 },
  PCT: { good: 100, bad: 0 },
};

function valueIn(type: QuestionType, standing: Standing): AnswerValue | null {
  return standing === 'not-applicable' ? 'not-applicable' : (wordsOf[type]?.[standing] ?? null);
}

/** What an answer says, whatever its scale; null for one that says nothing. */
function standingIn(question: AskedQuestion, value: AnswerValue): Standing | null {
  const { type } = question;
  if (value === 'not-applicable') return 'not-applicable';
  if (type === 'PICK' || type === 'TICKS') {
    if (!answerValueSchema(question).safeParse(value).success || value === 'dont-know') return null;
    // Options that are worth nothing say something, but neither good nor bad.
    const credit = question.options?.some((option) => option.credit !== undefined) ? (creditOf(question, value) ?? 0.5) : 0.5;
    return credit >= 1 ? 'good' : credit > 0 ? 'partly' : 'bad';
  }
  if (typeof value === 'number') {
    const share = type === 'G4' ? value / 3 : value / 100;
    return share >= 1 ? 'good' : share > 0 ? 'partly' : 'bad';
  }
  return order.find((standing) => wordsOf[type]?.[standing] === value) ?? null;
}
