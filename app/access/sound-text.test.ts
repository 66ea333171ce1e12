import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFieldName, isSoundJson, isSoundText, soundJson } from './sound-text';

describe('isSoundText', () => {
  it('rejects null characters and lone surrogates, and nothing else', () => {
    for (const text of ['a\u0000', '\ud800', 'x\udc00y', '\udc00\ud800']) expect(isSoundText(text)).toBe(false);
    for (const text of ['', 'é', '😀', '\ufffd', '\u202e', '\n\t', '\\u0000']) expect(isSoundText(text)).toBe(true);
  });

  it('checks every text of a JSON value', () => {
    expect(isSoundJson({ a: ['b', { c: 1, d: null }] })).toBe(true);
    expect(isSoundJson({ a: ['b', { c: '\u0000' }] })).toBe(false);
    expect(isSoundJson([{ '\ud800': 1 }])).toBe(false);
  });

  it('rejects names that every object inherits as names of fields', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'a\u0000']) expect(isFieldName(name)).toBe(false);
    for (const name of ['name', 'P1.Q1:value', 'proto', '']) expect(isFieldName(name)).toBe(true);
  });
});

const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

describe('soundJson', () => {
  const sound = (value: unknown): unknown => JSON.parse(soundJson(JSON.stringify(value)));

  it('removes null characters, replaces lone surrogates and keeps everything else', () => {
    expect(sound(['a\u0000b', 'a\\u0000b', '\\\u0000', '\u0000\u0000'])).toEqual(['ab', 'a\\u0000b', '\\', '']);
    expect(sound(['\ud800x', '\udfff', '😀', '\\ud800', '\\\ud800'])).toEqual(['\ufffdx', '\ufffd', '😀', '\\ud800', '\\\ufffd']);
  });

  it('equals cleaning the text itself', () => {
    const piece = fc.constantFrom('\u0000', '\\', 'u0000', '"', 'é', '\\u0000', '\n', '\ud800', '\udc00', 'ud800');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const mended = wellFormed(text.replaceAll('\u0000', ''));
        // A pair that forms only once a null character is removed was no character.
        fc.pre(wellFormed(text).replaceAll('\u0000', '') === mended);
        expect(sound(text)).toBe(mended);
      }),
    );
  });
});
