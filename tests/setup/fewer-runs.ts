import type { Parameters } from 'fast-check';
import { vi } from 'vitest';

// A mutant is tried thousands of times: 10 runs of each property from one seed, so that a score can be had again.
vi.mock('fast-check', async (load) => {
  const real = await load<typeof import('fast-check')>();
  const assert = <T>(property: Parameters_<T>, given: Parameters<T> = {}) =>
    real.assert(property as never, { ...given, numRuns: Math.min(given.numRuns ?? 100, 10), seed: given.seed ?? 1 } as never);
  return { ...real, assert, default: { ...real.default, assert } };
});
type Parameters_<T> = import('fast-check').IProperty<T>;
