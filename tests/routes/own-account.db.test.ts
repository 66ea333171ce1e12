import { randomBytes } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { makeMagicLink, magicLinkState } from '~/access/magic-link.server';
import { hashPassword } from '~/access/pass-label.server';
import { rootDb } from '~/access/root-db.server';
import { hashToken, openSession, readSession } from '~/access/session.server';
import { signIn } from '~/access/sign-in.server';
import { forOrganization } from '~/access/tenant-db.server';
import * as accountPage from '~/routes/public/account/account';
import * as confirmPage from '~/routes/public/account/confirm-email';
import { type MadeMember, makeMember } from '../factories/member';
import { callRoute, cookieOf } from '../setup/call-route';

const password = 'a long enough sentence';
const mark = () => randomBytes(5).toString('hex');
const post = (member: { cookie: string }, form: Record<string, string>) =>
  callRoute(accountPage.action, { url: '/account', cookie: member.cookie, form });
const page = async ({ cookie }: { cookie: string }) => (await callRoute(accountPage.loader, { url: '/account', cookie })).body;
const at = (token: string, { cookie }: { cookie: string }) => ({ url: `/account/email/${token}`, params: { token }, cookie });
const canSignIn = async (email: string, given: string) =>
  (await signIn({ email, password: given, clientAddress: mark() })).kind === 'signed-in';
const events = ({ inOrganization }: MadeMember) =>
  inOrganization((db) => db.activity.findMany({ select: { recordKind: true, recordId: true, act: true, userId: true, changes: true } }));
const tokenIn = (body: unknown) => /\/account\/email\/([\w-]{43})"/.exec(JSON.stringify(body))?.[1] ?? '';

let member: MadeMember;
beforeEach(async () => {
  member = await makeMember();
  await rootDb().credential.create({ data: { userId: member.user.id, passwordHash: await hashPassword(password) } });
});

test('a visitor is asked to sign in first, and returns to the page', async () => {
  for (const route of [accountPage.loader, accountPage.action]) {
    const answer = await callRoute(route, { url: '/account', ...(route === accountPage.action ? { form: { intent: 'name' } } : {}) });
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, '/sign-in?redirectTo=%2Faccount']);
  }
});

test('the name changes everywhere, and each of the user’s organizations records it', async () => {
  const other = await makeMember();
  await forOrganization({ organizationId: other.organization.id })((db) =>
    db.membership.create({ data: { organizationId: other.organization.id, userId: member.user.id, role: 'viewer' } }),
  );
  const stranger = await makeMember();
  expect((await post(member, { intent: 'name', name: '  Zoë Đặng ' })).status).toBe(303);
  expect(await page(member)).toMatchObject({ name: 'Zoë Đặng', hasPassword: true });
  const event = {
    recordKind: 'member',
    recordId: member.user.id,
    act: 'edit',
    userId: member.user.id,
    changes: [{ field: 'name', before: member.user.name, after: 'Zoë Đặng' }],
  };
  expect(await events(member)).toEqual([event]);
  expect(await events(other)).toEqual([event]);
  expect(await events(stranger)).toEqual([]);
  await post(member, { intent: 'name', name: 'Zoë Đặng' });
  expect(await events(member)).toHaveLength(1);
});

test('an empty name, and one that is too long, are returned with the submitted values', async () => {
  for (const name of ['', 'x'.repeat(121)]) {
    const { status, body } = await post(member, { intent: 'name', name });
    expect(status).toBe(422);
    expect(body).toMatchObject({ failure: { errors: { name: [expect.any(String)] }, values: { intent: ['name'], name: [name] } } });
  }
  expect(await page(member)).toMatchObject({ name: member.user.name });
});

test('a new password ends every other session and open sign-in links, and gives this session another token', async () => {
  const stranger = await makeMember();
  for (let count = 0; count < 2; count++) await openSession(member.user.id, new Request('http://localhost/'));
  const link = await makeMagicLink(member.user.email);
  const newPassword = 'another sentence, just as long';
  const changed = await post(member, { intent: 'password', currentPassword: password, newPassword });
  expect(changed.status).toBe(303);
  const cookie = cookieOf(changed);
  const reads = (given: string) => readSession(new Request('http://localhost/', { headers: { Cookie: given } }));
  expect((await reads(cookie))?.user.id).toBe(member.user.id);
  expect(await reads(member.cookie)).toBeNull();
  expect(await rootDb().session.count({ where: { userId: member.user.id } })).toBe(1);
  expect(await rootDb().session.count({ where: { userId: stranger.user.id } })).toBe(1);
  expect(await magicLinkState(link?.token ?? '')).toBe('over');
  expect([await canSignIn(member.user.email, password), await canSignIn(member.user.email, newPassword)]).toEqual([false, true]);
  const { passwordHash } = await rootDb().credential.findUniqueOrThrow({ where: { userId: member.user.id } });
  expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await events(member)).toMatchObject([{ act: 'change-password', changes: [] }]);
});

