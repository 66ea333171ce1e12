import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import pg from 'pg';
import { z } from 'zod';
import { buildApp, generate } from '../../server/build-app';
import { inDatabase } from './database-url';
import { provideChromium } from './find-chromium';

// `npm test`: everything; `npm run test:e2e`: the browser only. Further arguments go to the runner.
type Counts = { passed: number; failed: number; skipped: number; failures: string[] };

const require = createRequire(import.meta.url);
const results = 'test-results';
const secret = process.env.APP_SECRET || 'a secret for tests only, of no use elsewhere';

async function runNode(script: string, args: string[], env: Record<string, string> = {}): Promise<number> {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: 'inherit',
    env: { ...process.env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --disable-warning=DeprecationWarning`.trim(), ...env },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().nullish(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()).nullish() })),
    }),
  ),
});
type Spec = { title: string; ok: boolean; tests: { results: { errors: { message?: string }[] }[] }[] };
type Suite = { file: string; specs: Spec[]; suites?: Suite[] };
const suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({
    file: z.string(),
    specs: z.array(
      z.object({
        title: z.string(),
        ok: z.boolean(),
        tests: z.array(z.object({ results: z.array(z.object({ errors: z.array(z.object({ message: z.string().optional() })) })) })),
      }),
    ),
    suites: z.array(suite).optional(),
  }),
);
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  suites: z.array(suite),
});

/** A failed test and why, in the first lines of what its runner said: the last lines of a long run are all that some readers are shown. */
function failure(file: string, title: string, reasons: readonly string[]): string {
  const said = stripVTControlCharacters(reasons.join('\n')).split('\n');
  // What ran out of time is reported by the name of its stack alone.
  const lines = said
    .map((line) => line.trimEnd().replace('STACK_TRACE_ERROR', 'it ran out of time'))
    .filter((line) => line !== '' && !/\/node_modules\/|node:internal|<anonymous>/.test(line));
  return [`${file}: ${title}`, ...lines.slice(0, 12).map((line) => `    ${line.slice(0, 300)}`)].join('\n');
}

const failedSpecs = (found: Suite[]): string[] =>
  found.flatMap(({ file, specs, suites }) => [
    ...specs
      .filter(({ ok }) => !ok)
      .map(({ title, tests }) =>
        failure(
          file,
          title,
          tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors.map(({ message }) => message ?? ''))),
        ),
      ),
    ...failedSpecs(suites ?? []),
  ]);
const nothing = (): Counts => ({ passed: 0, failed: 1, skipped: 0, failures: ['no report was written'] });

/** A runner that ends badly without naming a failed test counts as one failure. */
function atLeastOneFailure(counts: Counts, code: number): Counts {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function readReport<T>(file: string, schema: z.ZodType<T>): T | null {
  return existsSync(file) ? schema.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

async function runVitest(args: string[]): Promise<Counts> {
  const file = join(results, 'vitest.json');
  rmSync(file, { force: true });
  const script = join(dirname(require.resolve('vitest/package.json')), 'vitest.mjs');
  const code = await runNode(script, ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args], {
    NODE_ENV: 'test',
  });
  const report = readReport(file, vitestReport);
  if (report === null) return nothing();
  const unloadable = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloadable,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: report.testResults
      .filter(({ status }) => status === 'failed')
      .flatMap(({ name, message, assertionResults }) => {
        const file = relative('.', name);
        const failed = assertionResults.filter(({ status }) => status === 'failed');
        if (failed.length === 0) return [failure(file, 'could not be loaded', [message ?? ''])];
        return failed.map(({ fullName, failureMessages }) => failure(file, fullName, failureMessages ?? []));
      }),
  };
  return atLeastOneFailure(counts, code);
}

/** On a server that is not ours the browser tests get a database of their own, dropped afterwards. */
async function withDatabase<T>(work: (env: Record<string, string>) => Promise<T>): Promise<T> {
  const server = process.env.TEST_DATABASE_URL || process.env.DATABASE_URL;
  if (!server) return work({});
  const name = `manumit_e2e_${randomBytes(4).toString('hex')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
    return await work({ DATABASE_URL: inDatabase(server, name) });
  } finally {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.end();
  }
}

async function runPlaywright(args: string[]): Promise<Counts> {
  const file = join(results, 'playwright.json');
  rmSync(file, { force: true });
  await buildApp(console.log);
  const dataDir = mkdtempSync(join(tmpdir(), 'manumit-e2e-'));
  chmodSync(dataDir, 0o755);
  const env = { CHROMIUM_PATH: provideChromium(console.log), E2E_DATA_DIR: dataDir, APP_SECRET: secret };
  const script = join(dirname(require.resolve('@playwright/test/package.json')), 'cli.js');
  const code = await withDatabase((database) => runNode(script, ['test', ...args], { ...env, ...database }));
  rmSync(dataDir, { recursive: true, force: true });
  const report = readReport(file, playwrightReport);
  if (report === null) return nothing();
  const { expected, unexpected, flaky, skipped } = report.stats;
  return atLeastOneFailure({ passed: expected + flaky, failed: unexpected, skipped, failures: failedSpecs(report.suites) }, code);
}

const onlyBrowser = process.argv.includes('--e2e');
const args = process.argv.slice(2).filter((argument) => argument !== '--e2e');
mkdirSync(results, { recursive: true });
await generate();
const parts: [string, Counts][] = [];
if (!onlyBrowser) parts.push(['Vitest', await runVitest(args)]);
if (onlyBrowser || args.length === 0) parts.push(['Playwright', await runPlaywright(args)]);
console.log('');
for (const [name, { passed, failed, skipped }] of parts)
  console.log(`${name}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
const total = {
  passed: parts.reduce((sum, [, { passed }]) => sum + passed, 0),
  failed: parts.reduce((sum, [, { failed }]) => sum + failed, 0),
};
const failures = parts.flatMap(([name, counts]) => counts.failures.map((what) => `${name}: ${what}`));
for (const failure of failures) console.log(`failed: ${failure}`);
writeFileSync(join(results, 'counts.json'), JSON.stringify({ ...total, failures }));
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);
