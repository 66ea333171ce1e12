import type { TraceNode } from '#scoring';
import type { AssessmentReport } from './schema';

/** The calculation with the values of hidden facts taken out. */
export function withoutHidden(node: TraceNode, hidden: ReadonlySet<string>): TraceNode {
  const inputs = node.inputs?.map((each) => withoutHidden(each, hidden));
  const shown: TraceNode = { ...node, ...(inputs === undefined ? {} : { inputs }) };
  if (node.fact === undefined || !hidden.has(node.fact.field)) return shown;
  return { ...shown, value: null, unknown: 'fewer than 5 people' };
}

/** Every dated parameter that the calculation used, once each, by id. */
export function parametersUsed(trace: TraceNode): AssessmentReport['parameters'] {
  const found = new Map<string, AssessmentReport['parameters'][number]>();
  walk(trace, (node) => {
    if (node.parameter !== undefined) found.set(`${node.parameter.id} ${node.parameter.effectiveFrom}`, node.parameter);
  });
  return [...found.values()].sort((a, b) => compare(a.id, b.id) || compare(a.effectiveFrom, b.effectiveFrom));
}

/** Visits a node and all it was computed from, depth first. */
export function walk(node: TraceNode, visit: (node: TraceNode, depth: number) => void, depth = 0): void {
  visit(node, depth);
  for (const input of node.inputs ?? []) walk(input, visit, depth + 1);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
