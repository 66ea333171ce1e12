import type { QuestionType } from '../instruments/question-schema.ts';
import type { SameFacts } from './schema.ts';

export type FactAnswer = string | number;
export type FactAnswers = Readonly<Record<string, FactAnswer | undefined>>;
export type FactQuestion = { type: string; mayBeNotApplicable: boolean };

/** What is recorded in an audit, as far as proposals read it. */
export type RecordedFacts = {
  /** The questions that are asked now. */
  asked: ReadonlyMap<string, FactQuestion>;
  answers: FactAnswers;
  /** Answers that follow from the plan, the site record or other entries; proposed to their own question. */
  known?: FactAnswers;
  /** Questions that the plan, the site record or other entries answer sooner or later. */
  fromRecord?: ReadonlySet<string>;
  /** Questions that answer a zero-tolerance question or reveal its answer. */
  withheld: ReadonlySet<string>;
};

/** A proposed answer with the questions that it rests on; none where it is one of `known`. */
export type ProposedAnswer = { value: FactAnswer; sources: string[] };

type State = 'good' | 'bad' | 'not-applicable';
type Follows = { state: State; value: FactAnswer; sources: string[] };

const scales: Partial<Record<QuestionType, { good: FactAnswer; bad: FactAnswer }>> = {
  NC: { good: 'compliant', bad: 'not-compliant' },
  SIGN: { good: 'absent', bad: 'present' },
  REVIEW: { good: 'met', bad: 'not-met' },
  YNP: { good: 'yes', bad: 'no' },
  RF: { good: 'no', bad: 'yes' },
};
/** On these scales a faulty part may also be "partly": a person decides. */
const graded: readonly string[] = ['YNP', 'REVIEW'];

const scaleOf = (type: string) => scales[type as QuestionType];

/** Whether an answer is in order or not; null where it says neither. */
export function stateOf({ type }: FactQuestion, value: FactAnswer | undefined): State | null {
  if (value === 'not-applicable') return 'not-applicable';
  const scale = scaleOf(type);
  return value === undefined || scale === undefined ? null : value === scale.good ? 'good' : value === scale.bad ? 'bad' : null;
}

/** The answer of a scale that means this state; null where it has none. A share in order is 100. */
export function answerOf({ type, mayBeNotApplicable }: FactQuestion, state: State): FactAnswer | null {
  if (state === 'not-applicable') return mayBeNotApplicable ? 'not-applicable' : null;
  if (type === 'PCT') return state === 'good' ? 100 : null;
  return scaleOf(type)?.[state] ?? null;
}

/** What an answer becomes by an explicit conversion; undefined where the table names none. */
export function convert(values: Readonly<Record<string, string>>, value: FactAnswer): string | undefined {
  return values[String(value)] ?? (typeof value === 'number' && value > 0 ? values.some : undefined);
}

/**
 * The answers that follow from those recorded, for questions without one. Nothing follows from "not assessed", "unknown" or "partly". A recorded answer is
 * never replaced, and what is withheld proposes nothing to a question that is not. Where answers contradict each other, the fault is proposed. Pure.
 */
export function proposeAnswers(table: SameFacts, recorded: RecordedFacts): Map<string, ProposedAnswer> {
  const faults = new Map<string, Follows>();
  const found = new Map<string, Follows>();
  const roots = rootsOf(table, recorded);
  for (const [key, root] of roots) (root.state === 'bad' ? faults : found).set(key, root);
  spread(faults, { table, recorded, state: 'bad' });
  for (const [key, fault] of faults) found.set(key, fault);
  spread(found, { table, recorded, state: 'good' });
  const proposed = new Map<string, ProposedAnswer>();
  for (const [key, { value, sources }] of [...plainConversions(table, recorded), ...found])
    if (recorded.asked.has(key) && recorded.answers[key] === undefined) proposed.set(key, { value, sources });
  return proposed;
}

/** Recorded answers by state, and what the conversions and the record say of unanswered questions. */
function rootsOf(table: SameFacts, recorded: RecordedFacts): Map<string, Follows> {
  const { asked, answers } = recorded;
  const roots = new Map<string, Follows>();
  for (const [key, question] of asked) {
    const value = answers[key];
    const state = stateOf(question, value);
    if (state !== null && value !== undefined) roots.set(key, { state, value, sources: [key] });
  }
  for (const [key, { value, sources }] of plainConversions(table, recorded)) {
    const question = asked.get(key);
    const state = question ? stateOf(question, value) : null;
    if (state !== null && answers[key] === undefined) roots.set(key, { state, value, sources });
  }
  return roots;
}

/** What conversions and the record give, whatever the scale: choices and numbers have no state. */
function plainConversions(
  { conversions }: SameFacts,
  { asked, answers, known = {}, withheld }: RecordedFacts,
): Map<string, ProposedAnswer> {
  const given = new Map<string, ProposedAnswer>();
  for (const [key, value] of Object.entries(known)) if (value !== undefined && asked.has(key)) given.set(key, { value, sources: [] });
  for (const { from, to, values } of conversions) {
    const value = answers[from] ?? known[from];
    const converted = value === undefined || (withheld.has(from) && !withheld.has(to)) ? undefined : convert(values, value);
    const question = asked.get(to);
    // Of several conversions a fault is kept.
    const isFault = question !== undefined && answers[from] !== undefined && stateOf(question, given.get(to)?.value) === 'bad';
    if (converted !== undefined && asked.has(from) && question && !isFault)
      given.set(to, { value: converted, sources: answers[from] === undefined ? [] : [from] });
  }
  return given;
}

type Spreading = { table: SameFacts; recorded: RecordedFacts; state: 'good' | 'bad' };

/** Passes a state on along the rows until nothing new follows; each question at most once. */
function spread(found: Map<string, Follows>, { table, recorded, state }: Spreading): void {
  const { asked, answers, withheld } = recorded;
  const give = (key: string, from: readonly string[], given: State): boolean => {
    const question = asked.get(key);
    if (!question || found.has(key) || answers[key] !== undefined) return false;
    if (!withheld.has(key) && from.some((each) => withheld.has(each))) return false;
    const value = answerOf(question, given);
    if (value === null) return false;
    const sources = [...new Set(from.flatMap((each) => found.get(each)?.sources ?? []))];
    found.set(key, { state: given, value, sources });
    return true;
  };
  const has = (key: string) => found.get(key)?.state === state;
  const passOn = ([left, relation, right]: SameFacts['rows'][number]): boolean => {
    if (relation === 'equal') return (has(left) && give(right, [left], state)) || (has(right) && give(left, [right], state));
    if (state === 'good') {
      if (!has(right)) return false;
      return relation === 'part' ? give(left, [right], 'good') : relation === 'moot' && give(left, [right], 'not-applicable');
    }
    const isGraded = graded.includes(asked.get(right)?.type ?? '');
    return relation !== 'moot' && !isGraded && has(left) && give(right, [left], 'bad');
  };
  for (let isNew = true; isNew; ) {
    isNew = table.rows.reduce((any, row) => passOn(row) || any, false);
    if (state === 'bad') continue;
    for (const { whole, parts } of table.sums) {
      const inForce = parts.filter((part) => asked.has(part));
      const states = inForce.map((part) => found.get(part)?.state);
      const isWhole = states.includes('good') && states.every((each) => each === 'good' || each === 'not-applicable');
      if (isWhole) isNew = give(whole, inForce, 'good') || isNew;
    }
  }
}
