import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldGraph } from './fold-graph';
import type { GraphLink, GraphParty, MapGraph } from './graph';
import { box, layOutTiers } from './lay-out-tiers';
import { boxColumns, routeLink } from './route-link';
import { nearestRising } from './spread';
import { costlyRuns } from '../../../scoring/testing/costly-runs.ts';

function graphOf(tiers: readonly (number | null)[], links: readonly [number, number][]): MapGraph {
  return {
    parties: tiers.map(
      (tier, at): GraphParty => ({
        id: `S${at}`,
        name: `Party ${at}`,
        kind: tier === 0 ? 'buyer' : 'supplier',
        country: null,
        band: null,
        tier,
        own: null,
        inherited: null,
      }),
    ),
    links: links.map(([from, to]): GraphLink => ({ from, to, kind: 'supplies', points: 0, isInferred: false })),
  };
}

const anyGraph = fc
  .record({
    tiers: fc.array(fc.option(fc.nat(4), { nil: null }), { minLength: 1, maxLength: 120 }),
    seeds: fc.array(fc.tuple(fc.nat(999), fc.nat(999)), { maxLength: 150 }),
  })
  .map(({ tiers, seeds }) =>
    graphOf(
      tiers,
      seeds.map(([a, b]): [number, number] => [a % tiers.length, b % tiers.length]).filter(([a, b]) => a !== b),
    ),
  );

describe('layout by tier', () => {
  it('places the organization first, tiers in rising order, and the unknown last', () => {
    const { columns, x } = layOutTiers(
      graphOf(
        [2, null, 0, 1],
        [
          [3, 2],
          [0, 3],
        ],
      ),
    );
    expect(columns.map(({ tier }) => tier)).toEqual([0, 1, 2, null]);
    expect([x[2], x[3], x[0], x[1]].every((value, at, all) => at === 0 || (value ?? 0) > (all[at - 1] ?? 0))).toBe(true);
  });

  it('places no two boxes on one another, and all within the drawing', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const { x, y, width, height } = layOutTiers(graph);
        graph.parties.forEach((_, a) => {
          expect(x[a]).toBeGreaterThanOrEqual(0);
          expect(y[a]).toBeGreaterThanOrEqual(0);
          expect((x[a] ?? 0) + box.width).toBeLessThanOrEqual(width + 0.01);
          expect((y[a] ?? 0) + box.height).toBeLessThanOrEqual(height + 0.01);
          for (let b = 0; b < a; b += 1) {
            const isApart = Math.abs((x[a] ?? 0) - (x[b] ?? 0)) >= box.width || Math.abs((y[a] ?? 0) - (y[b] ?? 0)) >= box.height - 0.01;
            expect(isApart, `${a} and ${b}`).toBe(true);
          }
        });
      }),
      costlyRuns(fc, 60),
    );
  });

  it('draws no link through a box, however many columns it crosses', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const { x, y } = layOutTiers(graph, { leastRows: Number.POSITIVE_INFINITY });
        const places = graph.parties.map((_, at) => ({ x: x[at] ?? 0, y: y[at] ?? 0 }));
        const columns = boxColumns(places);
        for (const { from, to } of graph.links) {
          const [a, b] = [places[from] ?? { x: 0, y: 0 }, places[to] ?? { x: 0, y: 0 }];
          // A line crosses a column only where it runs level, at the height before its "H".
          for (const [, height = '', end = ''] of routeLink(a, b, columns).matchAll(/ ([\d.-]+)H([\d.-]+)/g)) {
            const crossed = columns.find((column) => column.x === Number(end) || column.x + box.width === Number(end));
            expect(crossed?.tops.some((top) => Number(height) > top && Number(height) < top + box.height)).toBe(false);
          }
          const levels = [...routeLink(a, b, columns).matchAll(/H/g)].length;
          expect(levels).toBe(columns.filter((column) => column.x > Math.min(a.x, b.x) && column.x < Math.max(a.x, b.x)).length);
        }
      }),
    );
  });

  it('makes a block of a column of many', () => {
    const { columns, width, height } = layOutTiers(graphOf([0, ...Array(4_000).fill(1)], []));
    expect(columns[1]?.count).toBe(4_000);
    expect(columns[1]?.width).toBeGreaterThan(10 * box.width);
    expect(width / height).toBeGreaterThan(0.5);
  });

  it('places a lone supplier beside its customer', () => {
    const graph = graphOf(
      [0, 1, 1, 1, 1, 1, 2],
      [
        [1, 0],
        [2, 0],
        [3, 0],
        [4, 0],
        [5, 0],
        [6, 5],
      ],
    );
    const { y } = layOutTiers(graph);
    expect(Math.abs((y[6] ?? 0) - (y[5] ?? 0))).toBeLessThan(box.height);
  });

  it('finds the rising row nearest to the preferred positions', () => {
    expect(nearestRising([1, 2, 3])).toEqual([1, 2, 3]);
    expect(nearestRising([3, 1])).toEqual([2, 2]);
    expect(nearestRising([5, 1, 0, 9])).toEqual([2, 2, 2, 9]);
    expect(nearestRising([])).toEqual([]);
  });
});

describe('collapsing', () => {
  // 0 <- 1 <- 2 <- 3, 0 <- 4 <- 3, and a separate circle 5 <-> 6
  const graph = graphOf(
    [0, 1, 2, 3, 1, null, null],
    [
      [1, 0],
      [2, 1],
      [3, 2],
      [4, 0],
      [3, 4],
      [5, 6],
      [6, 5],
    ],
  );

  it('hides what only the collapsed company leads to', () => {
    const { graph: rest, hidden } = foldGraph(graph, ['S1']);
    expect(rest.parties.map(({ id }) => id)).toEqual(['S0', 'S1', 'S3', 'S4', 'S5', 'S6']);
    expect(hidden).toEqual([0, 1, 0, 0, 0, 0]);
    expect(rest.links).toHaveLength(5);
  });

  it('hides it once no other path is open', () => {
    const { graph: rest, hidden } = foldGraph(graph, ['S1', 'S4']);
    expect(rest.parties.map(({ id }) => id)).toEqual(['S0', 'S1', 'S4', 'S5', 'S6']);
    expect(hidden.slice(0, 3)).toEqual([0, 2, 1]);
  });

  it('collapses the whole chain at the organization, and changes nothing when the company is absent', () => {
    expect(foldGraph(graph, ['S0']).graph.parties.map(({ id }) => id)).toEqual(['S0', 'S5', 'S6']);
    expect(foldGraph(graph, ['S9']).graph).toBe(graph);
  });
});
