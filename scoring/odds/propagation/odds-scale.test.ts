import { describe, expect, it } from 'vitest';
import type { Network } from './network.ts';
import type { LinkColumns, Propagation, SupplyGraph } from './types.ts';
import { numbersAt } from '../parameters.ts';
import { probabilityOf, scoreOf } from '../points.ts';
import { buildSupplyGraph, solvePropagation } from './large.ts';
import { propagate } from './propagate.ts';

const asOf = '2026-12-01';
const numbers = numbersAt(asOf);
const odds = numbers['R4.world-odds'];
const damping = numbers['R10.damping'];

const graphOf = (columns: LinkColumns): SupplyGraph => {
  const made = buildSupplyGraph(columns, asOf);
  if ('status' in made) throw new Error(made.problems[0]?.text);
  return made;
};
const solved = (graph: SupplyGraph, own: Float64Array): Propagation => {
  const made = solvePropagation(graph, own, asOf);
  if (made.status === 'refused') throw new Error(made.problems[0]?.text);
  return made;
};

describe('risk along the chain, on the scale of odds', () => {
  it('is the share-weighted mean of probabilities, damped, and never less than a party has itself', () => {
    const links = { nodeCount: 3, supplier: Int32Array.of(1, 2), buyer: Int32Array.of(0, 0), share: Float64Array.of(0.1, 0.9) };
    const made = solved(graphOf(links), Float64Array.of(20, 95, 40));
    const mean = 0.1 * probabilityOf(95, odds) + 0.9 * probabilityOf(40, odds);
    expect(made.total[0]).toBeCloseTo(scoreOf(damping * mean, odds), 5);
    expect(made.inherited[0]).toBe(made.total[0]);
    expect([made.total[1], made.inherited[1], made.driver[1]]).toEqual([95, Number.NEGATIVE_INFINITY, -1]);
  });

  it('of a party without a score is the average of the world, of a listed good of unknown origin more, and is shown as standing in', () => {
    const network: Network = {
      asOf,
      nodes: [
        { id: 'buyer', own: { score: 10, low: 0, high: 20 } },
        { id: 'mill', own: null },
        { id: 'somewhere', kind: 'unknown-origin', products: ['Cotton'] },
      ],
      links: [
        { id: 'a', supplier: 'mill', buyer: 'buyer', share: 0.5 },
        { id: 'b', supplier: 'somewhere', buyer: 'buyer', share: 0.5 },
      ],
    };
    const made = propagate(network);
    if (made.status === 'refused') throw new Error(made.problems[0]?.text);
    const buyer = made.nodes.find(({ id }) => id === 'buyer');
    const mean = 0.5 * probabilityOf(50, odds) + 0.5 * probabilityOf(70, odds);
    expect(buyer?.inherited?.score).toBeCloseTo(scoreOf(damping * mean, odds), 1);
    expect(made.nodes.find(({ id }) => id === 'mill')).toMatchObject({ standing: 'unscored', inherited: null, own: null });
    expect(made.explain('buyer').drivers[0]).toMatchObject({ link: 'b' });
    expect(made.entriesOf('buyer').map(({ node }) => node)).toEqual(['somewhere', 'mill']);
  });

  it('refuses a score that is none, naming the party', () => {
    const made = propagate({ asOf, nodes: [{ id: 'a', own: { score: Number.NaN } }], links: [] });
    expect(made).toMatchObject({ status: 'refused', problems: [{ code: 'score-not-a-number', node: 'a' }] });
    expect(propagate({ asOf, nodes: [{ id: 'a', own: { score: 104.2, low: 95, high: 130 } }], links: [] }).status).toBe('propagated');
  });
});
