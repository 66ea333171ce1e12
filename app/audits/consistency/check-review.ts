import { restrictedQuestions } from '#scoring';
import { rules } from './catalogue';
import { checkConsistency } from './check-consistency';
import { consistencyRecord } from './from-entries';
import { ruleLabel } from './labels';
import { emptyContext } from './record';

/** Answers of a review by a member that cannot all be true. */
export type ReviewContradiction = { code: string; text: string; questions: string[] };

/** Rules near a zero-tolerance question have a way into a sensitive case beside them, which the page of a review does not have. */
const applied = rules.filter(({ zero }) => zero === undefined);

/**
 * The contradictions of a review of a recruiter or a deal, on a day (ISO), by the same rules as those of an audit; what a zero-tolerance question was answered is
 * left out, whoever answered it. Pure.
 */
export function reviewContradictions(answers: Readonly<Record<string, string | number>>, on: string): ReviewContradiction[] {
  const site = Object.entries(answers).flatMap(([key, value]) => (restrictedQuestions().has(key) ? [] : [{ key, value, on: null }]));
  const context = { ...emptyContext, plan: { ...emptyContext.plan, startsOn: on, endsOn: on }, site };
  const hits = checkConsistency(
    consistencyRecord(context, () => []),
    applied,
  );
  return hits
    .filter(({ severity }) => severity !== 'note')
    .map(({ key, rule, inputs }) => ({ code: key, text: ruleLabel(rule), questions: inputs.map((input) => input.key) }));
}
