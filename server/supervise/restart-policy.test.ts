import { expect, test } from 'vitest';
import { afterDeath, usualPolicy } from './restart-policy';

const pausesOf = (lives: number[], wasEverReady = true) => {
  let deaths = 0;
  return lives.map((livedFor) => {
    const next = afterDeath({ deaths, livedFor, wasEverReady }, usualPolicy);
    deaths = next.deaths;
    return next.pause;
  });
};

test('restarts at once after one death, then waits longer each time, and gives up at the tenth in a row', () => {
  expect(pausesOf(Array.from({ length: 10 }, () => 5_000))).toEqual([
    100,
    1_000,
    2_000,
    4_000,
    8_000,
    15_000,
    30_000,
    30_000,
    30_000,
    null,
  ]);
});

test('starts a new count after a process that ran for a minute', () => {
  expect(pausesOf([5_000, 5_000, 60_000, 5_000])).toEqual([100, 1_000, 100, 1_000]);
});

test('gives up a process that was never ready at its third death', () => {
  expect(pausesOf([10, 10, 10], false)).toEqual([100, 1_000, null]);
});
