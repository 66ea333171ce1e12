import { describe, expect, it } from 'vitest';
import { productsForScoring } from '~/features/classification/products-for-scoring';
import { projectFacts } from './project-facts';
import { regionOf } from './read-regions.server';

const known = (values: object) => projectFacts([{ id: '1', values, recordedAt: new Date(0), sourceId: 's' }]);
const asOf = '2026-11-30';

describe('addresses in a region under a presumption', () => {
  it.each([
    [{ country: 'CN', address: 'No. 12 Industrial Park, Aksu, Xinjiang' }, 'name', true],
    [{ country: 'CN', address: '新疆维吾尔自治区阿克苏市' }, 'name', true],
    [{ country: 'CN', city: 'Urumqi', postalCode: '830000' }, 'name', true],
    [{ country: 'CN', address: 'Building 4', postalCode: '830000' }, 'postal-code', true],
    [{ country: 'CN', latitude: 41.17, longitude: 80.26 }, 'coordinates', true],
  ])('%j is recognised by %s', (values, by, isCertain) => {
    expect(regionOf(known(values), asOf)).toMatchObject({ region: 'Xinjiang', by, isCertain });
  });

  it.each([
    [{ country: 'CN', address: '88 Urumqi Road, Shanghai', postalCode: '200031' }],
    [{ country: 'KR', postalCode: '830000' }],
    [{ address: 'Xinjiang' }],
    [{ country: 'CN' }],
  ])('%j is not', (values) => {
    expect(regionOf(known(values), asOf)).toBeNull();
  });
});

describe('products as the method reads them', () => {
  it('adds a recognised good, and takes no words away that name a listed good themselves', () => {
    expect(
      productsForScoring(['Nitrile examination gloves', 'Jackets and trousers', 'Widgets'], { 'Jackets and trousers': 'Garments' }),
    ).toEqual(['Nitrile examination gloves', 'Jackets and trousers', 'Garments', 'Widgets']);
    expect(productsForScoring(['Pullovers'], { Pullovers: 'Garments' })).toEqual(['Garments']);
  });
});
