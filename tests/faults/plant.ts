import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hasTool, hasVeraPdf } from '../reports/run-tool';
import type { Counts } from '../setup/run/reports';
import { startTestServer } from '../setup/run/server';
import { areas, type Fault } from './fault';
import { faults } from './faults';
import { runTests, type TestRun } from './run-tests';
import { makeScratchCopy } from './scratch-copy';

// `node --import tsx tests/faults/plant.ts [--only AREA-or-number ...] [--reasons]`: whether the tests still detect the faults they were written for.

type Numbered = Fault & { number: number };
type Run = (files: readonly string[], title?: string) => Promise<TestRun>;

const numbered: readonly Numbered[] = faults.map((fault, index) => ({ ...fault, number: index + 1 }));

function choose(only: readonly string[]): readonly Numbered[] {
  const unknown = only.filter((each) => !areas.some((area) => area === each) && !numbered.some(({ number }) => String(number) === each));
  if (unknown.length > 0)
    throw new Error(`Unknown: ${unknown.join(', ')}. Name an area (${areas.join(', ')}) or a number from 1 to ${faults.length}.`);
  return only.length === 0 ? numbered : numbered.filter(({ area, number }) => only.includes(area) || only.includes(String(number)));
}

const isThere = { poppler: () => hasTool('pdfinfo', '-v'), veraPDF: () => hasVeraPdf };

/** The source with the fault in it. @throws where the text to change does not occur exactly once */
function changed(source: string, { number, file, find, replace }: Numbered): string {
  const times = source.split(find).length - 1;
  if (times !== 1) throw new Error(`Fault ${number}: its text occurs ${times} times in ${file}, not once.`);
  return source.replace(find, () => replace);
}

/** Without a fault every chosen test passes; otherwise a failure would say nothing. */
async function checkUnchanged(chosen: readonly Numbered[], run: Run): Promise<void> {
  const files = [...new Set(chosen.map(({ test }) => test))];
  const { isSuccess, passed, failed, broken } = await run(files);
  if (isSuccess && passed > 0) return;
  const reasons = [...failed.map(({ title, reason }) => `${title}: ${reason}`), ...broken];
  throw new Error(`No fault was planted, because tests fail without one:\n${reasons.map((each) => `  ${each}`).join('\n')}`);
}

type Outcome = { caughtBy: TestRun['failed']; reason: string; seconds: number };

async function plant(fault: Numbered, folder: string, run: Run): Promise<Outcome> {
  const file = join(folder, fault.file);
  const source = readFileSync(file, 'utf8');
  const start = performance.now();
  writeFileSync(file, changed(source, fault));
  try {
    const { isSuccess, passed, failed, broken } = await run([fault.test], fault.title);
    const caughtBy = isSuccess ? [] : failed;
    const reason = broken.length > 0 ? broken.join('; ') : passed === 0 ? 'no test ran' : 'all tests passed';
    return { caughtBy, reason, seconds: (performance.now() - start) / 1000 };
  } finally {
    writeFileSync(file, source);
  }
}

function lineOf({ number, area, fault, test }: Numbered, { caughtBy: [first], reason, seconds }: Outcome): string {
  const outcome = first ? `caught by "${first.title}"` : `NOT CAUGHT by ${test}: ${reason}`;
  return `${String(number).padStart(2)}  ${area}: ${fault}  ${outcome}  ${seconds.toFixed(1)} s`;
}

/** Plants each fault in a copy of the checkout and runs its test there. A fault that no test detects is a failure. `only`: areas or numbers; none is all. */
export async function plantAll(only: readonly string[] = [], { withReasons = false } = {}): Promise<Counts> {
  const chosen = choose(only);
  const ready = chosen.filter(({ needs }) => needs === undefined || isThere[needs]());
  for (const { number, area, fault, needs } of chosen.filter((each) => !ready.includes(each)))
    console.log(`${String(number).padStart(2)}  ${area}: ${fault}  skipped: ${needs} is missing`);
  const counts: Counts = { passed: 0, failed: 0, skipped: chosen.length - ready.length, failures: [], files: [] };
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort(new Error('Interrupted.'));
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  const copy = makeScratchCopy();
  const server = await startTestServer().catch((error: unknown) => {
    copy.remove();
    throw error;
  });
  try {
    for (const name of ['test-results', 'tmp']) mkdirSync(join(copy.folder, name), { recursive: true });
    const run: Run = async (files, title) => {
      const result = await runTests(copy.folder, { files, title, env: { TEST_DATABASE_URL: server.url }, signal: interrupted.signal });
      interrupted.signal.throwIfAborted();
      return result;
    };
    for (const fault of ready) changed(readFileSync(join(copy.folder, fault.file), 'utf8'), fault);
    if (ready.length > 0) await checkUnchanged(ready, run);
    for (const fault of ready) {
      const outcome = await plant(fault, copy.folder, run);
      const line = lineOf(fault, outcome);
      console.log(line);
      if (withReasons) for (const { title, reason } of outcome.caughtBy) console.log(`      ${title}: ${reason}`);
      if (outcome.caughtBy.length > 0) counts.passed += 1;
      else {
        counts.failed += 1;
        counts.failures.push(line.trim());
      }
    }
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    await server.stop();
    copy.remove();
  }
  return counts;
}

async function runCommand(): Promise<number> {
  const [flag, ...only] = process.argv.slice(2).filter((argument) => argument !== '--reasons');
  if (flag !== undefined && (flag !== '--only' || only.length === 0))
    throw new Error(`Unknown argument: ${flag}. Use --only AREA-or-number ...`);
  const { passed, failed, skipped } = await plantAll(only, { withReasons: process.argv.includes('--reasons') });
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return failed > 0 ? 1 : 0;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exit(
    await runCommand().catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      return 1;
    }),
  );
