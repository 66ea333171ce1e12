import type { TraceNode } from '#scoring';

/** The weight with which a calculation counts an answer in its domain. */
const weightOf = (node: TraceNode): number => (node.unit === undefined ? 0 : Number(/weight ([\d.]+)$/.exec(node.unit)?.[1] ?? 0));
const creditOf = (node: TraceNode): number => (typeof node.value === 'number' ? node.value * weightOf(node) : 0);

/**
 * The points that each answer of a response takes off the score, by question: its part of the credit of its domain. 0 for an answer that earns nothing, none for
 * one that the calculation does not count. Together the answers of a domain have the points shown for it. Pure.
 */
export function pointsOfAnswers(trace: TraceNode, responseId: string): Record<string, number> {
  const source = `answer:${responseId}:`;
  const points: Record<string, number> = {};
  const walk = (node: TraceNode): void => {
    const { inputs = [] } = node;
    const all = inputs.reduce((sum, each) => sum + creditOf(each), 0);
    for (const each of inputs) {
      const from = each.rule === 'R5' && each.fact?.source?.startsWith(source) ? each.fact.source.slice(source.length) : null;
      if (from !== null && typeof each.value === 'number' && typeof node.value === 'number')
        points[from] = all === 0 ? 0 : (node.value * creditOf(each)) / all;
      walk(each);
    }
  };
  walk(trace);
  return points;
}
