import { expect, test } from 'vitest';
import { isOwnOrigin } from './check-origin';

test.each([
  [{ origin: 'http://localhost:3000', host: 'localhost:3000' }, undefined, true],
  [{ origin: 'https://manumit.example', host: 'inner:3000' }, 'https://manumit.example', true],
  [{ origin: 'https://elsewhere.example', host: 'localhost:3000' }, undefined, false],
  [{ origin: 'http://localhost:3001', host: 'localhost:3000' }, undefined, false],
  [{ origin: 'null', host: 'localhost:3000' }, undefined, false],
  [{ host: 'localhost:3000' }, undefined, false],
  [{ host: 'localhost:3000', 'sec-fetch-site': 'same-origin' }, undefined, true],
  [{ host: 'localhost:3000', 'sec-fetch-site': 'cross-site' }, undefined, false],
  // A forwarded host from an untrusted sender is ignored.
  [{ origin: 'https://elsewhere.example', host: 'localhost:3000', 'x-forwarded-host': 'elsewhere.example' }, undefined, false],
])('%o with public address %s: %s', (headers, publicUrl, expected) => {
  expect(isOwnOrigin(headers, publicUrl)).toBe(expected);
});
