import { describe, expect, it } from 'vitest';
import { countryRow } from '../reference/at.ts';
import type { PartyFacts } from '../types.ts';
import { childCountryPoints, childParts, childSectorPoints, childStandards } from './child-points.ts';
import { numbersAt } from './parameters.ts';
import { pointsOfRatio, ratioOfPoints } from './points.ts';
import { scoreChildLabour } from './score-child.ts';

const asOf = '2026-12-01';
const countryOf = (iso2: string) => {
  const found = childCountryPoints(asOf).get(iso2);
  if (!found) throw new Error(`${iso2} has no points`);
  return found;
};
const scored = (facts: PartyFacts) => {
  const found = scoreChildLabour({ asOf, facts });
  if (!found) throw new Error('not scored');
  return found;
};
const lineOf = (facts: PartyFacts, id: string) => scored({ countries: { value: ['GH'] }, ...facts }).lines.find((line) => line.id === id);

describe('the points of a country for child labour', () => {
  // First, because all countries are computed together and kept: mutation testing runs the tests that made them compute.
  it('are those worked out part by part, on a mean over people that is the world’s', () => {
    for (const { iso2, points, error, ...parts } of [
      { iso2: 'NE', informality: 3.8176, farms: 6.8425, governance: 2.3638, births: 2.6735, school: 7.8521, points: 16.916, error: 6 },
      { iso2: 'GH', informality: 2.1382, farms: 1.6057, governance: -0.1759, births: 1.8383, school: -1.4164, points: -2.6435, error: 6 },
      { iso2: 'NO', informality: -4.116, farms: -2.7681, governance: -5.294, births: -1.8264, school: -2.1433, points: -22.7813, error: 6 },
      // Without a share of informal work: the other four count in its place, and it widens.
      { iso2: 'QA', informality: 0, farms: -3.6101, governance: -2.7005, births: -2.283, school: -1.4853, points: -16.7123, error: 6.6212 },
      { iso2: 'TW', informality: 0, farms: 0, governance: -19.4723, births: 0, school: 0, points: -26.1056, error: 8.2073 },
    ]) {
      const { lines, ...country } = countryOf(iso2);
      expect(lines.map(({ part }) => part)).toEqual([...childParts]);
      for (const line of lines) expect(line.points, `${iso2} ${line.part}`).toBeCloseTo(parts[line.part], 3);
      expect(country.points, iso2).toBeCloseTo(points, 3);
      expect(country.error, iso2).toBeCloseTo(error, 3);
    }
    const all = [...childCountryPoints(asOf).values()].map(({ iso2, points }) => {
      const people = countryRow(iso2, asOf)?.population2024 ?? 0;
      return { people, odds: people * ratioOfPoints(points) };
    });
    const sum = (values: number[]) => values.reduce((total, each) => total + each, 0);
    expect(pointsOfRatio(sum(all.map(({ odds }) => odds)) / sum(all.map(({ people }) => people)))).toBeCloseTo(0, 9);
    const [informality] = countryOf('QA').lines;
    expect(informality).toEqual({ part: 'informality', value: null, standardised: null, points: 0, provenance: null });
    const values = Object.fromEntries(countryOf('NE').lines.map(({ part, value, provenance }) => [part, [value, provenance?.table]]));
    // Governance and registered births turned round, so that more is worse in every part.
    expect(values).toEqual({
      informality: [0.98481, 'informal-employment'],
      farms: [72.99, 'child-indicators'],
      governance: [expect.closeTo(0.849, 3), 'governance'],
      births: [-63.9, 'child-indicators'],
      school: [60, 'child-indicators'],
    });
    expect(childCountryPoints(asOf)).toBe(childCountryPoints(asOf));
  });

  it('are compared with the countries whose population is known', () => {
    const standards = childStandards(asOf);
    expect(Object.fromEntries(childParts.map((part) => [part, standards[part].countries]))).toEqual({
      ...{ informality: 145, farms: 179, governance: 194, births: 178, school: 179 },
    });
    expect(standards.farms).toMatchObject({ mean: expect.closeTo(22.803, 3), deviation: expect.closeTo(20.537, 3) });
    expect(countryOf('NE').lines.find(({ part }) => part === 'farms')?.standardised).toBeCloseTo((72.99 - 22.803) / 20.537, 3);
  });
});

describe('the points of a sector for child labour', () => {
  const of = (division: string | null) => childSectorPoints(division, numbersAt(asOf));

  it('are those of its section, and of a division with a number of its own that number', () => {
    expect([of('01'), of('02'), of('03')]).toEqual([12, 6, 9]);
    expect([of('06'), of('14'), of('43')]).toEqual([-9, 1, -9]);
    expect([of('05'), of('23')]).toEqual([0, 5]);
  });

  it('put work in households above all others, and leave an unknown sector open', () => {
    expect([of('97'), of('96'), of('98')]).toEqual([16, -9, -9]);
    expect(of(null)).toBeNull();
  });
});

describe('the score of child labour', () => {
  it('takes the country with the most points of several sites, in whatever order they come', () => {
    for (const value of [
      ['NO', 'NE', 'GH'],
      ['GH', 'NE', 'NO'],
      ['NE', 'ZZ'],
    ])
      expect(scored({ countries: { value } }).country.iso2).toBe('NE');
    expect(scoreChildLabour({ asOf, facts: { countries: { value: ['ZZ'] } } })).toBeNull();
    expect(scoreChildLabour({ asOf, facts: {} })).toBeNull();
  });

  it('knows the sector by its division, and widens without one', () => {
    expect(lineOf({ sector: { value: '0127' } }, 'sector')).toEqual({ id: 'sector', points: 12, error: 7, isKnown: true });
    expect(lineOf({ sector: { value: '2392' } }, 'sector')?.points).toBe(5);
    expect(lineOf({}, 'sector')).toEqual({ id: 'sector', points: 0, error: 12, isKnown: false });
  });

  it('always knows the country', () => {
    expect(lineOf({}, 'country')).toEqual({ id: 'country', points: countryOf('GH').points, error: countryOf('GH').error, isKnown: true });
  });

  it('counts young workers only where they are reported', () => {
    expect(lineOf({ vulnerableGroups: { value: ['under-18'] } }, 'young-workers')).toMatchObject({ points: 8, error: 0, isKnown: true });
    const unknown = { id: 'young-workers', points: 0, error: 4, isKnown: false };
    expect(lineOf({ vulnerableGroups: { value: [] } }, 'young-workers')).toEqual(unknown);
    expect(lineOf({}, 'young-workers')).toEqual(unknown);
  });

  it('is 50 and its lines, with their errors together', () => {
    const { score, error, lines } = scored({ countries: { value: ['GH'] }, products: { value: ['cocoa'] } });
    expect(score).toBeCloseTo(50 + countryOf('GH').points + 20, 9);
    expect(lines.map((line) => line.error)).toEqual([6, 12, 0, 4]);
    expect(error).toBeCloseTo(14, 9);
  });
});
