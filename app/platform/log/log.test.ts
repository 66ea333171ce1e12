import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { noteCaller, withRequestMemory } from '~/access/request-memory.server';
import { readSources } from '../../../tests/architecture/sources';
import { captureLog } from '../../../tests/setup/captured-log';
import { safeMessages } from './describe-error.server';
import { log } from './log.server';
import type { LogFields } from './log-fields';
import { noteRoute, requestIdOf, withLogContext } from './log-context.server';
import { readableLine } from './readable-line';

const email = 'ayesha@mill.example';
const token = 'q8fJ2kLm0PzXr5TnVb7YcWd3Ga1HsEu9Io4RtK6MlNw';
const organizationId = '6f1c9d2e-8a54-4b8e-9c1d-2f3a4b5c6d7e';
const userId = '0b7ad3a4-13c0-4c3c-9e57-52a4a2b1c9d8';

/** The line of an error. */
function lineOf(error: unknown) {
  const captured = captureLog();
  log('request.failed', { error });
  return { text: captured.text(), line: captured.lines[0] ?? {} };
}

describe('a line', () => {
  test('has time, level, process, event and the permitted fields', () => {
    const { lines } = Object.assign(captureLog(), log('request.answered', { status: 404, method: 'GET', organizationId }));
    expect(lines).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-.*Z$/),
        process: 'command',
        event: 'request.answered',
        status: 404,
        method: 'GET',
        organizationId,
      },
    ]);
  });

  test('leaves out a field that is not permitted, which the compiler rejects as well', () => {
    const captured = captureLog();
    // @ts-expect-error: no field accepts an address
    log('mail.failed', { letter: 'claim', to: email });
    const spread = { letter: 'claim', to: email } as const;
    // @ts-expect-error: nor a concatenated string
    log('mail.failed', spread);
    expect(captured.lines).toMatchObject([
      { letter: 'claim', dropped: 1 },
      { letter: 'claim', dropped: 1 },
    ]);
    expect(captured.text()).not.toContain(email);
  });

  test.each([
    { requestId: token },
    { jobId: email },
    { routeId: `/r/${token}?x=${email}` },
    { organizationId: 'Mill of Ayesha' },
    { userId: email },
    { job: `send ${email}` },
    { work: email },
    { fileHash: 'payroll.csv' },
    { signal: email },
  ])('leaves out a value that does not fit its field: %o', (fields: LogFields) => {
    const captured = captureLog();
    log('job.failed', fields);
    expect(captured.lines).toMatchObject([{ dropped: 1 }]);
    expect(Object.keys(captured.lines[0] ?? {})).toEqual(['level', 'time', 'process', 'event', 'dropped']);
  });

  test('is written from its level on', () => {
    const written = captureLog('warn');
    log('request.answered');
    log('process.ended');
    expect(written.events()).toEqual(['process.ended']);
  });
});

describe('an error', () => {
  const posing = `refused ${email}\n    at ${token} (${resolve('app')}/${token}.ts:1:1)\n    at x`;
  test.each([
    ['of JavaScript', new TypeError(`Cannot read ${email} of ${token}`)],
    ['of Zod', z.object({ [email]: z.literal(token) }).safeParse({ [email]: email }).error],
    ['whose message looks like frames', new Error(posing)],
    ['with a cause', new Error('outside', { cause: new Error(`550 <${email}> ${token}`) })],
    ['whose name and code are data', Object.assign(new Error(email), { name: `Error of ${email}`, code: token, responseCode: email })],
    ['with properties', Object.assign(new Error('refused'), { rejected: [email], response: `550 ${token}`, path: `/r/${token}` })],
    ['given as text', `${email} ${token}`],
    ['given as an object', { message: email, [token]: token }],
  ])('%s is logged without its data', (_, error) => {
    const { text, line } = lineOf(error);
    expect(line).toMatchObject({
      event: 'request.failed',
      errorId: expect.stringMatching(/^[0-9a-f]{8}$/),
      errorClass: expect.any(String),
    });
    expect(text).not.toContain(email);
    expect(text).not.toContain(token);
  });

  test('names class, code and the frames of our files', () => {
    const { line } = lineOf(Object.assign(new RangeError('x'), { code: 'EENVELOPE' }));
    expect(line).toMatchObject({ errorClass: 'RangeError', errorCode: 'EENVELOPE' });
    expect(line.stack).toEqual(expect.arrayContaining([expect.stringMatching(/^app\/platform\/log\/log\.test\.ts:\d+:\d+$/)]));
  });

  test('keeps its id when logged twice', () => {
    const error = new Error('x');
    expect(lineOf(error).line.errorId).toBe(lineOf(error).line.errorId);
    expect(lineOf(new Error('x')).line.errorId).not.toBe(lineOf(error).line.errorId);
  });

  test('is logged with its message only where its class is ours and its message is fixed', () => {
    const classes = readSources().flatMap(({ path, text }) =>
      path.startsWith('app/') ? [...text.matchAll(/class (\w+) extends Error/g)].map(([, name]) => name) : [],
    );
    expect([...safeMessages].filter((name) => !classes.includes(name))).toEqual([]);
    const settings = Object.assign(new Error('PORT must be a number'), { name: 'SettingsError' });
    expect(lineOf(settings).line.errorMessage).toBe('PORT must be a number');
    expect(lineOf(new Error('PORT must be a number')).line.errorMessage).toBeUndefined();
  });
});

