import { encoded, hostileTexts, inherited, rawSegments, valueFor } from './hostile';
import type { Chance } from './random';
import type { ShownForm } from './read-forms';
import type { Sent } from './send';
import type { Tenant } from './world';

export type Material = {
  /** Every route as a path of segments, parameters written `:name`. */
  routes: readonly string[];
  tenants: readonly Tenant[];
  /** The forms of an organization’s pages, by the index of the organization. */
  forms: readonly (readonly ShownForm[])[];
  /** Names that routes read from addresses and forms. */
  queryNames: readonly string[];
  fieldNames: readonly string[];
  host: string;
};

/** A path to a route with the parameters of an organization; in a broken one a parameter is none of them, rarely that of the organization. */
export function pathOf(chance: Chance, route: string, tenant: Tenant, isBroken: boolean): string {
  const segments = route.split('/');
  const parameters = segments.filter((segment) => segment.startsWith(':') && (segment !== ':orgSlug' || chance.is(0.1)));
  const broken = isBroken ? chance.of(parameters) : undefined;
  return segments
    .map((segment) => {
      if (!segment.startsWith(':') && segment !== '*') return segment;
      if (segment !== broken) return encoded(chance.of(tenant.params[segment.slice(1)] ?? []) ?? 'none');
      if (chance.is(0.4)) return chance.of(rawSegments);
      return encoded((chance.is(0.5) ? chance.of(Object.values(tenant.params).flat()) : undefined) ?? chance.of(hostileTexts));
    })
    .join('/');
}

function queryOf(chance: Chance, { queryNames }: Material): string {
  const pairs: string[] = [];
  for (let count = 1 + chance.below(4); count > 0; count--) {
    const name = chance.is(0.1) ? chance.of(inherited) : (chance.of(queryNames) ?? 'q');
    const value = chance.is(0.2) ? chance.of(rawSegments) : encoded(chance.of(hostileTexts));
    pairs.push(`${encoded(name)}=${value}`);
    if (chance.is(0.2)) pairs.push(`${encoded(name)}=${encoded(chance.of(hostileTexts))}`);
  }
  return pairs.join('&');
}

type Pairs = [name: string, value: string][];

function pairsOf(chance: Chance, form: ShownForm | undefined, { fieldNames }: Material): Pairs {
  const pairs: Pairs = [];
  if (form) {
    // Most fields as the page offers them, so that broken values are reached.
    const broken = chance.is(0.3) ? 0.6 : 0.15;
    for (const [name, proposed] of form.fields)
      if (!chance.is(0.1)) pairs.push([name, chance.is(broken) ? valueFor(chance, []) : (chance.of(proposed) ?? '')]);
  } else
    for (let count = chance.below(6); count > 0; count--) pairs.push([chance.of(fieldNames) ?? 'intent', valueFor(chance, fieldNames)]);
  if (chance.is(0.25)) pairs.push([chance.of(inherited), chance.of(hostileTexts)]);
  const [repeated] = pairs;
  if (repeated && chance.is(0.15)) pairs.push([repeated[0], chance.of(hostileTexts)]);
  return pairs;
}

function multipart(chance: Chance, pairs: Pairs): { type: string; body: string } {
  const boundary = 'fuzzedBoundary';
  const parts = pairs.map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
  if (chance.is(0.5))
    parts.push(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${chance.of(hostileTexts).slice(0, 200)}"\r\nContent-Type: text/csv\r\n\r\nname,country\nMill,India\n\r\n`,
    );
  const whole = `${parts.join('')}--${boundary}--\r\n`;
  const type = `multipart/form-data; boundary=${boundary}`;
  switch (chance.weighted({ whole: 5, cut: 2, otherBoundary: 1, noBoundary: 1, junk: 1 })) {
    case 'cut':
      return { type, body: whole.slice(0, chance.below(whole.length + 1)) };
    case 'otherBoundary':
      return { type: 'multipart/form-data; boundary=other', body: whole };
    case 'noBoundary':
      return { type: 'multipart/form-data', body: whole };
    case 'junk':
      return { type, body: 'junk' };
    default:
      return { type, body: whole };
  }
}

