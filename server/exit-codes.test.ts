import { expect, test } from 'vitest';
import { SettingsError } from '~/env.server';
import { DataFolderInUse } from '../prisma/embedded';
import { DatabaseUnusable, exitCodes, howStartFailed } from './exit-codes';
import { PortUnusable } from './supervise/share-port';

test('a start that only people can mend ends with a code of its own', () => {
  const unusable = [
    new SettingsError(['PORT must be a whole number']),
    new DataFolderInUse('/data', 7, 'port 3000'),
    new PortUnusable(Object.assign(new Error('in use'), { code: 'EADDRINUSE' }), { port: 3000, host: '127.0.0.1' }),
  ];
  for (const error of unusable) expect(howStartFailed(error)).toEqual({ code: exitCodes.unusable, isForPeople: true });
});

test('a database that cannot be used has another, with the words of its fault', () => {
  const error = new DatabaseUnusable(new Error('The database server is PostgreSQL 14.2; Manumit needs 15 or newer.'));
  expect(howStartFailed(error)).toEqual({ code: exitCodes.noDatabase, isForPeople: true });
  expect(error.message).toContain('needs 15 or newer');
});

test('a fault of the program is shown whole', () => {
  expect(howStartFailed(new TypeError('x is not a function'))).toEqual({ code: exitCodes.fault, isForPeople: false });
});

test('each end has a code of its own', () => {
  const codes = Object.values(exitCodes);
  expect(new Set(codes).size).toBe(codes.length);
});
