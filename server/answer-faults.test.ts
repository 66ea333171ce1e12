import type { LoaderFunctionArgs, ServerBuild } from '@remix-run/node';
import { expect, test } from 'vitest';
import { withLogContext } from '~/platform/log/log-context.server';
import { captureLog } from '../tests/setup/captured-log';
import { answerFaults } from './answer-faults';

const refused = Object.assign(new Error("Can't reach database server"), { code: 'P1001' });
const args = { request: new Request('http://localhost/'), params: {}, context: {} } as LoaderFunctionArgs;

/** What the loader of a build with one route returns or throws. */
async function load(loader: () => Promise<unknown>, { isAway = false } = {}): Promise<unknown> {
  const route = { id: 'page', path: '', module: { default: () => null, loader } };
  const build = { routes: { page: route } } as unknown as ServerBuild;
  const guarded = answerFaults(build, async () => isAway).routes.page?.module.loader;
  try {
    return await guarded?.(args);
  } catch (thrown) {
    return thrown;
  }
}

test('without a database a page says so, and when to try again', async () => {
  const captured = captureLog();
  const answer = await load(async () => {
    throw refused;
  });
  if (!(answer instanceof Response)) throw new Error('no response');
  expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '5']);
  expect(await answer.text()).toContain('Nothing can be read or saved until it is available again.');
  expect(captured.lines).toMatchObject([{ event: 'database.away', level: 'warn', errorCode: 'P1001' }]);
});

test('an internal error shows the id of its request, and returns 503 when the database does not answer', async () => {
  const captured = captureLog();
  const fault = new Error('Transaction of ayesha@mill.example not found');
  const throwing = async () => {
    throw fault;
  };
  const requestId = '0123456789abcdef';
  const failed = await withLogContext({ requestId }, () => load(throwing));
  if (!(failed instanceof Response)) throw new Error('no response');
  expect([failed.status, await failed.json()]).toEqual([500, { requestId }]);
  expect(captured.lines).toMatchObject([{ event: 'request.failed', level: 'error', requestId, routeId: 'page', errorClass: 'Error' }]);
  expect(captured.errors).toEqual([fault]);
  expect(captured.text()).not.toContain('ayesha');
  const answer = await load(throwing, { isAway: true });
  expect(answer instanceof Response && answer.status).toBe(503);
});

test('what a loader returns, or throws as a response, passes', async () => {
  expect(await load(async () => 'page')).toBe('page');
  const notFound = new Response(null, { status: 404 });
  const throwing = async () => {
    throw notFound;
  };
  expect(await load(throwing, { isAway: true })).toBe(notFound);
});
