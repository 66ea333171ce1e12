import fc from 'fast-check';

// PROPERTY_RUNS: how often each property is tried. `npm test` takes 40, `npm run test:thorough` 1,000, mutation testing 10 from one seed.
const { PROPERTY_RUNS, PROPERTY_SEED } = process.env;
fc.configureGlobal({ numRuns: Number(PROPERTY_RUNS || 40), ...(PROPERTY_SEED ? { seed: Number(PROPERTY_SEED) } : {}) });
