import { describe, expect, it } from 'vitest';
import { isPublicId, makePublicId, normalizePublicId } from './public-id';

describe('public ID', () => {
  it('has a valid check symbol and is unique', () => {
    const ids = Array.from({ length: 2_000 }, makePublicId);
    expect(ids.every(isPublicId)).toBe(true);
    expect(ids.every((id) => /^[0-9A-HJKMNP-TV-Z]{11}$/.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is rejected when one digit is wrong or two neighbours are swapped', () => {
    for (let round = 0; round < 200; round++) {
      const id = makePublicId();
      const wrong = (id.startsWith('7') ? '8' : '7') + id.slice(1);
      expect(isPublicId(wrong)).toBe(false);
      const swapped = id.charAt(1) + id.charAt(0) + id.slice(2);
      if (swapped !== id) expect(isPublicId(swapped)).toBe(false);
    }
  });

  it('reads user input', () => {
    const id = makePublicId();
    expect(normalizePublicId(` ${id.toLowerCase().slice(0, 5)}-${id.slice(5)}`)).toBe(id);
    expect(normalizePublicId('oil')).toBe('011');
    expect(isPublicId('hello')).toBe(false);
  });
});
