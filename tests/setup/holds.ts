import fc from 'fast-check';
import { expect } from 'vitest';

/** Puts a fault in the place of what is tested, and gives back what takes it out again. */
export type Fault = () => () => void;

/** A fault is looked for in this many runs; most are found in the first few. */
const searched = 2000;

/** A property holds in a thousand runs, and is no empty word: each planted fault breaks it. */
export function holds<Values>(property: fc.IProperty<Values>, faults: readonly Fault[], parameters: fc.Parameters<Values> = {}): void {
  fc.assert(property, { numRuns: 1000, ...parameters });
  expect(faults.length).toBeGreaterThan(0);
  for (const [index, plant] of faults.entries()) {
    const takeOut = plant();
    try {
      const { failed } = fc.check(property, { ...parameters, numRuns: searched, endOnFailure: true });
      expect(failed, `planted fault ${index + 1} is found`).toBe(true);
    } finally {
      takeOut();
    }
  }
}
