import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fault, holdsBy } from '../../testing/holds.ts';
import { methodAt } from '../../engine/method.ts';
import { roundToTenth } from '../../engine/rounding.ts';
import { buildGraph } from './build-graph.ts';
import { dampingOf } from './damping.ts';
import { driversOf } from './drivers.ts';
import { finish, raiseAll } from './passes.ts';
import { applyResolved, resolve } from './resolve.ts';
import { confirm, reachAfter, solve } from './solve.ts';
import { settleOpen } from './settle-open.ts';
import { strongestPath } from './strongest-path.ts';
import type { LinkColumns, Propagation, SupplyGraph } from './types.ts';
import { pathTo, upstreamOf } from './upstream.ts';
import { costlyRuns } from '../../testing/costly-runs.ts';

const holds = holdsBy(fc);

const method = methodAt('2026-11-25');
function graphOf(columns: LinkColumns): SupplyGraph {
  const graph = buildGraph(columns, method);
  if ('status' in graph) throw new Error(graph.problems.map((each) => each.text).join(' '));
  return graph;
}

/** What is tested; a planted fault takes its place for as long as it takes to be found. */
let solver = solve;
const onTotal =
  (change: (total: Float64Array, graph: SupplyGraph) => Float64Array): Fault =>
  () => {
    solver = (graph, own, by) => {
      const result = solve(graph, own, by);
      return result.status === 'refused' ? result : { ...result, total: change(result.total, graph) };
    };
    return () => {
      solver = solve;
    };
  };

function solved(graph: SupplyGraph, own: Float64Array): Propagation {
  const result = solver(graph, own, method);
  if (result.status === 'refused') throw new Error(result.problems.map((each) => each.text).join(' '));
  return result;
}

const { raise, root, factor, tolerance } = dampingOf(method);
/** Twice what a run may be off, since two runs are compared. */
const gap = 2 * tolerance;

/** The rule as it is written, node by node over the rows as they come, until nothing moves at all. `start` is where it begins. */
function naive({ nodeCount, supplier, buyer, share }: LinkColumns, own: Float64Array, start = own): Float64Array {
  const alone = own.map(raise);
  let now = start.map(raise);
  for (let pass = 0; pass < 2000; pass += 1) {
    const sums = new Float64Array(nodeCount);
    for (let row = 0; row < supplier.length; row += 1)
      if (supplier[row] !== buyer[row])
        sums[buyer[row] ?? 0] = (sums[buyer[row] ?? 0] ?? 0) + (share[row] ?? 0) * (now[supplier[row] ?? 0] ?? 0);
    const next = alone.map((value, node) => Math.max(value, factor * (sums[node] ?? 0)));
    if (next.every((value, node) => value === now[node])) break;
    now = next;
  }
  return now.map((value, node) => Math.max(own[node] ?? 0, root(value)));
}

function largestGap(a: Float64Array, b: Float64Array): number {
  return a.reduce((gap, value, index) => Math.max(gap, Math.abs(value - (b[index] ?? 0))), 0);
}

type Made = { columns: LinkColumns; own: Float64Array };

/** Random graphs with circles, parallel links, links of share 0 and parties without suppliers; the shares of a buyer add to `reach` at most. */
function madeGraphs(nodes: { min: number; max: number }, linksPerNode: number): fc.Arbitrary<Made> {
  return fc
    .integer(nodes)
    .chain((nodeCount) => {
      const node = fc.integer({ min: 0, max: nodeCount - 1 });
      return fc.record({
        own: fc.array(fc.oneof(fc.double({ min: 0, max: 100, noNaN: true }), fc.constantFrom(0, 100, 50)), {
          minLength: nodeCount,
          maxLength: nodeCount,
        }),
        links: fc.array(
          fc.record({ supplier: node, buyer: node, weight: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1)) }),
          {
            maxLength: nodeCount * linksPerNode,
            size: 'max',
          },
        ),
        reach: fc.constantFrom(1, 0.9, 0.3),
      });
    })
    .map(({ own, links, reach }) => {
      const kept = links.filter((each) => each.supplier !== each.buyer);
      const sums = new Map<number, number>();
      for (const { buyer, weight } of kept) sums.set(buyer, (sums.get(buyer) ?? 0) + weight);
      return {
        own: Float64Array.from(own),
        columns: {
          nodeCount: own.length,
          supplier: Int32Array.from(kept, (each) => each.supplier),
          buyer: Int32Array.from(kept, (each) => each.buyer),
          share: Float64Array.from(kept, ({ buyer, weight }) => Math.min(1, (reach * weight) / Math.max(1, sums.get(buyer) ?? 1))),
        },
      };
    });
}

