import { type ParameterId, parameterAt } from '../parameters/at.ts';
import type { TraceNode } from '../types.ts';

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

function ruleOf(id: ParameterId): TraceNode['rule'] {
  if (id.startsWith('R11')) return 'R11';
  if (id.startsWith('R1.')) return 'R1';
  if (id.startsWith('R3')) return 'R3';
  if (id.startsWith('R4')) return 'R4';
  if (id.startsWith('R5')) return 'R5';
  return id.startsWith('R6') ? 'R6' : 'R8';
}

/** Rounds away the dust of binary fractions for display; the sums were made with the exact numbers. */
export function tidy(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
