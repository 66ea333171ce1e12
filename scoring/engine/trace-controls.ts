import type { AnswerGiven, DomainCredit, TraceNode } from '../types.ts';
import type { Effectiveness, WeighedAnswer } from './control-credit.ts';
import { tidy } from './trace-node.ts';

/** Each domain with its answers, and the domains that do not apply. `unit` says how a domain's points come of its weight and effectiveness. */
export function traceAnswers(
  path: string,
  {
    domains,
    effectiveness,
    unit,
  }: { domains: readonly DomainCredit[]; effectiveness: Effectiveness; unit: (weight: number, effectiveness: number) => string },
): TraceNode[] {
  const asked = domains
    .filter((each) => each.questions > 0)
    .map(
      (each): TraceNode => ({
        id: `${path}/${each.domain}`,
        rule: 'R5',
        label: `${each.label}: effectiveness ${tidy(each.effectiveness)}, weight ${each.weight}`,
        value: each.credit,
        unit: unit(each.weight, each.effectiveness),
        inputs: [
          ...effectiveness.answers
            .filter((answer) => answer.question.domain === each.domain)
            .map((answer) => answerNode(`${path}/${each.domain}`, answer)),
          ...leftOutNodes(
            path,
            effectiveness.domains.find(({ domain }) => domain === each.domain),
          ),
        ],
      }),
    );
  return [...asked, ...domains.filter((each) => each.ruledOut ?? each.notAsked).map((each) => uncountedNode(path, each))];
}

/** A domain of which nothing applies, or nothing was asked: said, and not weighed. */
function uncountedNode(path: string, { domain, label, ruledOut }: DomainCredit): TraceNode {
  return {
    id: `${path}/${domain}`,
    rule: 'R5',
    label: ruledOut ? `${label}: does not apply` : `${label}: not asked`,
    value: 'not-applicable',
    unknown: ruledOut
      ? 'Facts that the buyer held rule every question of it out: the other domains share its weight.'
      : 'The part of the questionnaire that was answered asks nothing of it: the other domains share its weight.',
  };
}

/** What a short form does not ask about, as one line. */
function leftOutNodes(path: string, of: { domain: string; leftOut: number } | undefined): TraceNode[] {
  if (of === undefined || of.leftOut === 0) return [];
  return [
    {
      id: `${path}/${of.domain}/left-out`,
      rule: 'R5',
      label: 'Controls that the short form does not ask about',
      value: 0,
      unit: `0 to 1, weight ${tidy(of.leftOut)}`,
      unknown: 'Not asked: earns no credit.',
    },
  ];
}

function answerNode(path: string, answer: WeighedAnswer): TraceNode {
  const base = { id: `${path}/${answer.question.id}`, rule: 'R5' as const };
  const weight = `weight ${answer.question.weight}`;
  const fact =
    answer.given?.source === undefined ? { field: answer.question.id } : { field: answer.question.id, source: answer.given.source };
  const told = toldElsewhere(answer.given);
  if (answer.state === 'not-applicable')
    return {
      ...base,
      label: `${answer.question.id}: does not apply${answer.closedBy === undefined ? '' : ` because of ${answer.closedBy}`}${noted(told)}`,
      value: 'not-applicable',
      fact,
    };
  if (answer.state === 'not-asked')
    return { ...base, label: `${answer.question.id}: not asked because of another answer`, value: 0, unit: `0 to 1, ${weight}` };
  const { given } = answer;
  if (answer.state === 'unknown' || given === undefined)
    return {
      ...base,
      label: `${answer.question.id}${noted(told)}`,
      value: 0,
      unit: `0 to 1, ${weight}`,
      unknown: given ? 'Not known: earns no credit.' : 'Not answered: earns no credit.',
    };
  const notes = [
    ...(answer.voidedBy === undefined ? [] : [`contradicted by ${answer.voidedBy}: evidence counts nothing`]),
    ...(answer.cappedBy === undefined ? [] : [`capped by ${answer.cappedBy}`]),
    ...told,
  ];
  return {
    ...base,
    label: `${answer.question.id}: ${String(given.value)}, ${given.evidence}, ${given.answeredOn}${noted(notes)}`,
    value: tidy(answer.credit),
    unit: `0 to 1 = value ${tidy(answer.value)} x evidence ${answer.evidence} x freshness ${answer.age}, ${weight}`,
    fact,
  };
}

const noted = (notes: readonly string[]) => (notes.length > 0 ? ` (${notes.join('; ')})` : '');

/** Which questionnaire said it where several count, and what others say that does not count. */
function toldElsewhere(given: AnswerGiven | undefined): string[] {
  if (!given?.from) return [];
  const { instrument, question, value } = given.from;
  return [
    `${instrument} ${question}: ${value}`,
    ...(given.setAside ?? []).map(
      (each) =>
        `not counted ${each.instrument} ${each.question}: ${each.value}, ${each.answeredOn}, ${each.because}${each.contradicts ? ', contradicts' : ''}`,
    ),
  ];
}
