import { describe, expect, it } from 'vitest';
import { methodAt } from '../../engine/method.ts';
import { buildGraph } from './build-graph.ts';
import { type Damping, dampingOf } from './damping.ts';
import { buildSupplyGraph, resolvePropagation, solvePropagation } from './large.ts';
import { finish, raiseAll } from './passes.ts';
import { settleOpen } from './settle-open.ts';
import { confirm, reachAfter, solve } from './solve.ts';
import type { Propagation, SupplyGraph } from './types.ts';

const asOf = '2026-11-25';
const method = methodAt(asOf);
/** Half is passed on, scores as they are, so that every sum below can be done in the head. */
const half: Damping = {
  ...{ factor: 0.5, tolerance: 1e-9, settled: 1e-12, rounding: 0 },
  ...{ raise: (score) => score, root: (value) => value, range: { least: 0, most: 100 } },
};

/** Links as [supplier, buyer, share]. */
function graphOf(nodeCount: number, links: readonly [number, number, number][]): SupplyGraph {
  const graph = buildGraph(
    {
      nodeCount,
      supplier: Int32Array.from(links, ([supplier]) => supplier),
      buyer: Int32Array.from(links, ([, buyer]) => buyer),
      share: Float64Array.from(links, ([, , share]) => share),
    },
    method,
  );
  if ('status' in graph) throw new Error('refused');
  return graph;
}

function settled(graph: SupplyGraph, own: readonly number[], options: { powered?: readonly number[]; reach?: number; by?: Damping } = {}) {
  const floor = Float64Array.from(own);
  const powered = Float32Array.from(options.powered ?? own);
  const passes = settleOpen(graph, { powered, floor, reach: options.reach ?? Number.POSITIVE_INFINITY }, options.by ?? half);
  return { passes, powered: [...powered] };
}

/** Party n is supplied by n + 1 alone, and the last one stands at 64. */
const chain = (length: number) => {
  const links = Array.from({ length: length - 1 }, (_, n): [number, number, number] => [n + 1, n, 1]);
  return { graph: graphOf(length, links), own: Array.from({ length }, (_, n) => (n === length - 1 ? 64 : 0)) };
};

describe('settling the nodes that are open', () => {
  it('raises a chain in reverse order of numbers to its end, one party a pass', () => {
    const { graph, own } = chain(5);
    // One pass finds the open ones and moves the first, two more move the rest, the last finds nothing that moves.
    expect(settled(graph, own)).toEqual({ powered: [4, 8, 16, 32, 64], passes: 5 });
  });

  it('raises a chain along the order of numbers in one go', () => {
    const graph = graphOf(3, [
      [0, 1, 1],
      [1, 2, 1],
    ]);
    expect(settled(graph, [64, 0, 0])).toEqual({ powered: [64, 32, 16], passes: 2 });
  });

  it('weighs each supplier by its share and adds them up', () => {
    const graph = graphOf(4, [
      [1, 0, 0.5],
      [2, 0, 0.25],
      [3, 0, 0.25],
    ]);
    expect(settled(graph, [0, 40, 80, 16]).powered).toEqual([22, 40, 80, 16]);
  });

  it('adds what comes from closed nodes to what comes from open ones', () => {
    // 0 buys from 3, which has no suppliers, and from 2, which buys from 1, which buys from 0: a circle.
    const graph = graphOf(4, [
      [3, 0, 0.5],
      [2, 0, 0.5],
      [1, 2, 1],
      [0, 1, 1],
    ]);
    const { powered } = settled(graph, [0, 0, 0, 64]);
    // x = 16 + x / 16
    const x = 256 / 15;
    for (const [node, value] of [x, x / 2, x / 4, 64].entries()) expect(powered[node]).toBeCloseTo(value, 5);
  });

  it('never lowers a node, and leaves one unchanged whose score exceeds all it can inherit', () => {
    const { graph, own } = chain(3);
    expect(settled(graph, [100, own[1] ?? 0, 64]).powered).toEqual([100, 32, 64]);
    expect(settled(graph, [20, 0, 64], { powered: [50, 40, 64] }).powered).toEqual([50, 40, 64]);
  });

  it('closes a node once its own score exceeds its suppliers by all that can still come, and not before', () => {
    // When it is looked at, node 0 has 0 from node 1, which rises to 32 after it, and so would raise it to 16.
    const { graph } = chain(3);
    const own = [10, 0, 64];
    expect(settled(graph, own, { reach: 10 }).powered[0]).toBe(10);
    expect(settled(graph, own, { reach: 9 }).powered[0]).toBe(10);
    expect(settled(graph, own, { reach: 10.5 }).powered[0]).toBe(16);
    // What it has from its suppliers already counts: 5 of 10 with 10 at node 1.
    expect(settled(graph, [10, 10, 64], { reach: 5 }).powered[0]).toBe(10);
    expect(settled(graph, [10, 10, 64], { reach: 5.5 }).powered[0]).toBe(16);
  });

  it('stops where a rise is small against the score', () => {
    const { graph, own } = chain(5);
    const all = settled(graph, own).passes;
    // A relative rise is 1 at most: nothing counts as moving, and the second pass is the last.
    expect(settled(graph, own, { by: { ...half, settled: 1 } }).passes).toBe(2);
    expect(settled(graph, own, { by: { ...half, settled: 0.999 } }).passes).toBe(all);
  });

  it('does nothing to a graph without links', () => {
    expect(settled(graphOf(3, []), [1, 2, 3])).toEqual({ powered: [1, 2, 3], passes: 2 });
  });
});