const small = madeGraphs({ min: 1, max: 12 }, 4);

describe('worked effect', () => {
  it.each([
    [0.01, 31.3],
    [0.05, 49.2],
    [0.1, 58.5],
    [0.25, 71.4],
    [0.5, 81.6],
    [1, 92.3],
  ])('a buyer at 10 that buys a share of %f from a supplier at 95 and the rest from one at 20 stands at %f', (share, expected) => {
    const graph = graphOf({
      nodeCount: 3,
      supplier: Int32Array.of(1, 2),
      buyer: Int32Array.of(0, 0),
      share: Float64Array.of(share, 1 - share),
    });
    const { total, inherited } = solved(graph, Float64Array.of(10, 95, 20));
    expect(roundToTenth(total[0] ?? 0)).toBe(expected);
    expect(inherited[0]).toBe(total[0]);
    expect(total[1]).toBe(95);
  });
});

describe('the fixed point', () => {
  it('is that of a naive solver, on graphs with circles, to what a run may be off', () => {
    fc.assert(
      fc.property(small, ({ columns, own }) => {
        const result = solved(graphOf(columns), own);
        expect(largestGap(result.total, naive(columns, own))).toBeLessThan(gap);
        expect(result.errorBound).toBeLessThanOrEqual(tolerance);
      }),
    );
  });

  it('A29: is that of a naive solver on random graphs of 1,000 nodes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (seed) => {
        const { columns, own } = randomGraph(seed, 1000, 4000);
        const graph = graphOf(columns);
        const { total } = solved(graph, own);
        expect(largestGap(total, naive(columns, own))).toBeLessThan(gap);
        expect(upstreamOf(graph, 0).nodes.length).toBeGreaterThan(500);
      }),
      { ...costlyRuns(fc, 40), endOnFailure: true },
    );
  });

  it('is that of a naive solver where the buyers are too many for one bucket of the sorting', () => {
    const { columns, own } = randomGraph(7, 2600, 4000);
    expect(largestGap(solved(graphOf(columns), own).total, naive(columns, own))).toBeLessThan(gap);
  });

  it('shares that exceed 1 by rounding are brought to 1, and by more are refused', () => {
    const thirds = (share: number) => ({
      nodeCount: 4,
      supplier: Int32Array.of(1, 2, 3),
      buyer: Int32Array.of(0, 0, 0),
      share: Float64Array.of(share, share, share),
    });
    const own = Float64Array.of(0, 80, 60, 40);
    const exact = solved(graphOf(thirds(1 / 3)), own).total[0] ?? 0;
    const rounded = graphOf(thirds(0.333334));
    expect(rounded.share.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
    expect(solved(rounded, own).total[0]).toBeCloseTo(exact, 9);
    expect(buildGraph(thirds(0.34), method)).toMatchObject({ status: 'refused' });
  });

  it('T10 is not below the own score, not above the highest score, and does not depend on where a solver starts', () => {
    holds(
      fc.property(small, ({ columns, own }) => {
        const { total, inherited } = solved(graphOf(columns), own);
        const highest = Math.max(...own) + gap;
        total.forEach((value, node) => {
          expect(value).toBe(Math.max(own[node] ?? 0, inherited[node] ?? 0));
          expect(value).toBeLessThanOrEqual(highest);
        });
        expect(
          largestGap(
            total,
            naive(
              columns,
              own,
              own.map(() => 100),
            ),
          ),
        ).toBeLessThan(gap);
      }),
      [onTotal((total) => total.map((value) => value * 0.9))],
    );
  });

  it('T10 never falls anywhere when one own score rises', () => {
    holds(
      fc.property(small, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), ({ columns, own }, pick, by) => {
        const graph = graphOf(columns);
        const node = pick % own.length;
        const raised = own.map((score, index) => (index === node ? score + (100 - score) * by : score));
        const before = solved(graph, own).total;
        solved(graph, raised).total.forEach((value, index) => {
          expect(value).toBeGreaterThanOrEqual((before[index] ?? 0) - gap);
        });
      }),
      [onTotal((total) => total.map((value) => 100 - value))],
    );
  });

  it('T9 is the same when a supplier is split in two of the same score', () => {
    holds(
      fc.property(small, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), ({ columns, own }, pick, part) => {
        if (columns.supplier.length === 0) return;
        const row = pick % columns.supplier.length;
        const whole = columns.share[row] ?? 0;
        const twin = columns.supplier[row] ?? 0;
        const feeding = [...columns.supplier.keys()].filter((each) => columns.buyer[each] === twin);
        const split = {
          nodeCount: columns.nodeCount + 1,
          supplier: Int32Array.of(...columns.supplier, columns.nodeCount, ...feeding.map((each) => columns.supplier[each] ?? 0)),
          buyer: Int32Array.of(...columns.buyer, columns.buyer[row] ?? 0, ...feeding.map(() => columns.nodeCount)),
          share: Float64Array.of(
            ...columns.share.map((share, each) => (each === row ? whole * part : share)),
            whole * (1 - part),
            ...feeding.map((each) => columns.share[each] ?? 0),
          ),
        };
        const one = solved(graphOf(columns), own).total;
        const two = solved(graphOf(split), Float64Array.of(...own, own[twin] ?? 0)).total;
        expect(largestGap(one, two.subarray(0, own.length))).toBeLessThan(gap);
      }),
      [onTotal((total) => total.map((value) => value + total.length / 100))],
    );
  });

  it('T5 has the same bits whatever the order of the rows', () => {
    holds(
      fc.property(small, fc.integer(), ({ columns, own }, seed) => {
        const turned = shuffled(columns, seed);
        const one = solved(graphOf(columns), own);
        const other = solved(graphOf(turned), own);
        expect(other.total).toEqual(one.total);
        expect(other.inherited).toEqual(one.inherited);
        expect(other.driver).toEqual(one.driver);
        expect(other.passes).toBe(one.passes);
      }),
      [onTotal((total, graph) => total.map((value) => value + (graph.row[0] ?? 0)))],
    );
  });
});

