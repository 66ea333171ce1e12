import { randomBytes } from 'node:crypto';
import type { ServerBuild } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { rootDb } from '~/access/root-db.server';
import { log } from '~/platform/log/log.server';
import * as suppliers from '~/suppliers/registry/create-supplier.server';
import * as importing from '~/suppliers/import/receive-file.server';
import { encoded } from '../fuzz/hostile';
import { namesInSources } from '../fuzz/names';
import { closeConnections, send } from '../fuzz/send';
import { makeWorld } from '../fuzz/world';
import { captureLog } from '../setup/captured-log';
import { fourAtATime } from '../setup/each-route';
import { routePaths, type Served, serveSources, sourceBuild } from '../setup/served-app';

const marker = `Zqx${randomBytes(6).toString('hex')}`;
const form = 'application/x-www-form-urlencoded';
let build: ServerBuild;
let served: Served;
let world: Awaited<ReturnType<typeof makeWorld>>;
beforeAll(async () => {
  build = await sourceBuild();
  served = await serveSources(build);
  world = await makeWorld();
});
afterAll(async () => {
  closeConnections();
  await served.close();
});

type Asked = { method?: string; path: string; cookie?: () => string; type?: string; body?: string; headers?: Record<string, string> };
const ask = ({ method = 'GET', path, cookie = () => '', type = form, body, headers }: Asked) =>
  send(served, {
    method,
    path,
    headers: {
      host: served.host,
      origin: `http://${served.host}`,
      cookie: cookie(),
      'user-agent': `phone ${marker}`,
      ...(body ? { 'content-type': type } : {}),
      ...headers,
    },
    body: body === undefined ? null : Buffer.from(body),
  });

const cookies = new Set<string>();
/** Signs everyone in again: requests sign out and end sessions. */
async function renew(): Promise<void> {
  await world.renew();
  for (const { cookies: current } of world.tenants) for (const cookie of current) cookies.add(cookie.split('=')[1] ?? '');
}

/** Addresses, names and tokens of the test’s database. Short ones may be part of a route. */
async function secrets(): Promise<string[]> {
  const [users, organizations, parties] = await Promise.all([
    rootDb().user.findMany({ select: { email: true, name: true } }),
    rootDb().organization.findMany({ select: { name: true, slug: true } }),
    Promise.resolve(world.tenants.flatMap(({ params }) => [...(params.token ?? []), ...(params.inviteToken ?? [])])),
  ]);
  return [...users, ...organizations]
    .flatMap((record) => Object.values(record))
    .concat(parties, [...cookies])
    .filter((text) => text.length > 8);
}

const filled = (route: string, value: (name: string) => string): string =>
  route
    .split('/')
    .map((segment) => (segment.startsWith(':') || segment === '*' ? encoded(value(segment.slice(1))) : segment))
    .join('/');

it('logs no address, query, form, header or cookie for any route, nor names, addresses and tokens of the database', async () => {
  const captured = captureLog('debug');
  const { queryNames, fieldNames } = namesInSources();
  const query = [...new Set([...queryNames.filter((name) => !name.startsWith('_')), 'q'])]
    .map((name) => `${encoded(name)}=${marker}`)
    .join('&')
    .slice(0, 6_000);
  const body = fieldNames.map((name) => `${encoded(name)}=${marker}`).join('&');
  const [buyer, lender] = world.tenants;
  const asked: Asked[] = routePaths(build).flatMap(({ path, isActed }) => {
    const tenant = /deals|guest\/(esap|monitoring)/.test(path) ? lender : buyer;
    const isGuest = /^\/guest\//.test(path);
    const cookie = () => (isGuest ? tenant?.cookies.slice(-2).join('; ') : tenant?.cookies[0]) ?? '';
    const real = filled(path, (name) => tenant?.params[name]?.[0] ?? marker);
    const wrong = filled(path, (name) => (name === 'orgSlug' ? (tenant?.params.orgSlug?.[0] ?? marker) : marker));
    const token = tenant?.params.token?.[0] ?? marker;
    return [
      {
        path: `${filled(path, () => marker)}?${query}`,
        headers: { 'x-request-id': marker, 'x-forwarded-for': '203.0.113.77', referer: `http://x/${marker}` },
      },
      { path: filled(path, (name) => (/[tT]oken/.test(name) ? token : (tenant?.params[name]?.[0] ?? marker))) },
      { path: `${real}?${query}`, cookie: () => `${cookie()}; other=${marker}` },
      { path: `${wrong}.data`, cookie },
      ...(isActed
        ? [
            { method: 'POST', path: real, cookie, body },
            { method: 'POST', path: wrong, cookie, body: `intent=${marker}` },
          ]
        : []),
    ];
  });
  const statuses = new Map<number, number>();
  const reads = asked.filter(({ method }) => method !== 'POST');
  const posts = asked.filter(({ method }) => method === 'POST');
  for (const some of [reads, ...Array.from({ length: Math.ceil(posts.length / 60) }, (_, at) => posts.slice(at * 60, at * 60 + 60))]) {
    await renew();
    await fourAtATime(some, async (each) => {
      const { status } = await ask(each);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    });
  }
  const text = captured.text();
  console.info(`${asked.length} requests, answers ${[...statuses].sort().join(' ')}, ${captured.lines.length} lines`);
  expect(captured.lines.filter(({ event }) => event === 'request.answered' || event === 'request.routine')).toHaveLength(asked.length);
  expect(
    captured.lines.every((line) => !('dropped' in line)),
    'every field fits',
  ).toBe(true);
  expect(text).not.toContain(marker);
  expect(text).not.toContain('203.0.113.77');
  expect(text).not.toContain('127.0.0.1');
  expect((await secrets()).filter((secret) => text.includes(secret))).toEqual([]);
}, 900_000);

