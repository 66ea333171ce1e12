import { appendFileSync, closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** Kinds of elements and appearances of texts that passed an inspection. */
export type Passed = { kinds: Set<string>; looks: Set<string> };
type Line = { key: string; kinds: string[]; looks: string[] };

/** What the other workers of a run found valid is stored here (playwright.config.ts), each in a file of its own. */
const folder = process.env.E2E_INSPECTED;
const own = `${process.pid}.jsonl`;
const known = new Map<string, Passed>();
const readUpTo = new Map<string, number>();

function learn({ key, kinds, looks }: Line): void {
  const passed = known.get(key) ?? { kinds: new Set(), looks: new Set() };
  for (const kind of kinds) passed.kinds.add(kind);
  for (const look of looks) passed.looks.add(look);
  known.set(key, passed);
}

/** The new lines of a file; one that is still being written is left for the next time. */
function newLines(file: string): string[] {
  const descriptor = openSync(file, 'r');
  try {
    const from = readUpTo.get(file) ?? 0;
    const bytes = Buffer.alloc(fstatSync(descriptor).size - from);
    const read = readSync(descriptor, bytes, 0, bytes.length, from);
    const end = bytes.subarray(0, read).lastIndexOf('\n') + 1;
    readUpTo.set(file, from + end);
    return bytes.toString('utf8', 0, end).split('\n').filter(Boolean);
  } finally {
    closeSync(descriptor);
  }
}

/** What passed an inspection of that kind in any worker of this run. `key`: theme, width, language and rules. */
export function passedOf(key: string): Passed {
  for (const name of folder ? readdirSync(folder) : [])
    if (name !== own) for (const line of newLines(join(folder ?? '', name))) learn(JSON.parse(line));
  return known.get(key) ?? { kinds: new Set(), looks: new Set() };
}

/** Records what passed, for every worker of this run. */
export function notePassed(line: Line): void {
  learn(line);
  if (folder) appendFileSync(join(folder, own), `${JSON.stringify(line)}\n`);
}
