import tsconfigPaths from 'vite-tsconfig-paths';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Examples before properties: what kills a mutant soonest is tried first. */
class ExamplesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const late = (file: TestSpecification) => Number(/propert|solve|what-if|sensitivity|score-columns/.test(file.moduleId));
    return (await super.sort(files)).sort((a, b) => late(a) - late(b));
  }
}

/** The tests of the engine alone, for `npm run test:mutation`: no database, fewer runs a property. */
export default defineConfig({
  plugins: [tsconfigPaths()],
  test: {
    include: ['scoring/engine/**/*.test.ts'],
    setupFiles: ['tests/setup/fewer-runs.ts'],
    testTimeout: 60_000,
    isolate: false,
    sequence: { sequencer: ExamplesFirst },
  },
});
