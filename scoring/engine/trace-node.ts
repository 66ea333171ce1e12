import { type ParameterId, parameterAt } from '../parameters/at.ts';
import type { TraceNode } from '../types.ts';
import { ruleIds } from '../vocabulary.ts';

/** A dated number as a leaf of the calculation. A record or list is shown as JSON, a single number as it is. */
export function parameterNode(path: string, id: ParameterId, asOf: string): TraceNode {
  const { value, unit, effectiveFrom, reason, source } = parameterAt(id, asOf);
  const rule = ruleOf(id);
  return {
    id: `${path}/${id}`,
    rule,
    label: id,
    value: typeof value === 'number' ? value : JSON.stringify(value),
    unit,
    parameter: { id, effectiveFrom, reason, source },
  };
}

/** The rule whose number precedes the dot. */
function ruleOf(id: ParameterId): TraceNode['rule'] {
  return ruleIds.find((rule) => id.startsWith(`${rule}.`)) ?? 'R8';
}

/** Rounds away the dust of binary fractions for display; the sums were made with the exact numbers. */
export function tidy(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
