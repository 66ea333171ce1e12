import { expect, test } from 'vitest';
import { readLabelledPairs } from '../bench/match/labelled-pairs';
import { measurePairs } from '../bench/match/measure-pairs';

const pairs = readLabelledPairs();

test('there are enough labelled pairs of either kind, and none occurs twice', () => {
  expect(pairs.length).toBeGreaterThanOrEqual(300);
  expect(pairs.filter(({ isSame }) => !isSame).length).toBeGreaterThanOrEqual(120);
  expect(new Set(pairs.map(({ a, b }) => JSON.stringify([a, b]))).size).toBe(pairs.length);
});

test('automatic matches are correct, and hardly a pair of one company is missed', () => {
  const [exact, automatic, ask] = measurePairs(pairs);
  expect([exact?.wrong, automatic?.wrong]).toEqual([0, 0]);
  expect(automatic?.recall).toBeGreaterThan(0.75);
  expect(ask?.recall).toBeGreaterThan(0.95);
  expect(ask?.precision).toBeGreaterThan(0.8);
  expect(ask?.disturbed).toBeLessThan(0.25);
});

test('facilities: letters set apart, addresses run together, renamed firms and neighbours', () => {
  const kinds = 'spaced glued abbrevaddr renamed othercountry unitname branchname formername othersite neighbour sisterunit sharedword';
  const facilities = pairs.filter(({ kind }) => kinds.split(' ').includes(kind));
  const [, automatic, ask] = measurePairs(facilities);
  expect(automatic?.wrong).toBe(0);
  expect(automatic?.recall).toBeGreaterThan(0.6);
  expect(ask?.recall).toBe(1);
  expect(ask?.disturbed).toBeLessThan(0.3);
});
