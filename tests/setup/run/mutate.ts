import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { changedSince } from './reach';
import type { Counts } from './reports';
import { runNode } from './runners';

const report = '.cache/mutation/mutation.json';
/** The share of changes, in percent, that tests must detect; the same as `thresholds.low` of stryker.config.json. */
const wanted = 85;
const found: ReadonlySet<string> = new Set(['Killed', 'Timeout']);
const countable: ReadonlySet<string> = new Set([...found, 'Survived', 'NoCoverage']);

const mutationReport = z.object({
  files: z.record(z.string(), z.object({ mutants: z.array(z.object({ status: z.string() })) })),
});

/** The changed files of the engine since `base`, without tests. */
export const changedEngineFiles = (base: string): string[] =>
  changedSince(base).filter((file) => /^scoring\/(engine|odds)\/.*(?<!\.test)\.ts$/.test(file) && existsSync(file));

/** Mutates each of these files of the engine and reports whether its tests detect enough of the mutations. */
export async function mutate(files: readonly string[]): Promise<Counts> {
  rmSync(report, { force: true });
  const stryker = join(dirname(createRequire(import.meta.url).resolve('@stryker-mutator/core/package.json')), 'bin', 'stryker.js');
  await runNode(stryker, ['run', '--mutate', files.join(',')], {});
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0, failures: ['no report was written'], files: [] };
  const { files: reported } = mutationReport.parse(JSON.parse(readFileSync(report, 'utf8')));
  const failures: string[] = [];
  let passed = 0;
  for (const file of files) {
    const counted = (reported[file]?.mutants ?? []).filter(({ status }) => countable.has(status));
    const share = counted.length === 0 ? 100 : (counted.filter(({ status }) => found.has(status)).length / counted.length) * 100;
    console.log(`${file}: ${counted.length} changes, ${share.toFixed(1)} % found`);
    if (share < wanted) failures.push(`${file}: ${share.toFixed(1)} % of the changes are found, less than ${wanted} %`);
    else passed += 1;
  }
  return { passed, failed: failures.length, skipped: 0, failures, files: [] };
}
