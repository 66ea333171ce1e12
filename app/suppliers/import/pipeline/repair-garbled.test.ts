import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { isOneScript, oddCharacters } from './plausible-text';
import { repairGarbled } from './repair-garbled.server';

const letters = fc.constantFrom(...'abcxyzÀÉéñößçğışłőřžĐđÂÃ¢©®™€‚Ä‹†‡ˆ˜¤¬√∫∂µРСТрстЃЂђђљњÐÑабвαβγ東莞服装縫製한국ไทย–—’“” ,.-');
const text = fc.array(letters, { minLength: 1, maxLength: 24 }).map((each) => each.join(''));
const encodings = ['windows-1252', 'macintosh', 'cp850', 'cp437', 'windows-1250', 'windows-1251'] as const;
const misread = (meant: string, encoding: string) => iconv.decode(Buffer.from(meant, 'utf8'), encoding);

describe('a repair of garbled text', () => {
  it('never leaves more odd characters, and never mixes scripts', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...encodings, null), (meant, encoding) => {
        const written = encoding === null ? meant : misread(meant, encoding);
        const repaired = repairGarbled(written);
        if (repaired === null) return;
        expect(oddCharacters(repaired)).toBeLessThanOrEqual(oddCharacters(written));
        expect(isOneScript(repaired)).toBe(true);
        expect(repaired.length).toBeLessThan(written.length);
      }),
      { numRuns: 3_000 },
    );
  });

  it('repairs nothing that it has repaired', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...encodings), (meant, encoding) => {
        const repaired = repairGarbled(misread(meant, encoding));
        if (repaired !== null) expect(repairGarbled(repaired) ?? repaired).toBe(repaired);
      }),
    );
  });

  it('is refused where a part of the text remains garbled', () => {
    expect(repairGarbled('Công ty Nguyá»\u0085n Ä\ufffdức')).toBeNull();
  });

  it.each([
    ['a word of two alphabets', `Ab${misread('бв', 'windows-1252')}cd`],
    ['two scripts beside each other', `${misread('фабрика', 'windows-1252')} ไทย`],
    ['a sign that no name has', misread('a■■b', 'windows-1252')],
  ])('is refused where it would make %s', (_, written) => expect(repairGarbled(written)).toBeNull());

  it.each([
    ['Şirketi Çiğdem', 'windows-1252'],
    ['Công ty Nguyễn Thị', 'windows-1252'],
    ['ООО Фабрика «Звезда»', 'windows-1251'],
    ['東莞服装有限公司', 'macintosh'],
    ['Zażółć gęślą jaźń', 'windows-1250'],
  ])('brings back %s, read as %s', (meant, encoding) => expect(repairGarbled(misread(meant, encoding))).toBe(meant));
});

describe('odd characters', () => {
  it.each([
    ['Müller & Søn', 0],
    ['N¬∫', 2],
    ['a\u0085b\ufffd', 2],
  ])('%j has %i', (written, count) => expect(oddCharacters(written)).toBe(count));
  it.each([
    ['Toyota トヨタ 한국', true],
    ['ООО Star', true],
    ['OОO', false],
    ['Фабрика ไทย', false],
  ])('%j is of one script: %s', (written, is) => expect(isOneScript(written)).toBe(is));
});
