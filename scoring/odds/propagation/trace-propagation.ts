import type { TraceNode } from '../../types.ts';
import { parameterNode, tidy } from '../../engine/trace-node.ts';
import type { PropagatedNode, PropagationExplained } from './network.ts';

const standsFor = {
  scored: '',
  unscored: 'Not scored: the prior stands in.',
  'unknown-origin': 'Of unknown origin: the prior stands in.',
  'unknown-origin-listed': 'Of unknown origin, with a good that is listed: the prior for it stands in.',
} as const;

/** The total of one node as a tree: its own score, and what it inherits link by link, with the dated numbers of R10. */
export function tracePropagation(node: PropagatedNode, drivers: PropagationExplained['drivers'], asOf: string): TraceNode {
  const path = `propagation/${node.id}`;
  const own: TraceNode = {
    id: `${path}/own`,
    rule: 'R10',
    label: 'Own score',
    value: node.own?.score ?? null,
    unit: 'points',
    ...(node.standing === 'scored' ? {} : { unknown: standsFor[node.standing], inputs: [parameterNode(`${path}/own`, 'R10.prior', asOf)] }),
  };
  const inherited: TraceNode = {
    id: `${path}/inherited`,
    rule: 'R10',
    label: 'Inherited from suppliers: the mean of their probabilities by share, damped at each tier',
    value: node.inherited?.score ?? null,
    unit: 'points',
    ...(node.inherited ? {} : { unknown: 'No supplier with a share is linked.' }),
    inputs: [
      ...drivers.map(
        ({ link, supplier, share, assumed, points }): TraceNode => ({
          id: `${path}/inherited/${link}`,
          rule: 'R10',
          label: `${supplier}: share ${tidy(share)}${assumed ? ', assumed' : ''}`,
          value: points,
          unit: 'points',
        }),
      ),
      parameterNode(`${path}/inherited`, 'R10.damping', asOf),
    ],
  };
  return {
    id: path,
    rule: 'R10',
    label: 'The larger of own and inherited',
    value: node.total.score,
    unit: 'points',
    inputs: [own, inherited],
  };
}
