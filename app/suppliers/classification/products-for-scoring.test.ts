import { describe, expect, it } from 'vitest';
import { productsForScoring } from './products-for-scoring';

describe('products as the method reads them', () => {
  it('adds a recognised good, and takes no words away that name a listed good themselves', () => {
    expect(
      productsForScoring(['Nitrile examination gloves', 'Jackets and trousers', 'Widgets'], { 'Jackets and trousers': 'Garments' }),
    ).toEqual(['Nitrile examination gloves', 'Jackets and trousers', 'Garments', 'Widgets']);
    expect(productsForScoring(['Pullovers'], { Pullovers: 'Garments' })).toEqual(['Garments']);
  });
});
