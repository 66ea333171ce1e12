import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withClient } from '../tests/setup/test-database';
import { isAlive } from './postgres/data-folder-lock';
import { DataFolderInUse, lockDataFolder, reachDatabase, startDatabase } from './embedded';

let dataDir = '';
const said: string[] = [];
const say = (line: string) => void said.push(line);

beforeEach(() => {
  said.length = 0;
  dataDir = mkdtempSync(join(tmpdir(), 'manumit-embedded-'));
  chmodSync(dataDir, 0o755);
});

afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

test('starts in UTF-8 whatever LANG says, keeps its data, and stops', async () => {
  const { LANG } = process.env;
  delete process.env.LANG;
  const first = await startDatabase({ dataDir, say });
  await withClient(first.url, async (client) => {
    const { rows } = await client.query(
      `SELECT current_setting('server_encoding') AS encoding, lower('ÄÖ') AS lower, rolsuper AS super, rolcreaterole AS roles FROM pg_roles WHERE rolname = current_user`,
    );
    expect(rows).toEqual([{ encoding: 'UTF8', lower: 'äö', super: false, roles: true }]);
    await client.query('CREATE TABLE kept (a int)');
  });
  await first.stop();
  if (LANG !== undefined) process.env.LANG = LANG;
  await expect(withClient(first.url, async () => {})).rejects.toThrow();
  const second = await startDatabase({ dataDir, say });
  await withClient(second.url, (client) => client.query('SELECT * FROM kept'));
  await second.stop();
});

test('a tool reaches the running server and leaves it running', async () => {
  const running = await startDatabase({ dataDir, say });
  const reached = await reachDatabase({ dataDir });
  expect(reached.url).toBe(running.url);
  await reached.stop();
  await withClient(running.url, (client) => client.query('SELECT 1'));
  await running.stop();
});

test('a server left over by a killed run is adopted; an unrelated pid file is ignored', async () => {
  const killed = await startDatabase({ dataDir, say });
  const cluster = join(dataDir, 'postgres');
  const adopted = await startDatabase({ dataDir, say });
  expect(adopted.url).toBe(killed.url);
  expect(said).toEqual(['The database of the last run was still up and is used again.']);
  await adopted.stop();
  await killed.stop();
  // The id of a running process that is not PostgreSQL, as after a crash and a restart of the machine.
  writeFileSync(join(cluster, 'postmaster.pid'), `${process.ppid}\n${cluster}\n1\n1\n\n127.0.0.1\n`);
  const fresh = await startDatabase({ dataDir, say });
  await withClient(fresh.url, (client) => client.query('SELECT 1'));
  await fresh.stop();
});

test.runIf(process.getuid?.() === 0)('a folder that PostgreSQL cannot enter is worked around and named', async () => {
  chmodSync(dataDir, 0o700);
  const first = await startDatabase({ dataDir, say });
  await first.stop();
  const place = readFileSync(join(dataDir, 'postgres-folder'), 'utf8').trim();
  expect(said).toEqual([`PostgreSQL's account cannot enter ${dataDir}: the database is kept in ${place}.`]);
  const second = await startDatabase({ dataDir, say });
  await second.stop();
  expect(said).toHaveLength(1);
  rmSync(join(place, '..'), { recursive: true });
  await expect(startDatabase({ dataDir, say })).rejects.toThrow(/that folder is gone/);
});

test('rejects a folder locked by a running process, but not one with a stale lock', () => {
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(join(dataDir, 'lock'), `${process.ppid}\n\nport 3000\n`);
  expect(() => lockDataFolder(dataDir)).toThrow(DataFolderInUse);
  expect(() => lockDataFolder(dataDir)).toThrow(/process \d+, port 3000/);
  writeFileSync(join(dataDir, 'lock'), `${process.ppid}\nnot its start time\n\n`);
  const release = lockDataFolder(dataDir);
  release();
});

test('a killed server is restarted at the same address, though one of its processes is still busy, and has the committed data', async () => {
  const database = await startDatabase({ dataDir, say });
  const gone = new Promise((resolve) => database.onGone(resolve));
  await withClient(database.url, (client) => client.query('CREATE TABLE kept (a int); INSERT INTO kept VALUES (7)'));
  const busy = new pg.Client({ connectionString: database.url });
  busy.on('error', () => {});
  await busy.connect();
  // It checks for its parent never while it computes, and would go on for minutes.
  const computing = busy.query('SELECT count(*) FROM generate_series(1, 100000) a, generate_series(1, 100000) b').catch(() => 'ended');
  const [pid = ''] = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(pid), 'SIGKILL');
  expect(await gone).toBe(`process ${pid} is gone`);
  await database.startAgain();
  expect(await computing).toBe('ended');
  await withClient(database.url, async (client) => {
    expect((await client.query('SELECT a FROM kept')).rows).toEqual([{ a: 7 }]);
  });
  await database.stop();
});

test('the next start ends the processes that a killed server left', async () => {
  const killed = await startDatabase({ dataDir, say });
  const busy = new pg.Client({ connectionString: killed.url });
  busy.on('error', () => {});
  await busy.connect();
  const computing = busy.query('SELECT count(*) FROM generate_series(1, 100000) a, generate_series(1, 100000) b').catch(() => 'ended');
  const [pid = ''] = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(pid), 'SIGKILL');
  await expect.poll(() => isAlive(Number(pid))).toBe(false);
  const next = await startDatabase({ dataDir, say });
  expect(await computing).toBe('ended');
  await withClient(next.url, (client) => client.query('SELECT 1'));
  await next.stop();
  await killed.stop();
});
