import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { rootDb } from '~/access/root-db.server';
import { hashToken, openSession } from '~/access/session.server';
import { forOrganization } from '~/access/tenant-db.server';
import * as index from '~/routes/public/front/front';
import * as sessionsPage from '~/routes/org/organizations/sessions';
import * as signInPage from '~/routes/public/sign-in/sign-in';
import * as signOutPage from '~/routes/public/sign-in/sign-out';
import * as signUpPage from '~/routes/public/sign-in/sign-up';
import { makeMember } from '../factories/member';
import { callRoute, cookieOf } from '../setup/call-route';

const password = 'a long enough sentence';
const mark = () => randomBytes(5).toString('hex');

function signUp(overrides: Record<string, string> = {}, address = mark()) {
  const name = mark();
  const form = {
    organizationName: `Mill ${name}`,
    organizationKind: 'company',
    name: 'Ada Weaver',
    email: `Ada.${name}@Example.org`,
    password,
    ...overrides,
  };
  return { form, answer: callRoute(signUpPage.action, { url: '/sign-up', form, address }) };
}

test('signing up creates the account, organization, membership, graph node and event, and signs in', async () => {
  const { form, answer } = signUp();
  const founded = await answer;
  expect(founded.status).toBe(303);
  expect(founded.headers.get('Location')).toMatch(/^\/o\/mill-/);
  const user = await rootDb().user.findUniqueOrThrow({ where: { email: form.email.toLowerCase() }, include: { credential: true } });
  expect(user.credential?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const home = await callRoute(index.loader, { url: '/', cookie: cookieOf(founded) });
  expect(home.headers.get('Location')).toBe(founded.headers.get('Location'));
  const organization = await rootDb().organization.findUniqueOrThrow({
    where: { slug: founded.headers.get('Location')?.slice('/o/'.length) ?? '' },
  });
  await forOrganization({ organizationId: organization.id })(async (db) => {
    expect(await db.membership.findMany({ select: { userId: true, role: true } })).toEqual([{ userId: user.id, role: 'owner' }]);
    expect(await db.party.findMany({ select: { kind: true, name: true } })).toEqual([{ kind: 'buyer', name: form.organizationName }]);
    expect(await db.activity.findMany({ select: { recordKind: true, act: true, userId: true } })).toEqual([
      { recordKind: 'organization', act: 'open', userId: user.id },
    ]);
  });
});

test('rejects a second account for an address and leaves no organization behind', async () => {
  const first = signUp();
  await first.answer;
  const organizationName = `Second ${mark()}`;
  const again = await signUp({ email: first.form.email.toUpperCase(), organizationName }).answer;
  expect(again.status).toBe(422);
  expect(again.body).toMatchObject({ ok: false, errors: { email: [expect.any(String)] }, values: { name: ['Ada Weaver'] } });
  expect(JSON.stringify(again.body)).not.toContain(password);
  expect(await rootDb().organization.count({ where: { name: organizationName } })).toBe(0);
});

test('two organizations with the same name get different URL names', async () => {
  const organizationName = `Spinnerei Müller ${mark()}`;
  const [one, two] = [await signUp({ organizationName }).answer, await signUp({ organizationName }).answer];
  expect(one.headers.get('Location')).toMatch(/^\/o\/spinnerei-muller-/);
  expect(two.headers.get('Location')).toMatch(/^\/o\/spinnerei-muller-/);
  expect(two.headers.get('Location')).not.toBe(one.headers.get('Location'));
});

test('an invalid form is returned with the submitted values and an error at each field', async () => {
  const { answer } = signUp({ email: 'nobody', password: 'short', organizationKind: 'shop', name: ' ' });
  const { status, body } = await answer;
  expect(status).toBe(422);
  expect(Object.keys((body as { errors: object }).errors).sort()).toEqual(['email', 'name', 'organizationKind', 'password']);
  expect(body).toMatchObject({ values: { email: ['nobody'] } });
  expect((body as { values: object }).values).not.toHaveProperty('password');
});

test('signing in opens a session, ends the previous one and redirects only within this site', async () => {
  const { form, answer } = signUp();
  const before = cookieOf(await answer);
  const signIn = (redirectTo: string) =>
    callRoute(signInPage.action, { url: '/sign-in', cookie: before, form: { email: form.email, password, redirectTo } });
  const signedIn = await signIn('/o/x/suppliers?q=1');
  expect(signedIn.status).toBe(303);
  expect(signedIn.headers.get('Location')).toBe('/o/x/suppliers?q=1');
  const token = before.split('=')[1] ?? '';
  expect(await rootDb().session.count({ where: { tokenHash: hashToken(token) } })).toBe(0);
  const cookie = signedIn.headers.getSetCookie()[0] ?? '';
  expect(cookie).toContain('HttpOnly');
  expect(cookie).toContain('SameSite=Lax');
  for (const elsewhere of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/\t/evil.example'])
    expect((await signIn(elsewhere)).headers.get('Location'), elsewhere).toBe('/');
});

test('a wrong password and an unknown address get the same response', async () => {
  const { form, answer } = signUp();
  await answer;
  const attempt = (email: string) =>
    callRoute(signInPage.action, { url: '/sign-in', form: { email, password: 'not this one at all' }, address: mark() });
  const wrong = await attempt(form.email);
  const unknown = await attempt(`${mark()}@example.org`);
  const strip = (body: unknown) => ({ ...(body as object), values: null });
  expect(wrong.status).toBe(422);
  expect(unknown.status).toBe(422);
  expect(strip(unknown.body)).toEqual(strip(wrong.body));
  expect(cookieOf(unknown)).toBe('');
});

test('after ten wrong attempts at one address even the right password is delayed, from any network address', async () => {
  const { form, answer } = signUp();
  await answer;
  const attempt = (given: string) =>
    callRoute(signInPage.action, { url: '/sign-in', form: { email: form.email, password: given }, address: mark() });
  for (let count = 0; count < 10; count++) expect((await attempt('not this one at all')).status).toBe(422);
  const limited = await attempt(password);
  expect(limited.status).toBe(429);
  expect(Number(limited.headers.get('Retry-After'))).toBeGreaterThan(0);
});

test('a network address that tries many accounts is delayed too; success resets the count of the account', async () => {
  const address = mark();
  const attempt = () => callRoute(signInPage.action, { url: '/sign-in', form: { email: `${mark()}@example.org`, password: 'x' }, address });
  for (let count = 0; count < 60; count += 10) await Promise.all(Array.from({ length: 10 }, attempt));
  expect((await attempt()).status).toBe(429);
});

test('signing out ends the session in the database', async () => {
  const { cookie, organization } = await makeMember();
  const out = await callRoute(signOutPage.action, { url: '/sign-out', cookie, form: {} });
  expect(out.headers.getSetCookie()[0]).toContain('Max-Age=0');
  const page = await callRoute(sessionsPage.loader, {
    url: `/o/${organization.slug}/settings/sessions`,
    params: { orgSlug: organization.slug },
    cookie,
  });
  expect(page.status).toBe(302);
  expect(page.headers.get('Location')).toContain('/sign-in?redirectTo=');
});

test('sessions are listed; a user can end one or all others, never another user’s', async () => {
  const { cookie, organization, user } = await makeMember();
  const stranger = await makeMember();
  for (let count = 0; count < 2; count++)
    await openSession(user.id, new Request('http://localhost/', { headers: { 'User-Agent': 'Firefox/1 (Linux)' } }));
  const at = { url: `/o/${organization.slug}/settings/sessions`, params: { orgSlug: organization.slug }, cookie };
  const list = async () => ((await callRoute(sessionsPage.loader, at)).body as { sessions: { id: string; isThis: boolean }[] }).sessions;
  const sessions = await list();
  expect(sessions).toHaveLength(3);
  expect(sessions.filter(({ isThis }) => isThis)).toHaveLength(1);
  const foreign = await rootDb().session.findFirstOrThrow({ where: { userId: stranger.user.id } });
  expect((await callRoute(sessionsPage.action, { ...at, form: { intent: 'end', sessionId: foreign.id } })).status).toBe(404);
  const other = sessions.find(({ isThis }) => !isThis)?.id ?? '';
  expect((await callRoute(sessionsPage.action, { ...at, form: { intent: 'end', sessionId: other } })).status).toBe(303);
  expect(await list()).toHaveLength(2);
  expect((await callRoute(sessionsPage.action, { ...at, form: { intent: 'end-others' } })).status).toBe(303);
  expect((await list()).map(({ isThis }) => isThis)).toEqual([true]);
  expect(await rootDb().session.count({ where: { userId: stranger.user.id } })).toBe(1);
});

test('a user of several organizations chooses one; a user of none can create one', async () => {
  const { user, cookie } = await makeMember();
  const opened = await callRoute(signUpPage.action, {
    url: '/sign-up',
    cookie,
    form: { organizationName: `Bank ${mark()}`, organizationKind: 'lender' },
  });
  expect(opened.status).toBe(303);
  const home = await callRoute(index.loader, { url: '/', cookie });
  expect((home.body as { organizations: object[] }).organizations).toHaveLength(2);
  expect(await rootDb().user.count({ where: { id: user.id } })).toBe(1);
});
