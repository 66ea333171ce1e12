import type { TraceNode } from '#scoring';
import type { AssessmentReport } from './schema';

/** The calculation with each fact pointing to the number that its source has in this report; other references are left out. */
export function withSourceNumbers(node: TraceNode, numberOf: (ref: string) => number | null): TraceNode {
  const { fact, inputs } = node;
  const number = fact?.source === undefined ? null : numberOf(fact.source);
  return {
    ...node,
    ...(fact === undefined ? {} : { fact: { field: fact.field, ...(number === null ? {} : { source: String(number) }) } }),
    ...(inputs === undefined ? {} : { inputs: inputs.map((input) => withSourceNumbers(input, numberOf)) }),
  };
}

/** Every dated parameter that the calculation used, once each, by id. */
export function parametersUsed(trace: TraceNode): AssessmentReport['parameters'] {
  const found = new Map<string, AssessmentReport['parameters'][number]>();
  walk(trace, (node) => {
    const { parameter, value, unit = '' } = node;
    if (parameter !== undefined) found.set(`${parameter.id} ${parameter.effectiveFrom}`, { ...parameter, value, unit });
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
