import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultInstrument } from '~/questionnaires/responses/schema';
import { type MadeMember, makeMember } from '../factories/member';
import { makeSupplier } from '../factories/supplier';
import { callRoute, cookieOf } from '../setup/call-route';
import { type Mailbox, openMailbox } from '../setup/mailbox';

let mailbox: Mailbox;
let member: MadeMember;
let routes: Record<'link' | 'home' | 'section' | 'save' | 'ask' | 'request' | 'list', Record<string, unknown>>;

beforeAll(async () => {
  mailbox = await openMailbox();
  member = await makeMember();
  routes = {
    link: await import('~/routes/public/guest-link/open-questionnaire'),
    home: await import('~/routes/guest/questionnaire/start'),
    section: await import('~/routes/guest/questionnaire/section'),
    save: await import('~/routes/guest/questionnaire/save'),
    ask: await import('~/routes/org/questionnaires/new-request'),
    request: await import('~/routes/org/questionnaires/request'),
    list: await import('~/routes/org/questionnaires/requests-export'),
  };
});
afterAll(() => mailbox.close());

/** Sends a request to a new supplier by form. @returns the token of the mailed link and the id of the response */
async function ask(name: string, more: Record<string, string> = {}): Promise<{ token: string; responseId: string; email: string }> {
  const { publicId } = await makeSupplier(member, { name });
  const answer = await callRoute(routes.ask.action, {
    url: `/o/${member.organization.slug}/requests/new`,
    params: { orgSlug: member.organization.slug },
    cookie: member.cookie,
    form: { supplier: publicId, instrument: defaultInstrument, locale: 'en', email: 'Mill@Example.org', dueOn: '2026-12-31', ...more },
  });
  expect(answer.status).toBe(200);
  const body = answer.body as { made: { responseId: string; link: { url: string; mailed: string } } };
  expect(body.made.link.mailed).toBe('mailed');
  const email = await mailbox.next();
  return { token: body.made.link.url.split('/r/')[1] ?? '', responseId: body.made.responseId, email };
}

const link = (which: 'loader' | 'action', token: string, form?: Record<string, string>, address = '192.0.2.7') =>
  callRoute(routes.link[which], { url: `/r/${token}`, params: { token }, form, address, cookie: 'locale=en' });

async function begin(token: string): Promise<string> {
  const opened = await link('action', token, { intent: 'open' });
  expect(opened.status).toBe(303);
  return cookieOf(opened);
}

test('mails the request with its link in the language of the request, without any answers', async () => {
  const { token, email } = await ask('Filature', { locale: 'fr', message: 'Merci d’avance' });
  expect(email).toContain(`/r/${token}`);
  expect(email).toContain(member.organization.name);
  expect(email).toMatch(/Merci d’avance/);
  const first = await callRoute(routes.link.loader, { url: `/r/${token}`, params: { token } });
  expect(first.status).toBe(302);
  expect(first.headers.get('set-cookie')).toMatch(/locale=fr/);
});

test('a form without supplier, due date or address reports each error and sends nothing', async () => {
  const answer = await callRoute(routes.ask.action, {
    url: `/o/${member.organization.slug}/requests/new`,
    params: { orgSlug: member.organization.slug },
    cookie: member.cookie,
    form: { instrument: defaultInstrument, locale: 'xx', email: 'nobody', dueOn: '31 December' },
  });
  expect(answer.status).toBe(422);
  const { failure } = answer.body as { failure: { errors: Record<string, string[]> } };
  expect(Object.keys(failure.errors).sort()).toEqual(['dueOn', 'email', 'locale', 'supplier']);
});

test('opening the page does not use the link; its button does, once; afterwards a new link is mailed, never shown', async () => {
  const { token, responseId } = await ask('Mill of one link');
  for (let visits = 0; visits < 3; visits++) expect((await link('loader', token)).status).toBe(200);
  const cookie = await begin(token);
  const home = await callRoute(routes.home.loader, { url: `/guest/questionnaire/${responseId}`, params: { responseId }, cookie });
  expect(home.body).toMatchObject({ state: 'open', asker: member.organization.name });
  const over = await link('loader', token);
  expect(over).toMatchObject({ status: 410, body: { over: 'used', canMail: true } });
  expect(JSON.stringify(over.body)).not.toMatch(/example\.org/i);
  expect((await link('action', token, { intent: 'open' })).status).toBe(410);
  const mailed = await link('action', token, { intent: 'mail' });
  expect(mailed).toMatchObject({ status: 200, body: { isGood: true } });
  expect(JSON.stringify(mailed.body)).not.toMatch(/example\.org|\/r\//i);
  const renewed = /\/r\/([\w-]+)/.exec(await mailbox.next())?.[1] ?? '';
  expect(mailbox.emails.at(-1)?.to).toEqual(['mill@example.org']);
  expect((await link('loader', renewed)).status).toBe(200);
});

test('every route rejects a guessed token, and too many guesses are delayed', async () => {
  expect((await link('loader', 'guessed')).status).toBe(404);
  for (let guesses = 0; guesses < 60; guesses++)
    expect([404, 410]).toContain(
      (await link('action', `guess-${guesses}`, { intent: guesses % 2 ? 'open' : 'mail' }, '192.0.2.99')).status,
    );
  expect((await link('action', 'guess', { intent: 'open' }, '192.0.2.99')).status).toBe(429);
});

test('the answering routes reject a request without the device, and one for another response', async () => {
  const [own, other] = [await ask('Mill with a device'), await ask('Mill without')];
  const cookie = await begin(own.token);
  for (const [route, which] of [
    ['home', 'loader'],
    ['section', 'loader'],
    ['save', 'action'],
    ['section', 'action'],
  ] as const) {
    const call = (responseId: string, sent?: string) =>
      callRoute(routes[route][which], {
        url: `/guest/questionnaire/${responseId}`,
        params: { responseId, sectionId: 'P1' },
        cookie: sent,
        ...(which === 'action' ? { form: { question: 'P1.Q1', 'P1.Q1:value': '2' } } : {}),
      });
    expect((await call(own.responseId)).status, route).toBe(404);
    expect((await call(other.responseId, cookie)).status, route).toBe(404);
    expect((await call(own.responseId, cookie)).status, route).toBeLessThan(400);
    expect((await call(own.responseId, cookie.replace(own.responseId, other.responseId))).status, route).toBe(404);
  }
  const withdrawn = await callRoute(routes.request.action, {
    url: `/o/${member.organization.slug}/requests/${own.responseId}`,
    params: { orgSlug: member.organization.slug, responseId: own.responseId },
    cookie: member.cookie,
    form: { intent: 'withdraw' },
  });
  expect(withdrawn.status).toBe(303);
  const gone = await callRoute(routes.home.loader, { url: '/', params: { responseId: own.responseId }, cookie });
  expect(gone.status).toBe(410);
});

test('the list of requests is a CSV that is safe to open in a spreadsheet', async () => {
  await ask('=HYPERLINK("x")');
  const answer = await callRoute(routes.list.loader, {
    url: `/o/${member.organization.slug}/requests/export?status=invited`,
    params: { orgSlug: member.organization.slug },
    cookie: member.cookie,
  });
  expect(answer.headers.get('content-type')).toMatch(/csv/);
  expect(answer.body).toContain(`"'=HYPERLINK(""x"")"`);
  expect(String(answer.body).split('\r\n').length).toBeGreaterThan(2);
});
