import { describe, expect, it } from 'vitest';
import { agentsBelow, mostAgents } from './agents-below';

const network = (...links: [string, string][]) => {
  const map = new Map<string, string[]>();
  for (const [agent, recruiter] of links) map.set(recruiter, [...(map.get(recruiter) ?? []), agent]);
  return map;
};

describe('the sub-agents of a recruiter', () => {
  it('are found at every level, each with its path', () => {
    const ways = agentsBelow('a', network(['b', 'a'], ['c', 'b'], ['d', 'c'], ['x', 'y']));
    expect([...ways]).toEqual([
      ['b', ['a']],
      ['c', ['a', 'b']],
      ['d', ['a', 'b', 'c']],
    ]);
  });

  it('are each found once, by the shortest path', () => {
    expect(agentsBelow('a', network(['b', 'a'], ['c', 'a'], ['d', 'b'], ['d', 'c'], ['c', 'b'])).get('d')).toEqual(['a', 'b']);
    expect(agentsBelow('a', network(['b', 'a'], ['c', 'b'], ['c', 'a'])).get('c')).toEqual(['a']);
  });

  it('end at a circle, and leave the recruiter itself out', () => {
    expect([...agentsBelow('a', network(['b', 'a'], ['a', 'b'], ['c', 'b'], ['b', 'c'])).keys()]).toEqual(['b', 'c']);
    expect(agentsBelow('a', network(['a', 'a'])).size).toBe(0);
  });

  it('are followed six levels deep', () => {
    const chain = Array.from({ length: 20 }, (_, at): [string, string] => [`n${at + 1}`, `n${at}`]);
    expect(agentsBelow('n0', network(...chain)).size).toBe(mostAgents);
  });
});
