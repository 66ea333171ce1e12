import { describe, expect, test } from 'vitest';
import { cleanDegrees, splitCoordinates } from './coordinates';

const pairOf = (cell: string) => {
  const pair = splitCoordinates(cell);
  return pair && [cleanDegrees(pair.lat, 'lat').value, cleanDegrees(pair.lng, 'lng').value];
};

describe('coordinates in one cell', () => {
  test.each([
    `10°46'37"N 106°41'43"E`,
    `10° 46' 37" N, 106° 41' 43" E`,
    `N10°46'37" E106°41'43"`,
    `N 10° 46' 37", E 106° 41' 43"`,
    '10°46′37″N 106°41′43″E',
    '10º46’37”N, 106º41’43”E',
    `10°46'37''N 106°41'43''E`,
    `106°41'43"E 10°46'37"N`,
    `10°46'37" 106°41'43"`,
    `10°46'37"N/106°41'43"E`,
    '10 46 37 N, 106 41 43 E',
    '10.776944, 106.695278',
    '10.776944/106.695278',
    '10.776944 106.695278',
    '10.776944;106.695278',
    '10,776944; 106,695278',
    '10,776944, 106,695278',
    '10.776944N 106.695278E',
    'Lat: 10.776944, Long: 106.695278',
    '(10.776944, 106.695278)',
    'POINT(106.695278 10.776944)',
  ])('%s is a point', (cell) => {
    const [lat, lng] = pairOf(cell) ?? [];
    expect(lat).toBeCloseTo(10.776944, 5);
    expect(lng).toBeCloseTo(106.695278, 5);
  });

  test.each([
    [`33°52'10"S 151°12'30"E`, [-33.869444, 151.208333]],
    [`-33.8694, 151.2083`, [-33.8694, 151.2083]],
    [`4°35'N 74°04'W`, [4.583333, -74.066667]],
    ['20.4200/106.1683', [20.42, 106.1683]],
    ['106.8213; 10.9447', [null, 10.9447]],
  ])('%s is %j', (cell, pair) => expect(pairOf(cell)).toEqual(pair));

  test.each([
    '12.05',
    '10.5, 106.6, 12',
    'Ho Chi Minh City',
    '1/2/2024',
    '12 Main Street',
    `10°46'37"N`,
    '10°N 12°N',
    '+84 28 3750 1111',
    '10 46 37',
  ])('%s is none', (cell) => expect(splitCoordinates(cell)).toBeNull());
});
