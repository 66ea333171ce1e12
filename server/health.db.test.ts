import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { once } from 'node:events';
import { afterAll, afterEach, expect, test } from 'vitest';
import { environment } from '~/env.server';
import { migrationNames } from '../prisma/migration-names';
import { answerLive, answerReady, watchReadiness } from './health';

const folder = mkdtempSync(join(tmpdir(), 'manumit-health-'));
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Watched = Partial<Parameters<typeof watchReadiness>[0]>;

/** Status and text of an address of a server that gets the given dependencies. */
async function ask(path: '/livez' | '/readyz', watched: Watched = {}): Promise<[number, string]> {
  const given = { databaseUrl: environment().APP_DATABASE_URL, dataDir: folder, migrations: migrationNames(), ...watched };
  const { readiness, close } = watchReadiness(given);
  const app = express();
  app.get('/livez', answerLive);
  app.get('/readyz', answerReady(readiness));
  const server = app.listen(0, '127.0.0.1');
  closing.push(close, () => server.close());
  await once(server, 'listening');
  const bound = server.address();
  const response = await fetch(`http://127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}${path}`, {
    headers: { connection: 'close' },
  });
  return [response.status, await response.text()];
}

const nowhere = 'postgresql://manumit_app:secret-word@127.0.0.1:1/manumit';

test('is ready where the database answers, its migrations are of this version and files can be written', async () => {
  expect(await ask('/readyz')).toEqual([200, 'database ok\nmigrations ok\nfiles ok\n']);
});

test('reports that the database does not answer, without its address', async () => {
  expect(await ask('/readyz', { databaseUrl: nowhere })).toEqual([503, 'database does not answer\nfiles ok\n']);
});

test('reports that migrations are missing, or that there are newer ones', async () => {
  const other = [503, 'database ok\nmigrations are not those of this version\nfiles ok\n'];
  expect(await ask('/readyz', { migrations: [...migrationNames(), '29990101000000_later'] })).toEqual(other);
  expect(await ask('/readyz', { migrations: migrationNames().slice(0, -1) })).toEqual(other);
});

test('reports that files cannot be written', async () => {
  expect(await ask('/readyz', { dataDir: join(folder, 'gone') })).toEqual([503, 'database ok\nmigrations ok\nfiles cannot be written\n']);
});

test('is alive whatever is unavailable', async () => {
  expect(await ask('/livez', { databaseUrl: nowhere, dataDir: join(folder, 'gone') })).toEqual([200, 'ok\n']);
});