describe('the two ways to the fixed point, each alone', () => {
  const damping = dampingOf(method);
  const powersOf = (scores: Float64Array) => Float32Array.from(scores, (score) => damping.raise(score));

  it('setting aside what cannot move any more leaves nothing that moves', () => {
    fc.assert(
      fc.property(small, ({ columns, own }) => {
        const graph = graphOf(columns);
        const floor = own.map((score) => damping.raise(score));
        const powered = powersOf(own);
        const rise = raiseAll(graph, powered, damping.factor);
        settleOpen(graph, { powered, floor, reach: reachAfter(rise, damping) }, damping);
        expect(finish(graph, own, powered, damping).largestMove).toBeLessThanOrEqual(damping.tolerance);
      }),
    );
  });

  it('going on with whole passes comes there from the scores alone', () => {
    fc.assert(
      fc.property(small, ({ columns, own }) => {
        const result = confirm(graphOf(columns), { own, powered: powersOf(own), passes: 0 }, damping);
        expect(largestGap(result.total, naive(columns, own))).toBeLessThan(gap);
      }),
    );
  });
});

describe('very high scores', () => {
  it('are found by the same few passes as any other, up to the highest score there is', () => {
    const graph = graphOf({
      nodeCount: 3,
      supplier: Int32Array.of(0, 1),
      buyer: Int32Array.of(1, 2),
      share: Float64Array.of(1, 1),
    });
    for (let score = dampingOf(method).range.least; score <= dampingOf(method).range.most; score += 1) {
      const own = Float64Array.of(score, 50, score);
      const result = solved(graph, own);
      expect(result.passes, `score ${score}`).toBeLessThan(20);
      expect(result.total[0]).toBe(score);
      expect(
        largestGap(result.total, naive({ nodeCount: 3, supplier: graph.supplier, buyer: Int32Array.of(1, 2), share: graph.share }, own)),
      ).toBeLessThan(gap);
    }
  });
});

