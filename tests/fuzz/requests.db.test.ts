import { format } from 'node:util';
import type { ServerBuild } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as suppliers from '~/suppliers/registry/create-supplier.server';
import { captureLog } from '../setup/captured-log';
import { isThorough } from '../setup/each-route';
import { routePaths, serveSources, type Served, sourceBuild } from '../setup/served-app';
import { encoded, hostileTexts, inherited, rawSegments } from './hostile';
import { type Material, makeRequest, pathOf } from './make-request';
import { namesInSources } from './names';
import { Chance } from './random';
import { readForms, type ShownForm } from './read-forms';
import { closeConnections, type Reply, type Sent, send } from './send';
import { makeWorld } from './world';

/** FUZZ_SEED and FUZZ_REQUESTS repeat a run, or make it longer. */
const seed = Number(process.env.FUZZ_SEED || 20_261_130);
const count = Number(process.env.FUZZ_REQUESTS || (isThorough ? 20_000 : 500));
const atOnce = 6;

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

const leaks =
  /\n\s+at .+:\d+:\d+\)?(\n|$)|node_modules|PrismaClient|invalid byte sequence|syntax error at or near|SELECT [^<]{0,200} FROM "/;

type Fault = { request: string; what: string };

/** What is wrong with a response, whatever the request; null when nothing is. An overload with a Retry-After is valid. */
function faultOf(reply: Reply): string | null {
  if (reply.status >= 500 && reply.status !== 503) return `status ${reply.status}`;
  const found = /^(text|application\/(json|x-))/.test(reply.type) && leaks.exec(reply.text);
  return found ? `shows ${JSON.stringify(found[0].slice(0, 120))}` : null;
}

const shown = ({ method, path, headers, body }: Sent): string =>
  `${method} ${path.slice(0, 300)} ${headers['content-type'] ?? ''} ${body ? JSON.stringify(body.toString('latin1').slice(0, 400)) : ''}`;

it('answers every request, whatever its content, without an internal error and without revealing internals', async () => {
  const captured = captureLog();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const chance = new Chance(seed);
  const paths = routePaths(build);
  const routes = paths.map(({ path }) => path);
  expect(routes.length).toBeGreaterThan(180);
  const faults: Fault[] = [];
  const statuses = new Map<number, number>();
  const judge = async (sent: Sent): Promise<Reply | null> => {
    const before = captured.errors.length;
    try {
      const reply = await send(served, sent);
      statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
      const fault = faultOf(reply);
      if (fault)
        faults.push({ request: shown(sent), what: `${fault}\n${captured.errors.slice(before).map(format).join('\n').slice(0, 1_500)}` });
      return reply;
    } catch (error) {
      faults.push({ request: shown(sent), what: String(error) });
      return null;
    }
  };

  // Each page with an action once, as the first role may read it: the fields of its forms are sent afterwards.
  const forms: ShownForm[][] = [];
  const visits: (() => Promise<void>)[] = [];
  for (const [at, tenant] of world.tenants.entries()) {
    const own: ShownForm[] = [];
    forms[at] = own;
    const met = new Set<string>();
    const isNew = ({ path, fields }: ShownForm) => {
      const key = [path, ...fields.keys(), ...(fields.get('intent') ?? [])].join(' ');
      return !met.has(key) && met.add(key);
    };
    for (const { path: route } of paths.filter(({ path, isActed }) => isActed && (at === 0 || /deals|guest\/(esap|monitoring)/.test(path))))
      visits.push(async () => {
        const path = pathOf(chance, route, tenant, false);
        const isGuest = /^\/guest\//.test(path);
        const cookie = isGuest ? tenant.cookies.slice(-2).join('; ') : (tenant.cookies[0] ?? '');
        const reply = await judge({ method: 'GET', path, headers: { host: served.host, cookie }, body: null });
        if (reply && /html/.test(reply.type)) for (const form of readForms(reply.text, path)) if (isNew(form)) own.push(form);
      });
  }
  await side(visits);
  await world.renew();
  const material: Material = { routes, tenants: world.tenants, forms, ...namesInSources(), host: served.host };
  for (let left = count - visits.length; left > 0; left -= 500) {
    const requests = Array.from({ length: Math.min(500, left) }, () => makeRequest(chance, material));
    await side(requests.map((sent) => async () => void (await judge(sent))));
    await world.renew();
  }
  if (isThorough) await side(eachParameter(material).map((sent) => async () => void (await judge(sent))));
  const counts = [...statuses].sort(([a], [b]) => a - b).map(([status, times]) => `${status}: ${times}`);
  console.info(`Seed ${seed}, ${forms.flat().length} forms, answers ${counts.join(', ')}`);
  // In the message, because the report of a run shows the message and not the difference.
  const shownFaults = faults.slice(0, 20).map(({ request, what }) => `${request}\n${what}`);
  expect(faults.length, `seed ${seed}: ${faults.length} faults\n${shownFaults.join('\n\n')}`).toBe(0);
  // The records name files that were never stored, which is logged for the operator.
  expect(
    captured.lines.filter(({ level, fileHash }) => level === 'error' && !/^0{64}$/.test(String(fileHash))),
    `seed ${seed}: errors in the log`,
  ).toEqual([]);
}, 3_600_000);

