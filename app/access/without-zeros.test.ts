import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutZeros } from './without-zeros';

describe('withoutZeros', () => {
  it('takes zero characters out and leaves everything else', () => {
    expect(JSON.parse(withoutZeros(JSON.stringify(['a\u0000b', 'a\\u0000b', '\\\u0000', '\u0000\u0000'])))).toEqual([
      'ab',
      'a\\u0000b',
      '\\',
      '',
    ]);
  });

  it('says the same as taking them out of the text itself', () => {
    const piece = fc.constantFrom('\u0000', '\\', 'u0000', '"', 'é', '\\u0000', '\n');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        expect(JSON.parse(withoutZeros(JSON.stringify(text)))).toBe(text.replaceAll('\u0000', ''));
      }),
    );
  });
});
