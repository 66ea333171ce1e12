import type { AnswerGiven, DomainCredit, FindingGiven } from '../types.ts';
import { type ControlDomain, controlDomains, type Indicator } from '../vocabulary.ts';
import type { Method } from './method.ts';
import { isOlderThan } from './months.ts';
import { clamp01 } from './piecewise.ts';
import { largestRemainder } from './rounding.ts';

/** What the credit needs to know of a question. Red flags and prefilled questions are not controls and never appear here. */
export type ControlQuestion = { id: string; domain: ControlDomain; scale: 'YNP' | 'G4' | 'PCT'; weight: number };

/**
 * What one answer does to another.
 * `void`: a red flag answered yes, or an unverified finding with the indicator, takes the evidence from the control. `cap`: the control counts at most
 * `cap` while the percentage is below `below`. `ceiling`: the control counts at most as much as the percentage.
 */
export type CreditRule =
  | { kind: 'void'; control: string; flag: string }
  | { kind: 'void'; control: string; indicator: Indicator }
  | { kind: 'cap'; control: string; by: string; below: number; cap: number }
  | { kind: 'ceiling'; control: string; by: string };

/** One control question with all factors of its credit. `credit` counts for the point, `best` if everything unknown were best. Both 0 to 1. */
export type WeighedAnswer = {
  question: ControlQuestion;
  given?: AnswerGiven;
  state: 'answered' | 'unknown' | 'not-applicable';
  value: number;
  bestValue: number;
  evidence: number;
  age: number;
  credit: number;
  best: number;
  voidedBy?: string;
  cappedBy?: string;
};

export type Effectiveness = {
  answers: WeighedAnswer[];
  /** Per domain 0 to 1, in the order of the word list. */
  domains: { domain: ControlDomain; weight: number; point: number; best: number; questions: number; answered: number }[];
  /** All domains by weight, 0 to 1. */
  point: number;
  best: number;
  /** Weight-share of applicable control questions that were answered, mean evidence and mean freshness of those answers; 0 when none. */
  answeredShare: number;
  meanEvidence: number;
  meanAge: number;
};

/** Age factor of an answer: within 12 months full, then falling. A date after `asOf` counts as fresh. */
export function ageFactor(answeredOn: string, { asOf, of }: Method): number {
  for (const [months, factor] of of['R5.age'].steps) if (!isOlderThan(answeredOn, asOf, months)) return factor;
  return of['R5.age'].older;
}

/** An answer as 0 to 1 on its scale; undefined for don't-know, not-applicable or an answer that does not fit the scale. */
export function answerValue(question: ControlQuestion, given: AnswerGiven, { of }: Method): number | undefined {
  const { value } = given;
  if (typeof value === 'number') {
    if (question.scale === 'G4') return clamp01(value / 4);
    return question.scale === 'PCT' ? clamp01(value / 100) : undefined;
  }
  if (value === 'dont-know' || value === 'not-applicable' || question.scale !== 'YNP') return undefined;
  return of['R5.answers'][value];
}

/** Weighs every control question (R5). Answers are looked up by question; of two answers to one question the later counts. */
export function weighControls(
  options: {
    questions: readonly ControlQuestion[];
    rules: readonly CreditRule[];
    answers: readonly AnswerGiven[];
    findings: readonly FindingGiven[];
  },
  method: Method,
): Effectiveness {
  const given = latestByQuestion(options.answers);
  const unverified = options.findings.filter((each) => each.status !== 'verified');
  const answers = options.questions.map((question) => weigh(question, { given, rules: options.rules, unverified }, method));
  return summarize(answers, method);
}

function latestByQuestion(answers: readonly AnswerGiven[]): Map<string, AnswerGiven> {
  const latest = new Map<string, AnswerGiven>();
  for (const answer of answers) {
    const before = latest.get(answer.question);
    if (!before || before.answeredOn <= answer.answeredOn) latest.set(answer.question, answer);
  }
  return latest;
}

type Weighing = { given: Map<string, AnswerGiven>; rules: readonly CreditRule[]; unverified: readonly FindingGiven[] };

