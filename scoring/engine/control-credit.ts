import type { Worth } from '../instruments/choices.ts';
import type { AnswerGiven, DomainCredit, FindingGiven } from '../types.ts';
import { type ControlDomain, controlDomains } from '../vocabulary.ts';
import { ageFactor, valueOfAnswer } from './answer-worth.ts';
import { type CreditRule, capOf, hiddenBy, voidedBy, type Weighing } from './credit-rules.ts';
import type { Method } from './method.ts';
import { largestRemainder } from './rounding.ts';

/** What the credit needs to know of a question. Red flags and prefilled questions are not controls and never appear here. */
export type ControlQuestion = {
  id: string;
  domain: ControlDomain;
  scale: 'YNP' | 'G4' | 'PCT' | 'PICK' | 'TICKS';
  weight: number;
  mayBeNotApplicable: boolean;
  /** Of PICK and TICKS: what each option is worth. */
  options?: Worth['options'];
  base?: number;
};

/** Weights, by domain, of the controls of a whole instrument that a short form of it does not ask about. */
export type LeftOut = Readonly<Partial<Record<ControlDomain, number>>>;

/** A red flag of a domain. */
export type DomainFlag = { id: string; domain: ControlDomain };

/** One control question with all factors of its credit. `credit` counts for the point, `best` if everything unknown were best. Both 0 to 1. */
export type WeighedAnswer = {
  question: ControlQuestion;
  given?: AnswerGiven;
  state: 'answered' | 'unknown' | 'not-asked' | 'not-applicable';
  value: number;
  bestValue: number;
  evidence: number;
  age: number;
  credit: number;
  best: number;
  voidedBy?: string;
  cappedBy?: string;
  /** The question whose answer hides it. */
  closedBy?: string;
};

export type Effectiveness = {
  answers: WeighedAnswer[];
  /** Per domain 0 to 1, in the order of the word list. */
  domains: {
    domain: ControlDomain;
    weight: number;
    point: number;
    best: number;
    questions: number;
    answered: number;
    /** Weight of what a short form leaves out, beside the weights of its questions. */
    leftOut: number;
    /** Facts that the buyer held rule every control of it out, and its red flags were denied: it does not apply, and the others share its weight. */
    isRuledOut: boolean;
    /** It is asked nothing of in a part that leaves such domains out: the others share its weight. */
    isNotAsked: boolean;
  }[];
  /** All domains by weight, 0 to 1. */
  point: number;
  best: number;
  /** Weight-share of applicable control questions that were answered, mean evidence and mean freshness of those answers; 0 when none. */
  answeredShare: number;
  meanEvidence: number;
  meanAge: number;
};

/**
 * Weighs every control question (R5). Answers are looked up by question; of two answers to one question the later counts. `leftOut` is the weight, per
 * domain, of the controls that a short form does not ask about: they earn nothing and could all be best, like questions without an answer.
 */
export function weighControls(
  options: {
    questions: readonly ControlQuestion[];
    leftOut?: LeftOut;
    unasked?: readonly ControlDomain[];
    flags?: readonly DomainFlag[];
    rules: readonly CreditRule[];
    answers: readonly AnswerGiven[];
    findings: readonly FindingGiven[];
  },
  method: Method,
): Effectiveness {
  const given = latestByQuestion(options.answers, options.questions);
  const unverified = options.findings.filter((each) => each.status !== 'verified');
  const answers = options.questions.map((question) => weigh(question, { given, rules: options.rules, unverified }, method));
  const found = ruledOutDomains(answers, options.flags ?? [], given);
  const ruledOut = isLeftOut(found, method) ? found : new Set<ControlDomain>();
  return summarize(answers, { leftOut: options.leftOut ?? {}, ruledOut, unasked: new Set(options.unasked) }, method);
}

/** The domains to which nothing applies, by what the buyer held alone: whatever else leaves a question out may be a claim. */
function ruledOutDomains(
  answers: readonly WeighedAnswer[],
  flags: readonly DomainFlag[],
  given: ReadonlyMap<string, AnswerGiven>,
): ReadonlySet<ControlDomain> {
  const isOut = (each: WeighedAnswer) => each.state === 'not-applicable' && each.given?.scopedBy === 'facts';
  return new Set(
    controlDomains.filter((domain) => {
      const own = answers.filter((each) => each.question.domain === domain);
      return own.length > 0 && own.every(isOut) && flags.every((flag) => flag.domain !== domain || given.get(flag.id)?.value === 'no');
    }),
  );
}

/** Where nothing at all applies there is nothing to share a weight among. */
function isLeftOut(ruledOut: ReadonlySet<ControlDomain>, { of }: Method): boolean {
  return (
    of['R5.ruled-out-domains'] === 'left-out' && controlDomains.some((domain) => !ruledOut.has(domain) && of['R5.domains'][domain] > 0)
  );
}

/**
 * The latest answer to each control; "does not apply" where neither the question nor a scope rule allows it says nothing. Answers to red flags stay as
 * they are.
 */
function latestByQuestion(answers: readonly AnswerGiven[], questions: readonly ControlQuestion[]): Map<string, AnswerGiven> {
  const alwaysApply = new Set(questions.filter((each) => !each.mayBeNotApplicable).map((each) => each.id));
  const latest = new Map<string, AnswerGiven>();
  for (const answer of answers) {
    const before = latest.get(answer.question);
    if (before && before.answeredOn > answer.answeredOn) continue;
    const empty = answer.value === 'not-applicable' && answer.scopedOut === undefined && alwaysApply.has(answer.question);
    latest.set(answer.question, empty ? { ...answer, value: 'dont-know' } : answer);
  }
  return latest;
}