test('the flash message shows how many sessions ended', async () => {
  await openSession(member.user.id, new Request('http://localhost/'));
  const answer = await post(member, { intent: 'password', currentPassword: password, newPassword: 'another sentence, just as long' });
  const flash = answer.headers.getSetCookie().find((cookie) => cookie.startsWith('flash=')) ?? '';
  const text = Buffer.from(decodeURIComponent(flash.slice('flash='.length).split(';')[0] ?? ''), 'base64').toString('utf8');
  expect(text).toContain('1 other session was ended.');
});

test('a wrong, missing or short password changes nothing and is not sent back', async () => {
  for (const form of [
    { currentPassword: 'not this one at all', newPassword: 'another sentence, just as long' },
    { currentPassword: '', newPassword: 'another sentence, just as long' },
    { currentPassword: password, newPassword: 'short' },
  ]) {
    const { status, body } = await post(member, { intent: 'password', ...form });
    expect(status).toBe(422);
    expect((body as { failure: { values: object } }).failure.values).toEqual({ intent: ['password'] });
  }
  expect(await canSignIn(member.user.email, password)).toBe(true);
  expect(await rootDb().session.count({ where: { userId: member.user.id } })).toBe(1);
  expect(await events(member)).toEqual([]);
});

test('after ten wrong passwords even the right one is delayed, for the password and for the address', async () => {
  const wrong = { currentPassword: 'not this one at all', newPassword: 'another sentence, just as long' };
  for (let count = 0; count < 10; count++) expect((await post(member, { intent: 'password', ...wrong })).status).toBe(422);
  const limited = await post(member, { intent: 'password', ...wrong, currentPassword: password });
  expect(limited.status).toBe(429);
  expect(Number(limited.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect((await post(member, { intent: 'email', email: `${mark()}@example.org`, emailPassword: password })).status).toBe(429);
  expect(await canSignIn(member.user.email, password)).toBe(true);
});

test('of two simultaneous new passwords one is saved', async () => {
  const wished = ['the first of two sentences', 'the second of two sentences'];
  const answers = await Promise.all(
    wished.map((newPassword) => post(member, { intent: 'password', currentPassword: password, newPassword })),
  );
  const won = answers.findIndex(({ status }) => status === 303);
  // The other is refused for its old password or, when the first ended its session before it was read, sent to sign in.
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
  expect([302, 422]).toContain(answers[1 - won]?.status);
  expect(await canSignIn(member.user.email, wished[won] ?? '')).toBe(true);
});

test('a user without a password sets the first one', async () => {
  const linked = await makeMember();
  expect(await page(linked)).toMatchObject({ hasPassword: false });
  const set = await post(linked, { intent: 'password', newPassword: password });
  expect(set.status).toBe(303);
  expect(await page({ cookie: cookieOf(set) })).toMatchObject({ hasPassword: true });
  expect(await canSignIn(linked.user.email, password)).toBe(true);
  expect(await events(linked)).toMatchObject([{ act: 'set-password', changes: [] }]);
});

test('without a mail server the link to a new address is shown once; opening does not use it, the button changes the address once', async () => {
  const email = `New.${mark()}@Example.org`;
  const asked = await post(member, { intent: 'email', email, emailPassword: password });
  const token = tokenIn(asked.body);
  expect(asked.body).toMatchObject({ wish: { email: email.toLowerCase(), url: `http://localhost/account/email/${token}` } });
  expect(await rootDb().emailChange.findMany({ where: { userId: member.user.id }, select: { tokenHash: true } })).toEqual([
    { tokenHash: hashToken(token) },
  ]);
  for (let opened = 0; opened < 3; opened++)
    expect(await callRoute(confirmPage.loader, at(token, member))).toMatchObject({ status: 200, body: { email: email.toLowerCase() } });
  expect(await page(member)).toMatchObject({ email: member.user.email });
  const link = await makeMagicLink(member.user.email);
  const both = await Promise.all([1, 2].map(() => callRoute(confirmPage.action, { ...at(token, member), form: {} })));
  expect(both.map(({ status }) => status).sort()).toEqual([303, 410]);
  expect(await page(member)).toMatchObject({ email: email.toLowerCase() });
  expect((await callRoute(confirmPage.loader, at(token, member))).status).toBe(410);
  expect(await magicLinkState(link?.token ?? '')).toBe('over');
  expect([await canSignIn(email, password), await canSignIn(member.user.email, password)]).toEqual([true, false]);
  expect(await events(member)).toMatchObject([
    { act: 'change-email', changes: [{ field: 'email', before: member.user.email, after: email.toLowerCase() }] },
  ]);
});

test('only the user who asked can use the link, within their session', async () => {
  const token = tokenIn((await post(member, { intent: 'email', email: `${mark()}@example.org`, emailPassword: password })).body);
  const stranger = await makeMember();
  expect((await callRoute(confirmPage.loader, at(token, stranger))).status).toBe(404);
  expect((await callRoute(confirmPage.action, { ...at(token, stranger), form: {} })).status).toBe(410);
  const visitor = await callRoute(confirmPage.loader, at(token, { cookie: '' }));
  expect(visitor.headers.get('Location')).toBe(`/sign-in?redirectTo=${encodeURIComponent(`/account/email/${token}`)}`);
  expect((await callRoute(confirmPage.action, { ...at(token, { cookie: '' }), form: {} })).status).toBe(302);
  expect((await callRoute(confirmPage.action, { ...at(token, member), form: {} })).status).toBe(303);
});

test('a newer request or the end of its day invalidates a link', async () => {
  const ask = async () => tokenIn((await post(member, { intent: 'email', email: `${mark()}@example.org`, emailPassword: password })).body);
  const [first, second] = [await ask(), await ask()];
  expect((await callRoute(confirmPage.action, { ...at(first, member), form: {} })).status).toBe(410);
  await rootDb().emailChange.updateMany({ where: { tokenHash: hashToken(second) }, data: { expiresAt: new Date(Date.now() - 1000) } });
  expect((await callRoute(confirmPage.loader, at(second, member))).status).toBe(410);
  expect((await callRoute(confirmPage.action, { ...at(second, member), form: {} })).status).toBe(410);
  expect(await page(member)).toMatchObject({ email: member.user.email });
});

test('an address of another account gets the same response as a free one, and its link is reported as expired', async () => {
  const stranger = await makeMember();
  const ask = (email: string) => post(member, { intent: 'email', email, emailPassword: password });
  const [free, taken] = [await ask(`${mark()}@example.org`), await ask(stranger.user.email)];
  const shape = ({ status, body }: { status: number; body: unknown }) => ({
    status,
    body: JSON.stringify(body).replace(/"email":"[^"]+"|\/email\/[\w-]+|"expiresAt":"[^"]+"/g, ''),
  });
  expect(shape(taken)).toEqual(shape(free));
  const token = tokenIn(taken.body);
  expect((await callRoute(confirmPage.loader, at(token, member))).status).toBe(200);
  const used = await callRoute(confirmPage.action, { ...at(token, member), form: {} });
  expect([used.status, used.body]).toEqual([410, null]);
  expect((await callRoute(confirmPage.loader, at(token, member))).body).toEqual({ email: null });
  expect(await rootDb().user.findUnique({ where: { email: stranger.user.email }, select: { id: true } })).toEqual({ id: stranger.user.id });
  expect(await events(member)).toEqual([]);
});

test('rejects an invalid address, the current one, and a form without the password, and keeps the submitted values', async () => {
  const refusals = [
    [{ email: 'nobody', emailPassword: password }, 'email'],
    [{ email: member.user.email, emailPassword: password }, 'email'],
    [{ email: 'new@example.org', emailPassword: 'not this one at all' }, 'emailPassword'],
    [{ email: 'new@example.org', emailPassword: '' }, 'emailPassword'],
  ] as const;
  for (const [form, field] of refusals) {
    const { status, body } = await post(member, { intent: 'email', ...form });
    expect(status).toBe(422);
    const { values, errors } = (body as { failure: { values: object; errors: object } }).failure;
    expect([values, Object.keys(errors)]).toEqual([{ intent: ['email'], email: [form.email] }, [field]]);
  }
  expect(await rootDb().emailChange.count({ where: { userId: member.user.id } })).toBe(0);
});

test('allows five requests an hour, for known and unknown addresses', async () => {
  const statuses = [];
  for (let asked = 0; asked < 6; asked++)
    statuses.push((await post(member, { intent: 'email', email: `${mark()}@example.org`, emailPassword: password })).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
});
