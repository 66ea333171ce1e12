import { describe, expect, it } from 'vitest';
import { evidenceColumns, findEvidence, type RowFacts, weighEvidence } from './evidence.server';

const nothing: RowFacts = { address: '', places: [], postalCode: null, point: null, telephones: [], numbers: [] };
const verdictOf = (facts: Partial<RowFacts>) => weighEvidence(findEvidence({ ...nothing, ...facts }));

describe('the country of a row', () => {
  it.each<[string, Partial<RowFacts>, string, string]>([
    ['its address ends with it', { address: '12 Main Rd, Karachi 74900 Pakistan' }, 'PK', 'address'],
    ['a subdivision', { address: 'Lot 4, Que Vo Industrial Park, Bac Ninh Province' }, 'VN', 'subdivision'],
    ['a subdivision of its own column', { places: ['Tamil Nadu'] }, 'IN', 'subdivision'],
    ['a city', { address: '126 Bishwanath Road, Savar, Dhaka-1340' }, 'BD', 'city'],
    ['the calling code of a telephone number', { telephones: ['+84 28 3829 5555'] }, 'VN', 'telephone'],
    ['a telephone number with 00', { telephones: ['0084-28-38295555'] }, 'VN', 'telephone'],
    ['a GSTIN', { numbers: ['27AAPFU0939F1ZV'] }, 'IN', 'registration'],
    ['a unified social credit code', { numbers: ['91350100M000100Y43'] }, 'CN', 'registration'],
    ['a CNPJ', { numbers: ['11.222.333/0001-81'] }, 'BR', 'registration'],
    ['coordinates', { point: { latitude: 23.99, longitude: 90.42 } }, 'BD', 'coordinates'],
    ['a city of two countries with a postal code of one', { address: 'Unit 5, Birmingham, B6 7AP' }, 'GB', 'city'],
  ])('is read from %s', (_, facts, country, kind) => {
    expect(verdictOf(facts)).toMatchObject({ kind: 'guess', country, by: { kind } });
  });

  it.each<[string, Partial<RowFacts>]>([
    ['a street named after a city', { address: '14 Lahore Road' }],
    ['a city of several countries', { address: 'Unit 5, Birmingham' }],
    ['a postal code alone', { postalCode: 'SW1A 1AA' }],
    ['a national telephone number', { telephones: ['028 3829 5555'] }],
    ['a GSTIN with a wrong check character', { numbers: ['27AAPFU0939F1ZX'] }],
    ['a credit code with a wrong check character', { numbers: ['91350100M000100Y44'] }],
    ['a point near a border', { point: { latitude: 22.5431, longitude: 114.0579 } }],
    ['a point of a whole country', { point: { latitude: 33.93911, longitude: 67.709953 } }],
    ['the second word of a longer name', { address: 'Avenida 790 Bela Vista' }],
  ])('is not read from %s', (_, facts) => {
    expect(verdictOf(facts)).toEqual({ kind: 'none' });
  });

  it('stays unknown where two facts contradict each other, and says which', () => {
    const verdict = verdictOf({ address: 'Plot 7, Gulshan, Dhaka', telephones: ['+84 28 3829 5555'] });
    expect(verdict).toMatchObject({
      kind: 'contradiction',
      between: [
        { kind: 'subdivision', countries: ['BD'] },
        { kind: 'telephone', countries: ['VN'] },
      ],
    });
  });

  it('is not contradicted by a postal code', () => {
    expect(verdictOf({ address: 'Plot 7, Dhaka', postalCode: 'SW1A 1AA' })).toMatchObject({ kind: 'guess', country: 'BD' });
  });

  it('names the most trusted of the facts that agree', () => {
    const facts = { address: 'Ho Chi Minh City, Vietnam', telephones: ['+84 28 3829 5555'], places: ['Ho Chi Minh City'] };
    expect(verdictOf(facts)).toMatchObject({ kind: 'guess', country: 'VN', by: { kind: 'address' } });
  });
});

it('finds columns of telephone numbers and of tax numbers by their headers', () => {
  expect(evidenceColumns(['Name', 'Phone No.', 'GST No', 'Address', 'Telefon', 'Tax ID', 'Hotel'])).toEqual({
    telephones: [1, 4],
    numbers: [2, 5],
  });
});
