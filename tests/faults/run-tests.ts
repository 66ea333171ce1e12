import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';

const require = createRequire(import.meta.url);
const script = join(dirname(require.resolve('vitest/package.json')), 'vitest.mjs');

const reportSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().nullish(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()).nullish() })),
    }),
  ),
});

/** `failed`: tests that ran and failed, with the first line of the reason. `broken`: files that could not be loaded, with the reason. */
export type TestRun = { isSuccess: boolean; passed: number; failed: { title: string; reason: string }[]; broken: string[] };

const firstLine = (text: string): string => stripVTControlCharacters(text).split('\n')[0]?.slice(0, 200) ?? '';

function readReport(file: string): Omit<TestRun, 'isSuccess'> {
  if (!existsSync(file)) return { passed: 0, failed: [], broken: ['Vitest wrote no report'] };
  const { testResults } = reportSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: tests
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => ({ title: fullName.trim(), reason: firstLine(failureMessages?.[0] ?? '') })),
    broken: testResults
      .filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'))
      .map(({ name, message }) => `${name}: ${firstLine(message ?? '')}`),
  };
}

/** A planted fault may cause an endless loop in a test. */
const mostMs = 180_000;

/** Runs test files with Vitest in `folder`; `title` is a part of the titles to run. Ends Vitest and its workers when it takes too long or `signal` is given. */
export async function runTests(
  folder: string,
  { files, title, env, signal }: { files: readonly string[]; title?: string | undefined; env: Record<string, string>; signal: AbortSignal },
): Promise<TestRun> {
  const report = join(folder, 'test-results', 'faults.json');
  rmSync(report, { force: true });
  const args = ['run', '--reporter=json', `--outputFile.json=${report}`, ...files];
  if (title !== undefined) args.push('-t', title.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const child = spawn(process.execPath, [script, ...args], {
    cwd: folder,
    stdio: 'ignore',
    // A separate process group, so that workers in an endless loop end with it.
    detached: true,
    // Temporary files of tests are deleted with the copy, even where Vitest is ended before it can delete them.
    env: { ...process.env, NODE_ENV: 'test', NODE_OPTIONS: '--disable-warning=DeprecationWarning', TMPDIR: join(folder, 'tmp'), ...env },
  });
  const end = () => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL');
  };
  const timer = setTimeout(end, mostMs * Math.max(1, files.length / 4));
  signal.addEventListener('abort', end);
  try {
    const code = await new Promise<number>((settle, reject) => {
      child.once('error', reject);
      child.once('exit', (exitCode) => settle(exitCode ?? 1));
    });
    return { isSuccess: code === 0, ...readReport(report) };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
  }
}
