import { childCountryPoints, countryScores, parameterAt } from '#scoring';
import { describe, expect, test } from 'vitest';
import { readStandards } from './read-standards.server';

const asOf = '2026-11-30';
const points = (ratio: number) => 10 * Math.log2(ratio);

describe('the comparison values of countries, as the rule pages state them', () => {
  test('give the points of each measure of each country', () => {
    const shown = new Map(readStandards('R1', asOf)?.measures.map((each) => [each.measure, each]));
    const slope = parameterAt('R1.slope', asOf).value;
    for (const { points: country } of countryScores(asOf).values()) {
      const held = country.blend.filter(({ measure }) => measure !== null);
      for (const { part, measure, points: added } of held) {
        const { mean = 0, deviation = 1 } = shown.get(part) ?? {};
        expect(added).toBeCloseTo((slope * ((measure?.value ?? 0) - mean)) / deviation / held.length, 9);
      }
    }
  });

  test('give the calibration of each country by the stated formula', () => {
    const calibration = readStandards('R1', asOf)?.calibration;
    if (!calibration) throw new Error('no calibration');
    const { world, regions } = calibration;
    expect(regions).toHaveLength(5);
    const added = new Map(
      regions.map(({ region, perThousand, mean }) => [
        region,
        0.5 * (points(perThousand / (world.perThousand ?? Number.NaN)) - mean) - 0.5 * world.mean,
      ]),
    );
    for (const { points: country } of countryScores(asOf).values()) {
      const { region, points: shift } = country.calibration;
      expect(shift).toBeCloseTo(region === null ? -world.mean : (added.get(region) ?? Number.NaN), 9);
    }
  });

  test('give the standardised values of child labour', () => {
    const shown = new Map(readStandards('child-labour', asOf)?.measures.map((each) => [each.measure, each]));
    for (const { lines } of childCountryPoints(asOf).values())
      for (const { part, value, standardised } of lines) {
        const { mean = 0, deviation = 1 } = shown.get(part) ?? {};
        if (value !== null) expect(standardised).toBeCloseTo((value - mean) / deviation, 9);
      }
  });

  test('belong to these two rules only', () => {
    expect(readStandards('R2', asOf)).toBeNull();
  });
});
