import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Counts, FileTime } from './reports';
import { results } from './runners';

const inMinutes = (seconds: number) => `${Math.floor(seconds / 60)} min ${String(Math.round(seconds % 60)).padStart(2, '0')} s`;

/** Collects passed and failed tests and durations of the parts of a run, and prints and stores them at the end. */
export class Summary {
  private readonly began = performance.now();
  private readonly parts: { name: string; seconds: number; counts: Counts | null }[] = [];

  private async timed<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
    const start = performance.now();
    const result = await work();
    return { result, seconds: (performance.now() - start) / 1000 };
  }

  /** A part that is not a test, such as the build. */
  async work(name: string, work: () => Promise<unknown>): Promise<void> {
    const { seconds } = await this.timed(work);
    this.parts.push({ name, seconds, counts: null });
  }

  async tests(name: string, work: () => Promise<Counts>): Promise<void> {
    const { result, seconds } = await this.timed(work);
    this.parts.push({ name, seconds, counts: result });
  }

  /** Prints the parts, stores counts and the slowest files under `test-results/`. @returns the exit code */
  end(): number {
    const tested = this.parts.flatMap(({ name, counts }) => (counts ? [{ name, ...counts }] : []));
    const failures = tested.flatMap((part) => part.failures.map((what) => `${part.name}: ${what}`));
    const passed = tested.reduce((sum, part) => sum + part.passed, 0);
    const failed = tested.reduce((sum, part) => sum + part.failed, 0);
    const slowest = tested
      .flatMap(({ files }) => files)
      .sort((a, b) => b.seconds - a.seconds)
      .slice(0, 20);
    const parts = this.parts.map(({ name, seconds, counts }) => ({
      name,
      seconds: Math.round(seconds * 10) / 10,
      ...(counts ? { passed: counts.passed, failed: counts.failed, skipped: counts.skipped } : {}),
    }));
    writeFileSync(join(results, 'counts.json'), JSON.stringify({ passed, failed, failures, parts }, null, 2));
    keepDurations(tested.flatMap(({ files }) => files));
    writeFileSync(join(results, 'slowest-files.txt'), slowest.map(lineOf).join(''));

    console.log('\nSlowest files');
    for (const file of slowest.slice(0, 10)) process.stdout.write(lineOf(file));
    console.log('\nWall time');
    for (const { name, seconds, counts } of this.parts) {
      const found = counts
        ? `   ${counts.passed} passed, ${counts.failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ''}`
        : '';
      console.log(`${name.padEnd(12)} ${inMinutes(seconds).padStart(12)}${found}`);
    }
    console.log(`${'Together'.padEnd(12)} ${inMinutes((performance.now() - this.began) / 1000).padStart(12)}`);
    for (const failure of failures) console.log(`failed: ${failure}`);
    console.log(`${passed} passed, ${failed} failed`);
    return failed > 0 ? 1 : 0;
  }
}

const lineOf = ({ file, seconds }: FileTime) => `${seconds.toFixed(1).padStart(7)} s  ${file}\n`;

/** Stores the duration of each file, by which later quick runs choose; files that this run left out keep their earlier value. */
function keepDurations(files: readonly FileTime[]): void {
  const kept = join(results, 'durations.json');
  const known = existsSync(kept) ? (JSON.parse(readFileSync(kept, 'utf8')) as Record<string, number>) : {};
  const rounded = files.map(({ file, seconds }) => [file, Math.round(seconds * 10) / 10] as const);
  writeFileSync(kept, JSON.stringify({ ...known, ...Object.fromEntries(rounded) }, null, 1));
}
