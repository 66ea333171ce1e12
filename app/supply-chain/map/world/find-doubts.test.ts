import { describe, expect, it } from 'vitest';
import { countryShapes } from './country-shapes.server';
import { findDoubts } from './find-doubts.server';

const at = (latitude: number, longitude: number, country: string | null, owner = 'a') => ({ latitude, longitude, country, owner });
const doubtOf = (...place: Parameters<typeof at>) => findDoubts([at(...place)])[0];

describe('doubts about a location', () => {
  it('accepts places within their country, on its coast and close to its border', () => {
    expect(doubtOf(23.81, 90.41, 'BD')).toBeNull();
    expect(doubtOf(22.33, 91.8, 'BD')).toBeNull();
    expect(doubtOf(41.01, 28.98, 'TR')).toBeNull();
    expect(doubtOf(1.29, 103.85, 'SG')).toBeNull();
    expect(doubtOf(25.3, 51.5, 'QA')).toBeNull();
  });

  it('names a place in another country, in the sea, and with latitude and longitude swapped', () => {
    expect(doubtOf(28.61, 77.21, 'BD')).toBe('outside');
    expect(doubtOf(10, -30.5, 'BR')).toBe('sea');
    expect(doubtOf(0.001, 0.001, 'VN')).toBe('sea');
    expect(doubtOf(90.41, 23.81, 'BD')).toBe('swapped');
    expect(doubtOf(78.39, 27.15, 'IN')).toBe('swapped');
  });

  it('names the middle of a large country, whole degrees, and several suppliers at the same coordinates', () => {
    const centre = countryShapes().get('TR')?.centre;
    expect(doubtOf((centre?.latitude ?? 0) + 0.01, centre?.longitude ?? 0, 'TR')).toBe('centre');
    expect(doubtOf(24, 91, 'BD')).toBe('rounded');
    const three = ['a', 'b', 'c'].map((owner) => at(23.81, 90.41, 'BD', owner));
    expect(findDoubts(three)).toEqual(['shared', 'shared', 'shared']);
    expect(findDoubts(three.slice(1))).toEqual([null, null]);
    expect(findDoubts(three.map((place) => ({ ...place, owner: 'a' })))).toEqual([null, null, null]);
  });

  it('knows both sides of the date line', () => {
    expect(doubtOf(66.2, -171.5, 'RU')).toBeNull();
    expect(doubtOf(-17.8, 178, 'FJ')).toBeNull();
    expect(doubtOf(66.2, -160, 'RU')).toBe('outside');
  });

  it('takes no position where outlines are disputed, and says nothing without a country or its outline', () => {
    expect(doubtOf(44.95, 34.1, 'UA')).toBeNull();
    expect(doubtOf(44.95, 34.1, 'RU')).toBeNull();
    expect(doubtOf(34.08, 74.8, 'PK')).toBeNull();
    expect(doubtOf(25.04, 121.51, 'CN')).toBeNull();
    expect(doubtOf(27.15, -13.2, 'MA')).toBeNull();
    expect(doubtOf(4.94, -52.33, 'GF')).toBeNull();
    expect(doubtOf(10.5, -30.5, null)).toBeNull();
  });
});
