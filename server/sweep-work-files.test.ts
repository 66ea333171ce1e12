import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sweepWorkFiles } from './sweep-work-files';

test('removes what killed processes left, and nothing that is in use', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'manumit-work-'));
  try {
    expect(await sweepWorkFiles(dataDir)).toBe(0);
    mkdirSync(join(dataDir, 'work'));
    const old = new Date(Date.now() - 2 * 60 * 60_000);
    for (const name of ['left', 'at-work']) writeFileSync(join(dataDir, 'work', name), 'photo');
    utimesSync(join(dataDir, 'work', 'left'), old, old);
    expect(await sweepWorkFiles(dataDir)).toBe(1);
    expect(readdirSync(join(dataDir, 'work'))).toEqual(['at-work']);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});
