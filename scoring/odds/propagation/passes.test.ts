import { describe, expect, it } from 'vitest';
import { methodAt } from '../../engine/method.ts';
import { buildGraph } from './build-graph.ts';
import type { Damping } from './damping.ts';
import { finish, raiseAll } from './passes.ts';
import type { SupplyGraph } from './types.ts';

/** Half is passed on, scores as they are, so that every sum below can be done in the head. */
const half: Damping = {
  ...{ factor: 0.5, tolerance: 1e-9, settled: 1e-12, rounding: 0 },
  ...{ raise: (score) => score, root: (value) => value, range: { least: 0, most: 100 } },
};
/** Links as [supplier, buyer, share]. */
function graphOf(nodeCount: number, ...links: [number, number, number][]): SupplyGraph {
  const graph = buildGraph(
    {
      nodeCount,
      supplier: Int32Array.from(links, ([supplier]) => supplier),
      buyer: Int32Array.from(links, ([, buyer]) => buyer),
      share: Float64Array.from(links, ([, , share]) => share),
    },
    methodAt('2026-12-01'),
  );
  if ('status' in graph) throw new Error('refused');
  return graph;
}
const pass = (graph: SupplyGraph, own: number[]) => {
  const powered = Float32Array.from(own);
  const rise = raiseAll(graph, powered, half.factor);
  return { powered: [...powered], rise };
};
const finished = (graph: SupplyGraph, own: number[], { powered = own, by = half }: { powered?: number[]; by?: Damping } = {}) => {
  const { total, inherited, driver, largestMove } = finish(graph, Float64Array.from(own), Float32Array.from(powered), by);
  return { total: [...total], inherited: [...inherited], driver: [...driver], largestMove };
};

describe('one pass over all parties', () => {
  it('raises each to half of what its suppliers pass on, by their shares, and answers the largest rise', () => {
    expect(pass(graphOf(3, [1, 0, 0.5], [2, 0, 0.5]), [4, 40, 24])).toEqual({ powered: [16, 40, 24], rise: 12 });
    expect(pass(graphOf(4, [2, 0, 1], [2, 1, 1], [3, 2, 0]), [1, 10, 64, 0])).toEqual({ powered: [32, 32, 64, 0], rise: 31 });
  });

  it('reads what it raised before in the same pass', () => {
    expect(pass(graphOf(3, [0, 1, 1], [1, 2, 1]), [64, 0, 0])).toEqual({ powered: [64, 32, 16], rise: 32 });
    expect(pass(graphOf(3, [2, 1, 1], [1, 0, 1]), [0, 0, 64])).toEqual({ powered: [0, 32, 64], rise: 32 });
  });

  it('lowers none, and has no rise where nothing moves', () => {
    expect(pass(graphOf(2, [1, 0, 1]), [50, 64])).toEqual({ powered: [50, 64], rise: 0 });
    expect(pass(graphOf(2, [1, 0, 1]), [32, 64])).toEqual({ powered: [32, 64], rise: 0 });
    expect(pass(graphOf(2), [3, 0])).toEqual({ powered: [3, 0], rise: 0 });
  });
});

describe('the last pass', () => {
  it('gives what is inherited, the larger of own and inherited, and the link that passes on most', () => {
    const graph = graphOf(4, [1, 0, 0.25], [2, 0, 0.75], [3, 2, 1]);
    const { total, inherited, driver } = finished(graph, [10, 80, 40, 20], { powered: [25, 80, 40, 20] });
    expect(inherited).toEqual([25, 0, 10, 0]);
    expect(total).toEqual([25, 80, 40, 20]);
    expect(driver.map((at) => (at < 0 ? -1 : graph.supplier[at]))).toEqual([2, -1, 3, -1]);
  });

  it('names the first of links that pass on the same, and one even where none passes on anything', () => {
    expect(finished(graphOf(3, [1, 0, 0.5], [2, 0, 0.5]), [0, 40, 40], { powered: [20, 40, 40] }).driver).toEqual([0, -1, -1]);
    expect(finished(graphOf(2, [1, 0, 1]), [0, 0]).driver).toEqual([0, -1]);
  });

  it('moves nothing at the fixed point but by what rounding costs', () => {
    const graph = graphOf(2, [1, 0, 1]);
    expect(finished(graph, [0, 64], { powered: [32, 64] }).largestMove).toBe(0);
    expect(finished(graph, [0, 64], { powered: [32, 64], by: { ...half, rounding: 0.25 } }).largestMove).toBe(0.25);
  });

  it('answers the largest move of a total before the fixed point', () => {
    const graph = graphOf(4, [1, 0, 1], [3, 2, 1]);
    expect(finished(graph, [0, 64, 0, 20], { powered: [24, 64, 7, 20] }).largestMove).toBe(8);
    expect(finished(graph, [0, 64, 0, 20], { powered: [24, 64, 1, 20] }).largestMove).toBe(9);
    expect(finished(graph, [0, 64, 0, 20], { powered: [24, 64, 1, 20], by: { ...half, rounding: 12 } }).largestMove).toBe(12);
    // Moved too far is a move as well.
    expect(finished(graph, [0, 64, 0, 20], { powered: [40, 64, 10, 20] }).largestMove).toBe(8);
  });

  it('counts only what moves a total: of a party at its own score nothing does', () => {
    const graph = graphOf(2, [1, 0, 1]);
    expect(finished(graph, [50, 64]).largestMove).toBe(0);
    // Below its own score and still rising: the total is its own score, before and after.
    expect(finished(graph, [50, 64], { powered: [20, 64] }).largestMove).toBe(0);
    // From its own score to what it inherits.
    expect(finished(graph, [30, 64]).largestMove).toBe(2);
  });

  it('does not read the rounded probability of a party at its own score back as a move', () => {
    // Read back, a rounded 50 would be 47.
    const coarse: Damping = { ...half, root: (value) => (value === 50 ? 47 : value) };
    expect(finished(graphOf(2, [1, 0, 1]), [50, 64], { by: coarse }).largestMove).toBe(0);
    expect(finished(graphOf(2, [1, 0, 1]), [45, 64], { powered: [50, 64], by: coarse }).largestMove).toBe(2);
  });
});
