import { expect, test } from 'vitest';
import pg from 'pg';
import { environment } from '~/env.server';
import { changeSettings } from '../../tests/setup/change-settings';
import { isDatabaseAway, isUnreachable } from './database-away.server';
import { closeRootDb, rootDb } from './root-db.server';

const caught = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

test('a database that cannot be reached is told from other faults, whatever is asked', async () => {
  const { APP_DATABASE_URL } = environment();
  await closeRootDb();
  await changeSettings({ APP_DATABASE_URL: 'postgresql://manumit_app:x@127.0.0.1:1/manumit' });
  try {
    const questions = [
      () => rootDb().organization.findMany(),
      () => rootDb().$queryRaw`SELECT 1`,
      () => rootDb().$transaction(async (transaction) => transaction.organization.count()),
    ];
    for (const question of questions) expect(isDatabaseAway(await caught(question()))).toBe(true);
  } finally {
    await closeRootDb();
    await changeSettings({ APP_DATABASE_URL });
  }
});

test('a database that goes while it is asked is told, too, by the question and by the one after it', async () => {
  let first: unknown;
  const during = rootDb().$transaction(async (transaction) => {
    first = await caught(transaction.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`);
    return transaction.organization.count();
  });
  const second = await caught(during);
  expect([isDatabaseAway(first), isDatabaseAway(second)]).toEqual([true, true]);
});

test('a fault of a query, a mail server that is away and a fault of ours are other matters', async () => {
  expect(isDatabaseAway(await caught(rootDb().$queryRaw`SELECT nonsense`))).toBe(false);
  const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:25'), { code: 'ECONNREFUSED' });
  expect([isDatabaseAway(refused), isUnreachable(refused)]).toEqual([false, true]);
  expect(isDatabaseAway(new TypeError('x is not a function'))).toBe(false);
  const own = new pg.Client({ connectionString: 'postgresql://x:y@127.0.0.1:1/z' });
  expect(isUnreachable(await caught(own.connect()))).toBe(true);
});
