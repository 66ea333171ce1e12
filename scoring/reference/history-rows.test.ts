import { expect, test } from 'vitest';
import {
  countryRowsAt,
  estimateRegionsOf,
  governanceOf,
  governanceYears,
  labourInspectionOf,
  otherConventionsOf,
  regionalEstimates,
  traffickingTierOf,
  traffickingTierYears,
} from './at.ts';

const asOf = '2026-12-01';
const everyCountry = countryRowsAt(asOf).map(({ iso2 }) => iso2);

test('tiers by year agree with the edition that the score reads, and say which are possible where one is not settled', () => {
  for (const iso2 of everyCountry) {
    const years = traffickingTierYears(iso2, asOf);
    expect(years.find(({ year }) => year === 2024)?.tier ?? null, iso2).toBe(traffickingTierOf(iso2, asOf)?.tier ?? null);
    for (const { tier, possible } of years) expect(tier === null).toBe(possible.length > 0);
  }
  const norway = traffickingTierYears('NO', asOf);
  expect(norway.at(-1)).toMatchObject({ year: 2025, tier: null, possible: ['1', '2'] });
  expect(norway.some(({ year }) => year === 2017)).toBe(false);
});

test('governance by year ends in the estimates that the score reads', () => {
  for (const iso2 of ['VN', 'NO', 'ER']) {
    const years = governanceYears(iso2, asOf);
    expect(years.map(({ year }) => year)).toEqual([2019, 2020, 2021, 2022, 2023]);
    expect(years.at(-1)?.estimates).toEqual(governanceOf(iso2, asOf)?.estimates);
  }
});

test('the reported number of inspectors is read unless it is old and a derived one is held', () => {
  const held = everyCountry.flatMap((iso2) => labourInspectionOf(iso2, asOf) ?? []);
  expect(held.length).toBeGreaterThan(130);
  expect(labourInspectionOf('KP', asOf)).toBeNull();
  for (const { measure, year } of held) if (measure === 'derived') expect(year === null || year >= 2018).toBe(true);
});

test('every region of a country is one for which the edition publishes an estimate', () => {
  const published = (edition: string) =>
    new Set(
      regionalEstimates(asOf)
        .filter((each) => each.edition === edition && each.measure === 'forced_labour' && each.breakdown === 'total')
        .map(({ region }) => region),
    );
  for (const iso2 of everyCountry) {
    const regions = estimateRegionsOf(iso2, asOf);
    if (regions?.of2005) expect(published('ilo_2005').has(regions.of2005), `${iso2} 2005`).toBe(true);
    if (regions?.of2012) expect(published('ilo_2012').has(regions.of2012), `${iso2} 2012`).toBe(true);
    if (regions?.of2022) expect(published('ilo_walkfree_iom_2022').has(regions.of2022), `${iso2} 2022`).toBe(true);
  }
});

test('six further fundamental instruments for each member of the ILO, none for others; unknown is not "not ratified"', () => {
  expect(otherConventionsOf('NO', asOf).map(({ instrument }) => instrument)).toEqual(['C087', 'C098', 'C100', 'C111', 'C155', 'C187']);
  expect(otherConventionsOf('TW', asOf)).toEqual([]);
  expect(otherConventionsOf('NO', asOf).at(-1)).toMatchObject({ instrument: 'C187', status: 'unknown', year: null });
  expect(otherConventionsOf('VN', asOf)[0]).toMatchObject({ instrument: 'C087', status: 'not-ratified' });
});
