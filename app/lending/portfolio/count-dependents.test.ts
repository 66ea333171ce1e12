import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countDependents, type DependentsAsked } from './count-dependents';

const asked = (parties: number, pairs: readonly (readonly [supplier: number, buyer: number])[], deals: DependentsAsked['deals']) => ({
  parties,
  links: { supplier: Int32Array.from(pairs, ([supplier]) => supplier), buyer: Int32Array.from(pairs, ([, buyer]) => buyer) },
  deals,
});

/** The same by the definition: each deal walks its own chain. */
function byWalking({ parties, links, deals }: DependentsAsked) {
  const rows = Array.from({ length: parties }, () => ({ deals: 0, cents: 0, unconverted: 0, nearest: -1 }));
  for (const { named, cents } of deals) {
    const depth = new Map(named.map((party) => [party, 0]));
    for (const [party, links_] of depth)
      for (const [link, buyer] of links.buyer.entries()) {
        const supplier = links.supplier[link] ?? 0;
        if (buyer === party && !depth.has(supplier)) depth.set(supplier, links_ + 1);
      }
    for (const [party, away] of depth) {
      const row = rows[party];
      if (!row) continue;
      row.deals += 1;
      row.cents += cents ?? 0;
      row.unconverted += cents === null ? 1 : 0;
      row.nearest = row.nearest === -1 ? away : Math.min(row.nearest, away);
    }
  }
  return rows;
}

const rowsOf = (of: DependentsAsked) => {
  const found = countDependents(of);
  return Array.from({ length: of.parties }, (_, party) => ({
    ...{ deals: found.deals[party], cents: found.cents[party] },
    ...{ unconverted: found.unconverted[party], nearest: found.nearest[party] },
  }));
};

describe('who depends on whom', () => {
  it('follows the chain to its end, counts a deal once on several paths, and keeps amounts not in dollars separate', () => {
    // 3 sells to 1 and 2, 4 to 3, 5 to 4; none depends on 6.
    const chain = [...[[3, 1] as const, [3, 2] as const, [4, 3] as const, [5, 4] as const, [0, 6] as const]];
    const rows = rowsOf(
      asked(7, chain, [
        { named: [1, 2], cents: 100 },
        { named: [2], cents: null },
      ]),
    );
    expect(rows[5]).toEqual({ deals: 2, cents: 100, unconverted: 1, nearest: 3 });
    expect(rows[1]).toEqual({ deals: 1, cents: 100, unconverted: 0, nearest: 0 });
    expect(rows[6]).toEqual({ deals: 0, cents: 0, unconverted: 0, nearest: -1 });
    expect(rows[0]).toEqual({ deals: 0, cents: 0, unconverted: 0, nearest: -1 });
  });

  it('counts each party of a circle with all that depend on any of it', () => {
    const circle = [[1, 0] as const, [2, 1] as const, [0, 2] as const, [3, 2] as const, [1, 1] as const];
    const rows = rowsOf(
      asked(4, circle, [
        { named: [0], cents: 1 },
        { named: [2], cents: 10 },
      ]),
    );
    expect(rows.map(({ deals, cents }) => [deals, cents])).toEqual([
      [2, 11],
      [2, 11],
      [2, 11],
      [2, 11],
    ]);
    expect(rows[3]?.nearest).toBe(1);
  });

  it('distinguishes suppliers that join chains from those that only sell to one that does', () => {
    // 2 sells to both clients 0 and 1; 3 sells to 2 alone, 4 to 3 and 2; 5 to client 0 and to 2; 6 to 2 alone, but a deal names it.
    const pairs = [
      [2, 0],
      [2, 1],
      [3, 2],
      [4, 3],
      [4, 2],
      [5, 0],
      [5, 2],
      [6, 2],
    ] as const;
    const { group, follows } = countDependents(
      asked(8, pairs, [
        { named: [0], cents: 1 },
        { named: [1, 6], cents: 1 },
      ]),
    );
    expect([...follows]).toEqual([0, 0, 0, 1, 1, 0, 0, 0]);
    expect([group[3], group[4], group[7]]).toEqual([group[2], group[2], -1]);
    expect(new Set([group[0], group[1], group[2], group[5], group[6]]).size).toBe(5);
  });

  it('counts beyond the deals that are followed at a time', () => {
    const deals = Array.from({ length: 3_000 }, (_, index) => ({ named: [index % 2], cents: index % 3 === 0 ? null : index }));
    const of = asked(
      4,
      [
        [2, 0],
        [3, 1],
        [3, 2],
      ],
      deals,
    );
    expect(rowsOf(of)).toEqual(byWalking(of));
    expect(rowsOf(of)[3]?.deals).toBe(3_000);
  });

  it('agrees with each deal walking its own chain, circles included', () => {
    const party = fc.nat(11);
    const one = fc.record({ named: fc.uniqueArray(party, { maxLength: 4 }), cents: fc.option(fc.nat(1_000)) });
    fc.assert(
      fc.property(fc.array(fc.tuple(party, party), { maxLength: 30 }), fc.array(one, { maxLength: 40 }), (pairs, deals) => {
        const of = asked(12, pairs, deals);
        expect(rowsOf(of)).toEqual(byWalking(of));
      }),
    );
  });

  it('follows a chain of a hundred thousand links without a stack', () => {
    const length = 100_000;
    const of = asked(
      length,
      Array.from({ length: length - 1 }, (_, buyer) => [buyer + 1, buyer] as const),
      [{ named: [0], cents: 5 }],
    );
    const found = countDependents(of);
    expect([found.deals[length - 1], found.nearest[length - 1]]).toEqual([1, length - 1]);
  });
});
