import type { TraceNode } from '../types.ts';

/** The calculation without the values of these facts and without the figures beside them that would tell them; the value becomes null, the fact stays named. */
export function hideFacts(node: TraceNode, fields: ReadonlySet<string>): TraceNode {
  const { inputs } = node;
  if (inputs === undefined) return isHidden(node, fields) ? { ...node, value: null } : node;
  const isNear = inputs.some((input) => isHidden(input, fields));
  const cleaned = inputs.map((input) => (isNear && isDerived(input) ? { ...input, value: null } : hideFacts(input, fields)));
  return { ...node, inputs: cleaned };
}

function isHidden(node: TraceNode, fields: ReadonlySet<string>): boolean {
  return node.fact !== undefined && fields.has(node.fact.field);
}

function isDerived(node: TraceNode): boolean {
  return (
    typeof node.value === 'number' &&
    node.parameter === undefined &&
    node.reference === undefined &&
    node.fact === undefined &&
    !node.inputs
  );
}
