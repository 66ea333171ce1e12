import { expect, it } from 'vitest';
import { compareText } from './compare-text.ts';

it.each([
  ['a', 'b', -1],
  ['b', 'a', 1],
  ['a', 'a', 0],
  ['Z', 'a', -1],
  ['z', 'é', -1],
  ['a', 'ab', -1],
  ['', '', 0],
])('%j beside %j is %d', (a, b, order) => {
  expect(compareText(a, b)).toBe(order);
});
