import { describe, expect, it } from 'vitest';
import { inputHashOf } from '#scoring';
import { queryOf } from '~/risk/alerts/alert-query';
import { recordSchemas } from '~/suppliers/facts/recruiter-record';
import { type FactField, factSchemas, type FactValues, isFactField } from '~/suppliers/facts/fact-fields';
import { gatherPartyFacts } from './gather-party-facts';
import type { Projection } from '~/suppliers/facts/project-facts';
import { factCounting, recordCounting } from './what-counts';

const asOf = '2026-11-25';
/** A value of every fact, none of them that of `base`. */
const values: Required<{ [Field in FactField]: NonNullable<FactValues[Field]> }> = {
  ...{ name: 'Other Mill', country: 'BD', sector: '1311', products: ['Cotton'], listedGoods: { shirts: 'Garments' }, workers: 900 },
  sectorGuess: { sector: '1311', words: 'yarn', by: 'yarn', list: 'isic' },
  ...{ migrantShare: 0.4, internalMigrantShare: 0.3, agencyShare: 0.2, femaleShare: 0.7, migrantOrigins: ['NP'] },
  ...{ subcontracting: 'declared', housing: 'tied', peakRatio: 2, vulnerableGroups: ['low-literacy'], workerVoice: 'none' },
  ...{ disclosure: 'refused', declaredTier: 2, parentCompany: 'Group Ltd', supplierType: 'mill', externalIds: { sap: '7' } },
  ...{ address: 'Urumqi, Xinjiang', city: 'Urumqi', region: 'Xinjiang', postalCode: '830000', latitude: 43.8, longitude: 87.6 },
  ...{ femaleWorkers: 300, maleWorkers: 200, agencyWorkers: 50, seasonalWorkers: 40, youngWorkers: 12, housedWorkers: 90 },
  ...{
    migrantsByOrigin: { NP: 120 },
    licence: '12/3',
    originCountries: ['NP'],
    deliveryCountries: ['FR'],
    annualSpend: 'EUR 120000 2025',
    recruitmentServices: ['abroad'],
  },
  ...{ contractLanguages: ['ne'], feePolicy: 'workers-pay', orientation: 'some', orientationTopics: ['pay'], orientationLanguages: ['ne'] },
};

const known = (given: FactValues): Projection =>
  Object.fromEntries(Object.entries(given).map(([field, value]) => [field, { value, sourceId: 's', recordedAt: new Date(0) }]));
/** Enough to be scored; a place needs its country, a coordinate the other, heads their workers, a good the words that it was read from. */
const base = (field: FactField): FactValues => ({
  ...{ name: 'Mill', country: ['address', 'city', 'region', 'postalCode', 'latitude', 'longitude'].includes(field) ? 'CN' : 'VN' },
  ...(['agencyWorkers', 'migrantsByOrigin'].includes(field) ? { workers: 500 } : {}),
  ...(field === 'latitude' ? { longitude: 87.6 } : field === 'longitude' ? { latitude: 43.8 } : {}),
  ...(field === 'listedGoods' ? { products: ['shirts'] } : {}),
});
const hash = (given: FactValues) => inputHashOf({ asOf, facts: gatherPartyFacts(known(given), [], { asOf }) });
const compared = ({ name, country, sector, products, parentCompany }: FactValues) =>
  JSON.stringify(
    queryOf(
      ...([
        {
          ...{ name: name ?? '', country: country ?? null, sector: sector ?? null, products: products ?? [] },
          ...{ parentCompany: parentCompany ?? null, sites: [] },
        },
        asOf,
      ] as const),
    ).query,
  );

describe('every fact that can be recorded', () => {
  it('has a stated way to count, as has every line of a recruiter', () => {
    expect(Object.keys(factCounting).sort()).toEqual(Object.keys(factSchemas).sort());
    expect(Object.keys(recordCounting).sort()).toEqual(Object.keys(recordSchemas).sort());
  });

  it.each(Object.keys(factSchemas).filter(isFactField))('%s counts as it is stated', (field) => {
    const [before, after] = [base(field), { ...base(field), [field]: values[field] }];
    const [moves, meets] = [hash(before) !== hash(after), compared(before) !== compared(after)];
    const counting = factCounting[field];
    if (counting === 'score') expect(moves).toBe(true);
    else expect(moves).toBe(false);
    if (counting === 'alert') expect(meets).toBe(true);
    else if (counting !== 'score') expect(meets).toBe(false);
  });
});
