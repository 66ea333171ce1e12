import { describe, expect, it } from 'vitest';
import type { NetworkLink, NetworkNode } from './network.ts';
import { propagate } from './propagate.ts';

/** Seventeen brands over forty mills in the form of the palm lists: each names some, and the first fifteen name mill 7 too. */
function brandsAndMills(scoreOfMill7: number): { nodes: NetworkNode[]; links: NetworkLink[] } {
  const mills = Array.from({ length: 40 }, (_, at): NetworkNode => ({ id: `mill-${at}`, own: { score: at === 7 ? scoreOfMill7 : 30 } }));
  const brands = Array.from({ length: 17 }, (_, at): NetworkNode => ({ id: `brand-${at}`, own: { score: 10 } }));
  const links = brands.flatMap(({ id }, at): NetworkLink[] => {
    const named = [(at * 3) % 40, (at * 5 + 11) % 40, (at * 7 + 23) % 40].filter((mill) => mill !== 7);
    return [...new Set([...named, ...(at < 15 ? [7] : [])])].map((mill) => ({
      id: `${id}-${mill}`,
      supplier: `mill-${mill}`,
      buyer: id,
      share: null,
    }));
  });
  return { nodes: [...mills, ...brands], links };
}

function propagated(scoreOfMill7: number) {
  const result = propagate({ asOf: '2026-11-25', ...brandsAndMills(scoreOfMill7) });
  if (result.status === 'refused') throw new Error(result.problems.map(({ text }) => text).join(' '));
  return result;
}

describe('A28: a mill named by fifteen brands comes to a risk of 90', () => {
  const [before, after] = [propagated(30), propagated(90)];
  const risen = after.nodes.filter(
    ({ id, total }, at) => id.startsWith('brand') && (total.score ?? 0) > (before.nodes[at]?.total.score ?? 0),
  );

  it('all that name it rise, and no other', () => {
    expect(risen.map(({ id }) => id).sort()).toEqual(Array.from({ length: 15 }, (_, at) => `brand-${at}`).sort());
    for (const id of ['brand-15', 'brand-16'])
      expect(after.nodes.find((node) => node.id === id)).toEqual(before.nodes.find((node) => node.id === id));
  });

  it('each rise is explained by a path that begins at the mill', () => {
    for (const { id } of risen) {
      const { strongest, drivers } = after.explain(id);
      expect(strongest).toMatchObject({ origin: 'mill-7' });
      expect(drivers[0]).toMatchObject({ supplier: 'mill-7', link: `${id}-7` });
    }
  });
});
