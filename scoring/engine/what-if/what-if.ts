import type { AssessInput, PartyFacts } from '../../types.ts';
import { methodAt } from '../method.ts';
import { type MethodChange, methodUnder } from './method-under.ts';
import { type OwnStanding, scoreUnder } from './score-under.ts';

export type WhatIfParty = { id: string; input: AssessInput };

/** What is supposed of one party: facts in place of its own, findings taken as put right and verified on the day, or the party gone. */
export type PartyChange = { facts?: PartyFacts; closedFindings?: readonly string[]; isDropped?: boolean };

export type WhatIfRow = {
  id: string;
  before: OwnStanding;
  /** Null without a score and for a party that is dropped. */
  after: OwnStanding;
  isDropped: boolean;
};

/**
 * Where parties would stand if numbers of the method or facts of some parties were others; nothing is kept. All parties are scored as of `asOf`, whatever
 * day their inputs name. Rows come in the order of the parties. Throws RangeError for a change of the method that cannot be, and as `assess`.
 */
export function whatIf({
  asOf,
  parties,
  method = {},
  changes = {},
}: {
  asOf: string;
  parties: readonly WhatIfParty[];
  method?: MethodChange;
  changes?: Readonly<Record<string, PartyChange>>;
}): WhatIfRow[] {
  const inputs = parties.map(({ input }) => (input.asOf === asOf ? input : { ...input, asOf }));
  const before = scoreUnder(inputs, methodAt(asOf));
  const supposed = methodUnder(asOf, method);
  const isReleased = supposed.countryShift === undefined && Object.keys(method.weights ?? {}).length === 0;
  const changeOf = (id: string) => (Object.hasOwn(changes, id) ? changes[id] : undefined);
  const again = parties.flatMap(({ id }, index) => {
    const input = inputs[index];
    const change = changeOf(id);
    if (!input || change?.isDropped || (isReleased && !change)) return [];
    return [{ index, input: change ? changed(input, change) : input }];
  });
  const results = scoreUnder(
    again.map(({ input }) => input),
    supposed,
  );
  const after = new Map(again.map(({ index }, place) => [index, results[place] ?? null]));
  return parties.map(({ id }, index) => {
    const standing = before[index] ?? null;
    const isDropped = changeOf(id)?.isDropped ?? false;
    return { id, before: standing, after: isDropped ? null : after.has(index) ? (after.get(index) ?? null) : standing, isDropped };
  });
}

function changed(input: AssessInput, { facts = {}, closedFindings = [] }: PartyChange): AssessInput {
  return {
    ...input,
    facts: { ...input.facts, ...facts },
    ...(input.findings
      ? {
          findings: input.findings.map((finding) =>
            closedFindings.includes(finding.id) ? { ...finding, status: 'verified', verifiedOn: input.asOf } : finding,
          ),
        }
      : {}),
  };
}