function weigh(question: ControlQuestion, { given, rules, unverified }: Weighing, method: Method): WeighedAnswer {
  const answer = given.get(question.id);
  const base = { question, ...(answer ? { given: answer } : {}) };
  if (answer?.value === 'not-applicable')
    return { ...base, state: 'not-applicable', value: 0, bestValue: 0, evidence: 0, age: 0, credit: 0, best: 0 };
  const own = answer ? answerValue(question, answer, method) : undefined;
  const voidedBy = voider(question.id, { given, rules, unverified });
  if (!answer || own === undefined) {
    const best = voidedBy === undefined ? bestCap(question.id, { given, rules }, method) : 0;
    return {
      ...base,
      state: 'unknown',
      value: 0,
      bestValue: best,
      evidence: 0,
      age: 0,
      credit: 0,
      best,
      ...(voidedBy === undefined ? {} : { voidedBy }),
    };
  }
  const capped = cap(question.id, { given, rules }, method);
  const value = Math.min(own, capped.point);
  const bestValue = Math.min(own, capped.best);
  const evidence = voidedBy === undefined ? method.of['R5.evidence'][answer.evidence] : 0;
  const age = ageFactor(answer.answeredOn, method);
  return {
    ...base,
    state: 'answered',
    value,
    bestValue,
    evidence,
    age,
    credit: value * evidence * age,
    best: bestValue * evidence * age,
    ...(voidedBy === undefined ? {} : { voidedBy }),
    ...(value < own && capped.by !== undefined ? { cappedBy: capped.by } : {}),
  };
}

/** The red flag or finding that takes the evidence from a control, if any. */
function voider(id: string, { given, rules, unverified }: Weighing): string | undefined {
  const finding = unverified.find((each) => each.question === id);
  if (finding) return finding.id;
  for (const rule of rules) {
    if (rule.kind !== 'void' || rule.control !== id) continue;
    if ('flag' in rule) {
      if (given.get(rule.flag)?.value === 'yes') return rule.flag;
    } else {
      const shown = unverified.find((each) => each.indicator === rule.indicator);
      if (shown) return shown.id;
    }
  }
  return undefined;
}

/** The most a control may count because of another answer. A percentage nobody knows caps like zero for the point and like 100 for the best. */
function cap(
  id: string,
  { given, rules }: Pick<Weighing, 'given' | 'rules'>,
  method: Method,
): { point: number; best: number; by?: string } {
  let point = 1;
  let best = 1;
  let by: string | undefined;
  for (const rule of rules) {
    if (rule.kind === 'void' || rule.control !== id) continue;
    const other = given.get(rule.by);
    if (other?.value === 'not-applicable') continue;
    const percent = typeof other?.value === 'number' ? other.value : undefined;
    const limit = (at: number) => (rule.kind === 'ceiling' ? clamp01(at / 100) : at < rule.below ? rule.cap : 1);
    if (limit(percent ?? 0) < point) {
      point = limit(percent ?? 0);
      by = rule.by;
    }
    best = Math.min(best, limit(percent ?? 100));
  }
  return { point, best, ...(by === undefined ? {} : { by }) };
}

function bestCap(id: string, context: Pick<Weighing, 'given' | 'rules'>, method: Method): number {
  return cap(id, context, method).best;
}

function summarize(answers: WeighedAnswer[], { of }: Method): Effectiveness {
  const domains = controlDomains.map((domain) => {
    let weight = 0;
    let credit = 0;
    let best = 0;
    let questions = 0;
    let answered = 0;
    for (const each of answers) {
      if (each.question.domain !== domain || each.state === 'not-applicable') continue;
      weight += each.question.weight;
      credit += each.question.weight * each.credit;
      best += each.question.weight * each.best;
      questions += 1;
      if (each.state === 'answered') answered += 1;
    }
    return {
      domain,
      weight: of['R5.domains'][domain],
      point: weight === 0 ? 0 : credit / weight,
      best: weight === 0 ? 0 : best / weight,
      questions,
      answered,
    };
  });
  const applicable = answers.filter((each) => each.state !== 'not-applicable');
  const known = applicable.filter((each) => each.state === 'answered');
  const weightOf = (list: WeighedAnswer[]) => list.reduce((sum, each) => sum + each.question.weight, 0);
  const mean = (of2: (each: WeighedAnswer) => number) =>
    known.length === 0 ? 0 : known.reduce((sum, each) => sum + each.question.weight * of2(each), 0) / weightOf(known);
  return {
    answers,
    domains,
    point: domains.reduce((sum, each) => sum + (each.weight / 100) * each.point, 0),
    best: domains.reduce((sum, each) => sum + (each.weight / 100) * each.best, 0),
    answeredShare: applicable.length === 0 ? 0 : weightOf(known) / weightOf(applicable),
    meanEvidence: mean((each) => each.evidence),
    meanAge: mean((each) => each.age),
  };
}

/** Credit of all controls (R5): never above zero, at most the ceiling's share of the inherent points. */
export function controlCredit(inherent: number, effectiveness: number, { of }: Method): number {
  const credit = of['R5.ceiling'] * inherent * effectiveness;
  return credit === 0 ? 0 : -credit;
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
  }));
}
