import { expect, it } from 'vitest';
import { isicDivisions } from '#scoring';
import { memberLocales } from './member-locales';
import { sectorName } from './sector-names';
import sectorNames from './sector-names.json';

it('names every code of ISIC in each language of members, none in English by mistake', () => {
  const codes = Object.keys(sectorNames.fr);
  expect(Object.keys(sectorNames.es)).toEqual(codes);
  expect(codes).toHaveLength(745);
  expect(codes).toEqual(expect.arrayContaining(isicDivisions().map(({ code }) => code)));
  for (const locale of memberLocales.filter((each) => each !== 'en')) {
    const same = codes.filter((code) => sectorName(code, { locale }) === sectorName(code, { locale: 'en' }));
    expect(same.length, same.join(' ')).toBeLessThan(12);
  }
});

it('names a class that only another classification has after its division, and no unknown code', () => {
  expect(sectorName('1499', { locale: 'fr' })).toBe(sectorName('14', { locale: 'fr' }));
  expect(sectorName('00', { locale: 'fr' })).toBeNull();
  expect(sectorName('14', { locale: 'ur' })).toBe(sectorName('14', { locale: 'en' }));
});
