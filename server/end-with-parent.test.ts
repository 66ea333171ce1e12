import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isAlive } from '../prisma/postgres/data-folder-lock';

test('a process without messages ends with its parent', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'manumit-orphan-'));
  const [busy, parent] = [path.join(folder, 'busy.mts'), path.join(folder, 'parent.cjs')];
  const watch = path.resolve('server/end-with-parent.ts');
  writeFileSync(
    busy,
    `import { endWithParent } from ${JSON.stringify(watch)};
     await endWithParent();
     process.send?.('busy', () => {
       for (;;);
     });`,
  );
  writeFileSync(
    parent,
    `const child = require('node:child_process').fork(${JSON.stringify(busy)}, { cwd: ${JSON.stringify(process.cwd())}, execArgv: ['--import', 'tsx'] });
     child.once('message', () => process.send(child.pid));`,
  );
  const started = fork(parent, { execArgv: [] });
  const [pid] = (await once(started, 'message')) as [number];
  try {
    expect(isAlive(pid)).toBe(true);
    started.kill('SIGKILL');
    await expect.poll(() => isAlive(pid), { timeout: 60_000 }).toBe(false);
  } finally {
    if (isAlive(pid)) process.kill(pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
});
