import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { rootDb } from '~/access/root-db.server';
import * as accountPage from '~/routes/public/account/account';
import * as confirmPage from '~/routes/public/account/confirm-email';
import { makeMember } from '../factories/member';
import { callRoute } from '../setup/call-route';
import { captureLog } from '../setup/captured-log';
import { type Mailbox, openMailbox } from '../setup/mailbox';
import { changeSettings } from '../setup/change-settings';

let mailbox: Mailbox;
beforeAll(async () => {
  mailbox = await openMailbox();
  await changeSettings({ PUBLIC_URL: 'https://manumit.example.org' });
});

const newAddress = () => `${randomBytes(5).toString('hex')}@example.org`;
const ask = (cookie: string, email: string) =>
  callRoute(accountPage.action, { url: 'http://evil.example/account', cookie, form: { intent: 'email', email } });
const tokenIn = (text: string) => /https:\/\/manumit\.example\.org\/account\/email\/([\w-]{43})/.exec(text)?.[1] ?? '';

test('the link is mailed to the new address only, and the former one is notified afterwards without the new one', async () => {
  const { user, cookie } = await makeMember();
  const email = newAddress();
  const asked = await ask(cookie, email);
  expect(asked.body).toMatchObject({ wish: { email, url: null } });
  expect(mailbox.emails.at(-1)?.to).toEqual([email]);
  const token = tokenIn(await mailbox.next());
  expect(token).not.toBe('');
  const changed = await callRoute(confirmPage.action, { url: `/account/email/${token}`, params: { token }, cookie, form: {} });
  expect(changed.status).toBe(303);
  const notice = await mailbox.next();
  expect(mailbox.emails.at(-1)?.to).toEqual([user.email]);
  expect(notice).toContain('now has another email address');
  expect(notice).not.toContain(email);
});

test('an address of another account gets an email without a link, and the response is the same', async () => {
  const [{ cookie, user }, stranger] = [await makeMember(), await makeMember()];
  const free = await ask(cookie, newAddress());
  await mailbox.next();
  const taken = await ask(cookie, stranger.user.email);
  const mail = await mailbox.next();
  expect(mailbox.emails.at(-1)?.to).toEqual([stranger.user.email]);
  expect(mail).toContain('It already belongs to an account');
  for (const secret of ['/account/email/', user.name, user.email]) expect(mail).not.toContain(secret);
  const wish = (body: unknown) => (body as { wish: { email: string; expiresAt: Date; url: null } }).wish;
  expect({ ...wish(taken.body), email: '', expiresAt: 0 }).toEqual({ ...wish(free.body), email: '', expiresAt: 0 });
});

test('notifies the person of a new password', async () => {
  const { user, cookie } = await makeMember();
  const form = { intent: 'password', newPassword: 'a long enough sentence' };
  expect((await callRoute(accountPage.action, { url: '/account', cookie, form })).status).toBe(303);
  expect(await mailbox.next()).toContain('The password of your Manumit account was changed');
  expect(mailbox.emails.at(-1)?.to).toEqual([user.email]);
});

test('a rejected password sends no email', async () => {
  const { cookie } = await makeMember();
  const sent = mailbox.emails.length;
  await callRoute(accountPage.action, { url: '/account', cookie, form: { intent: 'password', newPassword: 'short' } });
  await wait(50);
  expect(mailbox.emails).toHaveLength(sent);
});

test('without a response from the mail server the address and the submitted values stay, and no link is shown', async () => {
  const { user, cookie } = await makeMember();
  await mailbox.close();
  const captured = captureLog();
  const email = newAddress();
  const { status, body } = await ask(cookie, email);
  expect(status).toBe(422);
  expect(body).toMatchObject({ failure: { errors: { '': [expect.any(String)] }, values: { email: [email] } } });
  expect(JSON.stringify(body)).not.toContain('/account/email/');
  expect(captured.lines).toMatchObject([{ event: 'mail.failed', letter: 'account' }]);
  expect(captured.text()).not.toContain(email);
  expect(await rootDb().user.count({ where: { id: user.id, email: user.email } })).toBe(1);
});
