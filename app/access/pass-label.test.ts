import * as argon2 from '@node-rs/argon2';
import { expect, test, vi } from 'vitest';
import { hashPassword, verifyPassword } from './pass-label.server';

vi.mock('@node-rs/argon2', { spy: true });

test('a password is hashed by argon2id with 19 MiB and two passes, and recognized', async () => {
  const hash = await hashPassword('a long enough sentence');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword('a long enough sentence', hash)).toBe(true);
  expect(await verifyPassword('another sentence', hash)).toBe(false);
});

test('letters typed in composed and decomposed form are the same password', async () => {
  expect(
    await verifyPassword('Nguye\u0302\u0303n va\u0300 gia \u0111i\u0300nh', await hashPassword('Nguy\u1ec5n v\u00e0 gia \u0111\u00ecnh')),
  ).toBe(true);
});

test('without a hash the same work is done, and nobody gets in', async () => {
  vi.mocked(argon2.verify).mockClear();
  expect(await verifyPassword('nobody signs in with this', undefined)).toBe(false);
  expect(argon2.verify).toHaveBeenCalledOnce();
});

test('a hash that is none lets nobody in and does not break', async () => {
  expect(await verifyPassword('anything', 'not a hash')).toBe(false);
});
