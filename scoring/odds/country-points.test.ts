import { describe, expect, it } from 'vitest';
import { countryRow, countryRowsAt, regionalPrevalence } from '../reference/at.ts';
import { standardsOf } from './country-blend.ts';
import { countryPoints } from './country-points.ts';
import { numbersAt } from './parameters.ts';
import { pointsOfRatio, ratioOfPoints } from './points.ts';

const asOf = '2026-12-01';
const all = countryPoints(asOf);
const of = (iso2: string) => {
  const found = all.get(iso2);
  if (!found) throw new Error(`${iso2} has no points`);
  return found;
};
/** Mean odds of the people of these countries against the world's, in points. */
const meanOf = (codes: readonly string[]) => {
  const peopled = codes.map((iso2) => ({ people: countryRow(iso2, asOf)?.population2024 ?? 0, odds: ratioOfPoints(of(iso2).points) }));
  return pointsOfRatio(
    peopled.reduce((sum, { people, odds }) => sum + people * odds, 0) / peopled.reduce((sum, { people }) => sum + people, 0),
  );
};

describe('the points of a country', () => {
  it('are the sum of its lines, for every country', () => {
    expect(all.size).toBeGreaterThan(200);
    for (const { blend, stateSponsored, sponsorship, migrants, calibration, points } of all.values()) {
      const lines = [...blend, ...(stateSponsored ? [stateSponsored] : []), ...(sponsorship ? [sponsorship] : []), migrants, calibration];
      expect(lines.reduce((sum, each) => sum + each.points, 0)).toBeCloseTo(points, 9);
    }
  });

  it('are worked through by hand for Viet Nam: governance, tier 2, informality, migrants and region', () => {
    const numbers = numbersAt(asOf);
    const { governance, trafficking, informality } = standardsOf(numbers);
    const { blend, migrants, stateSponsored, sponsorship } = of('VN');
    const third = numbers['R1.slope'] / 3;
    const standardised = (part: string) => blend.find((line) => line.part === part)?.points ?? Number.NaN;
    expect(standardised('trafficking')).toBeCloseTo((third * (1 - trafficking.mean)) / trafficking.deviation, 9);
    const informal = blend.find(({ part }) => part === 'informality')?.measure?.value ?? Number.NaN;
    expect(standardised('informality')).toBeCloseTo((third * (informal - informality.mean)) / informality.deviation, 9);
    expect(governance.countries).toBeGreaterThan(180);
    // 0.079 % of its people were born elsewhere.
    expect(migrants.points).toBeCloseTo(pointsOfRatio(1 + migrants.share * 2.5), 9);
    expect([stateSponsored, sponsorship]).toEqual([null, null]);
  });

  it('stand where documented evidence puts countries: Norway far below the world, North Korea and Eritrea far above', () => {
    expect(of('NO').points).toBeLessThan(-15);
    for (const iso2 of ['KP', 'ER', 'AF']) expect(of(iso2).points, iso2).toBeGreaterThan(15);
    expect(of('KP').stateSponsored).toMatchObject({ points: 15, reportYear: 2025 });
    expect(of('TM').stateSponsored).toBeNull();
    expect(of('KW').sponsorship).toMatchObject({ points: 6, isReformed: false });
    expect(of('QA').sponsorship).toMatchObject({ points: 3, isReformed: true });
    // A permit for one employer is no kafala.
    expect(of('US').sponsorship).toBeNull();
    const points = [...all.values()].map((each) => each.points);
    expect(Math.min(...points)).toBeGreaterThan(-40);
    expect(Math.max(...points)).toBeLessThan(40);
  });

  it('lie half-way, region by region, between the world’s mean and what the ILO publishes', () => {
    const regions = new Set(countryRowsAt(asOf).flatMap(({ iloRegion }) => iloRegion ?? []));
    expect(regions.size).toBe(5);
    const numbers = numbersAt(asOf);
    const world = regionalPrevalence('World', asOf)?.perThousand ?? Number.NaN;
    const uncalibrated = (iso2: string) => of(iso2).points - of(iso2).calibration.points;
    for (const region of regions) {
      const codes = [...all.keys()].filter((iso2) => countryRow(iso2, asOf)?.iloRegion === region);
      const target = pointsOfRatio((regionalPrevalence(region, asOf)?.perThousand ?? Number.NaN) / world);
      // Half of the region's own distance to its target is left; the other half goes by the world.
      const own = meanOf(codes) - of(codes[0] ?? '').calibration.points;
      const everywhere = pointsOfRatio(
        [...all.keys()].reduce((sum, iso2) => sum + (countryRow(iso2, asOf)?.population2024 ?? 0) * ratioOfPoints(uncalibrated(iso2)), 0) /
          [...all.keys()].reduce((sum, iso2) => sum + (countryRow(iso2, asOf)?.population2024 ?? 0), 0),
      );
      const part = numbers['R1.calibration'];
      expect(meanOf(codes), region).toBeCloseTo(own + part * (target - own) - (1 - part) * everywhere, 6);
    }
  });

  it('have a wider error where a part of the blend is missing', () => {
    const whole = of('VN');
    const partial = [...all.values()].find(({ blend }) => blend.filter(({ measure }) => measure).length === 1);
    expect(whole.blend.every(({ measure }) => measure !== null)).toBe(true);
    expect(partial?.error ?? 0).toBeGreaterThan(whole.error);
  });

  it('are the same object on every asking, and refuse a day before the method', () => {
    expect(countryPoints(asOf)).toBe(all);
    expect(() => countryPoints('2025-12-31')).toThrow(RangeError);
  });
});
