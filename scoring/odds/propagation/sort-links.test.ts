import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortLinks } from './sort-links.ts';
import type { LinkColumns } from './types.ts';

type Link = { supplier: number; buyer: number; share: number };

const columnsOf = (nodeCount: number, links: readonly Link[]): LinkColumns => ({
  nodeCount,
  supplier: Int32Array.from(links, (link) => link.supplier),
  buyer: Int32Array.from(links, (link) => link.buyer),
  share: Float64Array.from(links, (link) => link.share),
});

/** The same by the words of the rule, with the platform's sort. */
function plainly(nodeCount: number, links: readonly Link[]) {
  const rows = links.map((link, row) => ({ ...link, row }));
  const kept = rows
    .filter((link) => link.supplier !== link.buyer)
    .sort((a, b) => a.buyer - b.buyer || a.supplier - b.supplier || a.share - b.share || a.row - b.row);
  return {
    start: Array.from({ length: nodeCount + 1 }, (_, node) => kept.filter((link) => link.buyer < node).length),
    supplier: kept.map((link) => link.supplier),
    share: kept.map((link) => link.share),
    row: kept.map((link) => link.row),
    selfLoops: rows.filter((link) => link.supplier === link.buyer).map((link) => link.row),
  };
}

function expectSorted(nodeCount: number, links: readonly Link[]): void {
  const { start, supplier, share, row, selfLoops } = sortLinks(columnsOf(nodeCount, links));
  expect({ start: [...start], supplier: [...supplier], share: [...share], row: [...row], selfLoops }).toEqual(plainly(nodeCount, links));
}

describe('links grouped by buyer, each group by supplier, share and row', () => {
  it('are those of a plain sort, parallel links and links of a party to itself among them', () => {
    const node = fc.nat(5);
    const link = fc.record({ supplier: node, buyer: node, share: fc.constantFrom(0, 0.25, 0.5) });
    fc.assert(fc.property(fc.array(link, { maxLength: 30 }), (links) => expectSorted(6, links)));
  });

  it('are so for a buyer of many suppliers, whatever the order they come in', () => {
    const links = Array.from({ length: 120 }, (_, at) => ({ supplier: 1 + ((at * 7) % 20), buyer: 0, share: ((at * 5) % 3) / 10 }));
    for (const count of [31, 32, 33, 34, 120]) expectSorted(21, links.slice(0, count));
  });

  it('are so where buyers fill several buckets, the last one of each among them', () => {
    const ends = [0, 1, 1023, 1024, 1025, 2047, 2048, 2599];
    const links = ends.flatMap((buyer, at) => [
      { supplier: (buyer + 5) % 2600, buyer, share: 0.5 },
      { supplier: ends[(at + 3) % ends.length] ?? 0, buyer, share: 0.25 },
      { supplier: (buyer + 5) % 2600, buyer, share: 0.1 },
    ]);
    expectSorted(2600, [...links, ...links].reverse());
    expectSorted(1024, [
      { supplier: 0, buyer: 1023, share: 1 },
      { supplier: 1023, buyer: 0, share: 1 },
    ]);
  });

  it('are none where there are none', () => {
    expectSorted(3, []);
    expectSorted(0, []);
  });
});
