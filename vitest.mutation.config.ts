import tsconfigPaths from 'vite-tsconfig-paths';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Golden situations, then examples, then properties: what kills a mutant soonest is tried first. */
class CasesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const place = ({ moduleId }: TestSpecification) => {
      if (/cases/.test(moduleId)) return 0;
      return /propert|solve|what-if|draws|assess/.test(moduleId) ? 2 : 1;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

/** The tests of the method's calculation alone, for `npm run test:mutation`: no database, fewer runs a property. */
export default defineConfig({
  plugins: [tsconfigPaths()],
  test: {
    include: ['scoring/{engine,odds}/**/*.test.ts'],
    setupFiles: ['tests/setup/property-runs.ts'],
    testTimeout: 60_000,
    env: { PROPERTY_RUNS: '10', PROPERTY_SEED: '1' },
    isolate: false,
    sequence: { sequencer: CasesFirst },
  },
});
