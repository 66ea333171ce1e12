import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hsChapter, isicDivisions, recordsOf, referenceAt, sectorFromHs, sectorFromNace, sectorFromNaics, sectorRow } from './at.ts';

const asOf = '2026-11-25';
const anyCode = fc.oneof(fc.stringMatching(/^[A-Z]?\d{0,7}$/), fc.stringMatching(/^\d{2}\.\d{1,2}(\.\d{1,2})?$/), fc.string());

describe('NACE to ISIC', () => {
  it.each([
    ['14', '14'],
    ['14.13', '14'],
    ['C14.13', '14'],
    ['c1413', '14'],
    ['14.13.05', '14'],
    ['141305', '14'],
    ['45.20', '45'],
    // Section J of Rev.2 is K in Rev.2.1: both are read.
    ['J62', '62'],
    ['K62', '62'],
    ['V99', '99'],
  ])('%s is division %s', (code, isic) => expect(sectorFromNace(code)?.isic).toBe(isic));

  it.each(['', '4', '04', '00', '34', 'A14', 'W99', 'J45', '14-15', '1', 'fourteen', '14131313'])('%j is unknown', (code) =>
    expect(sectorFromNace(code)).toBeNull(),
  );

  it('keeps to one revision when asked to', () => {
    expect(sectorFromNace('45', { revision: '2.1' })).toBeNull();
    expect(sectorFromNace('K62', { revision: '2' })).toBeNull();
    expect(sectorFromNace('62', { revision: '2' })?.provenance).toMatchObject({ table: 'nace-isic', row: '2:62', confidence: 'memory' });
    expect(sectorFromNace('62', { revision: '2.1' })?.provenance).toMatchObject({ row: '2.1:62', confidence: 'confirmed' });
  });

  it('never reads a class by its number: NACE 20.12 is dyes, ISIC 2012 fertilizers', () => {
    expect(sectorFromNace('20.12')?.isic).toBe('20');
  });

  it('leads to every division of ISIC', () => {
    const reached = new Set(recordsOf(referenceAt('nace-isic', asOf)).map(({ cells }) => cells.isicDivision));
    expect(
      isicDivisions(asOf)
        .map(({ code }) => code)
        .filter((code) => !reached.has(code)),
    ).toEqual([]);
  });
});

describe('NAICS to ISIC', () => {
  it.each([
    ['334111', '2620', 'one link, one class'],
    ['236115', '4100', 'one link, one class'],
    ['315240', '14', 'two classes of one division'],
    ['3152', '14', 'an industry group within one division'],
    ['315', '14', 'most links of a subsector in one division'],
    ['111998', '01', 'most links in one division'],
  ])('%s is %s: %s', (code, isic) => expect(sectorFromNaics(code)?.isic).toBe(isic));

  it('says nothing where the code could be this or that, and keeps what it could be', () => {
    expect(sectorFromNaics('213113')).toBeNull();
    expect(sectorFromNaics('315240')?.candidates).toEqual(['1410', '1420']);
  });

  it.each(['', '31', '23', '999999', '315241', '3152400', '31524O', '-315', '315.2'])('%j is unknown', (code) =>
    expect(sectorFromNaics(code)).toBeNull(),
  );

  it('holds the 1,057 industries of 2017', () => {
    const industries = new Set(recordsOf(referenceAt('naics-isic', asOf)).map(({ cells }) => cells.naics));
    expect(industries.size).toBe(1057);
    const read = [...industries].filter((code) => sectorFromNaics(String(code)) !== null).length;
    expect(read).toBe(940);
  });

  it('a wider code never leads outside what its industries lead to', () => {
    const codes = [...new Set(recordsOf(referenceAt('naics-isic', asOf)).map(({ cells }) => String(cells.naics)))];
    fc.assert(
      fc.property(fc.constantFrom(...codes), fc.integer({ min: 3, max: 6 }), (code, length) => {
        const read = sectorFromNaics(code.slice(0, length));
        if (read) expect(read.candidates.some((candidate) => candidate.startsWith(read.isic.slice(0, 2)))).toBe(true);
      }),
    );
  });
});

describe('HS to ISIC', () => {
  it('is read where one division alone makes the goods of the heading', () => {
    expect(sectorFromHs('1511')).toMatchObject({ isic: '10', system: 'HS', code: '1511' });
    expect(sectorFromHs('HS 1511.10')?.isic).toBe('10');
    for (const code of ['6109', '15', '9999', '3826', '', 'palm oil']) expect(sectorFromHs(code)).toBeNull();
  });

  it('chapters carry our short names', () => {
    expect(hsChapter('6109.10')).toMatchObject({ chapter: '61', mainIsicDivision: '14' });
    expect(hsChapter('77')).toBeNull();
    expect(hsChapter('x')).toBeNull();
  });
});

it('whatever is given, the answer is a sector that the method knows or none', () => {
  fc.assert(
    fc.property(anyCode, (code) => {
      for (const read of [sectorFromNace(code), sectorFromNaics(code), sectorFromHs(code)]) {
        if (read === null) continue;
        expect(sectorRow(read.isic, asOf)?.division).toBe(read.isic.slice(0, 2));
        expect(read.candidates.length).toBeGreaterThan(0);
      }
    }),
  );
});
