import { contradictionsOf, questionsOf } from '../instruments/answers.ts';
import { instrument, leavesOutDomains, wholeOf } from '../instruments/at.ts';
import { creditOf } from '../instruments/choices.ts';
import type { Instrument, InstrumentQuestion } from '../instruments/complete.ts';
import { optionTypes } from '../instruments/question-schema.ts';
import type { ConsistencyRule } from '../instruments/schema.ts';
import type { AnswerGiven, AnswerValue, Contradiction, FindingGiven } from '../types.ts';
import { type ControlDomain, controlDomains } from '../vocabulary.ts';
import type { ControlQuestion, DomainFlag, LeftOut } from './control-credit.ts';
import type { CreditRule } from './credit-rules.ts';
import { kept } from './kept.ts';

export type Asked = { questions: ControlQuestion[]; rules: CreditRule[]; leftOut: LeftOut; unasked: ControlDomain[]; flags: DomainFlag[] };

const known = new Map<string, Asked>();
const creditScales = ['G4', 'YNP', 'PCT', 'PICK', 'TICKS'] as const;
const nothing: Asked = { questions: [], rules: [], leftOut: {}, unasked: [], flags: [] };

/** The control questions of an instrument with the rules between its answers. Without an instrument that scores nothing was asked. Throws RangeError for an unknown key. */
export function controlsOf(key: string | undefined): Asked {
  if (key === undefined) return nothing;
  return kept(known, key, () => {
    const asked = controlsIn(instrument(key));
    const leftOut = leftOutOf(key, asked.questions);
    return { ...asked, leftOut, unasked: leavesOutDomains(key) ? unaskedIn(leftOut, asked.questions) : [] };
  });
}

/** The same of an instrument as it is, whether or not it is a part of another. Pure. */
export function controlsIn(asked: Instrument): Asked {
  if (!asked.scores) return nothing;
  const questions = questionsOf(asked);
  const byKey = new Map(questions.map((question) => [question.key, question]));
  return {
    questions: questions.flatMap(controlQuestion),
    rules: [...asked.consistency.map((rule) => limitRule(rule, byKey)), ...questions.flatMap((each) => parentRule(each, byKey))],
    leftOut: {},
    unasked: [],
    flags: questions.flatMap(({ key: id, domain, type }) => (type === 'RF' && domain !== null ? [{ id, domain }] : [])),
  };
}

/** What a short form does not ask of its whole instrument: the weight that the whole has more, by domain. */
function leftOutOf(key: string, controls: readonly ControlQuestion[]): LeftOut {
  const whole = wholeOf(key);
  if (whole === null) return {};
  const all = controlsOf(whole).questions;
  const weightIn = (questions: readonly ControlQuestion[], domain: string) =>
    questions.reduce((sum, each) => sum + (each.domain === domain ? each.weight : 0), 0);
  return Object.fromEntries(controlDomains.map((domain) => [domain, Math.max(0, weightIn(all, domain) - weightIn(controls, domain))]));
}

/** The domains of which a part asks nothing. */
function unaskedIn(leftOut: LeftOut, controls: readonly ControlQuestion[]): ControlDomain[] {
  return controlDomains.filter((domain) => (leftOut[domain] ?? 0) > 0 && controls.every((each) => each.domain !== domain));
}

/** Red flags raise findings, input facts are facts, and what an assessor finds or gathers has no domain: none earns credit (R5). */
function controlQuestion({ key, domain, type, weight, mayBeNotApplicable, options, base }: InstrumentQuestion): ControlQuestion[] {
  const scale = creditScales.find((each) => each === type);
  if (domain === null || scale === undefined || weight === 0) return [];
  return [{ id: key, domain, scale, weight, mayBeNotApplicable, ...(options ? { options, base } : {}) }];
}

type ByKey = ReadonlyMap<string, InstrumentQuestion>;

/** A rule with what the options are worth that it reads as a percentage. */
function limitRule(rule: ConsistencyRule, byKey: ByKey): CreditRule {
  if (rule.kind === 'void') return rule;
  const by = byKey.get(rule.by);
  return by?.options ? { ...rule, worth: { type: by.type, options: by.options, base: by.base } } : rule;
}

function parentRule({ key, dependsOn }: InstrumentQuestion, byKey: ByKey): CreditRule[] {
  if (!dependsOn) return [];
  const { question, unless, ticked } = dependsOn;
  const parent = byKey.get(question);
  const best = parent && isOptionType(parent) ? { best: unless.filter(isOption).filter((value) => creditOf(parent, value) === 1) } : {};
  return [{ kind: 'parent', control: key, parent: question, unless, ...(ticked ? { ticked } : {}), ...best }];
}

const isOptionType = ({ type }: InstrumentQuestion) => optionTypes.some((each) => each === type);
const isOption = (value: string | number) => typeof value === 'string';

/** Answers that do not go together, for the page and for planning audits; the credit follows the same rules. */
export function contradictionsIn(
  key: string | undefined,
  answers: readonly AnswerGiven[],
  findings: readonly FindingGiven[],
): Contradiction[] {
  if (key === undefined || answers.length === 0) return [];
  const byQuestion: Record<string, AnswerValue> = {};
  for (const answer of [...answers].sort((a, b) => (a.answeredOn < b.answeredOn ? -1 : 1))) byQuestion[answer.question] = answer.value;
  return contradictionsOf(instrument(key), byQuestion, findings);
}
