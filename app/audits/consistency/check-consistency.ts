import { carriedExplanation } from './carried-explanation';
import { rules } from './catalogue';
import { fingerprint } from './fingerprint';
import { limitsOn } from './parameters';
import type { ConsistencyRecord, Input } from './record';
import { applyRule, type Rule, type Severity, severities } from './rule';

/** A rule that fires on a record. `key`: rule and subject, under which it is explained; `fingerprint`: of the rule's version and the inputs' values. */
export type Hit = {
  rule: string;
  version: number;
  severity: Severity;
  zero: Rule['zero'] | null;
  key: string;
  inputs: Input[];
  fingerprint: string;
};

/** *open*; *explained* in words; *lapsed*: explained, and an input changed since. */
export type HitState = 'open' | 'explained' | 'lapsed';
export type Explanation = { fingerprint: string; text: string };
export type StatedHit = Hit & { state: HitState; explanation: string | null };

/** All that contradicts itself in a record: the most serious first, then in the order of the catalogue. The same for any order of entries. */
export function checkConsistency(record: ConsistencyRecord, asked: readonly Rule[] = rules): Hit[] {
  const limit = limitsOn(record.plan.endsOn);
  const hits = asked.flatMap((rule, place) => {
    const seen = new Set<string>();
    return applyRule(rule, record, limit).flatMap(({ subject = '', severity = rule.severity, inputs }) => {
      const key = subject === '' ? rule.id : `${rule.id}:${subject}`.slice(0, 64);
      if (seen.has(key)) return [];
      seen.add(key);
      const unlike = new Map(inputs.map((input) => [`${input.key} ${input.value}`, input]));
      const sorted = [...unlike.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
      const said = JSON.stringify([rule.id, rule.version, severity, sorted.map((input) => [input.key, input.value])]);
      const { id, version, zero = null } = rule;
      return [{ place, hit: { rule: id, version, severity, zero, key, inputs: sorted, fingerprint: fingerprint(said) } }];
    });
  });
  return hits
    .sort(
      (a, b) =>
        severities.indexOf(a.hit.severity) - severities.indexOf(b.hit.severity) || a.place - b.place || (a.hit.key < b.hit.key ? -1 : 1),
    )
    .map(({ hit }) => hit);
}

/** The hits with their explanations: one whose inputs changed since lapses. */
export function stateHits(hits: readonly Hit[], explanations: ReadonlyMap<string, Explanation>): StatedHit[] {
  return hits.map((hit) => {
    const given = explanations.get(hit.key);
    const carried = given === undefined ? carriedExplanation(hit, explanations) : null;
    if (carried !== null) return { ...hit, state: carried.isWhole ? 'explained' : 'lapsed', explanation: carried.text };
    if (given === undefined || given.text === '') return { ...hit, state: 'open', explanation: null };
    return { ...hit, state: given.fingerprint === hit.fingerprint ? 'explained' : 'lapsed', explanation: given.text };
  });
}

/** Whether a hit prevents the conclusion. */
export const isOpenContradiction = ({ severity, state }: Pick<StatedHit, 'severity' | 'state'>): boolean =>
  severity === 'contradiction' && state !== 'explained';
