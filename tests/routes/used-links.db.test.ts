import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rootDb } from '~/access/root-db.server';
import { defaultInstrument } from '~/questionnaires/responses/schema';
import * as linkPage from '~/routes/public/guest-link/open-questionnaire';
import * as askPage from '~/routes/public/sign-in/request-link';
import * as signInPage from '~/routes/public/sign-in/open-link';
import { followRequestLocale } from '~/platform/http/locale.server';
import { type MadeMember, makeMember } from '../factories/member';
import { makeSupplier } from '../factories/supplier';
import { callRoute } from '../setup/call-route';
import { type Mailbox, openMailbox } from '../setup/mailbox';
import { changeSettings } from '../setup/change-settings';

let mailbox: Mailbox;
let buyer: MadeMember;
followRequestLocale();
beforeAll(async () => {
  mailbox = await openMailbox();
  await changeSettings({ PUBLIC_URL: 'https://manumit.example.org' });
  buyer = await makeMember();
});
afterAll(() => mailbox.close());

/** The newest email to an address, once it has arrived. */
async function emailTo(address: string, after: number): Promise<string> {
  for (let tries = 0; tries < 200; tries++) {
    const mail = mailbox.emails.slice(after).findLast(({ to }) => to.includes(address));
    if (mail) return mail.text;
    await wait(25);
  }
  throw new Error(`No letter to ${address} came.`);
}
const answerToken = (text: string) => /\/r\/([\w-]+)/.exec(text)?.[1] ?? '';

/** Sends a request to a new supplier at this address by form. @returns the token in its email */
async function ask(name: string, email: string): Promise<string> {
  const { publicId } = await makeSupplier(buyer, { name });
  const before = mailbox.emails.length;
  const { action } = await import('~/routes/org/questionnaires/new-request');
  const asked = await callRoute(action, {
    url: `/o/${buyer.organization.slug}/requests/new`,
    params: { orgSlug: buyer.organization.slug },
    cookie: buyer.cookie,
    form: { supplier: publicId, instrument: defaultInstrument, locale: 'en', email },
  });
  expect(asked.status).toBe(200);
  return answerToken(await emailTo(email, before));
}

let addresses = 0;
const link = (which: 'loader' | 'action', token: string, form?: Record<string, string>) =>
  callRoute(linkPage[which], { url: `/r/${token}`, params: { token }, form, address: `198.51.100.${++addresses}`, cookie: 'locale=en' });

describe('A51: a link of a supplier', () => {
  it('reports a second use, and mails a new one to the known address, which it does not reveal', async () => {
    const token = await ask('Twice', 'twice@mill.example');
    expect((await link('action', token, { intent: 'open' })).status).toBe(303);
    const again = await link('action', token, { intent: 'open' });
    expect(again.status).toBe(410);
    const page = await link('loader', token);
    expect(page).toMatchObject({ status: 410, body: { over: 'used', canMail: true } });
    const before = mailbox.emails.length;
    const mailed = await link('action', token, { intent: 'mail', email: 'thief@elsewhere.example' });
    expect(mailed).toMatchObject({ status: 200, body: { isGood: true } });
    expect(JSON.stringify([page.body, mailed.body])).not.toMatch(/mill\.example|elsewhere/);
    const renewed = answerToken(await emailTo('twice@mill.example', before));
    expect(mailbox.emails.slice(before).flatMap(({ to }) => to)).toEqual(['twice@mill.example']);
    expect((await link('action', renewed, { intent: 'open' })).status).toBe(303);
  });

  it('reports that it has expired, and mails a new one likewise', async () => {
    const token = await ask('Too late', 'late@mill.example');
    await buyer.inOrganization((db) =>
      db.guestAccess.updateMany({
        where: { request: { email: 'late@mill.example' } },
        data: { expiresAt: new Date(Date.now() - 1_000) },
      }),
    );
    expect((await link('action', token, { intent: 'open' })).status).toBe(410);
    expect(await link('loader', token)).toMatchObject({ status: 410, body: { over: 'expired', canMail: true } });
    const before = mailbox.emails.length;
    await link('action', token, { intent: 'mail' });
    expect((await link('action', answerToken(await emailTo('late@mill.example', before)), { intent: 'open' })).status).toBe(303);
  });

  it('that is unknown reveals nothing on any route', async () => {
    for (const form of [undefined, { intent: 'open' }, { intent: 'mail' }])
      expect((await link(form ? 'action' : 'loader', 'a'.repeat(43), form)).status).toBe(404);
  });
});

describe('A51: a link to sign in', () => {
  const askFor = (email: string) =>
    callRoute(askPage.action, { url: '/sign-in/link', form: { email }, address: `203.0.113.${++addresses}` });
  const use = (which: 'loader' | 'action', token: string, form?: Record<string, string>) =>
    callRoute(signInPage[which], { url: `/sign-in/link/${token}`, params: { token }, form, address: `203.0.113.${++addresses}` });
  const tokenIn = (text: string) => /\/sign-in\/link\/([\w-]{43})/.exec(text)?.[1] ?? '';

  async function mailedTo(email: string): Promise<string> {
    const before = mailbox.emails.length;
    await askFor(email);
    return tokenIn(await emailTo(email, before));
  }

  it('is rejected the second time; the new one goes to the address of the account and nowhere else', async () => {
    const { user } = await makeMember();
    const token = await mailedTo(user.email);
    expect((await use('action', token, {})).status).toBe(303);
    expect((await use('action', token, {})).status).toBe(410);
    expect((await use('loader', token)).status).toBe(410);
    const before = mailbox.emails.length;
    const renewed = await use('action', token, { intent: 'renew', email: 'thief@elsewhere.example' });
    expect(renewed.body).toMatchObject({ sent: true });
    expect(JSON.stringify(renewed.body)).not.toMatch(new RegExp(user.email));
    expect((await use('action', tokenIn(await emailTo(user.email, before)), {})).status).toBe(303);
    expect(mailbox.emails.slice(before).flatMap(({ to }) => to)).toEqual([user.email]);
  });

  it('is rejected once it has expired', async () => {
    const { user } = await makeMember();
    const token = await mailedTo(user.email);
    await rootDb().magicLink.updateMany({ where: { userId: user.id }, data: { expiresAt: new Date(Date.now() - 1_000) } });
    expect((await use('action', token, {})).status).toBe(410);
    expect((await use('loader', token)).status).toBe(410);
  });

  it('is requested with the same response whether the address has an account or not', async () => {
    const { user } = await makeMember();
    const [known, unknown] = [await askFor(user.email), await askFor(`nobody-${user.email}`)];
    expect(unknown).toEqual(known);
    expect((await use('loader', 'b'.repeat(43))).status).toBe(404);
  });
});
