import { chmodSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findChromium } from './tests/setup/find-chromium';

const freePort = () =>
  new Promise<string>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(String(address !== null && typeof address === 'object' ? address.port : 39_871)));
    });
  });

// Workers read this file too and inherit what the first reading settled.
process.env.E2E_PORT ??= await freePort();
process.env.E2E_DATA_DIR ??= mkdtempSync(join(tmpdir(), 'manumit-e2e-'));
chmodSync(process.env.E2E_DATA_DIR, 0o755);
const { E2E_PORT, E2E_DATA_DIR, E2E_BASE_URL } = process.env;
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
    baseURL: E2E_BASE_URL ?? `http://localhost:${E2E_PORT}`,
    screenshot: 'only-on-failure',
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    launchOptions: {
      executablePath: findChromium() ?? undefined,
      args: [...quiet, ...shortLived, '--disable-gpu', ...(isRoot ? ['--no-sandbox'] : [])],
    },
  },
  webServer: E2E_BASE_URL
    ? undefined
    : {
        command: 'exec node --disable-warning=DeprecationWarning server/start.js',
        url: `http://localhost:${E2E_PORT}/healthz`,
        env: { PORT: E2E_PORT, DATA_DIR: E2E_DATA_DIR, PUBLIC_URL: '', SMTP_URL: '' },
        gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
        timeout: 600_000,
        stdout: 'ignore',
        stderr: 'pipe',
      },
});
