import { describe, expect, it } from 'vitest';
import { findSubdivision } from './find-subdivision.ts';

const asOf = '2026-12-01';
const inChina = (...texts: string[]) => findSubdivision({ iso2: 'CN', texts }, asOf);

describe('the subdivision of a site', () => {
  it.each([
    ['No. 8 Industrial Park, Urumqi, Xinjiang', 'Xinjiang'],
    ['Ürümqi', 'Ürümqi'],
    ['Korla Economic Zone, Bayingolin', 'Korla'],
    ['阿克苏地区库车市经济技术开发区', '库车市'],
    ['新疆维吾尔自治区喀什地区', '新疆维吾尔自治区'],
    ['Shihezi, Eighth Division', 'Shihezi'],
    ['شىنجاڭ', 'شىنجاڭ'],
    ['XPCC Textile Group, Tumxuk', 'Tumxuk'],
  ])('is Xinjiang for certain by "%s"', (text) => {
    expect(inChina(text)).toMatchObject({ code: 'CN-XJ', by: 'name', certainty: 'certain' });
  });

  it.each([
    '1208 Urumqi Middle Road, Jing’an District, Shanghai',
    '上海市静安区乌鲁木齐中路12号',
    '青岛市新疆路8号',
    'Xinjiang Rd 5, Qingdao',
    'Kashi Lu 3, Ningbo',
  ])('is not Xinjiang by the name of a street: %s', (text) => expect(inChina(text)?.code).not.toBe('CN-XJ'));

  it('is left to a person where only a county is named, or two provinces in one text', () => {
    expect(inChina('Shache mill')).toMatchObject({ code: 'CN-XJ', certainty: 'possible' });
    expect(inChina('Office: 上海市; mill: 阿克苏地区')).toMatchObject({ certainty: 'possible' });
  });

  it('is found by postal code and by coordinates, and by neither elsewhere', () => {
    expect(findSubdivision({ iso2: 'CN', postalCode: '830011' }, asOf)).toMatchObject({
      code: 'CN-XJ',
      by: 'postal-code',
      certainty: 'certain',
    });
    expect(findSubdivision({ iso2: 'CN', texts: ['Tel 0991-8400001'] }, asOf)).toBeNull();
    expect(findSubdivision({ iso2: 'KR', postalCode: '830011' }, asOf)).toBeNull();
    const at = (latitude: number, longitude: number, iso2 = 'CN') => findSubdivision({ iso2, coordinates: { latitude, longitude } }, asOf);
    for (const [latitude, longitude] of [
      [43.8, 87.6],
      [39.47, 75.99],
      [41.17, 80.26],
      [37.11, 79.92],
      [42.83, 93.51],
      [47.85, 88.13],
    ] as const)
      expect(at(latitude, longitude), `${latitude}, ${longitude}`).toMatchObject({ code: 'CN-XJ', by: 'coordinates' });
    for (const [latitude, longitude] of [
      [40.14, 94.66],
      [31.2, 121.5],
      [36.4, 94.9],
      [29.65, 91.1],
    ] as const)
      expect(at(latitude, longitude), `${latitude}, ${longitude}`).toBeNull();
    expect(at(43.8, 87.6, 'KZ')).toBeNull();
  });

  it('is found by its ISO 3166-2 code, current or former, as a word of its own', () => {
    for (const text of ['CN-XJ', 'cn-xj', 'Mill 3, CN-XJ'])
      expect(inChina(text), text).toMatchObject({ code: 'CN-XJ', by: 'code', matched: 'CN-XJ', certainty: 'certain' });
    expect(inChina('CN-65')).toMatchObject({ code: 'CN-XJ', by: 'code', matched: 'CN-65', certainty: 'certain' });
    expect(inChina('CN-SH')).toMatchObject({ code: 'CN-SH', by: 'code' });
    for (const text of ['XCN-XJ', 'CN-XJA', 'CN-99', 'model cn-xj of 2020']) expect(inChina(text), text).toBeNull();
    expect(findSubdivision({ iso2: 'TR', texts: ['CN-XJ'] }, asOf)).toBeNull();
  });

  it('is left to a person where a name and a code tell of two', () => {
    expect(inChina('浙江省宁波市, CN-XJ')).toMatchObject({ certainty: 'possible' });
    expect(inChina('Urumqi, CN-65')).toMatchObject({ code: 'CN-XJ', certainty: 'certain' });
  });

  it('is named for other provinces and countries too', () => {
    expect(inChina('浙江省宁波市')).toMatchObject({ code: 'CN-ZJ', certainty: 'certain' });
    expect(findSubdivision({ iso2: 'BD', texts: ['Ashulia, Dhaka'] }, asOf)?.code).toMatch(/^BD-/);
    expect(findSubdivision({ iso2: 'FR', texts: ['Lyon'] }, asOf)).toBeNull();
  });
});
