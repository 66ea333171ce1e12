import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Counts, readPlaywright, readVitest } from './reports';

const require = createRequire(import.meta.url);
/** The folder of the reports of a run. */
export const results = 'test-results';

/** Runs a script in a Node process of its own. @returns its exit code */
export async function runNode(script: string, args: string[], env: Record<string, string>): Promise<number> {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: 'inherit',
    env: { ...process.env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --disable-warning=DeprecationWarning`.trim(), ...env },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs Vitest with these arguments and reads its report. */
export async function runVitest(args: string[], env: Record<string, string> = {}): Promise<Counts> {
  const file = join(results, `vitest-${randomBytes(3).toString('hex')}.json`);
  const script = join(dirname(require.resolve('vitest/package.json')), 'vitest.mjs');
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  const code = await runNode(script, ['run', ...reporters, ...args], { NODE_ENV: 'test', ...env });
  const counts = readVitest(file, code);
  rmSync(file, { force: true });
  return counts;
}

/** Runs Playwright with these arguments on the application that `env` names, and reads its report. */
export async function runPlaywright(args: string[], env: Record<string, string>): Promise<Counts> {
  const file = join(results, 'playwright.json');
  rmSync(file, { force: true });
  const script = join(dirname(require.resolve('@playwright/test/package.json')), 'cli.js');
  return readPlaywright(file, await runNode(script, ['test', ...args], env));
}
