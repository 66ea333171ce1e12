import type { Chance } from './random';

/** Names that every object of JavaScript inherits. */
export const inherited = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__', 'prototype'] as const;

const uuid = '6f1c9d2e-8a54-4b8e-9c1d-2f3a4b5c6d7e';

/** Texts that no form offers. In an address each is percent-encoded first; `rawSegments` are what no encoding produces. */
export const hostileTexts: readonly [string, ...string[]] = [
  ...inherited,
  ...['', ' ', '\u0000', 'a\u0000b', '\ufffd', '\ud800', 'x\udfffy', '\ufeff', '\u202e', '\u0085', '\r\n', '\u001b[0m'],
  ...[
    '-1',
    '0',
    '1',
    '٣',
    '৪२',
    '１２',
    '1e309',
    '-0',
    'NaN',
    'Infinity',
    '0x10',
    '9007199254740993',
    '2147483648',
    '99999999999999999999',
  ],
  ...['0.1', '1,5', '1_000', '-99999999999', '1e-7', '0000001', '½'],
  ...[uuid, uuid.toUpperCase(), `{${uuid}}`, uuid.replaceAll('-', ''), `${uuid} `, '00000000-0000-0000-0000-000000000000', 'not-a-uuid'],
  ...['2026-02-30', '2026-13-01', '0000-00-00', '9999-12-31', '-000001-01-01', '275760-09-14', '2026-12-01T25:00', '20261201', '12:99'],
  ...['null', 'undefined', 'true', '[object Object]', '[]', '{}', '{"a":', '{"__proto__":{"x":1}}', '[1', '"\\ud800"', '"\\u0000"'],
  ...["'", "' OR 1=1 --", '%', '_', '\\', '$1', '%s', '<script>', '../../etc/passwd', 'a/b', '..', '.', '//x', 'http://x', '😀', 'e\u0301'],
  ...['USD', 'XXX', 'ZZ', 'en', 'xx', 'on', 'yes', 'unknown'],
  'x'.repeat(300),
  'ß'.repeat(5_000),
];

/** Segments of an address as they are transferred: broken encodings and what servers decode twice. */
export const rawSegments: readonly [string, ...string[]] = [
  '%ff',
  ...['%c0%af', '%00', 'a%00b', '%', '%e', '%zz', '%ed%a0%80', '%f4%90%80%80', '%2e%2e', '%2f', '%5c', '%25', '%2525', '%u0041'],
  ...['%D9%A3', '+', '~', ';x=1', ':', '@', '%3F', '%23', '%0d%0a', '%20', 'x'.repeat(3_000), '%41'.repeat(900)],
];

/** A hostile text that is possible in a form or a query: characters that the encoding of addresses cannot express are replaced. */
export function encoded(text: string): string {
  return encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd'));
}

/** A value of a field: offered by its form, hostile, or none. */
export function valueFor(chance: Chance, proposed: readonly string[]): string {
  return chance.is(0.55) ? (chance.of(proposed) ?? chance.of(hostileTexts)) : chance.of(hostileTexts);
}
