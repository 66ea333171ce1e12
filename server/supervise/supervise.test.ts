import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { captureLog } from '../../tests/setup/captured-log';
import type { RestartPolicy } from './restart-policy';
import { type Supervised, type SupervisedOptions, supervise } from './supervise';

const folder = mkdtempSync(join(tmpdir(), 'manumit-supervise-'));
const kept: Supervised[] = [];
afterEach(async () => {
  for (const each of kept.splice(0)) await each.stop();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const policy: RestartPolicy = { pauses: [1, 5], settledAfter: 60_000, giveUpAfter: 4, giveUpUnreadyAfter: 2 };

/** A process of a script of a few lines, kept running. `readies`: waits for that many that were ready. */
function keep(script: string, options: Partial<SupervisedOptions> = {}) {
  const file = join(folder, `${kept.length}-${Math.random().toString(36).slice(2)}.cjs`);
  writeFileSync(file, script);
  const captured = captureLog();
  const children: ChildProcess[] = [];
  const ready: ChildProcess[] = [];
  let notify: (() => void) | undefined;
  const gaveUp = new Promise<string>((giveUp) => {
    kept.push(
      supervise({
        name: 'The child',
        child: { child: 'web', childNumber: 2 },
        start: () => {
          const child = fork(file, { execArgv: [] });
          children.push(child);
          return child;
        },
        onReady: (child) => {
          ready.push(child);
          notify?.();
        },
        stopWithin: 5_000,
        giveUp,
        policy,
        ...options,
      }),
    );
  });
  const readies = async (count: number) => {
    while (ready.length < count)
      await new Promise<void>((resolve) => {
        notify = resolve;
      });
    return ready[count - 1];
  };
  const supervised = kept.at(-1);
  if (!supervised) throw new Error('nothing is supervised');
  return { supervised, captured, children, readies, gaveUp };
}

const ready = `process.send('ready'); setInterval(() => {}, 1000);`;

test('restarts a killed process, and logs how it ended', async () => {
  const { readies, captured, supervised } = keep(ready);
  await supervised.ready;
  const first = await readies(1);
  first?.kill('SIGKILL');
  const second = await readies(2);
  expect(second?.pid).not.toBe(first?.pid);
  expect(captured.lines).toMatchObject([
    { event: 'process.started', level: 'info', child: 'web', childNumber: 2 },
    { event: 'process.ended', level: 'warn', child: 'web', childNumber: 2, signal: 'SIGKILL', pauseMs: 1 },
    { event: 'process.restarted', level: 'info', child: 'web', childNumber: 2 },
  ]);
});

test('gives up a process that dies too often, with the way it ended', async () => {
  const { gaveUp, children, captured } = keep(`process.send('ready', () => process.exit(7));`);
  expect(await gaveUp).toBe('The child ended 4 times in a row (exit code 7) and is not started again.');
  expect(children).toHaveLength(4);
  expect(captured.lines.at(-1)).toMatchObject({ event: 'process.given-up', level: 'fatal', exitCode: 7, count: 4 });
});

test('gives up a process soon that was never ready, and rejects its waiting callers', async () => {
  const { gaveUp, supervised, children } = keep('process.exit(3);');
  await expect(supervised.ready).rejects.toThrow('ended 2 times in a row (exit code 3)');
  await gaveUp;
  expect(children).toHaveLength(2);
});

test('a missing program counts as a death', async () => {
  const { gaveUp } = keep('', { start: () => fork(join(folder, 'x.cjs'), { execPath: join(folder, 'no-such-node'), execArgv: [] }) });
  expect(await gaveUp).toContain('ENOENT');
});

test('stops it in order and does not restart it', async () => {
  const { supervised, children, captured } = keep(`process.on('SIGTERM', () => process.exit(0)); ${ready}`);
  await supervised.ready;
  await supervised.stop();
  expect(children[0]?.exitCode).toBe(0);
  await supervised.stop();
  expect([children.length, captured.events()]).toEqual([1, ['process.started']]);
});

test('does not restart a process during shutdown', async () => {
  let isEnding = false;
  let gone = () => {};
  const ended = new Promise<void>((resolve) => {
    gone = resolve;
  });
  const { supervised, children, captured } = keep(ready, { isEnding: () => isEnding, onGone: () => gone() });
  await supervised.ready;
  isEnding = true;
  children[0]?.kill('SIGTERM');
  await ended;
  await supervised.stop();
  expect([children.length, captured.events()]).toEqual([1, ['process.started']]);
});

test('kills a process that does not end in time', async () => {
  const { supervised, children } = keep(`process.on('SIGTERM', () => {}); ${ready}`, { stopWithin: 50 });
  await supervised.ready;
  await supervised.stop();
  expect(children[0]?.signalCode).toBe('SIGKILL');
});
