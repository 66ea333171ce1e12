import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { idWords, PartyNumbers } from './party-numbers';

describe('numbers of parties', () => {
  it('gives each id one number, in the order of first occurrence, and the id back', () => {
    const ids = Array.from({ length: 5_000 }, () => randomUUID() as string);
    const numbers = new PartyNumbers(ids.length);
    expect(ids.map((id) => numbers.of(id))).toEqual(ids.map((_, index) => index));
    expect(ids.map((id) => numbers.of(id))).toEqual(ids.map((_, index) => index));
    expect(ids.map((_, index) => numbers.idOf(index))).toEqual(ids);
    expect(numbers.size).toBe(ids.length);
    expect(() => numbers.of(randomUUID())).toThrow(/room/);
  });

  it('separates ids with the same hash, and reads them from a row of bytes', () => {
    // The mixed words of these are the same, so all of them collide.
    const ids = Array.from({ length: 40 }, (_, index) => {
      const word = index.toString(16).padStart(8, '0');
      return `${word.slice(0, 8)}-0000-4000-8000-0000${word}`;
    });
    const numbers = new PartyNumbers(ids.length);
    const words = idWords(Buffer.from(ids.join('').replaceAll('-', ''), 'hex'));
    expect(ids.map((_, index) => numbers.ofWords(words, 4 * index))).toEqual(ids.map((_, index) => index));
    expect(ids.map((id) => numbers.of(id))).toEqual(ids.map((_, index) => index));
    expect(Math.sign(numbers.compare(1, 2))).toBe(-Math.sign(numbers.compare(2, 1)));
    expect(numbers.compare(3, 3)).toBe(0);
    expect(() => idWords(Buffer.alloc(15))).toThrow(RangeError);
  });
});
