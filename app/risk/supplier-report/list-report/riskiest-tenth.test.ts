import { expect, test } from 'vitest';
import { riskiestLevel } from './riskiest-tenth';

test.each([
  [1, 'certain'],
  [0.9, 'certain'],
  [0.89, 'probable'],
  [0.5, 'probable'],
  [0.49, 'open'],
  [0.11, 'open'],
  [0.1, 'not'],
  [0, 'not'],
] as const)('a probability of %d of being among the riskiest tenth is %s', (probability, level) => {
  expect(riskiestLevel(probability)).toBe(level);
});
