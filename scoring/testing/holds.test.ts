import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Fault, holdsBy } from './holds.ts';

const holds = holdsBy(fc);
let shift = 0;
const plant = (by: number): Fault => {
  return () => {
    shift = by;
    return () => {
      shift = 0;
    };
  };
};
const neverNegative = fc.property(fc.nat(), (value) => value + shift >= 0);

it('passes a property that holds and that the fault breaks, and takes the fault out again', () => {
  holds(neverNegative, [plant(-1_000_000_000_000)]);
  expect(shift).toBe(0);
});

it('refuses a property that no fault breaks, one without a fault, and one that does not hold', () => {
  expect(() => holds(neverNegative, [plant(1)])).toThrow('planted fault 1 is not found');
  expect(() => holds(neverNegative, [])).toThrow('plant a fault');
  expect(() =>
    holds(
      fc.property(fc.nat(), (value) => value < 10),
      [plant(-1)],
    ),
  ).toThrow(/Property failed/);
});
