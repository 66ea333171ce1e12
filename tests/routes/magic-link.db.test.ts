import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rootDb } from '~/access/root-db.server';
import { hashToken, readSession } from '~/access/session.server';
import * as askPage from '~/routes/public/sign-in/request-link';
import * as usePage from '~/routes/public/sign-in/open-link';
import { followRequestLocale } from '~/platform/http/locale.server';
import { makeMember } from '../factories/member';
import { callRoute, cookieOf } from '../setup/call-route';
import { type Mailbox, openMailbox } from '../setup/mailbox';
import { changeSettings } from '../setup/change-settings';

let mailbox: Mailbox;
followRequestLocale();
beforeAll(async () => {
  mailbox = await openMailbox();
  await changeSettings({ PUBLIC_URL: 'https://manumit.example.org' });
});
afterAll(() => mailbox.close());

let count = 0;
const ask = (email: string) =>
  callRoute(askPage.action, { url: 'http://evil.example/sign-in/link', form: { email }, address: `198.51.100.${++count}` });
const tokenIn = (text: string) => /https:\/\/manumit\.example\.org\/sign-in\/link\/([\w-]{43})/.exec(text)?.[1] ?? '';
const at = (token: string) => ({ url: `/sign-in/link/${token}`, params: { token } });

test('a link is mailed to the address, points to the configured site, and is stored only as a hash', async () => {
  const { user } = await makeMember();
  expect((await ask(user.email)).body).toEqual({ ok: true });
  const token = tokenIn(await mailbox.next());
  expect(token).not.toBe('');
  expect(mailbox.emails.at(-1)).toMatchObject({ to: [user.email], from: 'manumit@example.org' });
  const stored = await rootDb().magicLink.findMany({ where: { userId: user.id } });
  expect(stored.map(({ tokenHash }) => tokenHash)).toEqual([hashToken(token)]);
  expect(stored[0]?.expiresAt.getTime()).toBeLessThanOrEqual(Date.now() + 15 * 60_000);
});

test('an unknown address gets the same response and no email', async () => {
  const { user } = await makeMember();
  const sent = mailbox.emails.length;
  const unknown = await ask(`nobody-${user.email}`);
  expect(unknown).toEqual(await ask(user.email));
  await mailbox.next();
  await wait(50);
  expect(mailbox.emails.length).toBe(sent + 1);
});

test('opening does not use the link; the button signs in once; a used link offers a new one by email', async () => {
  const { user } = await makeMember();
  await ask(user.email);
  const token = tokenIn(await mailbox.next());
  for (let opened = 0; opened < 3; opened++) expect((await callRoute(usePage.loader, at(token))).body).toMatchObject({ isUsable: true });
  const both = await Promise.all([1, 2].map(() => callRoute(usePage.action, { ...at(token), form: {} })));
  expect(both.map(({ status }) => status).sort()).toEqual([303, 410]);
  const cookie = cookieOf(both.find(({ status }) => status === 303) ?? { status: 0, headers: new Headers(), body: null });
  expect((await readSession(new Request('http://localhost/', { headers: { Cookie: cookie } })))?.user.id).toBe(user.id);
  const used = await callRoute(usePage.loader, at(token));
  expect(used.status).toBe(410);
  const renewed = await callRoute(usePage.action, { ...at(token), form: { intent: 'renew' } });
  expect(renewed.body).toMatchObject({ sent: true });
  expect(JSON.stringify(renewed.body)).not.toContain(user.email);
  const fresh = tokenIn(await mailbox.next());
  expect(fresh).not.toBe(token);
  expect((await callRoute(usePage.action, { ...at(fresh), form: {} })).status).toBe(303);
});

test('an expired link returns 410, an unknown one 404', async () => {
  const { user } = await makeMember();
  await ask(user.email);
  const token = tokenIn(await mailbox.next());
  await rootDb().magicLink.updateMany({ where: { userId: user.id }, data: { expiresAt: new Date(Date.now() - 1000) } });
  expect((await callRoute(usePage.loader, at(token))).status).toBe(410);
  expect((await callRoute(usePage.action, { ...at(token), form: {} })).status).toBe(410);
  expect((await callRoute(usePage.loader, at('not-a-token'))).status).toBe(404);
});

test('the fifth email to one address is the last for a while, known or not', async () => {
  const { user } = await makeMember();
  for (const email of [user.email, `nobody-${user.email}`]) {
    const statuses = [];
    for (let asked = 0; asked < 6; asked++) statuses.push((await ask(email)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  }
});

test('the email is in the language of its reader', async () => {
  const { user } = await makeMember();
  await rootDb().user.update({ where: { id: user.id }, data: { locale: 'fr' } });
  const sent = mailbox.emails.length;
  await ask(user.email);
  while (!mailbox.emails.slice(sent).some(({ to }) => to.includes(user.email))) await wait(10);
  expect(mailbox.emails.find(({ to }) => to.includes(user.email))?.text).toContain('Bonjour');
});
