import { proposeAnswers, type RecordedFacts } from './propose-answers.ts';
import type { SameFacts } from './schema.ts';

/** `left`: the questions still to be asked, one for each thing. `proposed`: those whose answer is proposed already. */
export type ThingsLeft = { left: string[]; proposed: string[] };

/**
 * How many things are left to ask: questions without an answer or a proposal; those about one fact count once, and a question that will follow from others
 * does not count. A part counts once its whole is answered and does not give it. Pure.
 */
export function thingsLeft(table: SameFacts, recorded: RecordedFacts): ThingsLeft {
  const proposals = proposeAnswers(table, recorded);
  const open = new Set([...recorded.asked.keys()].filter((key) => recorded.answers[key] === undefined && !proposals.has(key)));
  const mayGive = (from: string, to: string) => recorded.withheld.has(to) || !recorded.withheld.has(from);
  const isOneOf = groupsOf(table, open, mayGive);
  const first = new Set([...open].map(isOneOf));
  // Who waits for whom: a part for its whole, by group.
  const waitsFor = new Map<string, Set<string>>();
  for (const [left, relation, right] of table.rows)
    if ((relation === 'part' || relation === 'moot') && open.has(left) && open.has(right) && mayGive(right, left))
      waitsFor.set(isOneOf(left), new Set([...(waitsFor.get(isOneOf(left)) ?? []), isOneOf(right)]));
  for (const { from, to } of table.conversions)
    if (open.has(from) && open.has(to) && mayGive(from, to) && isOneOf(from) !== isOneOf(to))
      waitsFor.set(isOneOf(to), new Set([...(waitsFor.get(isOneOf(to)) ?? []), isOneOf(from)]));
  const reaches = (from: string, to: string): boolean => [...(waitsFor.get(from) ?? [])].some((next) => next === to || reaches(next, to));
  for (const { whole, parts } of table.sums) {
    const inForce = parts.filter((part) => recorded.asked.has(part));
    const group = isOneOf(whole);
    const isGiven = inForce.length > 0 && inForce.every((part) => mayGive(part, whole) && !reaches(isOneOf(part), group));
    if (open.has(whole) && isGiven && inForce.some((part) => open.has(part)))
      waitsFor.set(group, new Set([...(waitsFor.get(group) ?? []), ...inForce.filter((part) => open.has(part)).map(isOneOf)]));
  }
  const isFromRecord = (key: string) => recorded.fromRecord?.has(key) ?? false;
  return { left: [...first].filter((key) => !waitsFor.has(key) && !isFromRecord(key)), proposed: [...proposals.keys()] };
}

/** For each open question the one that represents it: of equal questions one that may propose to the others. */
function groupsOf({ rows }: SameFacts, open: ReadonlySet<string>, mayGive: (from: string, to: string) => boolean) {
  const parent = new Map([...open].map((key) => [key, key]));
  const root = (key: string): string => {
    const next = parent.get(key) ?? key;
    return next === key ? key : root(next);
  };
  for (const [left, relation, right] of rows) {
    if (relation !== 'equal' || !open.has(left) || !open.has(right)) continue;
    const [a, b] = [root(left), root(right)];
    if (a !== b && mayGive(a, b)) parent.set(b, a);
    else if (a !== b && mayGive(b, a)) parent.set(a, b);
  }
  return root;
}
