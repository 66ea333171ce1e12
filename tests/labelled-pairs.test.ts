import { expect, test } from 'vitest';
import { readLabelledPairs } from '../bench/match/labelled-pairs';
import { measurePairs } from '../bench/match/measure-pairs';

const pairs = readLabelledPairs();

test('there are enough labelled pairs of either kind, and none stands twice', () => {
  expect(pairs.length).toBeGreaterThanOrEqual(300);
  expect(pairs.filter(({ isSame }) => !isSame).length).toBeGreaterThanOrEqual(120);
  expect(new Set(pairs.map(({ a, b }) => JSON.stringify([a, b]))).size).toBe(pairs.length);
});

test('what is taken without asking is right, and hardly a pair of one firm goes unasked', () => {
  const [exact, automatic, ask] = measurePairs(pairs);
  expect([exact?.wrong, automatic?.wrong]).toEqual([0, 0]);
  expect(automatic?.recall).toBeGreaterThan(0.7);
  expect(ask?.recall).toBeGreaterThan(0.94);
  expect(ask?.precision).toBeGreaterThan(0.8);
});
