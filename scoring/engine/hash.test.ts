import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, sha256 } from './hash.ts';

describe('sha256', () => {
  it('agrees with the platform on any text', () => {
    fc.assert(
      fc.property(fc.uint16Array({ maxLength: 300 }), (units) => {
        const text = String.fromCharCode(...units);
        expect(sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
      }),
    );
  });

  it('agrees at every length around the block limits', () => {
    for (let length = 0; length < 200; length += 1) {
      const text = 'é'.repeat(length % 7) + 'a'.repeat(length);
      expect(sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
    }
  });

  it('gives the published digest of "abc"', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('canonicalJson', () => {
  it('does not depend on the order in which keys were written', () => {
    expect(canonicalJson({ b: [1, { z: 0, a: null }], a: 'x' })).toBe(canonicalJson({ a: 'x', b: [1, { a: null, z: 0 }] }));
    expect(canonicalJson({ b: 1, a: 'é"' })).toBe('{"a":"é\\"","b":1}');
  });

  it('leaves absent keys out and keeps null', () => {
    expect(canonicalJson({ a: undefined, b: null })).toBe('{"b":null}');
  });

  it('refuses numbers that JSON cannot hold', () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(RangeError);
    expect(() => canonicalJson([Number.POSITIVE_INFINITY])).toThrow(RangeError);
  });

  it('is JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
