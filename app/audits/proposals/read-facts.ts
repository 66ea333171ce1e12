import { type FactQuestion, type ProposedAnswer, proposeAnswers, type SameFacts, type ThingsLeft, thingsLeft } from '#scoring';
import type { EntriesOf } from '~/audits/consistency/from-entries';
import type { ConsistencyContext } from '~/audits/consistency/record';
import { outdatedAnswers } from '~/audits/entries/accepted-answers';
import { fromRecord, knownFacts } from './known-facts';

export type AuditFacts = {
  table: SameFacts;
  /** The questions asked after the answers so far. */
  asked: ReadonlyMap<string, FactQuestion>;
  withheld: ReadonlySet<string>;
  context: Pick<ConsistencyContext, 'plan' | 'site'>;
  entriesOf: EntriesOf;
};

/** What one audit proposes: `outdated` are accepted answers to look at again, for which `proposals` has a new one where there is one. */
export type ReadFacts = { proposals: Map<string, ProposedAnswer>; outdated: Set<string>; left: ThingsLeft };

/** The proposals of an audit, and how many things are left to ask; the same on a device and on the server. Pure. */
export function readFacts({ table, asked, withheld, context, entriesOf }: AuditFacts): ReadFacts {
  const checks = entriesOf('check').flatMap(({ key, value: { answer, from } }) => (answer === null ? [] : [{ key, answer, from }]));
  const known = knownFacts(context, entriesOf, withheld);
  const answers = new Map(checks.map(({ key, answer }) => [key, answer]));
  const given = new Map(Object.entries(known).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])));
  const outdated = outdatedAnswers(checks, given);
  const current = Object.fromEntries([...answers].filter(([key]) => !outdated.has(key)));
  const recorded = { asked, known, withheld, fromRecord };
  return {
    proposals: proposeAnswers(table, { ...recorded, answers: current }),
    outdated,
    left: thingsLeft(table, { ...recorded, answers: Object.fromEntries(answers) }),
  };
}
