import { describe, expect, it } from 'vitest';
import { kept } from './kept.ts';

describe('the cache', () => {
  it('makes each value once for its key, also undefined', () => {
    const known = new Map<string, string | null>();
    let made = 0;
    const ask = (key: string) =>
      kept(known, key, () => {
        made += 1;
        return key === 'none' ? null : key.toUpperCase();
      });
    expect(['a', 'a', 'b', 'none', 'none'].map(ask)).toEqual(['A', 'A', 'B', null, null]);
    expect(made).toBe(3);
  });

  it('never exceeds its limit', () => {
    const known = new Map<number, number>();
    const sizes = [1, 2, 3, 4, 5].map((key) => {
      expect(kept(known, key, () => key * 10, 2)).toBe(key * 10);
      return known.size;
    });
    expect(sizes).toEqual([1, 2, 1, 2, 1]);
    expect([...known]).toEqual([[5, 50]]);
  });

  it('is released with the object it was made for', () => {
    const known = new WeakMap<object, number>();
    const [one, other] = [{}, {}];
    expect([kept(known, one, () => 1), kept(known, other, () => 2, 1), kept(known, one, () => 3)]).toEqual([1, 2, 1]);
  });
});
