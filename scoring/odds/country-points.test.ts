import { describe, expect, it } from 'vitest';
import { countryRow, countryRowsAt, regionalPrevalence, withOwnTables } from '../reference/at.ts';
import { loadOwnTable } from '../engine/load-own-table.ts';
import { standardsOf } from './country-blend.ts';
import { countryBasis, countryPoints } from './country-points.ts';
import { numbersAt } from './parameters.ts';
import { pointsOfRatio, ratioOfPoints } from './points.ts';

const asOf = '2026-12-01';
// Read in each test: what fails while the file is loaded fails no test by name.
const all = () => countryPoints(asOf);
const of = (iso2: string) => {
  const found = all().get(iso2);
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
  // First, because all countries are computed together and kept: mutation testing runs the tests that made them compute.
  it('are those worked out line by line, on a basis that all countries share', () => {
    for (const { iso2, own, migrants, points, error, ...parts } of [
      {
        iso2: 'NO',
        governance: -7.5629,
        trafficking: -1.0659,
        informality: -5.8801,
        own: [],
        migrants: 5.9541,
        points: -18.8199,
        error: 6.0689,
      },
      {
        iso2: 'VN',
        governance: 1.1624,
        trafficking: -1.0659,
        informality: 1.8155,
        own: [],
        migrants: 0.037,
        points: -15.2046,
        error: 6.0563,
      },
      { iso2: 'KP', governance: 9.7886, trafficking: 12.1815, informality: 0, own: [15], migrants: 0.0897, points: 19.9062, error: 7.3542 },
      {
        iso2: 'SA',
        governance: -1.1561,
        trafficking: -1.5988,
        informality: 0,
        own: [3],
        migrants: 11.7381,
        points: -4.1384,
        error: 7.3262,
      },
      {
        iso2: 'LB',
        governance: 4.8729,
        trafficking: 3.5276,
        informality: 0.4003,
        own: [6],
        migrants: 8.6041,
        points: 7.2833,
        error: 6.0668,
      },
      {
        iso2: 'QA',
        governance: -4.6294,
        trafficking: -1.5988,
        informality: 0,
        own: [3],
        migrants: 17.5489,
        points: -1.8009,
        error: 7.3331,
      },
      // One part of three: it counts in full, and the two that are missing widen.
      { iso2: 'MC', governance: -18.183, trafficking: 0, informality: 0, own: [], migrants: 16.7941, points: -11.654, error: 9.851 },
      // Without a count of migrants: a twentieth of the workers.
      { iso2: 'TW', governance: -8.3453, trafficking: -8.4889, informality: 0, own: [], migrants: 1.6993, points: -32.2885, error: 7.3268 },
    ]) {
      const { blend, stateSponsored, sponsorship, ...country } = of(iso2);
      for (const { part, points: found } of blend) expect(found, `${iso2} ${part}`).toBeCloseTo(parts[part], 3);
      expect(
        [stateSponsored, sponsorship].flatMap((each) => each?.points ?? []),
        iso2,
      ).toEqual(own);
      expect(country.migrants.points, iso2).toBeCloseTo(migrants, 3);
      expect(country.migrants.provenance?.table, iso2).toBe(iso2 === 'TW' ? undefined : 'migrant-share');
      expect(country.points, iso2).toBeCloseTo(points, 3);
      expect(country.error, iso2).toBeCloseTo(error, 3);
    }
    const { world, regions } = countryBasis(asOf);
    expect(world).toMatchObject({ perThousand: 3.5, mean: expect.closeTo(15.4059, 3) });
    expect(regions.map(({ region, perThousand, mean, points }) => [region, perThousand, mean.toFixed(2), points.toFixed(2)])).toEqual([
      ['Africa', 2.9, '12.15', '-15.14'],
      ['Americas', 3.5, '0.18', '-7.80'],
      ['Arab States', 5.3, '22.82', '-16.12'],
      ['Asia and the Pacific', 3.5, '18.90', '-17.15'],
      ['Europe and Central Asia', 4.4, '8.43', '-10.27'],
    ]);
    for (const { region, points } of regions)
      for (const { calibration } of all().values()) if (calibration.region === region) expect(calibration.points).toBe(points);
  });

  it('are the sum of its lines, for every country', () => {
    expect(all().size).toBeGreaterThan(200);
    for (const { blend, stateSponsored, sponsorship, migrants, calibration, points } of all().values()) {
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

  it('agree with documented evidence: Norway far below the world, North Korea and Eritrea far above', () => {
    expect(of('NO').points).toBeLessThan(-15);
    for (const iso2 of ['KP', 'ER', 'AF']) expect(of(iso2).points, iso2).toBeGreaterThan(15);
    expect(of('KP').stateSponsored).toMatchObject({ points: 15, reportYear: 2025 });
    expect(of('TM').stateSponsored).toBeNull();
    expect(of('KW').sponsorship).toMatchObject({ points: 6, isReformed: false });
    expect(of('QA').sponsorship).toMatchObject({ points: 3, isReformed: true });
    // A permit for one employer is no kafala.
    expect(of('US').sponsorship).toBeNull();
    const points = [...all().values()].map((each) => each.points);
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
      const codes = [...all().keys()].filter((iso2) => countryRow(iso2, asOf)?.iloRegion === region);
      const target = pointsOfRatio((regionalPrevalence(region, asOf)?.perThousand ?? Number.NaN) / world);
      // Half of the region's own distance to its target is left; the other half goes by the world.
      const own = meanOf(codes) - of(codes[0] ?? '').calibration.points;
      const everywhere = pointsOfRatio(
        [...all().keys()].reduce(
          (sum, iso2) => sum + (countryRow(iso2, asOf)?.population2024 ?? 0) * ratioOfPoints(uncalibrated(iso2)),
          0,
        ) / [...all().keys()].reduce((sum, iso2) => sum + (countryRow(iso2, asOf)?.population2024 ?? 0), 0),
      );
      const part = numbers['R1.calibration'];
      expect(meanOf(codes), region).toBeCloseTo(own + part * (target - own) - (1 - part) * everywhere, 6);
    }
  });

  it('have a wider error where a part of the blend is missing', () => {
    const whole = of('VN');
    const partial = [...all().values()].find(({ blend }) => blend.filter(({ measure }) => measure).length === 1);
    expect(whole.blend.every(({ measure }) => measure !== null)).toBe(true);
    expect(partial?.error ?? 0).toBeGreaterThan(whole.error);
  });

  it('are the same object on every asking, and refuse a day before the method', () => {
    expect(countryPoints(asOf)).toBe(all());
    expect(() => countryPoints('2025-12-31')).toThrow(RangeError);
  });

  it('take the share of migrants among workers as 1.3 times that among people, up to 95 %, and cite where it is read', () => {
    expect(of('NO').migrants).toMatchObject({ share: expect.closeTo(0.20436, 9), provenance: { table: 'migrant-share' } });
    expect(of('QA').migrants.share).toBe(0.95);
    expect(of('TW').migrants).toMatchObject({ share: 0.05, provenance: null });
  });

  it('without a table of a part have no line of it but its standard', () => {
    const [, , informality] = of('KP').blend;
    expect(informality).toMatchObject({ part: 'informality', measure: null, standardised: null, points: 0 });
    expect(informality?.standard).toEqual(countryBasis(asOf).standards.informality);
  });
});

describe('an index of the organization', () => {
  const withIndex = <Result>(rows: Record<string, number>, read: () => Result): Result => {
    const { hash } = loadOwnTable({
      ...{ kind: 'slavery-index', title: 'Index 2026', producer: 'Own reading', licence: 'Used under licence' },
      ...{ publishedOn: '2026-09', inForceFrom: '2026-11-30' },
      tables: { 'slavery-index': { rows: Object.entries(rows).map(([iso2, perThousand]) => ({ iso2, perThousand })), removed: [] } },
    });
    return withOwnTables([hash], read);
  };
  const peopleOf = (iso2: string) => countryRow(iso2, asOf)?.population2024 ?? 0;
  const rawOf = (iso2: string) => of(iso2).points - of(iso2).calibration.points;

  it('moves a country half-way to its estimate against the mean of the index, weighted by people', () => {
    const mean = (peopleOf('NO') * 100 + peopleOf('BD') * 10) / (peopleOf('NO') + peopleOf('BD'));
    for (const [iso2, perThousand] of [['NO', 100] as const, ['BD', 10] as const]) {
      const expected = (rawOf(iso2) + pointsOfRatio(perThousand / mean)) / 2 - countryBasis(asOf).world.mean / 2;
      withIndex({ NO: 100, BD: 10 }, () => {
        expect(of(iso2).points, iso2).toBeCloseTo(expected, 9);
        expect(of(iso2).calibration).toMatchObject({ region: countryRow(iso2, asOf)?.iloRegion, estimate: { perThousand } });
      });
    }
  });

  it('leaves a country without an estimate at its region', () => {
    const sweden = of('SE');
    withIndex({ NO: 100, BD: 10 }, () => expect(of('SE')).toEqual(sweden));
    expect(sweden.calibration.estimate).toBeNull();
  });

  it('has a mean that a country of unknown population does not move, and none by it alone', () => {
    expect(countryRow('TW', asOf)?.population2024).toBeNull();
    const expected = (rawOf('TW') + pointsOfRatio(5)) / 2 - countryBasis(asOf).world.mean / 2;
    withIndex({ TW: 50, BD: 10 }, () => expect(of('TW').points).toBeCloseTo(expected, 9));
    const released = of('TW');
    withIndex({ TW: 50 }, () => expect(of('TW')).toEqual(released));
  });
});
