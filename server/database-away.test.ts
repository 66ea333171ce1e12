import type { LoaderFunctionArgs, ServerBuild } from '@remix-run/node';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sayDatabaseIsAway } from './database-away';

const refused = Object.assign(new Error("Can't reach database server"), { code: 'P1001' });
const args = { request: new Request('http://localhost/'), params: {}, context: {} } as LoaderFunctionArgs;

let logged: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  logged = vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => logged.mockRestore());

/** What the loader of a build with one route answers or throws. */
async function load(loader: () => Promise<unknown>, { isAway = false } = {}): Promise<unknown> {
  const route = { id: 'page', path: '', module: { default: () => null, loader } };
  const build = { routes: { page: route } } as unknown as ServerBuild;
  const guarded = sayDatabaseIsAway(build, async () => isAway).routes.page?.module.loader;
  try {
    return await guarded?.(args);
  } catch (thrown) {
    return thrown;
  }
}

test('a page whose database is away says so, and when to ask again', async () => {
  const answer = await load(async () => {
    throw refused;
  });
  if (!(answer instanceof Response)) throw new Error('no response');
  expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '5']);
  expect(await answer.text()).toContain('Nothing can be read or saved until it is available again.');
  expect(logged).toHaveBeenCalledOnce();
});

test('a fault that names no reason is taken for one when the database does not answer', async () => {
  const fault = new Error('Transaction not found');
  const throwing = async () => {
    throw fault;
  };
  expect(await load(throwing)).toBe(fault);
  const answer = await load(throwing, { isAway: true });
  expect(answer instanceof Response && answer.status).toBe(503);
});

test('what a loader answers, or throws as its answer, passes', async () => {
  expect(await load(async () => 'page')).toBe('page');
  const notFound = new Response(null, { status: 404 });
  const throwing = async () => {
    throw notFound;
  };
  expect(await load(throwing, { isAway: true })).toBe(notFound);
});
