import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findChromium } from './tests/setup/find-chromium';

// The application under test is started by `npm test` and `npm run test:e2e`; E2E_BASE_URL and E2E_DATA_DIR say where it is. Workers read this file too and
// inherit what the first reading settled.
const { E2E_BASE_URL: baseURL, E2E_DATA_DIR = '.data' } = process.env;
process.env.E2E_INSPECTED ??= mkdtempSync(join(E2E_DATA_DIR, 'inspected-'));
const isRoot = process.getuid?.() === 0;
const quiet = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** A page lives for a second: machine code and collections in other threads cost more than they save. */
const shortLived = ['--js-flags=--single-threaded,--max-lazy,--min-semi-space-size=32'];

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  testIgnore: process.env.THOROUGH === '1' ? [] : ['**/*.thorough.spec.ts'],
  ...(process.env.THOROUGH === '1' ? {} : { grepInvert: /@thorough/ }),
  outputDir: 'test-results/e2e',
  // These end what hangs; how long a thing may take is measured by `npm run bench`, never here.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  workers: 2,
  fullyParallel: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    baseURL,
    screenshot: 'only-on-failure',
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    launchOptions: {
      executablePath: findChromium() ?? undefined,
      args: [...quiet, ...shortLived, '--disable-gpu', ...(isRoot ? ['--no-sandbox'] : [])],
    },
  },
});
