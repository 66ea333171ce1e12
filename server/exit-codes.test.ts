import { expect, test } from 'vitest';
import { SettingsError } from '~/env.server';
import { DataFolderInUse } from '../prisma/embedded';
import { DatabaseUnusable, exitCodes, howStartFailed } from './exit-codes';
import { PortUnusable } from './supervise/share-port';

test('a start that needs an operator ends with a code of its own', () => {
  const unusable = [
    new SettingsError(['PORT must be a whole number']),
    new DataFolderInUse('/data', 7, 'port 3000'),
    new PortUnusable(Object.assign(new Error('in use'), { code: 'EADDRINUSE' }), { port: 3000, host: '127.0.0.1' }),
  ];
  for (const error of unusable) expect(howStartFailed(error)).toEqual({ code: exitCodes.unusable, isForPeople: true });
});

test('an unusable database has another, with the text of its error', () => {
  const error = new DatabaseUnusable(new Error('The database server is PostgreSQL 14.2; Manumit needs 15 or newer.'));
  expect(howStartFailed(error)).toEqual({ code: exitCodes.noDatabase, isForPeople: true });
  expect(error.message).toContain('needs 15 or newer');
});

test('an internal error is shown in full', () => {
  expect(howStartFailed(new TypeError('x is not a function'))).toEqual({ code: exitCodes.fault, isForPeople: false });
});

test('each outcome has a code of its own', () => {
  const codes = Object.values(exitCodes);
  expect(new Set(codes).size).toBe(codes.length);
});
