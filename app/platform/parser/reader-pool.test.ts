import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type ReadLimits, readLimits } from './limits';
import { openPool, type ReadAnswer, type ReaderPool } from './reader-pool.server';

let folder: string;
let small: string;
let large: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'manumit-readers-'));
  [small, large] = [path.join(folder, 'small.csv'), path.join(folder, 'large.csv')];
  await writeFile(small, 'name,country\nAlpha,India\n');
  await writeFile(large, `name,country\n${'Alpha,India\n'.repeat(150_000)}`);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const answer = z.object({ ok: z.boolean() });
type Asked = { owner?: string; limits?: Partial<ReadLimits>; pieces?: unknown[] };

function read(
  pool: ReaderPool,
  file: string,
  { owner = 'one', limits = {}, pieces = [] }: Asked = {},
): Promise<ReadAnswer<{ ok: boolean }>> {
  return pool({
    ...{ kind: 'list', path: file, options: { withRows: true }, owner, answer },
    limits: { ...readLimits.list, ...limits },
    onPiece: (piece) => pieces.push(piece),
  });
}

function countedPool(options: Partial<Parameters<typeof openPool>[0]> = {}) {
  const readers: ChildProcess[] = [];
  const pool = openPool({ processes: 1, heapMegabytes: 512, started: (reader) => readers.push(reader), ...options });
  return { pool, readers };
}

const good = { ok: true, value: { ok: true } };

describe('a reader pool', () => {
  it('answers in pieces, from one process for many files', async () => {
    const { pool, readers } = countedPool();
    const pieces: unknown[] = [];
    expect(await read(pool, small, { pieces })).toEqual(good);
    expect(pieces).toEqual([{ rows: [[2, ['Alpha', 'India']]] }]);
    expect(await read(pool, small)).toEqual(good);
    expect(readers).toHaveLength(1);
  });

  it('kills a process that takes too long or too much memory, and reads the next file in another', async () => {
    const { pool, readers } = countedPool();
    expect(await read(pool, small)).toEqual(good);
    expect(await read(pool, large, { limits: { milliseconds: 20 } })).toEqual({ ok: false, refusal: 'too-long' });
    expect(readers[0]?.killed).toBe(true);
    expect(await read(pool, small)).toEqual(good);
    if (process.platform === 'linux') {
      expect(await read(pool, large, { limits: { megabytes: 10 } })).toEqual({ ok: false, refusal: 'too-large' });
      expect(await read(pool, small)).toEqual(good);
    }
  });

  it('rejects a file when its process runs out of heap', async () => {
    const huge = path.join(folder, 'huge.csv');
    await writeFile(huge, `name,country\n${'Alpha,India\n'.repeat(2_500_000)}`);
    const { pool } = countedPool({ heapMegabytes: 190 });
    expect(await read(pool, huge)).toEqual({ ok: false, refusal: 'too-large' });
    expect(await read(pool, small)).toEqual(good);
  });

  it('rejects an answer that is too long or of another type', async () => {
    const { pool } = countedPool();
    expect(await read(pool, large, { limits: { answerBytes: 1_000 } })).toEqual({ ok: false, refusal: 'too-large' });
    const job = { kind: 'list', path: small, options: { withRows: false }, owner: 'one', limits: readLimits.list } as const;
    expect(await pool({ ...job, answer: z.object({ other: z.string() }) })).toEqual({ ok: false, refusal: 'not-readable' });
    expect(await pool({ ...job, path: path.join(folder, 'none'), answer })).toEqual({ ok: false, refusal: 'not-readable' });
  });

  it('limits the queue per owner and in total, and serves owners in turn', async () => {
    const { pool } = countedPool({ waiting: 3, waitingOfOne: 2 });
    const order: string[] = [];
    const asked = ['one', 'one', 'one', 'one', 'two', 'three'].map(async (owner) => {
      const read1 = await read(pool, small, { owner });
      order.push(owner);
      return read1.ok;
    });
    // The first is being read, two of its owner wait, the fourth is one too many; so is the last of all.
    expect(await Promise.all(asked)).toEqual([true, true, true, false, true, false]);
    expect(order.filter((_, at) => at !== order.indexOf('three')).slice(-4)).toEqual(['one', 'two', 'one', 'one']);
  });

  it('passes neither settings nor secrets to a reader', async () => {
    const { pool, readers } = countedPool();
    await read(pool, small);
    expect(readers[0]?.spawnargs.join(' ')).not.toMatch(/postgres|SECRET/);
    if (process.platform !== 'linux') return;
    const { readFile } = await import('node:fs/promises');
    const settings = await readFile(`/proc/${readers[0]?.pid}/environ`, 'utf8');
    expect(settings.split('\0').filter((each) => !/^(NODE_ENV|NODE_CHANNEL_\w+)=/.test(each))).toEqual(['']);
  });
});
