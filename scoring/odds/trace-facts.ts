import type { PlacedFacts, TraceNode } from '../types.ts';
import type { Work } from './work.ts';

/** The caller's facts as leaves, each with its source key; a fact that was not given says so. */
export function factNodes(path: string, rule: TraceNode['rule'], { input }: Work, fields: readonly (keyof PlacedFacts)[]): TraceNode[] {
  return fields.map((field) => {
    const given = input.facts[field];
    const base = { id: `${path}/${field}`, rule, label: field };
    if (!given) return { ...base, value: null, unknown: 'Not given.' };
    const value = typeof given.value === 'number' ? given.value : Array.isArray(given.value) ? given.value.join(', ') : given.value;
    return {
      ...base,
      value,
      fact: { field, ...(given.source === undefined ? {} : { source: given.source }) },
      ...(given.withdrawn ? { unknown: 'Withdrawn: the last known value, which never counts for less than nothing known.' } : {}),
    };
  });
}