describe('the passes around it', () => {
  it('answers what can still rise after a pass', () => {
    expect(reachAfter(8, half)).toBe(4);
    expect(reachAfter(9, { ...half, factor: 0.25 })).toBe(0.75);
    expect(reachAfter(0, half)).toBe(0);
  });

  it('answers the largest rise of a pass', () => {
    const graph = graphOf(4, [
      [3, 0, 1],
      [3, 1, 0.5],
      [3, 2, 1],
    ]);
    const powered = Float32Array.from([30, 0, 28, 64]);
    expect(raiseAll(graph, powered, 0.5)).toBe(16);
    expect([...powered]).toEqual([32, 16, 32, 64]);
    expect(raiseAll(graph, powered, 0.5)).toBe(0);
  });

  it('says how far any total still moves, and by whom most comes', () => {
    const graph = graphOf(3, [
      [1, 0, 0.25],
      [2, 0, 0.75],
    ]);
    const done = finish(graph, Float64Array.from([0, 40, 64]), Float32Array.from([20, 40, 64]), half);
    expect(done.largestMove).toBe(9);
    expect([...done.inherited]).toEqual([29, 0, 0]);
    expect([...done.total]).toEqual([29, 40, 64]);
    expect([...done.driver]).toEqual([1, -1, -1]);
    expect(finish(graph, Float64Array.from([50, 40, 64]), Float32Array.from([50, 40, 64]), half).largestMove).toBe(0);
  });

  it('goes on with whole passes until no total moves by more than allowed, and says by how much at most', () => {
    const { graph, own } = chain(4);
    const start = () => ({ own: Float64Array.from(own), powered: Float32Array.from(own), passes: 10 });
    const all = confirm(graph, start(), half);
    expect([...all.total]).toEqual([8, 16, 32, 64]);
    expect(all).toMatchObject({ errorBound: 0, passes: 17 });
    // Moves of 32, 16 and 8 points: with half passed on, the error left is as large as the move.
    expect(confirm(graph, start(), { ...half, tolerance: 32 })).toMatchObject({ passes: 11, errorBound: 32 });
    expect(confirm(graph, start(), { ...half, tolerance: 31 })).toMatchObject({ passes: 13, errorBound: 16 });
  });

  it('gives up where nothing settles', () => {
    const { graph, own } = chain(2);
    const never = { own: Float64Array.from(own), powered: Float32Array.from(own), passes: 0 };
    expect(() => confirm(graph, never, { ...half, tolerance: -1 })).toThrow('does not settle');
  });

  it('needs as many passes as a chain is long, and few where own scores are close', () => {
    const passesOf = (graph: SupplyGraph, own: readonly number[]) => {
      const result = solve(graph, Float64Array.from(own), method);
      return result.status === 'solved' ? result.passes : null;
    };
    const long = chain(12);
    expect(passesOf(long.graph, long.own)).toBe(13);
    expect(
      passesOf(
        long.graph,
        long.own.map((score) => score || 63),
      ),
    ).toBe(11);
    expect(passesOf(graphOf(2, []), [10, 20])).toBe(11);
  });

  it('reads the numbers of R10 as probabilities', () => {
    const made = dampingOf({ of: { ...method.of, 'R10.damping': 0.5, 'R10.tolerance': 0.25, 'R4.world-odds': 0.25 } });
    expect(made).toMatchObject({ factor: 0.5, tolerance: 0.25, settled: 0.0125 * Math.LN2 });
    // At 70 the odds are four times those of the world: 1 to 1.
    expect([made.raise(70), made.root(0.5), made.root(0)]).toEqual([0.5, 70, Number.NEGATIVE_INFINITY]);
  });
});

describe('the rule for typed arrays alone', () => {
  const columns = { nodeCount: 2, supplier: Int32Array.of(1), buyer: Int32Array.of(0), share: Float64Array.of(1) };

  it('builds, solves and solves again after a change by the numbers of a day', () => {
    const graph = buildSupplyGraph(columns, asOf) as SupplyGraph;
    const before = solvePropagation(graph, Float64Array.of(0, 80), asOf) as Propagation;
    expect(before.total[0]).toBeCloseTo(77.5, 1);
    const after = resolvePropagation(graph, before, { changes: [{ node: 1, own: 60 }], asOf });
    expect(after).toMatchObject({ status: 'resolved' });
    if (after.status === 'resolved')
      expect([...after.nodes].map((node, at) => [node, Math.round(after.total[at] ?? 0)])).toEqual([
        [0, 58],
        [1, 60],
      ]);
    expect(before.total[0]).toBeCloseTo(77.5, 1);
  });

  it('does not know a day before the first numbers', () => {
    expect(() => buildSupplyGraph(columns, '1999-01-01')).toThrow(RangeError);
  });
});