function bodyOf(chance: Chance, pairs: Pairs, isMultipart: boolean): { type: string | null; body: string | Buffer } {
  const kind =
    isMultipart && chance.is(0.5) ? 'multipart' : chance.weighted({ form: 17, multipart: 3, json: 2, empty: 1, wrong: 1, none: 1 });
  const form = pairs.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&');
  switch (kind) {
    case 'multipart':
      return multipart(chance, pairs);
    case 'json': {
      const json = chance.is(0.2) ? chance.of(hostileTexts) : JSON.stringify(Object.fromEntries(pairs));
      return { type: chance.is(0.8) ? 'application/json' : 'text/json; charset=nonsense', body: json };
    }
    case 'empty':
      return { type: chance.is(0.5) ? null : 'application/x-www-form-urlencoded', body: '' };
    case 'wrong':
      return {
        type: chance.of(['text/plain', 'application/octet-stream', 'image/png', 'x', 'application/x-www-form-urlencoded/x'] as const),
        body: form,
      };
    case 'none':
      return { type: null, body: form };
    default:
      return {
        type: 'application/x-www-form-urlencoded;charset=UTF-8',
        body: chance.is(0.1) ? Buffer.from(`${form}&%ff=%c0%af&=&&=x&%00=%00\xff\xfe`, 'latin1') : form,
      };
  }
}

const brokenCookies = [
  'manumit_session=%ff',
  'manumit_session=',
  'manumit_session="',
  '__proto__=1; constructor=2',
  '=;=;=',
  'flash=eyJ4',
  'flash=%ff',
  'theme=__proto__; locale=constructor',
  `locale=${'x'.repeat(4_000)}`,
] as const;

/** The next request of a seeded run: a route or a form of a page, with valid and broken values mixed. */
export function makeRequest(chance: Chance, material: Material): Sent {
  const at = chance.below(material.tenants.length);
  const tenant = material.tenants[at] as Tenant;
  const method = chance.weighted({ POST: 55, GET: 34, PUT: 3, DELETE: 3, HEAD: 2, PATCH: 2, OPTIONS: 1 });
  const forms = material.forms[at] ?? [];
  const form = method === 'POST' && chance.is(0.7) ? chance.of(forms) : undefined;
  const [given, query = ''] = (form?.path ?? pathOf(chance, chance.of(material.routes) ?? '', tenant, chance.is(0.5))).split('?');
  const path = `${given}${chance.is(0.85) ? '.data' : ''}`.replace(/^\/\.data/, '/_root.data');
  const queries = [query, chance.is(form ? 0.1 : 0.5) ? queryOf(chance, material) : '', chance.is(0.05) ? 'index' : ''].filter(Boolean);
  const cookie = chance.is(0.85)
    ? ((chance.is(0.6) ? tenant.cookies[0] : chance.of(tenant.cookies)) ?? '')
    : chance.is(0.5)
      ? ''
      : chance.of(brokenCookies);
  const headers: Record<string, string> = {
    host: material.host,
    'x-forwarded-for': `198.51.${chance.below(256)}.${chance.below(256)}`,
    ...(cookie ? { cookie } : {}),
    ...(chance.is(0.95) ? { origin: `http://${material.host}` } : {}),
    ...(chance.is(0.1)
      ? { 'accept-language': chance.of(['xx', '*', 'fr;q=9', ',,,', 'constructor', '__proto__;q=1', 'en-'.repeat(500)] as const) }
      : {}),
    ...(chance.is(0.05) ? { range: chance.of(['bytes=0-', 'bytes=9-1', 'bytes=-', 'x'] as const), 'if-none-match': '"x"' } : {}),
  };
  const hasBody = method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
  const made = hasBody ? bodyOf(chance, pairsOf(chance, form, material), form?.isMultipart ?? false) : null;
  if (made?.type) headers['content-type'] = made.type;
  return { method, path: queries.length > 0 ? `${path}?${queries.join('&')}` : path, headers, body: made && Buffer.from(made.body) };
}
