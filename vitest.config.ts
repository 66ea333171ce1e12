import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { sourceAliases } from './server/source-aliases';
import { findTests } from './tests/setup/find-tests';

const { unit, database } = findTests();
/** A thorough run makes ten times as many runs of each property. */
const limit = process.env.THOROUGH === '1' ? 3_000_000 : 300_000;
/** The order of unordered reads is changed before the first import of the database client. */
const databaseSetup = ['tests/setup/unordered-reads.ts', 'tests/setup/copy-database.ts'];

/** One group of test files. `isolate: false` keeps modules from one file to the next: loading them again for each file took most of the time. */
const project = (name: string, options: { include: string[]; isolate: boolean; setupFiles?: string[]; globalSetup?: string[] }) => ({
  extends: true as const,
  test: { name, ...options, setupFiles: [...(options.setupFiles ?? []), 'tests/setup/console-fails.ts', 'tests/setup/property-runs.ts'] },
});

export default defineConfig({
  resolve: { alias: sourceAliases },
  test: {
    // These limits end a test that hangs. Durations are measured by `npm run bench`, never asserted here.
    testTimeout: limit,
    hookTimeout: limit,
    // Two on two processors as well, where Vitest would start one: a database test waits as much as it computes. Each worker has its own database.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Generated code, fourteen megabytes: Node loads it as it is.
    server: { deps: { external: [/\/app\/paraglide\//] } },
    // The groups of one run, and the next run, use what was compiled; it is found by its content.
    experimental: { fsModuleCache: true },
    projects: [
      project('unit', { include: unit.together, isolate: false }),
      project('unit-isolated', { include: unit.isolated, isolate: true }),
      project('database', {
        include: database.together,
        isolate: false,
        globalSetup: ['tests/setup/start-database.ts'],
        setupFiles: databaseSetup,
      }),
      project('database-isolated', {
        include: database.isolated,
        isolate: true,
        globalSetup: ['tests/setup/start-database.ts'],
        setupFiles: databaseSetup,
      }),
    ],
  },
});
