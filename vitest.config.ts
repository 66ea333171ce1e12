import { availableParallelism } from 'node:os';
import tsconfigPaths from 'vite-tsconfig-paths';
import { defineConfig } from 'vitest/config';

const rooms = '{app,scoring,prisma,server,cli,bench}';
const pureTests = ['architecture', 'released', 'reference', 'instruments', 'messages']
  .map((name) => `tests/${name}.test.ts`)
  .concat('tests/reports/*.test.ts');

export default defineConfig({
  plugins: [tsconfigPaths()],
  test: {
    // These end what hangs; how long a thing may take is measured by `npm run bench`, never here.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Two also on two processors, where the runner would take one: a test of the database waits as much as it reckons. Each worker has a copy of its own.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Made code, thousands of small files: Node loads them in a second, the runner's own loader in ten for each file of tests.
    server: { deps: { external: [/\/app\/paraglide\//] } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [`${rooms}/**/*.test.{ts,tsx}`, ...pureTests],
          exclude: ['**/*.db.test.*', 'node_modules/**'],
          setupFiles: ['tests/setup/console-fails.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: [`${rooms}/**/*.db.test.{ts,tsx}`, 'tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', ...pureTests, 'node_modules/**'],
          globalSetup: ['tests/setup/start-database.ts'],
          setupFiles: ['tests/setup/copy-database.ts', 'tests/setup/unordered-reads.ts', 'tests/setup/console-fails.ts'],
        },
      },
    ],
  },
});
