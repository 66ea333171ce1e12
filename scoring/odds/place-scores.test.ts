import { expect, test } from 'vitest';
import { countryRowsAt } from '../reference/at.ts';
import { countryEditions } from './country-editions.ts';
import { countryPoints } from './country-points.ts';
import { countryScores, regionUnderPresumption, sectorInCountries, sectorScores, sectorsOfCountry } from './place-scores.ts';

const asOf = '2026-12-01';
const scores = () => countryScores(asOf);
const scoreOf = (iso2: string) => {
  const found = scores().get(iso2);
  if (!found) throw new Error(iso2);
  return found;
};

test('a country has 50 plus its points, an interval around them, and a place with a range among all that are scored', () => {
  expect(scores().size).toBe(countryPoints(asOf).size);
  const placed = [...scores().values()].filter(({ place }) => place !== null).length;
  for (const { iso2, score, low, high, points, place, probability } of scores().values()) {
    expect(score, iso2).toBeCloseTo(50 + points.points, 9);
    expect(low < score && score < high, iso2).toBe(true);
    if (place) expect(1 <= place.best && place.best <= place.worst && place.worst <= place.of && place.of === placed, iso2).toBe(true);
    expect(probability > 0 && probability < 1).toBe(true);
  }
});

test('the order agrees with what is documented: North Korea and Eritrea above Turkmenistan, Qatar above Norway', () => {
  expect(scoreOf('KP').score).toBeGreaterThan(scoreOf('TM').score);
  expect(scoreOf('ER').score).toBeGreaterThan(scoreOf('TM').score);
  expect(scoreOf('QA').score).toBeGreaterThan(scoreOf('NO').score);
  expect(['high', 'severe']).toContain(scoreOf('KP').band);
  // Certainly among the first: the range of its places does not reach the middle.
  expect(scoreOf('KP').place?.worst).toBeLessThan(40);
  expect(scoreOf('NO').place?.best).toBeGreaterThan(80);
});

test('a country of which no part of the blend is held is not scored rather than zero', () => {
  const missing = countryRowsAt(asOf).filter(({ iso2 }) => !scores().has(iso2));
  expect(missing.length).toBeGreaterThan(0);
  for (const { iso2 } of missing) {
    expect(sectorsOfCountry(asOf, iso2).size).toBe(0);
    expect(countryEditions(iso2, asOf)).toEqual([]);
  }
});

test('an area in one table alone has a score and no place among countries, and its sectors have theirs', () => {
  const territory = scoreOf('SX');
  expect(territory.points.blend.filter(({ measure }) => measure !== null)).toHaveLength(1);
  expect(territory.place).toBeNull();
  expect(sectorInCountries(asOf, '14').get('SX')?.place).toBeNull();
  expect(sectorsOfCountry(asOf, 'SX').get('14')?.place?.of).toBe(88);
});

test('a pair is the sum of its lines, whichever list it is read from; the customs presumption counts in its country alone', () => {
  for (const [iso2, code] of [
    ['CN', '14'],
    ['VN', '14'],
    ['NO', '03'],
  ] as const) {
    const inSector = sectorInCountries(asOf, code).get(iso2);
    const inCountry = sectorsOfCountry(asOf, iso2).get(code);
    if (!inSector || !inCountry) throw new Error(`${iso2} ${code}`);
    expect(inSector.score).toBe(inCountry.score);
    const sum = 50 + inSector.country.points + inSector.sector.points + (inSector.presumption?.points ?? 0);
    expect(inSector.score).toBeCloseTo(sum, 9);
    expect(inSector.presumption === null).toBe(iso2 !== 'CN');
    // The same draws: a list of another kind changes the place and not the interval.
    expect([inSector.low, inSector.high]).toEqual([inCountry.low, inCountry.high]);
    expect(inCountry.place?.of).toBe(88);
  }
  expect(sectorInCountries(asOf, '00').size).toBe(0);
});

test('every division has a score and a place among 88; a class is scored and read by its own row', () => {
  const sectors = sectorScores(asOf);
  const divisions = [...sectors.values()].filter(({ code }) => code.length === 2);
  expect(divisions).toHaveLength(88);
  for (const { place } of divisions) expect(place && place.best >= 1 && place.worst <= 88 && place.of === 88).toBe(true);
  expect(sectors.get('0311')?.score).toBeGreaterThan(sectors.get('03')?.score ?? 0);
  expect(sectorInCountries(asOf, '0311').get('TH')?.score).toBeGreaterThan(sectorInCountries(asOf, '03').get('TH')?.score ?? 0);
});

test('only Xinjiang is a region under a presumption, sixteen times the odds of the country', () => {
  const region = regionUnderPresumption('CN', asOf);
  expect(region).toMatchObject({ code: 'CN-XJ', band: 'severe' });
  expect(region?.score).toBeCloseTo(scoreOf('CN').score + 40, 9);
  expect(regionUnderPresumption('UZ', asOf)).toBeNull();
});

test('the last edition gives the score of today, and one with an unknown tier gives none', () => {
  for (const iso2 of ['VN', 'KP', 'NO', 'QA', 'TM']) {
    const editions = countryEditions(iso2, asOf);
    expect(editions.map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023, 2024, null]);
    expect(editions.at(-1)?.score, iso2).toBeCloseTo(scoreOf(iso2).score, 9);
    // The tables that the report of 2024 and the governance of 2023 come from are read today too.
    if (iso2 !== 'TM') expect(editions.at(-2)?.score, iso2).toBeCloseTo(scoreOf(iso2).score, 6);
  }
  const norway = countryEditions('NO', asOf);
  expect(norway.find(({ year }) => year === 2021)).toMatchObject({ tier: null, score: null });
  // Tier 1 in 2020 and Tier 2 in 2024.
  expect(norway[0]?.score).toBeLessThan(norway.at(-1)?.score ?? 0);
});

test('a government that a report no longer names has the points of it in the editions before', () => {
  const turkmenistan = countryEditions('TM', asOf);
  expect(turkmenistan.map(({ isNamed }) => isNamed)).toEqual([false, false, true, true, true, false]);
  expect((turkmenistan.at(-2)?.score ?? 0) - (turkmenistan.at(-1)?.score ?? 0)).toBeCloseTo(15, 6);
});
