import {
  type FactAnswers,
  type FactQuestion,
  instrument,
  proposeAnswers,
  recordedEdition,
  restrictedQuestions,
  sameFactsAmong,
  thingsLeft,
  visibleQuestions,
} from '#scoring';
import { emptyContext } from '~/audits/consistency/record';
import { fromRecord, knownFacts } from '~/audits/proposals/known-facts';

export type AskedSite = {
  /** The questionnaires of the audit. */
  keys: readonly string[];
  /** What is so at the site, by question; where nothing is said, what is in order. */
  answers: FactAnswers;
};
/** `asked`: the questions that an auditor was asked, in their order. `proposed`: answers that followed. `wrong`: proposals that are not so at the site. */
export type AskedThere = { asked: string[]; proposed: string[]; wrong: string[] };

const plan = { ...emptyContext.plan, announcement: 'unannounced', startsOn: '2026-11-03', endsOn: '2026-11-04', personDays: 4 };
const good: Partial<Record<string, string>> = { NC: 'compliant', SIGN: 'absent' };

/**
 * Records an audit question by question: what decides others is asked first, then the first thing left; each is answered as it is at the site. Proposals are
 * accepted where they are so; where something could not be established, the auditor is asked. Grows with the square of the questions.
 */
export function askAll({ keys, answers }: AskedSite): AskedThere {
  const sections = keys.flatMap((key) => instrument(key).sections);
  const all = new Map(sections.flatMap(({ questions }) => questions.map((question) => [question.key, question] as const)));
  const table = sameFactsAmong(new Set(all.keys()), recordedEdition(keys));
  const known = knownFacts({ plan, site: [] }, () => [], new Set());
  const given: Record<string, string | number> = {};
  const there: AskedThere = { asked: [], proposed: [], wrong: [] };
  const parentOf = (key: string) => all.get(key)?.dependsOn?.question;
  /** What has to be asked before: a question whose answer decides this one, or from which that answer follows. */
  const before = (key: string): string => {
    const parent = parentOf(key);
    if (parent === undefined || given[parent] !== undefined) return key;
    const giving = table.conversions.find(({ from, to }) => to === parent && given[from] === undefined && parentOf(from) !== parent)?.from;
    return before(giving ?? parent);
  };
  for (;;) {
    const asked = new Map<string, FactQuestion>(
      visibleQuestions({ sections }, given).flatMap((question) => (question.type === 'FACT' ? [] : [[question.key, question] as const])),
    );
    const recorded = { asked, known, fromRecord, withheld: restrictedQuestions() };
    const doubtful: string[] = [];
    for (const [key, { value }] of proposeAnswers(table, { ...recorded, answers: given })) {
      const so = known[key] ?? answers[key] ?? value;
      if (so === value) {
        given[key] = value;
        there.proposed.push(key);
      } else if (typeof so === 'string' && undecided.includes(so)) doubtful.push(key);
      else there.wrong.push(`${key} ${value}`);
    }
    const { left } = thingsLeft(table, { ...recorded, answers: given });
    const open = [...asked.keys()].filter((key) => given[key] === undefined && !fromRecord.has(key));
    const next = doubtful[0] ?? left.find((key) => given[key] === undefined) ?? open[0];
    if (there.wrong.length > 0 || next === undefined) return there;
    const first = doubtful[0] ?? before(next);
    given[first] = answers[first] ?? good[all.get(first)?.type ?? ''] ?? '-';
    there.asked.push(first);
  }
}

const undecided = ['unknown', 'not-assessed'];
