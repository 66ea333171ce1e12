import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readPlaywright, readVitest } from './reports';

const folder = mkdtempSync(join(tmpdir(), 'manumit-reports-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
function report(content: unknown): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}
const vitest = (files: unknown[], counts: Record<string, number> = {}) =>
  report({ numPassedTests: 1, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, ...counts, testResults: files });
const times = { startTime: 0, endTime: 1500 };

it('counts a file that could not be loaded as a failure, with its reason', () => {
  const file = vitest([{ name: 'a.test.ts', status: 'failed', message: 'SyntaxError', assertionResults: [], ...times }]);
  expect(readVitest(file, 1)).toMatchObject({
    passed: 1,
    failed: 1,
    failures: [expect.stringMatching(/could not be loaded\n.*SyntaxError/)],
  });
});

it('counts a run that ended badly without a failed test, and one without a report, as a failure', () => {
  const file = vitest([{ name: 'a.test.ts', status: 'passed', assertionResults: [], ...times }]);
  expect(readVitest(file, 0)).toMatchObject({ passed: 1, failed: 0, files: [{ seconds: 1.5 }] });
  expect(readVitest(file, 1)).toMatchObject({ failed: 1 });
  expect(readVitest(join(folder, 'none.json'), 0)).toMatchObject({ passed: 0, failed: 1 });
});

it('counts a browser test that passed only on retry as a failure', () => {
  const spec = { title: 'a journey', ok: true, tests: [{ results: [{ duration: 2000, errors: [] }] }] };
  const suites = [{ file: 'a.spec.ts', specs: [spec] }];
  const stats = { expected: 3, unexpected: 0, flaky: 1, skipped: 0 };
  expect(readPlaywright(report({ stats, suites }), 0)).toMatchObject({
    passed: 3,
    failed: 1,
    files: [{ file: 'tests/e2e/a.spec.ts', seconds: 2 }],
  });
});
