import { contradictionsOf, questionsOf } from '../instruments/answers.ts';
import { instrument, wholeOf } from '../instruments/at.ts';
import type { InstrumentQuestion } from '../instruments/complete.ts';
import type { AnswerGiven, AnswerValue, Contradiction, FindingGiven } from '../types.ts';
import { controlDomains } from '../vocabulary.ts';
import type { ControlQuestion, DomainFlag, LeftOut } from './control-credit.ts';
import type { CreditRule } from './credit-rules.ts';
import { kept } from './kept.ts';

export type Asked = { questions: ControlQuestion[]; rules: CreditRule[]; leftOut: LeftOut; flags: DomainFlag[] };

const known = new Map<string, Asked>();
const creditScales = ['G4', 'YNP', 'PCT'] as const;
const nothing: Asked = { questions: [], rules: [], leftOut: {}, flags: [] };

/** The control questions of an instrument with the rules between its answers. Without an instrument that scores nothing was asked. Throws RangeError for an unknown key. */
export function controlsOf(key: string | undefined): Asked {
  if (key === undefined) return nothing;
  return kept(known, key, () => {
    const asked = instrument(key);
    if (!asked.scores) return nothing;
    const questions = questionsOf(asked);
    const controls = questions.flatMap(controlQuestion);
    return {
      questions: controls,
      rules: [...asked.consistency, ...questions.flatMap(parentRule)],
      leftOut: leftOutOf(key, controls),
      flags: questions.flatMap(({ key: id, domain, type }) => (type === 'RF' && domain !== null ? [{ id, domain }] : [])),
    };
  });
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

/** Red flags raise findings, input facts are facts, and what an assessor finds or gathers has no domain: none earns credit (R5). */
function controlQuestion({ key, domain, type, weight, mayBeNotApplicable }: InstrumentQuestion): ControlQuestion[] {
  const scale = creditScales.find((each) => each === type);
  return domain === null || scale === undefined || weight === 0 ? [] : [{ id: key, domain, scale, weight, mayBeNotApplicable }];
}

function parentRule({ key, dependsOn }: InstrumentQuestion): CreditRule[] {
  return dependsOn ? [{ kind: 'parent', control: key, parent: dependsOn.question, unless: dependsOn.unless }] : [];
}

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
