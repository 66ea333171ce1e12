import { afterAll, expect, test } from 'vitest';
import { closeRateLimits, countAttempt, forgetAttempts } from './rate-limit.server';

process.env.APP_DATABASE_URL = 'postgres://nobody:x@127.0.0.1:1/nowhere';
process.env.APP_SECRET = 'a secret for this test, of no use elsewhere';

afterAll(closeRateLimits);

test('without a database attempts are still counted and still refused', async () => {
  for (let count = 0; count < 10; count++) expect(await countAttempt('sign-in-email', 'ada@example.org')).toBe(0);
  const seconds = await countAttempt('sign-in-email', 'ada@example.org');
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(900);
  expect(await countAttempt('sign-in-email', 'bob@example.org')).toBe(0);
});

test('forgetting never breaks a sign-in that succeeded', async () => {
  await expect(forgetAttempts('sign-in-email', 'bob@example.org')).resolves.toBeUndefined();
});