const nothing = { value: 0, bestValue: 0, evidence: 0, age: 0, credit: 0, best: 0 };

function weigh(question: ControlQuestion, weighing: Weighing, method: Method): WeighedAnswer {
  const answer = weighing.given.get(question.id);
  const base = { question, ...nothing, ...(answer ? { given: answer } : {}) };
  const against = voidedBy(question.id, weighing);
  // A finding against a control shows that it does apply: what only a scope rule or a tick left out counts as unknown then.
  if (answer?.value === 'not-applicable' && (answer.scopedOut === undefined || against === undefined))
    return { ...base, state: 'not-applicable' };
  const hidden = hiddenBy(question.id, weighing);
  if (hidden && (hidden.as === 'not-asked' || against === undefined)) return { ...base, state: hidden.as, closedBy: hidden.by };
  const noted = { ...base, ...(against === undefined ? {} : { voidedBy: against }) };
  const limit = capOf(question.id, weighing);
  const own = answer ? valueOfAnswer(question, answer, method) : undefined;
  const unknown = against === undefined ? limit.best : 0;
  if (!answer || own === undefined) return { ...noted, state: 'unknown', bestValue: unknown, best: unknown };
  const value = Math.min(own, limit.point);
  const bestValue = Math.min(own, limit.best);
  const evidence = against === undefined ? method.of['R5.evidence'][answer.evidence] : 0;
  const age = ageFactor(answer.answeredOn, method);
  const capped = value < own && limit.by !== undefined ? { cappedBy: limit.by } : {};
  return {
    ...noted,
    ...capped,
    state: 'answered',
    value,
    bestValue,
    evidence,
    age,
    credit: value * evidence * age,
    best: bestValue * evidence * age,
  };
}

type Left = { leftOut: LeftOut; ruledOut: ReadonlySet<ControlDomain>; unasked: ReadonlySet<ControlDomain> };

function summarize(answers: WeighedAnswer[], { leftOut: given, ruledOut, unasked }: Left, { of }: Method): Effectiveness {
  const out = new Set([...ruledOut, ...unasked]);
  const leftOut: LeftOut = Object.fromEntries(
    Object.entries(given).filter(([domain]) => !controlDomains.some((each) => each === domain && out.has(each))),
  );
  const weights = weightsWithout(out, of['R5.domains']);
  const sums = new Map(
    controlDomains.map((domain) => {
      const rest = leftOut[domain] ?? 0;
      return [domain, { weight: rest, credit: 0, best: rest, questions: 0, answered: 0 }];
    }),
  );
  let asked = controlDomains.reduce((sum, domain) => sum + (leftOut[domain] ?? 0), 0);
  let known = 0;
  let evidence = 0;
  let age = 0;
  for (const each of answers) {
    const sum = sums.get(each.question.domain);
    if (!sum || each.state === 'not-applicable') continue;
    const { weight } = each.question;
    sum.weight += weight;
    sum.credit += weight * each.credit;
    sum.best += weight * each.best;
    sum.questions += 1;
    if (each.state === 'not-asked') continue;
    asked += weight;
    if (each.state === 'unknown') continue;
    sum.answered += 1;
    known += weight;
    evidence += weight * each.evidence;
    age += weight * each.age;
  }
  const domains = [...sums].map(([domain, { weight, credit, best, questions, answered }]) => ({
    domain,
    weight: weights[domain],
    point: weight === 0 ? 0 : credit / weight,
    best: weight === 0 ? 0 : best / weight,
    questions,
    answered,
    leftOut: leftOut[domain] ?? 0,
    isRuledOut: ruledOut.has(domain),
    isNotAsked: unasked.has(domain),
  }));
  return {
    answers,
    domains,
    point: domains.reduce((sum, each) => sum + (each.weight / 100) * each.point, 0),
    best: domains.reduce((sum, each) => sum + (each.weight / 100) * each.best, 0),
    answeredShare: asked === 0 ? 0 : known / asked,
    meanEvidence: known === 0 ? 0 : evidence / known,
    meanAge: known === 0 ? 0 : age / known,
  };
}

/** The weights of the domains, sum 100; those left out have none, and the others share it in proportion. */
function weightsWithout(out: ReadonlySet<ControlDomain>, weights: Record<ControlDomain, number>): Record<ControlDomain, number> {
  if (out.size === 0) return weights;
  const applying = controlDomains.reduce((sum, domain) => sum + (out.has(domain) ? 0 : weights[domain]), 0);
  if (applying === 0) return weights;
  const shared = { ...weights };
  for (const domain of controlDomains) shared[domain] = out.has(domain) ? 0 : (weights[domain] * 100) / applying;
  return shared;
}

/** The credit shared out by domain, in tenths that add to the shown credit. */
export function shareCredit(effectiveness: Effectiveness, shownCredit: number, labels: Record<ControlDomain, string>): DomainCredit[] {
  const parts = effectiveness.domains.map((each) =>
    effectiveness.point === 0 ? 0 : ((each.weight / 100) * each.point * -shownCredit) / effectiveness.point,
  );
  const credits = largestRemainder(parts, Math.round(-shownCredit * 10));
  return effectiveness.domains.map((each, index) => ({
    domain: each.domain,
    label: labels[each.domain],
    weight: each.weight,
    effectiveness: each.point,
    credit: (credits[index] ?? 0) === 0 ? 0 : -(credits[index] ?? 0),
    questions: each.questions,
    answered: each.answered,
    ...(each.isRuledOut ? { ruledOut: true as const } : {}),
    ...(each.isNotAsked ? { notAsked: true as const } : {}),
  }));
}
