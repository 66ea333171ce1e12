import { describe, expect, it } from 'vitest';
import { newValues } from './plan-facts';

const guess = (sector: string) => ({ sector, words: 'polo shirts', list: 'factories.csv' });

describe('a later list about a known supplier', () => {
  it('adds products, listed goods and countries of delivery, and takes none away by naming others', () => {
    const known = { products: ['Underwear'], listedGoods: { Garments: 'Underwear' }, deliveryCountries: ['DE'] };
    expect(newValues(known, { products: ['briefs'], listedGoods: { Cotton: 'yarn' }, deliveryCountries: ['FR'] })).toEqual({
      products: ['Underwear', 'briefs'],
      listedGoods: { Garments: 'Underwear', Cotton: 'yarn' },
      deliveryCountries: ['DE', 'FR'],
    });
    expect(newValues(known, { products: ['Underwear'], deliveryCountries: ['DE'] }), 'nothing new').toEqual({});
  });

  it('replaces a stated sector by a stated one, never by a guess from words', () => {
    expect(newValues({ sector: '1410' }, { sector: '1430' })).toEqual({ sector: '1430' });
    expect(newValues({ sector: '1410' }, { sector: '4641', sectorGuess: guess('4641'), workers: 12 })).toEqual({ workers: 12 });
    const guessed = { sector: '1410', sectorGuess: guess('1410') };
    expect(newValues(guessed, { sector: '4641', sectorGuess: guess('4641') })).toEqual({ sector: '4641', sectorGuess: guess('4641') });
    expect(newValues({ ...guessed, sector: '1420' }, { sector: '4641', sectorGuess: guess('4641') }), 'corrected since').toEqual({});
  });
});
