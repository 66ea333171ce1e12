import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Network } from './network.ts';
import { propagate } from './propagate.ts';
import { propagatePoint } from './propagate-point.ts';

describe('the points alone', () => {
  it('are those of the whole calculation, and a refusal says the same', () => {
    const party = fc.record({ score: fc.option(fc.integer({ min: 0, max: 1000 }), { nil: null }) });
    const link = fc.record({ supplier: fc.nat(7), buyer: fc.nat(7), share: fc.option(fc.integer({ min: 0, max: 400 }), { nil: null }) });
    fc.assert(
      fc.property(fc.array(party, { minLength: 8, maxLength: 8 }), fc.array(link, { maxLength: 14 }), (parties, links) => {
        const network: Network = {
          asOf: '2026-11-25',
          nodes: parties.map(({ score }, index) => ({ id: `n${index}`, own: score === null ? null : { score: score / 10 } })),
          links: links.map(({ supplier, buyer, share }, index) => ({
            id: `l${index}`,
            supplier: `n${supplier}`,
            buyer: `n${buyer}`,
            share: share === null ? null : share / 1000,
          })),
        };
        const whole = propagate(network);
        const { points, problem } = propagatePoint(network);
        if (whole.status === 'refused') {
          expect(problem).toBe(whole.problems[0]?.text);
          return;
        }
        for (const { id, total, inherited } of whole.nodes)
          expect(points?.get(id)).toEqual({ total: total.score, inherited: inherited?.score ?? null });
      }),
    );
  });
});