describe('one changed score', () => {
  it('moves what a whole run moves, up and down, and leaves the run it started from', () => {
    fc.assert(
      fc.property(small, fc.nat(), fc.double({ min: 0, max: 100, noNaN: true }), ({ columns, own }, pick, score) => {
        const graph = graphOf(columns);
        const before = solved(graph, own);
        const kept = before.total.slice();
        const node = pick % own.length;
        const change = resolve(graph, before, { changes: [{ node, own: score }], method });
        if (change.status === 'refused') throw new Error('refused');
        expect(before.total).toEqual(kept);
        const whole = solved(
          graph,
          own.map((each, index) => (index === node ? score : each)),
        );
        applyResolved(before, change);
        expect(largestGap(before.total, whole.total)).toBeLessThan(gap);
        expect(largestGap(before.inherited.map(raise), whole.inherited.map(raise))).toBeLessThan(1e-6);
        expect(change.nodes).toContain(node);
      }),
    );
  });

  it('names each node that it worked out once, in order, with its main driver and the bound of both runs', () => {
    // 1 and 2 supply 0, and 0 supplies 3 and 4; 5 has no links.
    const graph = graphOf({
      nodeCount: 6,
      supplier: Int32Array.of(1, 2, 0, 0),
      buyer: Int32Array.of(0, 0, 3, 4),
      share: Float64Array.of(0.5, 0.5, 1, 1),
    });
    const before = solved(graph, Float64Array.of(20, 60, 30, 20, 95, 40));
    const change = (changes: { node: number; own: number }[]) => {
      const result = resolve(graph, before, { changes, method });
      if (result.status === 'refused') throw new Error('refused');
      return result;
    };
    const moved = change([
      { node: 2, own: 90 },
      { node: 1, own: 10 },
    ]);
    const whole = solved(graph, Float64Array.of(20, 10, 90, 20, 95, 40));
    expect([...moved.nodes]).toEqual([0, 1, 2, 3, 4]);
    expect([...moved.driver]).toEqual([...whole.driver.subarray(0, 5)]);
    expect(moved.driver[0]).not.toBe(before.driver[0]);
    expect([...moved.driver.subarray(1, 3)]).toEqual([-1, -1]);
    expect(moved.errorBound).toBe(before.errorBound + tolerance);
    // Of two suppliers that pass on as much, the first is named, as in a whole run.
    const alike = change([{ node: 2, own: 60 }]);
    expect(alike.driver[alike.nodes.indexOf(0)]).toBe(solved(graph, Float64Array.of(20, 60, 60, 20, 95, 40)).driver[0]);
    // A score that does not change reaches no other node.
    expect([...change([{ node: 2, own: 30 }]).nodes]).toEqual([2]);
    expect(change([{ node: 5, own: 90 }])).toMatchObject({ nodes: Int32Array.of(5), driver: Int32Array.of(-1), rounds: 1 });
    applyResolved(before, moved);
    expect([...before.driver.subarray(0, 5)]).toEqual([...whole.driver.subarray(0, 5)]);
    expect([...before.own]).toEqual([20, 10, 90, 20, 95, 40]);
  });

  it('gives the same result again, and so does the next one after it was fixed', () => {
    fc.assert(
      fc.property(
        small,
        fc.array(fc.tuple(fc.nat(), fc.double({ min: 0, max: 100, noNaN: true })), { maxLength: 5 }),
        ({ columns, own }, steps) => {
          const graph = graphOf(columns);
          const now = solved(graph, own);
          const scores = Float64Array.from(own);
          for (const [pick, score] of steps) {
            const node = pick % own.length;
            const change = resolve(graph, now, { changes: [{ node, own: score }], method });
            if (change.status === 'refused') throw new Error('refused');
            expect(resolve(graph, now, { changes: [{ node, own: score }], method })).toEqual(change);
            applyResolved(now, change);
            scores[node] = score;
            expect(largestGap(now.total, solved(graph, scores).total)).toBeLessThan(gap);
          }
        },
      ),
    );
  });

  it('does not look at the whole of a large graph', () => {
    const { columns, own } = randomGraph(7, 20_000, 80_000);
    const graph = graphOf(columns);
    const before = solved(graph, own);
    const change = resolve(graph, before, { changes: [{ node: 17, own: 99 }], method });
    if (change.status === 'refused') throw new Error('refused');
    const whole = solved(
      graph,
      own.map((each, index) => (index === 17 ? 99 : each)),
    );
    applyResolved(before, change);
    expect(largestGap(before.total, whole.total)).toBeLessThan(gap);
  });

  it('of a party that is not there, or to no number, is refused', () => {
    const graph = graphOf({ nodeCount: 2, supplier: Int32Array.of(1), buyer: Int32Array.of(0), share: Float64Array.of(1) });
    const before = solved(graph, Float64Array.of(10, 95));
    const codes = [
      { node: 2, own: 3 },
      { node: 1, own: Number.NaN },
      { node: 1, own: 251 },
    ].map((change) => {
      const result = resolve(graph, before, { changes: [change], method });
      return result.status === 'refused' ? result.problems.map((each) => [each.code, each.node]) : 'resolved';
    });
    expect(codes).toEqual([[['unknown-node', 2]], [['score-not-a-number', 1]], [['score-out-of-range', 1]]]);
  });
});

