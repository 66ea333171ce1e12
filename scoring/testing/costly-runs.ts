/** The part of fast-check that is needed; it is handed in, because the method imports nothing but itself and zod. */
type FastCheck = { readConfigureGlobal: () => { numRuns?: number } | undefined };

const inSuite = 100;

/** For a property that is slow to try: `usual` runs in the suite; where another number is configured, as many as every other property. */
export function costlyRuns({ readConfigureGlobal }: FastCheck, usual: number): { numRuns: number } {
  const configured = readConfigureGlobal()?.numRuns ?? inSuite;
  return { numRuns: configured === inSuite ? usual : configured };
}