/** Each parameter of each route, read by an owner, with each kind of value that it never has. */
function eachParameter({ routes, tenants: [tenant], host }: Material): Sent[] {
  const values = [...rawSegments.slice(0, 8), ...hostileTexts.filter((text) => text.trim() !== '' && text.length < 40).map(encoded)];
  return routes.flatMap((route) =>
    route.split('/').flatMap((broken, at, segments) =>
      !broken.startsWith(':') || broken === ':orgSlug'
        ? []
        : values.map((value) => ({
            method: 'GET',
            path: `${segments.map((segment, place) => (place === at ? value : segment.startsWith(':') ? encoded(tenant?.params[segment.slice(1)]?.[0] ?? 'none') : segment)).join('/')}.data`,
            headers: { host, cookie: tenant?.cookies[0] ?? '', 'x-forwarded-for': `203.0.113.${at}` },
            body: null,
          })),
    ),
  );
}

describe('cases found by hand', () => {
  const owner = () => ({ host: served.host, origin: `http://${served.host}`, cookie: world.tenants[0]?.cookies[0] ?? '' });
  const ask = (method: string, path: string, type?: string, body = '') =>
    send(served, {
      method,
      path,
      headers: { ...owner(), ...(type ? { 'content-type': type } : {}) },
      body: method === 'GET' ? null : Buffer.from(body),
    });
  const form = 'application/x-www-form-urlencoded';

  it.each(['/o/%ff', '/methodology/%c0%af', '/o/%ff.data', '/verify/%00', '/methodology?q=%00', '/o/a?_data=root'])(
    'leads %s to the page of unknown addresses',
    async (path) => expect((await ask('GET', path)).status).toBe(404),
  );

  it('answers an empty post, JSON and other types with a message', async () => {
    const page = `/o/${world.tenants[0]?.params.orgSlug?.[0]}/suppliers/new`;
    expect((await ask('POST', page)).status).toBe(422);
    const refused = await ask('POST', page, 'application/json', '{"name":"Mill"}');
    expect(refused).toMatchObject({ status: 415, text: expect.stringContaining('This request could not be read') });
    expect((await ask('POST', page, 'text/plain', 'name=Mill')).status).toBe(415);
    expect((await ask('POST', page, 'multipart/form-data; boundary=x', '--x\r\n')).status).toBe(400);
  });

  it.each(inherited.filter((name) => name !== 'prototype'))('rejects a field named %s', async (name) => {
    const page = `/o/${world.tenants[0]?.params.orgSlug?.[0]}/suppliers/new.data`;
    expect((await ask('POST', page, form, `name=Mill&${name}=1`)).status).toBe(400);
  });

  it('rejects text with invalid characters, with a message', async () => {
    const page = `/o/${world.tenants[0]?.params.orgSlug?.[0]}/suppliers/new`;
    const refused = await ask('POST', page, form, 'name=Mill%00&country=IN');
    expect(refused).toMatchObject({ status: 422, text: expect.stringContaining('Some text cannot be saved') });
  });

  it('creates one record from a form that is sent twice as its page shows it, with and without script', async () => {
    const page = `/o/${world.tenants[0]?.params.orgSlug?.[0]}/suppliers/new`;
    const shown = readForms((await ask('GET', page)).text, page).find(({ fields }) => fields.has('relation'));
    const body = new URLSearchParams({
      formKey: shown?.fields.get('formKey')?.[0] ?? '',
      name: 'Served twice',
      country: 'IN',
      relation: 'buyer',
    });
    const answers = await Promise.all(
      [page, page, `${page}.data`, `${page}.data?_routes=x`].map((path) => ask('POST', path, form, `${body}`)),
    );
    const led = answers.map(({ location, text }) => location ?? /\/o\/[^"]+\/suppliers\/\w{11}/.exec(text)?.[0]);
    expect(led[0]).toMatch(/\/suppliers\/\w{11}$/);
    expect(new Set(led).size).toBe(1);
  });

  it('reports an internal error as 500 and logs it', async () => {
    const captured = captureLog();
    const failing = vi.spyOn(suppliers, 'createSupplier').mockRejectedValue(new Error('planted'));
    const page = `/o/${world.tenants[0]?.params.orgSlug?.[0]}/suppliers/new`;
    const answer = await ask('POST', page, form, 'name=Planted+mill&country=IN&relation=buyer');
    expect([answer.status, captured.errors.some((error) => error instanceof Error && error.message === 'planted')]).toEqual([500, true]);
    expect(answer.text).not.toContain('planted');
    failing.mockRestore();
  });
});

/** Runs all, a few at a time. */
async function side(works: readonly (() => Promise<void>)[]): Promise<void> {
  const waiting = [...works];
  const next = async () => {
    for (let work = waiting.shift(); work !== undefined; work = waiting.shift()) await work();
  };
  await Promise.all(Array.from({ length: atOnce }, next));
}