describe('explanations', () => {
  it('the parts of the links add to what is inherited, and the driver is the largest', () => {
    fc.assert(
      fc.property(small, ({ columns, own }) => {
        const graph = graphOf(columns);
        const result = solved(graph, own);
        for (let node = 0; node < own.length; node += 1) {
          const drivers = driversOf(graph, result, { node, method });
          const sum = drivers.reduce((total, each) => total + each.points, 0);
          const inherited = result.inherited[node] ?? 0;
          expect(sum).toBeCloseTo(Number.isFinite(inherited) ? inherited : 0, 9);
          // Links whose parts differ by rounding alone may stand in either order.
          const driver = drivers.find(({ position }) => position === result.driver[node]);
          expect(driver?.points ?? 0).toBeCloseTo(drivers[0]?.points ?? 0, 9);
          expect(result.driver[node] === -1).toBe(drivers.length === 0);
        }
      }),
    );
  });

  it('the strongest chain is the best of all chains, tried one by one', () => {
    fc.assert(
      fc.property(madeGraphs({ min: 2, max: 6 }, 3), ({ columns, own }) => {
        const graph = graphOf(columns);
        const found = strongestPath(graph, { own }, { node: 0, method });
        const best = bestChain(columns, own);
        expect(found === null).toBe(best === 0);
        if (!found) return;
        expect(found.points).toBeCloseTo(root(best), 9);
        const alone = found.links.reduce((weight, link) => weight * factor * (graph.share[link] ?? 0), raise(own[found.origin] ?? 0));
        expect(root(alone)).toBeCloseTo(found.points, 9);
        expect(found.points).toBeLessThanOrEqual((solved(graph, own).inherited[0] ?? 0) + gap);
      }),
    );
  });

  it('T11 a link of share 0 moves nobody and is still on the way upstream', () => {
    holds(
      fc.property(small, ({ columns, own }) => {
        const extra = {
          nodeCount: columns.nodeCount + 1,
          supplier: Int32Array.of(...columns.supplier, columns.nodeCount),
          buyer: Int32Array.of(...columns.buyer, 0),
          share: Float64Array.of(...columns.share, 0),
        };
        const graph = graphOf(extra);
        const after = solved(graph, Float64Array.of(...own, 100)).total;
        expect(after.subarray(0, own.length)).toEqual(solved(graphOf(columns), own).total);
        const upstream = upstreamOf(graph, 0);
        expect(upstream.nodes).toContain(columns.nodeCount);
        expect(pathTo(upstream, columns.nodeCount)).toHaveLength(1);
      }),
      [onTotal((total, graph) => total.map((value) => value + graph.linkCount / 100))],
    );
  });
});

/** The most of any chain without a circle that ends at node 0, as a probability. */
function bestChain({ supplier, buyer, share }: LinkColumns, own: Float64Array): number {
  let best = 0;
  const walk = (node: number, weight: number, seen: Set<number>) => {
    for (let row = 0; row < supplier.length; row += 1) {
      const from = supplier[row] ?? 0;
      if (buyer[row] !== node || seen.has(from)) continue;
      const passed = weight * factor * (share[row] ?? 0);
      best = Math.max(best, passed * raise(own[from] ?? 0));
      if (passed > 0) walk(from, passed, new Set([...seen, from]));
    }
  };
  walk(0, 1, new Set([0]));
  return best;
}

function randomGraph(seed: number, nodeCount: number, links: number): Made {
  const uniform = uniformFrom(seed);
  const pick = () => Math.floor(uniform() * nodeCount);
  const supplier = Int32Array.from({ length: links }, pick);
  const buyer = Int32Array.from({ length: links }, pick);
  const weight = Float64Array.from({ length: links }, uniform);
  const sums = new Float64Array(nodeCount);
  buyer.forEach((node, row) => {
    sums[node] = (sums[node] ?? 0) + (weight[row] ?? 0);
  });
  const share = weight.map((each, row) => (0.99 * each) / (sums[buyer[row] ?? 0] ?? 1));
  return { columns: { nodeCount, supplier, buyer, share }, own: Float64Array.from({ length: nodeCount }, () => 100 * uniform() ** 2) };
}

function shuffled({ supplier, buyer, share, nodeCount }: LinkColumns, seed: number): LinkColumns {
  const uniform = uniformFrom(seed);
  const order = [...supplier.keys()].map((row) => ({ row, at: uniform() })).sort((a, b) => a.at - b.at);
  return {
    nodeCount,
    supplier: Int32Array.from(order, ({ row }) => supplier[row] ?? 0),
    buyer: Int32Array.from(order, ({ row }) => buyer[row] ?? 0),
    share: Float64Array.from(order, ({ row }) => share[row] ?? 0),
  };
}

function uniformFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
