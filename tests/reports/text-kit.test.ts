import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseFont, fontKeys, loadFont } from '~/documents/pdf/fonts.server';
import { breakText } from '~/documents/pdf/break-text';
import { ForgetfulMap } from '~/documents/pdf/forgetful-map';
import { layoutText } from '~/documents/pdf/layout-text.server';
import { escapeXml } from '~/documents/pdf/metadata';
import { printableText } from '~/documents/pdf/printable-text.server';
import { shapeRun } from '~/documents/pdf/shape-run.server';
import { levelsOf, splitRuns } from '~/documents/pdf/split-runs';
import { writeString } from '~/documents/pdf/write-string';
import { costlyRuns } from '../../scoring/testing/costly-runs.ts';

const style = { size: 10 };
const oneFont = (text: string) => splitRuns(text, { ...levelsOf(text), from: 0, to: text.length, fontOf: () => 'sans' });

describe('fonts', () => {
  test('all exist, and the text fonts have every Vietnamese letter', () => {
    for (const key of fontKeys) expect(loadFont(key).unitsPerEm).toBeGreaterThan(0);
    const marks = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
    const letters = [...'aăâeêioôơuưyAĂÂEÊIOÔƠUƯY'].flatMap((letter) => marks.map((mark) => (letter + mark).normalize('NFC')));
    for (const letter of [...letters, 'đ', 'Đ']) {
      expect(letter).toHaveLength(1);
      for (const key of ['sans', 'strong'] as const)
        expect(loadFont(key).hasGlyphForCodePoint(letter.codePointAt(0) ?? 0), letter).toBe(true);
    }
  });

  test('each script finds its font', () => {
    const samples = {
      ễ: 'sans',
      深: 'han',
      শ: 'bengali',
      ن: 'arabic',
      क: 'devanagari',
      แ: 'thai',
      ក: 'khmer',
      မ: 'myanmar',
      த: 'tamil',
      노: 'hangul',
    };
    for (const [letter, key] of Object.entries(samples)) expect(chooseFont(letter.codePointAt(0) ?? 0, false), letter).toBe(key);
    expect(chooseFont(0x1f9f5, false)).toBeUndefined();
  });

  test('Bengali is shaped across a space without joining the words', () => {
    const [both, left, right] = ['ক্ষতিগ্রস্ত শ্রমিক', 'ক্ষতিগ্রস্ত ', 'শ্রমিক'].map(
      (text) => shapeRun({ text, font: 'bengali', isRtl: false }).width,
    );
    expect(both).toBeCloseTo((left ?? 0) + (right ?? 0), 5);
  });
});

describe('the shaping cache', () => {
  test('two characters that share a glyph each map to themselves, whichever was shaped first', () => {
    const [radical, letter] = ['\u2f00', '\u4e00'].map((text) => shapeRun({ text, font: 'han', isRtl: false }).glyphs[0]);
    expect(letter?.id).toBe(radical?.id);
    expect([radical?.codePoints, letter?.codePoints]).toEqual([[0x2f00], [0x4e00]]);
  });

  test('a cached word is not shaped again', () => {
    const run = { text: 'Übernachtung ', font: 'sans', isRtl: false } as const;
    expect(shapeRun(run)).toBe(shapeRun({ ...run }));
    expect(shapeRun(run)).not.toBe(shapeRun({ ...run, font: 'strong' }));
  });

  test('keeps no more than its limit', () => {
    const map = new ForgetfulMap<number>(10);
    for (let index = 0; index < 1_000; index += 1) {
      map.set(`${index}`, index, 3);
      expect(map.get(`${index}`)).toBe(index);
      expect(
        Array.from({ length: index + 1 }, (_, each) => map.get(`${each}`)).filter((each) => each !== undefined).length * 3,
      ).toBeLessThanOrEqual(10);
    }
  });
});

describe('direction', () => {
  test('a right-to-left name keeps its number on its left and its brackets facing', () => {
    const runs = oneFont('مصنع (دلتا) 12');
    expect(runs.map((run) => run.text)).toEqual(['12', expect.stringContaining('دلتا')]);
    expect(runs[1]?.text).toContain(')دلتا(');
  });

  test('an Arabic name inside a sentence is one run between the words', () => {
    expect(oneFont('Supplier \u2068دلتا\u2069 is high').map((run) => run.text)).toEqual(['Supplier ', 'دلتا', ' is high']);
  });
});

describe('lines', () => {
  test('no line is wider than requested, and no letter is lost', () => {
    const word = fc.constantFrom(
      'labour',
      'Nguyễn',
      '深圳市宝安区制衣厂',
      'শ্রমিক',
      'https://example.org/a-very/long/address-without-spaces',
      'มาตรฐานแรงงาน',
      'مصنع',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), fc.integer({ min: 60, max: 300 }), (words, width) => {
        const text = words.join(' ');
        const lines = layoutText(text, { style, width, locale: 'en' });
        for (const line of lines) expect(line.width).toBeLessThanOrEqual(width + 0.01);
        expect(
          lines
            .map((line) => line.text)
            .join('')
            .replace(/\s/g, ''),
        ).toBe(text.replace(/\s/g, ''));
      }),
      costlyRuns(fc, 60),
    );
  });

  test('runs cover the text without a gap, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(
          breakText(text, 'en')
            .map((piece) => text.slice(piece.start, piece.end))
            .join(''),
        ).toBe(text);
      }),
    );
  });

  test('French punctuation stays with its word', () => {
    const text = 'accru\u00a0: cinquante';
    expect(breakText(text, 'fr').map((piece) => text.slice(piece.start, piece.end))).toEqual(['accru\u00a0: ', 'cinquante']);
  });

  test('every character is rendered by a bundled font or reported', () => {
    for (let codePoint = 0x20; codePoint < 0x3000; codePoint += 1) {
      const character = String.fromCodePoint(codePoint);
      if (/[\p{C}\p{M}\p{Z}\p{Variation_Selector}]/u.test(character) || character.normalize('NFC') !== character) continue;
      const isDrawn = chooseFont(codePoint, false) !== undefined;
      expect(printableText(character).startsWith('[U+'), character).toBe(!isDrawn);
    }
  });

  test('characters without a font are reported, and control characters are dropped', () => {
    expect(printableText('a\u0000b\tc \u{1f9f5}')).toBe('ab c [U+1F9F5]');
    expect(escapeXml('A & B <x>\u0007')).toBe('A &amp; B &lt;x&gt;');
  });

  test('tag texts are written so that brackets and letters of any script are read back unchanged', () => {
    expect(writeString('a (b) \\ c\n')).toBe('(a \\(b\\) \\\\ c\\n)');
    expect(writeString('ễ\u{1f9f5}')).toBe('<feff1ec5d83eddf5>');
  });
});