describe('the log of', () => {
  beforeAll(renew);
  const owner = () => world.tenants[0]?.cookies[0] ?? '';
  const slug = () => world.tenants[0]?.params.orgSlug?.[0] ?? '';

  it('a sign-in with a wrong password logs neither address nor password', async () => {
    const captured = captureLog();
    const reply = await ask({ method: 'POST', path: '/sign-in', body: `email=${marker}%40mill.example&password=${marker}` });
    expect(reply.status).toBe(422);
    expect(captured.lines).toMatchObject([
      { event: 'request.answered', method: 'POST', status: 422, routeId: 'routes/public/sign-in/sign-in', outcome: 'answered' },
    ]);
    expect(captured.text()).not.toContain(marker);
  });

  it('a link of a guest names the route', async () => {
    const captured = captureLog();
    const token = world.tenants[0]?.params.token?.[0] ?? '';
    await ask({ path: `/s/${token}` });
    expect(captured.lines).toMatchObject([
      { event: 'request.answered', method: 'GET', routeId: expect.stringMatching(/guest-link\/open-findings$/) },
    ]);
    expect(captured.text()).not.toContain(token);
  });

  it('a failed upload logs neither the file nor its name', async () => {
    const captured = captureLog();
    vi.spyOn(importing, 'receiveFile').mockRejectedValue(new Error(`cannot read payroll of ${marker}.csv`));
    const body = `--x\r\nContent-Disposition: form-data; name="file"; filename="payroll of ${marker}.csv"\r\nContent-Type: text/csv\r\n\r\nname\n${marker}\r\n--x--\r\n`;
    const reply = await ask({
      method: 'POST',
      path: `/o/${slug()}/suppliers/import`,
      cookie: owner,
      type: 'multipart/form-data; boundary=x',
      body,
    });
    expect(reply.status).toBe(500);
    expect(captured.events()).toEqual(['request.failed', 'request.answered']);
    expect(captured.errors).toMatchObject([{ message: expect.stringContaining(marker) }]);
    expect(captured.text()).not.toContain(marker);
  });

  it('an address without a page logs no address', async () => {
    const captured = captureLog();
    expect((await ask({ path: `/${marker}` })).status).toBe(404);
    expect(captured.lines).toMatchObject([{ event: 'request.answered', status: 404 }]);
    expect(captured.text()).not.toContain(marker);
  });

  it('an error logs the id that its page shows, and class and frames without the message', async () => {
    const captured = captureLog();
    vi.spyOn(suppliers, 'createSupplier').mockRejectedValue(new TypeError(`no party ${marker}`));
    const path = `/o/${slug()}/suppliers/new`;
    const requestId = randomBytes(16).toString('hex');
    const fault = {
      method: 'POST',
      cookie: owner,
      body: `name=${marker}&country=IN&relation=buyer`,
      headers: { 'x-request-id': requestId },
    };
    const page = await ask({ ...fault, path });
    expect(page.status).toBe(500);
    expect(page.text).toContain(requestId);
    expect(page.text).not.toContain(`no party ${marker}`);
    expect(captured.lines).toMatchObject([
      {
        event: 'request.failed',
        level: 'error',
        requestId,
        errorClass: 'TypeError',
        stack: expect.any(Array),
        organizationId: expect.any(String),
        userId: expect.any(String),
      },
      { event: 'request.answered', requestId, status: 500 },
    ]);
    const asData = await ask({ ...fault, path: `${path}.data` });
    expect(asData.text).toContain(requestId);
    expect(captured.text()).not.toContain(marker);
  });

  it.each([
    ['an argument', 'PrismaClientValidationError', () => rootDb().user.findFirst({ where: { email: { equals: marker, [marker]: 1 } } })],
    ['a value', 'PrismaClientKnownRequestError', () => rootDb().$queryRaw`SELECT ${marker}::text::int`],
  ])('an error of Prisma that quotes %s logs its class alone', async (_, errorClass, failing) => {
    const captured = captureLog();
    const error = await failing().catch((thrown: unknown) => thrown);
    expect(String(error)).toContain(marker);
    log('request.failed', { error });
    expect(captured.lines).toMatchObject([{ errorClass }]);
    expect(captured.text()).not.toContain(marker);
  });

  it('an error in rendering logs the id that its page shows', async () => {
    const captured = captureLog();
    const page = build.routes['routes/public/sign-in/sign-in'];
    if (!page) throw new Error('no such page');
    const failing = () => {
      throw new TypeError(`no label ${marker}`);
    };
    const faulty = await serveSources({
      ...build,
      routes: { ...build.routes, 'routes/public/sign-in/sign-in': { ...page, module: { ...page.module, default: failing } } },
    });
    const requestId = randomBytes(16).toString('hex');
    const headers = { host: faulty.host, 'x-request-id': requestId };
    const reply = await send(faulty, { method: 'GET', path: '/sign-in', headers, body: null });
    await faulty.close();
    expect(reply.status).toBe(500);
    expect(reply.text).toContain(`data-request-id="${requestId}"`);
    expect(captured.lines).toContainEqual(expect.objectContaining({ event: 'request.failed', requestId, errorClass: 'TypeError' }));
    expect(captured.text()).not.toContain(marker);
  });

  it('health checks are logged at debug level only', async () => {
    const usual = captureLog();
    await ask({ path: '/livez' });
    expect(usual.lines).toEqual([]);
    const all = captureLog('debug');
    await ask({ path: '/livez' });
    expect(all.lines).toMatchObject([{ event: 'request.routine', level: 'debug', status: 200 }]);
  });
});
