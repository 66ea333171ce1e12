import { expect, test } from 'vitest';
import { captureLog } from '../tests/setup/captured-log';
import { keepDatabase } from './keep-database';
import type { RestartPolicy } from './supervise/restart-policy';

const policy: RestartPolicy = { pauses: [1], settledAfter: 60_000, giveUpAfter: 3, giveUpUnreadyAfter: 3 };

/** A database whose starts fail the given number of times. */
function fakeDatabase(failures = 0) {
  const did: string[] = [];
  let tell: (how: string) => void = () => {};
  let left = failures;
  return {
    did,
    die: () => tell('process 7 is gone'),
    onGone: (listener: (how: string) => void) => {
      tell = listener;
    },
    startAgain: async () => {
      did.push('start');
      left -= 1;
      if (left >= 0) throw new Error('no room');
    },
    stop: async () => void did.push('stop'),
  };
}

test('a database that died is restarted, after failed attempts too', async () => {
  const database = fakeDatabase(1);
  const captured = captureLog();
  const kept = keepDatabase(database, { giveUp: () => {}, policy });
  database.die();
  await expect.poll(() => captured.events()).toEqual(['process.ended', 'process.ended', 'process.restarted']);
  expect(captured.lines.every(({ child }) => child === 'database')).toBe(true);
  expect(captured.text()).not.toMatch(/process 7|no room/);
  await kept.stop();
  expect(database.did).toEqual(['start', 'start', 'stop']);
});

test('a database that cannot be restarted is given up, with the reason', async () => {
  const database = fakeDatabase(9);
  const captured = captureLog();
  const reason = await new Promise((giveUp) => {
    keepDatabase(database, { giveUp, policy });
    database.die();
  });
  expect(reason).toBe('The database ended 3 times in a row and is not started again. no room');
  expect(captured.lines.at(-1)).toMatchObject({ event: 'process.given-up', child: 'database', count: 3 });
});

test('a stopped database is left alone', async () => {
  const database = fakeDatabase();
  const kept = keepDatabase(database, { giveUp: () => {}, policy });
  await kept.stop();
  database.die();
  expect(database.did).toEqual(['stop']);
});
