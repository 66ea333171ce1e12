import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ColumnGraph, countCrossings, orderColumns } from './lay-out-columns';

const graphOf = (column: number[], links: [number, number][]): ColumnGraph => ({
  columnCount: Math.max(0, ...column) + 1,
  column: Int32Array.from(column),
  from: Int32Array.from(links, ([from]) => from),
  to: Int32Array.from(links, ([, to]) => to),
});

/** Every pair of links between neighbouring columns, compared. */
function crossingsByPairs({ column, from, to }: ColumnGraph, order: Int32Array): number {
  const at = (list: Int32Array, index: number) => list[index] ?? 0;
  const links = Array.from(from, (a, link) => (at(column, a) < at(column, at(to, link)) ? [a, at(to, link)] : [at(to, link), a])).filter(
    ([a = 0, b = 0]) => at(column, b) - at(column, a) === 1,
  );
  let crossings = 0;
  links.forEach(([a = 0, b = 0], first) => {
    for (const [c = 0, d = 0] of links.slice(first + 1))
      if (at(column, a) === at(column, c) && (at(order, a) - at(order, c)) * (at(order, b) - at(order, d)) < 0) crossings += 1;
  });
  return crossings;
}

const anyGraph = fc
  .record({
    column: fc.array(fc.nat(4), { minLength: 1, maxLength: 30 }),
    seeds: fc.array(fc.tuple(fc.nat(999), fc.nat(999)), { maxLength: 60 }),
  })
  .map(({ column, seeds }) =>
    graphOf(
      column,
      seeds.map(([a, b]): [number, number] => [a % column.length, b % column.length]),
    ),
  );

describe('order of columns', () => {
  it('untangles two links that cross', () => {
    const graph = graphOf(
      [0, 0, 1, 1],
      [
        [0, 3],
        [1, 2],
      ],
    );
    const { order, crossings } = orderColumns(graph);
    expect(crossings).toBe(0);
    expect((order[0] ?? 0) < (order[1] ?? 0)).toBe((order[3] ?? 0) < (order[2] ?? 0));
  });

  it('untangles a forest whose children are given shuffled', () => {
    const parents = 12;
    const column = [...Array(parents).fill(0), ...Array(60).fill(1)];
    const links = Array.from({ length: 60 }, (_, child): [number, number] => [parents + child, (child * 7) % parents]);
    expect(orderColumns(graphOf(column, links)).crossings).toBe(0);
  });

  it('counts crossings as comparing every pair does', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const { order, crossings } = orderColumns(graph);
        expect(crossings).toBe(crossingsByPairs(graph, order));
        expect(countCrossings(graph, order)).toBe(crossings);
      }),
    );
  });

  it('never crosses more than the given order, keeps every node once, and is the same each time', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const given = new Int32Array(graph.column.length);
        const sizes = new Map<number, number>();
        graph.column.forEach((each, node) => {
          given[node] = sizes.get(each) ?? 0;
          sizes.set(each, (sizes.get(each) ?? 0) + 1);
        });
        const { order, ranks, crossings } = orderColumns(graph);
        expect(crossings).toBeLessThanOrEqual(countCrossings(graph, given));
        expect(ranks.flatMap((nodes) => [...nodes]).sort((a, b) => a - b)).toEqual(Array.from(graph.column, (_, node) => node));
        ranks.forEach((nodes, column) => {
          for (const [at, node] of nodes.entries()) expect([graph.column[node], order[node]]).toEqual([column, at]);
        });
        expect(orderColumns(graph)).toEqual({ order, ranks, crossings });
      }),
    );
  });

  it('accepts an empty graph', () => {
    expect(orderColumns(graphOf([], []))).toMatchObject({ crossings: 0 });
  });
});
