import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';

/** The report of a runner. `files`: seconds by test file, tests and hooks together. */
export type Counts = { passed: number; failed: number; skipped: number; failures: string[]; files: FileTime[] };
export type FileTime = { file: string; seconds: number };

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
      startTime: z.number(),
      endTime: z.number(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()).nullish() })),
    }),
  ),
});

type Spec = { title: string; ok: boolean; tests: { results: { duration: number; errors: { message?: string }[] }[] }[] };
type Suite = { file: string; specs: Spec[]; suites?: Suite[] };
const suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({
    file: z.string(),
    specs: z.array(
      z.object({
        title: z.string(),
        ok: z.boolean(),
        tests: z.array(
          z.object({
            results: z.array(z.object({ duration: z.number(), errors: z.array(z.object({ message: z.string().optional() })) })),
          }),
        ),
      }),
    ),
    suites: z.array(suite).optional(),
  }),
);
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.object({ message: z.string().optional() })).optional(),
  suites: z.array(suite),
});

/** A failed test and the reason, in the first lines of its runner’s output. */
function failure(file: string, title: string, reasons: readonly string[]): string {
  const lines = stripVTControlCharacters(reasons.join('\n'))
    .split('\n')
    // A test that timed out is reported by the name of its stack only.
    .map((line) => line.trimEnd().replace('STACK_TRACE_ERROR', 'it ran out of time'))
    .filter((line) => line !== '' && !/\/node_modules\/|node:internal|<anonymous>/.test(line));
  return [`${file}: ${title}`, ...lines.slice(0, 12).map((line) => `    ${line.slice(0, 300)}`)].join('\n');
}

const noReport = (): Counts => ({ passed: 0, failed: 1, skipped: 0, failures: ['no report was written'], files: [] });

/** A runner that ends badly without naming a failed test counts as one failure. */
const atLeastOneFailure = (counts: Counts, code: number): Counts =>
  code !== 0 && counts.failed === 0 ? { ...counts, failed: 1, failures: [`the runner ended with exit code ${code}`] } : counts;

function read<T>(file: string, schema: z.ZodType<T>): T | null {
  return existsSync(file) ? schema.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

/** Reads the JSON report of Vitest. `code`: the exit code of its process. */
export function readVitest(file: string, code: number): Counts {
  const report = read(file, vitestReport);
  if (report === null) return noReport();
  const unloadable = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0);
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloadable.length,
    skipped: report.numPendingTests + report.numTodoTests,
    files: report.testResults.map(({ name, startTime, endTime }) => ({ file: relative('.', name), seconds: (endTime - startTime) / 1000 })),
    failures: report.testResults
      .filter(({ status }) => status === 'failed')
      .flatMap(({ name, message, assertionResults }) => {
        const path = relative('.', name);
        const failed = assertionResults.filter(({ status }) => status === 'failed');
        if (failed.length === 0) return [failure(path, 'could not be loaded', [message ?? ''])];
        return failed.map(({ fullName, failureMessages }) => failure(path, fullName, failureMessages ?? []));
      }),
  };
  return atLeastOneFailure(counts, code);
}

const specsOf = (suites: readonly Suite[]): { file: string; spec: Spec }[] =>
  suites.flatMap(({ file, specs, suites: within }) => [...specs.map((spec) => ({ file, spec })), ...specsOf(within ?? [])]);

/** Reads the JSON report of Playwright. A test that passed only on retry is a failure. `code`: the exit code of its process. */
export function readPlaywright(file: string, code: number): Counts {
  const report = read(file, playwrightReport);
  if (report === null) return noReport();
  const seconds = new Map<string, number>();
  const failures: string[] = (report.errors ?? []).map(({ message }) => failure('Playwright', 'ended early', [message ?? '']));
  for (const { file: name, spec } of specsOf(report.suites)) {
    const path = `tests/e2e/${name}`;
    const results = spec.tests.flatMap((test) => test.results);
    seconds.set(path, (seconds.get(path) ?? 0) + results.reduce((sum, { duration }) => sum + duration / 1000, 0));
    const reasons = results.flatMap(({ errors }) => errors.map(({ message }) => message ?? ''));
    if (!spec.ok) failures.push(failure(path, spec.title, reasons));
  }
  const { expected, unexpected, flaky, skipped } = report.stats;
  return atLeastOneFailure(
    {
      passed: expected,
      failed: unexpected + flaky,
      skipped,
      failures,
      files: [...seconds].map(([path, time]) => ({ file: path, seconds: time })),
    },
    code,
  );
}
