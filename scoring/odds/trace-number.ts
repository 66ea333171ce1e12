import type { TraceNode } from '../types.ts';
import { ruleIds } from '../vocabulary.ts';
import { type ParameterId, parameterEntry } from '../parameters/at.ts';

/** A dated number as a leaf of the calculation. A record or list is shown as JSON, a single number as it is. */
export function numberNode(path: string, id: ParameterId, asOf: string): TraceNode {
  const { value, unit, effectiveFrom, reason, source } = parameterEntry(id, asOf);
  return {
    id: `${path}/${id}`,
    rule: ruleIds.find((rule) => id.startsWith(`${rule}.`)) ?? 'R8',
    label: id,
    value: typeof value === 'number' ? value : JSON.stringify(value),
    unit,
    parameter: { id, effectiveFrom, reason, source },
  };
}

export const numberNodes = (path: string, ids: readonly ParameterId[], asOf: string): TraceNode[] =>
  ids.map((id) => numberNode(path, id, asOf));

/** "twice the odds", as a number: 2 to the power of a tenth of the points. */
export const ratioNode = (path: string, rule: TraceNode['rule'], points: number): TraceNode => ({
  id: `${path}/ratio`,
  rule,
  label: 'Times the odds',
  value: Math.round(2 ** (points / 10) * 1000) / 1000,
  unit: 'ratio of odds = 2^(points / 10)',
});
