import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NetworkLink, NetworkNode } from './network.ts';
import { propagate } from './propagate.ts';

const asOf = '2026-11-25';
const party = (id: string, score: number | null): NetworkNode => ({ id, own: score === null ? null : { score } });
const link = (supplier: string, buyer: string, share: number | null): NetworkLink => ({
  id: `${supplier}-${buyer}`,
  supplier,
  buyer,
  share,
});

function entries(nodes: NetworkNode[], links: NetworkLink[], id = 'buyer') {
  const result = propagate({ asOf, nodes, links });
  if (result.status === 'refused') throw new Error(result.problems[0]?.text);
  return { entries: result.entriesOf(id), inherited: result.nodes.find((node) => node.id === id)?.inherited?.score ?? 0 };
}

describe('where risk enters', () => {
  it('enters at the party whose own score is passed on, not at those that only pass it on', () => {
    const nodes = [party('buyer', 10), party('cutter', 20), party('spinner', 30), party('gin', 90), party('box', 25)];
    const links = [link('cutter', 'buyer', 0.6), link('box', 'buyer', 0.4), link('spinner', 'cutter', 0.9), link('gin', 'spinner', 0.5)];
    const { entries: found, inherited } = entries(nodes, links);
    expect(found.map(({ node }) => node)).toEqual(['gin', 'box']);
    expect(Math.round(found.reduce((sum, { points }) => sum + 10 * points, 0))).toBe(Math.round(10 * inherited));
    expect(found[0]?.points).toBeGreaterThan(10 * (found[1]?.points ?? 0));
  });

  it('a party whose own score is higher than what it inherits hides its suppliers', () => {
    const nodes = [party('buyer', 10), party('mill', 95), party('farm', 96)];
    const { entries: found } = entries(nodes, [link('mill', 'buyer', 1), link('farm', 'mill', 0.3)]);
    expect(found.map(({ node }) => node)).toEqual(['mill']);
  });

  it('a party without a score enters with its substitute, and is marked', () => {
    const { entries: found } = entries([party('buyer', 10), party('nobody', null)], [link('nobody', 'buyer', 1)]);
    expect(found).toEqual([{ node: 'nobody', standing: 'unscored', points: expect.any(Number) }]);
  });

  it('nothing enters where nothing is linked, nor over a share of zero; an unknown party is refused', () => {
    expect(entries([party('buyer', 10), party('a', 90)], []).entries).toEqual([]);
    expect(entries([party('buyer', 10), party('a', 90)], [link('a', 'buyer', 0)]).entries).toEqual([]);
    expect(() => entries([party('buyer', 10)], [], 'other')).toThrow(RangeError);
  });

  it('the parts add to what is inherited, in circles too, and do not depend on the order of lists', () => {
    const network = fc
      .record({
        scores: fc.array(fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }), { minLength: 2, maxLength: 9 }),
        links: fc.array(fc.tuple(fc.nat(8), fc.nat(8), fc.integer({ min: 0, max: 30 })), { maxLength: 20 }),
      })
      .map(({ scores, links }) => {
        const nodes = scores.map((score, at) => party(at === 0 ? 'buyer' : `n${at}`, score));
        const count = nodes.length;
        const made = new Map<string, NetworkLink>();
        const sums = new Map<string, number>();
        for (const [a, b, hundredths] of links) {
          const [supplier, buyer] = [nodes[a % count]?.id ?? '', nodes[b % count]?.id ?? ''];
          const sum = (sums.get(buyer) ?? 0) + hundredths / 100;
          if (supplier === buyer || sum > 1 || made.has(`${supplier}-${buyer}`)) continue;
          sums.set(buyer, sum);
          made.set(`${supplier}-${buyer}`, link(supplier, buyer, hundredths / 100));
        }
        return { nodes, links: [...made.values()] };
      });
    fc.assert(
      fc.property(network, ({ nodes, links }) => {
        const { entries: found, inherited } = entries(nodes, links);
        const sum = found.reduce((total, { points }) => total + Math.round(10 * points), 0);
        // Adding 0 makes of the -0 of a small negative sum the 0 that it is.
        expect(sum + 0).toBe(found.length === 0 ? 0 : Math.round(10 * inherited) + 0);
        expect(entries([...nodes].reverse(), [...links].reverse()).entries).toEqual(found);
      }),
    );
  });
});
