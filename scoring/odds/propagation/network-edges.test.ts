import { describe, expect, it } from 'vitest';
import type { NetworkLink, NetworkNode } from './network.ts';
import { propagate } from './propagate.ts';

const asOf = '2026-11-25';
const party = (id: string, score: number | null): NetworkNode => ({ id, own: score === null ? null : { score } });

function run(nodes: NetworkNode[], links: NetworkLink[]) {
  const result = propagate({ asOf, nodes, links });
  return result.status === 'refused' ? { problems: result.problems.map(({ code, node, link }) => [code, node ?? link]) } : { result };
}

/** A mill whose buyers take these shares of what it sells. */
function outputs(...shares: (number | null)[]) {
  const buyers = shares.map((_, at) => party(`buyer${at}`, 10));
  return run(
    [party('mill', 50), ...buyers],
    shares.map((outputShare, at) => ({ id: `l${at}`, supplier: 'mill', buyer: `buyer${at}`, share: 1, outputShare })),
  );
}

describe('what buyers take of a supplier', () => {
  it('is a share from nothing to all of it', () => {
    expect(outputs(0).problems).toBeUndefined();
    expect(outputs(1).problems).toBeUndefined();
    expect(outputs(-0.01).problems).toEqual([['output-share-not-valid', 'l0']]);
    expect(outputs(1.01).problems).toContainEqual(['output-share-not-valid', 'l0']);
  });

  it('adds to all of it at most, and to as much more as six decimals a link may round', () => {
    expect(outputs(0.5, 0.5).problems).toBeUndefined();
    expect(outputs(0.5, 0.5000015).problems).toBeUndefined();
    expect(outputs(0.5, 0.500003).problems).toEqual([['output-share-not-valid', 'mill']]);
    expect(outputs(0.5, null, 0.5000025).problems).toBeUndefined();
  });

  it('is listed largest first, unknown last', () => {
    const { result } = run(
      [party('a', 50), party('b', 50), party('c', 50), party('buyer', 10)],
      [
        { id: 'l1', supplier: 'a', buyer: 'buyer', share: 0.2 },
        { id: 'l2', supplier: 'b', buyer: 'buyer', share: 0.3, outputShare: 0 },
        { id: 'l3', supplier: 'c', buyer: 'buyer', share: 0.5, outputShare: 0.4 },
      ],
    );
    expect(result?.explain('buyer').leverage.map(({ link }) => link)).toEqual(['l3', 'l2', 'l1']);
  });
});

describe('a network as a whole', () => {
  const long: NetworkNode[] = Array.from({ length: 12 }, (_, at) => ({
    id: `p${String(at).padStart(2, '0')}`,
    own: at === 11 ? { score: 64, low: 0, high: 64 } : { score: 0 },
  }));
  const links = long.slice(1).map(({ id }, at) => ({ id: `l${id}`, supplier: id, buyer: long[at]?.id ?? '', share: 1 }));

  it('answers the passes of the end that needs most, and names no link that leads elsewhere', () => {
    const { result } = run(long, links);
    expect(result?.passes).toBe(13);
    expect(result?.selfLoops).toEqual([]);
    expect(result?.errorBound).toBeGreaterThanOrEqual(0);
  });

  it('names every problem by the ids that were given', () => {
    const { problems } = run(
      [party('a1', 320), party('a1', 320), { id: 'b2', own: { score: 10, low: 20, high: 30 } }],
      [
        { id: 'l1', supplier: 'a1', buyer: 'b2', share: 2 },
        { id: 'l1', supplier: 'gone', buyer: 'b2', share: 0.1 },
      ],
    );
    expect(problems).toEqual([
      ['duplicate-node', 'a1'],
      ['interval-crossed', 'b2'],
      ['duplicate-link', 'l1'],
      ['unknown-node', 'gone'],
      ['share-above-one', 'l1'],
      ['score-out-of-range', 'a1'],
      ['score-out-of-range', 'a1'],
    ]);
  });

  it('says in words which party and link it means', () => {
    const result = propagate({
      asOf,
      nodes: [party('first', 10), party('second', 10)],
      links: [{ id: 'way', supplier: 'first', buyer: 'second', share: -1 }],
    });
    expect(result.status === 'refused' && result.problems.map(({ text }) => text).join()).toMatch(/link way\b/);
    const scores = propagate({ asOf, nodes: Array.from({ length: 12 }, (_, at) => party(`n${at}`, at === 11 ? -500 : 1)), links: [] });
    expect(scores.status === 'refused' && scores.problems.map(({ text }) => text).join()).toMatch(/party n11\b/);
  });
});
