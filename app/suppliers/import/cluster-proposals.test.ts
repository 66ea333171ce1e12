import { describe, expect, it } from 'vitest';
import { clustersOf } from './cluster-proposals.server';

const edge = (id: string, nameKey: string, otherKey: string, score = 0.8) => ({ id, nameKey, otherKey, partyId: null, score });

describe('clusters of questions', () => {
  it('join what has a name or a known supplier in common, in any order', () => {
    const edges = [edge('1', 'b', 'a'), edge('2', 'c', 'b'), { ...edge('3', 'd', ''), otherKey: null, partyId: 'p' }, edge('4', 'e', 'd')];
    const clusters = clustersOf(edges);
    expect(clusters.get('1')).toBe(clusters.get('2'));
    expect(clusters.get('3')).toBe(clusters.get('4'));
    expect(clusters.get('1')).not.toBe(clusters.get('3'));
    expect(clustersOf([...edges].reverse())).toEqual(clusters);
  });

  it('have at most twelve members: what is beyond is a line of its own', () => {
    const chain = Array.from({ length: 20 }, (_, at) => edge(`${at}`, `n${at + 1}`, `n${at}`, 0.9 - at / 100));
    expect(new Set(clustersOf(chain).values()).size).toBeGreaterThan(1);
  });
});
