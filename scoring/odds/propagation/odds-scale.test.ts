import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Network } from './network.ts';
import type { LinkColumns, Propagation, SupplyGraph } from './types.ts';
import { numbersAt } from './parameters.ts';
import { probabilityOf, scoreOf } from './points.ts';
import { buildOddsGraph, propagateOdds, resolveOdds, solveOdds } from './propagation.ts';

const asOf = '2026-12-01';
const numbers = numbersAt(asOf);
const odds = numbers['R4.world-odds'];
const damping = numbers['R10.damping'];

const graphOf = (columns: LinkColumns): SupplyGraph => {
  const made = buildOddsGraph(columns, asOf);
  if ('status' in made) throw new Error(made.problems[0]?.text);
  return made;
};
const solved = (graph: SupplyGraph, own: Float64Array): Propagation => {
  const made = solveOdds(graph, own, asOf);
  if (made.status === 'refused') throw new Error(made.problems[0]?.text);
  return made;
};

/** Every pair of parties may be linked, in circles too; shares of a buyer add to 1 at most. */
const networks = fc.integer({ min: 1, max: 8 }).chain((nodeCount) =>
  fc.record({
    own: fc.array(fc.double({ min: -20, max: 120, noNaN: true }), { minLength: nodeCount, maxLength: nodeCount }),
    links: fc.array(
      fc.record({ supplier: fc.nat(nodeCount - 1), buyer: fc.nat(nodeCount - 1), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
      { maxLength: 20 },
    ),
    nodeCount: fc.constant(nodeCount),
  }),
);
type Made = { own: number[]; nodeCount: number; links: { supplier: number; buyer: number; share: number }[] };

function columnsOf({ nodeCount, links }: Made): LinkColumns {
  const others = links.filter(({ supplier, buyer }) => supplier !== buyer);
  const sums = others.reduce((all, { buyer, share }) => all.set(buyer, (all.get(buyer) ?? 0) + share), new Map<number, number>());
  return {
    nodeCount,
    supplier: Int32Array.from(others, ({ supplier }) => supplier),
    buyer: Int32Array.from(others, ({ buyer }) => buyer),
    share: Float64Array.from(others, ({ buyer, share }) => share / Math.max(1, sums.get(buyer) ?? 1)),
  };
}

/** The rule as it is written, over and over, until it stands still. */
function naive({ nodeCount, supplier, buyer, share }: LinkColumns, own: readonly number[]): number[] {
  const alone = own.map((score) => probabilityOf(score, odds));
  let now = [...alone];
  for (let pass = 0; pass < 400; pass += 1) {
    const inherited = new Array<number>(nodeCount).fill(0);
    supplier.forEach((from, row) => {
      const to = buyer[row] ?? 0;
      inherited[to] = (inherited[to] ?? 0) + damping * (share[row] ?? 0) * (now[from] ?? 0);
    });
    now = alone.map((value, node) => Math.max(value, inherited[node] ?? 0));
  }
  return now.map((value) => scoreOf(value, odds));
}

describe('risk along the chain, on the scale of odds', () => {
  it('is the share-weighted mean of probabilities, damped, and never less than a party has itself', () => {
    const links = { nodeCount: 3, supplier: Int32Array.of(1, 2), buyer: Int32Array.of(0, 0), share: Float64Array.of(0.1, 0.9) };
    const made = solved(graphOf(links), Float64Array.of(20, 95, 40));
    const mean = 0.1 * probabilityOf(95, odds) + 0.9 * probabilityOf(40, odds);
    expect(made.total[0]).toBeCloseTo(scoreOf(damping * mean, odds), 6);
    expect(made.inherited[0]).toBe(made.total[0]);
    expect([made.total[1], made.inherited[1], made.driver[1]]).toEqual([95, Number.NEGATIVE_INFINITY, -1]);
  });

  it('agrees with a naive solver, with circles, whatever the order of rows', () => {
    fc.assert(
      fc.property(networks, (made) => {
        const columns = columnsOf(made);
        const own = Float64Array.from(made.own);
        const result = solved(graphOf(columns), own);
        naive(columns, made.own).forEach((total, node) => {
          expect(result.total[node]).toBeCloseTo(total, 4);
        });
        const turned = {
          ...columns,
          supplier: columns.supplier.slice().reverse(),
          buyer: columns.buyer.slice().reverse(),
          share: columns.share.slice().reverse(),
        };
        expect(solved(graphOf(turned), own).total).toEqual(result.total);
      }),
    );
  });

  it('never falls when a supplier gets worse, and one changed score gives what a whole run gives', () => {
    fc.assert(
      fc.property(networks, fc.nat(), fc.double({ min: -20, max: 120, noNaN: true }), (made, pick, score) => {
        const graph = graphOf(columnsOf(made));
        const node = pick % made.nodeCount;
        const before = solved(graph, Float64Array.from(made.own));
        const changed = Float64Array.from(made.own, (own, at) => (at === node ? score : own));
        const after = solved(graph, changed);
        for (let at = 0; at < made.nodeCount; at += 1)
          if (score >= (made.own[node] ?? 0)) expect((after.total[at] ?? 0) + 1e-6).toBeGreaterThanOrEqual(before.total[at] ?? 0);
        const resolved = resolveOdds(graph, before, { changes: [{ node, own: score }], asOf });
        if (resolved.status === 'refused') throw new Error('refused');
        resolved.nodes.forEach((each, at) => {
          expect(resolved.total[at]).toBeCloseTo(after.total[each] ?? Number.NaN, 4);
        });
      }),
    );
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
    const made = propagateOdds(network);
    if (made.status === 'refused') throw new Error(made.problems[0]?.text);
    const buyer = made.nodes.find(({ id }) => id === 'buyer');
    const mean = 0.5 * probabilityOf(50, odds) + 0.5 * probabilityOf(70, odds);
    expect(buyer?.inherited?.score).toBeCloseTo(scoreOf(damping * mean, odds), 1);
    expect(made.nodes.find(({ id }) => id === 'mill')).toMatchObject({ standing: 'unscored', inherited: null, own: null });
    expect(made.explain('buyer').drivers[0]).toMatchObject({ link: 'b' });
    expect(made.entriesOf('buyer').map(({ node }) => node)).toEqual(['somewhere', 'mill']);
  });

  it('refuses a score that is none, naming the party', () => {
    const made = propagateOdds({ asOf, nodes: [{ id: 'a', own: { score: Number.NaN } }], links: [] });
    expect(made).toMatchObject({ status: 'refused', problems: [{ code: 'score-not-a-number', node: 'a' }] });
    expect(propagateOdds({ asOf, nodes: [{ id: 'a', own: { score: 104.2, low: 95, high: 130 } }], links: [] }).status).toBe('propagated');
  });
});
