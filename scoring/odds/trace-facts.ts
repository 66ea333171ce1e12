import type { FactOrigin, FactSetAside, PlacedFacts, TraceNode } from '../types.ts';
import type { Work } from './work.ts';

/** The caller's facts as leaves, each with its source key, and after it what it was chosen over; a fact that was not given says so. */
export function factNodes(path: string, rule: TraceNode['rule'], { input }: Work, fields: readonly (keyof PlacedFacts)[]): TraceNode[] {
  return fields.flatMap((field): TraceNode[] => {
    const given = input.facts[field];
    const base = { id: `${path}/${field}`, rule, label: field };
    if (!given) return [{ ...base, value: null, unknown: 'Not given.' }];
    const node = {
      ...base,
      label: `${field}${gatheredFrom(given.from)}`,
      value: textOf(given.value),
      fact: { field, ...(given.source === undefined ? {} : { source: given.source }) },
      ...(given.withdrawn ? { unknown: 'Withdrawn: the last known value, which never counts for less than nothing known.' } : {}),
    };
    const setAside: readonly FactSetAside<unknown>[] = given.setAside ?? [];
    return [node, ...setAside.map((each, index) => setAsideNode(`${base.id}/set-aside-${index + 1}`, { rule, field, ...each }))];
  });
}

const reasons: Record<FactSetAside<unknown>['because'], string> = {
  'weaker-evidence': 'Set aside: the value that counts has better evidence.',
  'better-for-workers': 'Set aside: the evidence is equal, and the value that is worse for workers counts.',
};

function setAsideNode(
  id: string,
  { rule, field, value, source, from, because }: FactSetAside<unknown> & Pick<TraceNode, 'rule'> & { field: string },
): TraceNode {
  return {
    ...{ id, rule, label: `${field}, set aside${gatheredFrom(from)}`, value: textOf(value), unknown: reasons[because] },
    fact: { field, ...(source === undefined ? {} : { source }) },
  };
}

/** Of what is not recorded of the party itself: from how many sites or labour recruiters it was gathered. */
function gatheredFrom({ sites = 0, recruiters = 0 }: FactOrigin = {}): string {
  return [
    ...(sites === 0 ? [] : [`; from ${sites} site${sites === 1 ? '' : 's'}`]),
    ...(recruiters === 0 ? [] : [`; from ${recruiters} labour recruiter${recruiters === 1 ? '' : 's'}`]),
  ].join('');
}

function textOf(value: unknown): number | string {
  if (typeof value === 'number') return value;
  return Array.isArray(value) ? value.join(', ') : String(value);
}