describe('the lines of a request', () => {
  test('have its id, the innermost route, organization and user', async () => {
    const captured = captureLog();
    await withRequestMemory(() =>
      withLogContext({ requestId: '0123456789abcdef' }, async () => {
        noteRoute('routes/o.$orgSlug', 1);
        noteRoute('routes/o.$orgSlug.suppliers', 2);
        noteRoute('root', 0);
        await Promise.resolve();
        noteCaller({ organizationId, userId });
        noteCaller({ organizationId: userId, userId: organizationId });
        log('request.answered');
      }),
    );
    log('request.answered');
    expect(captured.lines[0]).toMatchObject({
      requestId: '0123456789abcdef',
      routeId: 'routes/o.$orgSlug.suppliers',
      organizationId,
      userId,
    });
    expect(captured.lines[1]).not.toHaveProperty('requestId');
  });

  test('never reveal who works on a sensitive case', () => {
    const routes = readSources().filter(({ path, text }) => /^app\/routes\/.*\.tsx?$/.test(path) && /from '~\/safeguarding\//.test(text));
    expect(routes.length).toBeGreaterThan(2);
    const captured = captureLog();
    for (const { path } of routes)
      withRequestMemory(() =>
        withLogContext({}, () => {
          noteRoute(path.replace(/^app\/|\.tsx?$/g, ''), 1);
          noteCaller({ organizationId, userId });
          log('request.answered');
        }),
      );
    expect(captured.lines.map((line) => [line.organizationId, line.userId])).toEqual(routes.map(() => [organizationId, undefined]));
  });

  test('use the id of a trusted proxy, and no other text', () => {
    const given = ['9f8e7d6c5b4a39281706f5e4d3c2b1a0', '6f1c9d2e-8a54-4b8e-9c1d-2f3a4b5c6d7e'];
    for (const id of given) expect([requestIdOf(id, true), requestIdOf(id, false) === id]).toEqual([id, false]);
    for (const id of [undefined, '', token, email, `${given[0]}0`, given, `${given[0]}\n`])
      expect(requestIdOf(id, true)).toMatch(/^[0-9a-f]{16}$/);
  });
});

test('a human-readable line names the event and its fields, with the frames below', () => {
  const line = JSON.stringify({
    level: 'error',
    time: '2026-12-01T09:30:01.000Z',
    process: 'web',
    event: 'request.failed',
    status: 500,
    stack: ['read app/x.ts:1:2'],
  });
  expect(readableLine(line)).toBe('09:30:01 error web request.failed status=500\n    at read app/x.ts:1:2\n');
});

test('a process writes whole lines of JSON until its end, and prints nothing that packages print or errors quote', () => {
  const script = `
    const { log, logAs } = await import(${JSON.stringify(resolve('app/platform/log/log.server.ts'))});
    logAs('worker');
    for (let count = 0; count < 2000; count++) log('files.missing', { count });
    console.warn('${email}');
    setTimeout(() => { throw new Error('${email}'); }, 1);`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const lines = stderr
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map(({ event }) => event)).toEqual([...Array(2000).fill('files.missing'), 'process.printed', 'process.crashed']);
  expect(lines.every((line) => line.process === 'worker')).toBe(true);
  expect([status, stdout, stderr.includes(email)]).toEqual([1, '', false]);
});
