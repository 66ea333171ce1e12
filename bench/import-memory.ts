import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { frugal } from '../server/keep-worker';
import type { Measure } from './measure';
import { acceptMadeList, openWorkbench } from './workbench';

const sizes = [10_000, 100_000];

/**
 * Megabytes that importing a list, from its bytes to its rows, takes above the idle process: in a process of its own with the worker's settings, by
 * the highest mark that the system keeps. Above the idle process: a list of 500 rows was imported before.
 */
export async function importMemory(): Promise<Measure[]> {
  const bench = await openWorkbench();
  try {
    const [small, large] = sizes.map((rows) => {
      const child = spawnSync(process.execPath, [...frugal, '--import', 'tsx', fileURLToPath(import.meta.url), String(rows)], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      return Number(child.stdout);
    });
    if (!small || !large) throw new Error('The import did not tell its memory.');
    return [
      { measure: 'import-memory', value: large, unit: 'MB', against: 'the 200 MB allowed for 100,000 rows', reference: 200, target: 1 },
      { measure: 'import-memory-growth', value: large, unit: 'MB', against: 'a tenth of the rows', reference: small, target: null },
    ];
  } finally {
    await bench.close();
  }
}

async function importAndTell(rows: number): Promise<number> {
  const { commitBatch } = await import('~/suppliers/import/commit-batch.server');
  const importList = async (count: number) => {
    const { member, batch } = await acceptMadeList(count);
    await commitBatch(member.inOrganization, batch);
  };
  await importList(500);
  const idle = process.memoryUsage.rss();
  await importList(rows);
  return process.resourceUsage().maxRSS / 1024 - idle / 1024 / 1024;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(Math.round(await importAndTell(Number(process.argv[2]))));
  process.exit(0);
}
