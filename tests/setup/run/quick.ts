import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Reached, baseOfChange, changedSince, testsReachedBy } from './reach';
import { results } from './runners';

/** Seconds of testing that a quick run may take, over both workers of Vitest. */
const budget = 90;
/** For a file without a duration from an earlier run. */
const usual = { unit: 0.5, database: 2 };
/** Tests that any change can break, whatever it imports. */
const always = ['tests/architecture.test.ts', 'tests/messages.test.ts'];

export type Quick = { base: string; changed: string[]; chosen: string[]; left: Reached[] };

function durations(): Map<string, number> {
  const file = join(results, 'durations.json');
  return new Map(existsSync(file) ? Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>) : []);
}

/**
 * The tests that verify a change best in a short time: the nearest to it in the graph of imports, as many as fit. `left`: further tests that it reaches,
 * which `npm test` runs.
 */
export function chooseQuick(base = baseOfChange()): Quick {
  const changed = changedSince(base);
  const known = durations();
  const reached = testsReachedBy(changed);
  const chosen = always.filter((file) => changed.length > 0 && existsSync(file));
  const left: Reached[] = [];
  let spent = 0;
  for (const test of reached) {
    if (chosen.includes(test.file)) continue;
    const seconds = known.get(test.file) ?? (/\.db\.test\./.test(test.file) ? usual.database : usual.unit);
    // A changed test runs regardless of its duration.
    if (test.distance > 0 && spent + seconds > budget) left.push(test);
    else {
      chosen.push(test.file);
      spent += seconds;
    }
  }
  return { base, changed, chosen, left };
}
