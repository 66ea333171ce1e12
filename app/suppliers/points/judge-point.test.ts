import { describe, expect, it } from 'vitest';
import { countriesAt } from './country-at.server';
import { judgePoint } from './judge-point.server';

const at = (latitude: number, longitude: number) => ({ latitude, longitude });

describe('the country of a point', () => {
  it.each([
    [23.8103, 90.4125, 'BD'],
    [-6.2088, 106.8456, 'ID'],
    [42.6629, 21.1655, 'XK'],
    [41.01, 28.97, 'TR'],
    [22.5431, 114.0579, 'CN HK'],
    [5.0, -30.0, ''],
  ])('%f, %f can lie in %j', (latitude, longitude, countries) =>
    expect([...countriesAt(at(latitude, longitude))].sort().join(' ')).toBe(countries),
  );
});

describe('a doubtful point', () => {
  it.each([
    ['in its country', at(23.99, 90.42), 'BD', null],
    ['in a harbour that the outline leaves out', at(22.29, 91.77), 'BD', null],
    ['in a territory that lists write for its country', at(22.3193, 114.1694), 'CN', null],
    ['in another country', at(41.01, 28.97), 'BD', { doubt: 'outside-country', liesIn: 'TR' }],
    ['in the sea', at(5, -30), 'BD', { doubt: 'sea', liesIn: null }],
    ['in the sea, without a country', at(5, -30), null, { doubt: 'sea', liesIn: null }],
    ['swapped', at(90.41, 23.81), 'BD', { doubt: 'swapped', liesIn: null }],
    ['swapped, and in another country as it is', at(29.06, 41.02), 'TR', { doubt: 'swapped', liesIn: 'SA' }],
    ['of a whole country', at(33.93911, 67.709953), 'AF', { doubt: 'centroid', liesIn: 'AF' }],
    ['of a whole state', at(31.9686, -99.9018), 'US', { doubt: 'centroid', liesIn: 'US' }],
    ['of a country that the atlas does not draw', at(-9.2, -171.85), 'TK', null],
    ['on land, without a country', at(23.81, 90.41), null, null],
  ])('%s', (_, point, country, judged) => expect(judgePoint(point, country)).toEqual(judged));
});

describe('a point in an area that several states claim', () => {
  it.each([
    ['Taichung', at(24.15, 120.68), ['CN', 'TW']],
    ['Srinagar', at(34.08, 74.8), ['IN', 'PK']],
    ['Muzaffarabad', at(34.37, 73.47), ['IN', 'PK']],
    ['Gilgit', at(35.92, 74.31), ['IN', 'PK']],
    ['Aksai Chin', at(35.1, 79.4), ['IN', 'CN']],
    ['Katzrin', at(32.99, 35.69), ['SY', 'IL']],
    ['Simferopol', at(44.95, 34.1), ['UA', 'RU']],
  ])('is not outside its country for any of the claimants: %s', (_, point, claimants) =>
    expect(claimants.map((country) => judgePoint(point, country))).toEqual(claimants.map(() => null)),
  );
  it.each([
    ['a supplier of Taiwan on the mainland', at(31.23, 121.47), 'TW', 'CN'],
    ['a supplier of India in Islamabad', at(33.68, 73.05), 'IN', 'PK'],
    ['a supplier of Pakistan in Delhi', at(28.61, 77.21), 'PK', 'IN'],
    ['a supplier of Syria in Haifa', at(32.79, 34.99), 'SY', 'IL'],
    ['a supplier of Thailand in Taiwan', at(24.15, 120.68), 'TH', 'TW'],
  ])('is no excuse elsewhere: %s', (_, point, country, liesIn) =>
    expect(judgePoint(point, country)).toEqual({ doubt: 'outside-country', liesIn }),
  );
});
