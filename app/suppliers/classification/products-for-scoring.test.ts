import { describe, expect, it } from 'vitest';
import { productsForScoring } from './products-for-scoring';

describe('products for scoring', () => {
  it('adds a recognised good, and removes no text that names a listed good itself', () => {
    expect(
      productsForScoring(['Nitrile examination gloves', 'Jackets and trousers', 'Widgets'], { 'Jackets and trousers': 'Garments' }),
    ).toEqual(['Nitrile examination gloves', 'Jackets and trousers', 'Garments', 'Widgets']);
    expect(productsForScoring(['Pullovers'], { Pullovers: 'Garments' })).toEqual(['Garments']);
  });
});
