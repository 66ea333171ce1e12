import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignPages, countDifferences } from './align-pages';

const align = (issued: string, found: string) => alignPages([...issued], [...found]);
const none = { removed: [], added: [], moved: [], changed: [] };

describe('pages of a file compared with the issued ones', () => {
  it.each([
    ['abcdef', 'abcdef', none],
    ['abcdef', 'aef', { ...none, removed: [2, 3, 4] }],
    ['abc', 'abxc', { ...none, added: [3] }],
    ['abc', 'axc', { ...none, changed: [2] }],
    ['abcd', 'acbd', { ...none, moved: [2] }],
    ['abcd', 'bcda', { ...none, moved: [4] }],
    ['abc', 'abcab', { ...none, added: [4, 5] }],
    ['abcd', 'xad', { ...none, added: [1], removed: [2, 3] }],
    ['abc', 'xyz', { ...none, changed: [1, 2, 3] }],
    ['abc', '', { ...none, removed: [1, 2, 3] }],
  ])('%s beside %s', (issued, found, expected) => {
    expect(align(issued, found)).toEqual(expected);
  });

  it('are equal only where they are the same', () => {
    const digests = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 12 });
    fc.assert(
      fc.property(digests, digests, (issued, found) => {
        expect(countDifferences(alignPages(issued, found)) === 0).toBe(issued.join() === found.join());
      }),
    );
  });
});
