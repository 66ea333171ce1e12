/** Puts a fault in the place of what is tested, and gives back what takes it out again. */
export type Fault = () => () => void;

type Parameters = { numRuns?: number; endOnFailure?: boolean };
/** The part of fast-check that is needed; it is handed in, because the method imports nothing but itself and zod. */
type FastCheck<Property> = {
  assert: (property: Property, parameters: Parameters) => unknown;
  check: (property: Property, parameters: Parameters) => { failed: boolean } | Promise<{ failed: boolean }>;
};

/** The number of runs in which a planted fault must be found; most are found in the first few. */
const searched = 2000;

/**
 * The property holds in as many runs as fast-check is configured for, and each planted fault breaks it.
 * Throws what fast-check throws where the property fails, and an Error naming the fault that was not found.
 */
export function holdsBy<Property>({ assert, check }: FastCheck<Property>) {
  return (property: Property, faults: readonly Fault[], parameters: Parameters = {}): void => {
    assert(property, parameters);
    if (faults.length === 0) throw new Error('plant a fault that breaks the property');
    for (const [index, plant] of faults.entries()) {
      const takeOut = plant();
      try {
        const found = check(property, { ...parameters, numRuns: searched, endOnFailure: true });
        if (found instanceof Promise || !found.failed) throw new Error(`planted fault ${index + 1} is not found`);
      } finally {
        takeOut();
      }
    }
  };
}
