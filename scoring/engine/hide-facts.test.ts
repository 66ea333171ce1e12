import { expect, test } from 'vitest';
import type { TraceNode } from '../types.ts';
import { hideFacts } from './hide-facts.ts';

test('a hidden fact loses its value, and so do figures derived from it; all else is unchanged', () => {
  const node = (id: string, value: number, more: Partial<TraceNode> = {}): TraceNode => ({ id, rule: 'R4', label: id, value, ...more });
  const fact = (field: string, value: number) => node(field, value, { fact: { field } });
  const tree = node('score', 40, {
    inputs: [
      node('migrant', 2, {
        inputs: [
          fact('migrantShare', 0.02),
          node('share', 0.02),
          node('points', 8, { parameter: { id: 'p', effectiveFrom: '2026-01-01', reason: 'r', source: 's' } }),
        ],
      }),
      node('agency', 3, { inputs: [fact('agencyShare', 0.4), node('share', 0.4)] }),
    ],
  } as Partial<TraceNode>);
  const hidden = hideFacts(tree, new Set(['migrantShare']));
  expect(JSON.stringify(hidden)).not.toContain('0.02');
  expect(hidden.inputs?.[0]?.inputs?.map(({ value }) => value)).toEqual([null, null, 8]);
  expect(hidden.inputs?.[1]).toEqual(tree.inputs?.[1]);
  expect(hideFacts(tree, new Set())).toEqual(tree);
});
