import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimState } from '~/access/claims.server';
import { forOrganization } from '~/access/tenant-db.server';
import { listReceived } from '~/sharing/received-requests/list-received.server';
import { type MadeMember, makeMember } from '../factories/member';
import { answerAndSubmit, type MadeRequest, makeRequest } from '../factories/request';
import { callRoute, cookieOf } from '../setup/call-route';
import { type Mailbox, openMailbox } from '../setup/mailbox';

let mailbox: Mailbox;
let buyer: MadeMember;
let otherBuyer: MadeMember;
let routes: Record<'account' | 'claim' | 'received' | 'home' | 'section' | 'response', Record<string, unknown>>;

beforeAll(async () => {
  mailbox = await openMailbox();
  [buyer, otherBuyer] = [await makeMember(), await makeMember()];
  routes = {
    account: await import('~/routes/guest/questionnaire/account'),
    claim: await import('~/routes/public/guest-link/claim'),
    received: await import('~/routes/org/sharing/received-requests'),
    home: await import('~/routes/guest/questionnaire/start'),
    section: await import('~/routes/guest/questionnaire/section'),
    response: await import('~/routes/org/questionnaires/response'),
  };
});
afterAll(() => mailbox.close());

const address = () => `mill-${Math.random().toString(36).slice(2)}@example.org`;
const person = { name: 'Rahima', password: 'a long sentence of the mill' };

const account = (request: MadeRequest, form: Record<string, string>, cookie = request.cookie) =>
  callRoute(routes.account.action, {
    url: `/guest/questionnaire/${request.responseId}/account`,
    params: { responseId: request.responseId },
    cookie,
    form,
  });
const claim = (which: 'loader' | 'action', token: string, form?: Record<string, string>, cookie?: string) =>
  callRoute(routes.claim[which], { url: `/claim/${token}`, params: { token }, form, cookie });

async function mailedToken(request: MadeRequest): Promise<string> {
  const answer = await account(request, { intent: 'mail' });
  expect(answer.body).toMatchObject({ isGood: true });
  return /\/claim\/([\w-]+)/.exec(await mailbox.next())?.[1] ?? '';
}

async function received(slug: string, cookie: string) {
  const answer = await callRoute(routes.received.loader, { url: `/o/${slug}/received-requests`, params: { orgSlug: slug }, cookie });
  expect(answer.status).toBe(200);
  return answer.body as {
    rows: { responseId: string; asker: string; status: string }[];
    claimable: { organizationId: string; asker: string }[];
  };
}

test('the reader of the known address takes over the account with all its data; the address is never shown', async () => {
  const email = address();
  const request = await makeRequest(buyer, { name: 'Mill that keeps its answers', email });
  await answerAndSubmit(await request.respondent());
  const page = await callRoute(routes.account.loader, {
    url: `/guest/questionnaire/${request.responseId}/account`,
    params: { responseId: request.responseId },
    cookie: request.cookie,
  });
  expect(page.body).toMatchObject({ proof: 'mail', isClaimed: false });
  expect(JSON.stringify(page.body)).not.toContain(email);
  const token = await mailedToken(request);
  expect((await claim('loader', token)).body).toMatchObject({ over: null, email });
  expect((await claim('action', token, { name: '', password: 'short' })).status).toBe(422);
  const claimed = await claim('action', token, person);
  expect(claimed.status).toBe(303);
  const slug = /\/o\/([^/]+)\/received-requests/.exec(claimed.headers.get('Location') ?? '')?.[1] ?? '';
  expect(slug).toMatch(/^mill-that-keeps-its-answers/);
  const cookie = cookieOf(claimed);
  const list = await received(slug, cookie);
  expect(list.rows).toMatchObject([{ responseId: request.responseId, asker: buyer.organization.name, status: 'submitted' }]);

  // Signed in, without the device: the same pages, as the user.
  const home = await callRoute(routes.home.loader, {
    url: `/guest/questionnaire/${request.responseId}`,
    params: { responseId: request.responseId },
    cookie,
  });
  expect(home.body).toMatchObject({ state: 'submitted', account: { kind: 'member', home: `/o/${slug}/received-requests` } });
  const own = await callRoute(routes.response.loader, {
    url: `/o/${slug}/responses/${request.responseId}`,
    params: { orgSlug: slug, responseId: request.responseId },
    cookie,
  });
  expect(own).toMatchObject({ status: 302 });
  expect(own.headers.get('Location')).toBe(`/guest/questionnaire/${request.responseId}`);
  // Used once.
  expect((await claim('loader', token)).status).toBe(410);
  expect((await claim('action', token, person)).status).toBeGreaterThanOrEqual(400);
  // The device can still answer, and shows that there is an account.
  const device = await callRoute(routes.home.loader, {
    url: `/guest/questionnaire/${request.responseId}`,
    params: { responseId: request.responseId },
    cookie: request.cookie,
  });
  expect(device.body).toMatchObject({ account: { kind: 'claimed' } });
});

test('where the address can be verified, a device alone cannot take over the account', async () => {
  const request = await makeRequest(buyer, { name: 'Mill with a passed-on link', email: address() });
  const answer = await account(request, { intent: 'claim', email: address(), ...person });
  expect(answer.status).toBe(403);
  expect(await claimState(request.supplierOrganizationId)).toMatchObject({ isClaimed: false });
});

test('a forwarded link is accepted as proof and recorded as such; the user enters the address', async () => {
  const request = await makeRequest(buyer, { name: 'Mill without an address' });
  const page = await callRoute(routes.account.loader, {
    url: `/guest/questionnaire/${request.responseId}/account`,
    params: { responseId: request.responseId },
    cookie: request.cookie,
  });
  expect(page.body).toMatchObject({ proof: 'handed' });
  expect((await account(request, { intent: 'claim', ...person, email: buyer.user.email })).status).toBe(422);
  const claimed = await account(request, { intent: 'claim', ...person, email: address() });
  expect(claimed.status).toBe(303);
  expect((await account(request, { intent: 'claim', ...person, email: address() })).status).toBe(409);
});

test('of two simultaneous claims one becomes the owner of the organization', async () => {
  const email = address();
  const request = await makeRequest(buyer, { name: 'Mill that two claim', email });
  const [first, second] = [await mailedToken(request), await mailedToken(request)];
  const one = await makeMember();
  const two = await makeMember();
  const answers = await Promise.all([claim('action', first, {}, one.cookie), claim('action', second, {}, two.cookie)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
  const owners = await forOrganization({ organizationId: request.supplierOrganizationId })((db) => db.membership.findMany());
  expect(owners).toMatchObject([{ role: 'owner' }]);
});

test('a later claim asks the owners of the account, who receive an email', async () => {
  const request = await makeRequest(buyer, { name: 'Mill with an owner' });
  const owner = await makeMember();
  const both = `${request.cookie}; ${owner.cookie}`;
  expect((await account(request, { intent: 'claim' }, both)).status).toBe(303);
  expect((await account(request, { intent: 'ask-owners', email: 'nobody' })).status).toBe(422);
  expect((await account(request, { intent: 'ask-owners', email: 'colleague@example.org' })).body).toMatchObject({ isGood: true });
  const mail = await mailbox.next();
  expect(mail).toContain('colleague@example.org');
  expect(mailbox.emails.at(-1)?.to).toEqual([owner.user.email]);
});

test('another unclaimed organization with requests to the verified address is offered and merged; its buyers learn nothing of each other', async () => {
  const email = address();
  const first = await makeRequest(buyer, { name: 'Mill of two buyers', email });
  const second = await makeRequest(otherBuyer, { name: 'The mill of two buyers', email });
  const stranger = await makeRequest(otherBuyer, { name: 'Another mill', email: address() });
  const claimed = await claim('action', await mailedToken(first), person);
  const cookie = cookieOf(claimed);
  const slug = /\/o\/([^/]+)\//.exec(claimed.headers.get('Location') ?? '')?.[1] ?? '';
  const list = await received(slug, cookie);
  expect(list.claimable).toMatchObject([{ organizationId: second.supplierOrganizationId, asker: otherBuyer.organization.name }]);
  const take = (organizationId: string) =>
    callRoute(routes.received.action, { url: `/o/${slug}/received-requests`, params: { orgSlug: slug }, cookie, form: { organizationId } });
  expect((await take(stranger.supplierOrganizationId)).status).toBe(422);
  const taken = await take(second.supplierOrganizationId);
  expect(taken.status).toBe(303);
  const otherSlug = /\/o\/([^/]+)\//.exec(taken.headers.get('Location') ?? '')?.[1] ?? '';
  expect((await received(otherSlug, cookie)).rows).toMatchObject([{ responseId: second.responseId }]);
  expect((await received(slug, cookie)).claimable).toEqual([]);
  for (const [of, secret] of [
    [buyer, otherBuyer],
    [otherBuyer, buyer],
  ] as const) {
    const seen = await of.inOrganization(async (db) =>
      JSON.stringify([await db.activity.findMany(), await db.questionnaireRequest.findMany()]),
    );
    expect(seen).not.toContain(secret.organization.id);
  }
});

test('requests of others are shown to the organization that received them, and to no other', async () => {
  const request = await makeRequest(buyer, { name: 'Mill of the list' });
  const list = (organizationId: string, as: string) =>
    forOrganization({ organizationId: as })((db) => listReceived(db, { organizationId }));
  expect((await list(request.supplierOrganizationId, request.supplierOrganizationId)).rows).toHaveLength(1);
  expect((await list(request.supplierOrganizationId, otherBuyer.organization.id)).rows).toEqual([]);
  // Outside the pages of the recipient the request is not found: every other page reads the organization's own requests only.
  const plain = await forOrganization({ organizationId: request.supplierOrganizationId })((db) => db.questionnaireRequest.findMany());
  expect(plain).toEqual([]);
});

test('a member answers under their own name; a viewer reads, and a stranger gets 404', async () => {
  const request = await makeRequest(buyer, { name: 'Mill with members' });
  const owner = await makeMember();
  await account(request, { intent: 'claim' }, `${request.cookie}; ${owner.cookie}`);
  const state = await claimState(request.supplierOrganizationId);
  const organization = { id: request.supplierOrganizationId, slug: state?.slug ?? '', name: state?.name ?? '' };
  const viewer = await makeMember({ organization, role: 'viewer' });
  const params = { responseId: request.responseId, sectionId: 'P1' };
  const url = `/guest/questionnaire/${request.responseId}/sections/P1`;
  const post = (cookie: string) => callRoute(routes.section.action, { url, params, cookie, form: { 'P1.Q1:value': '3' } });
  expect((await post(viewer.cookie)).status).toBe(403);
  expect((await callRoute(routes.section.loader, { url, params, cookie: viewer.cookie })).status).toBe(200);
  expect((await post((await makeMember()).cookie)).status).toBe(404);
  expect((await post(owner.cookie)).status).toBe(303);
  const kept = await forOrganization({ organizationId: organization.id })(async (db) => ({
    answer: await db.answer.findFirst({ where: { responseId: request.responseId, question: 'P1.Q1' } }),
    act: await db.activity.findFirst({ where: { recordId: request.responseId, act: 'answer' } }),
  }));
  expect(kept).toMatchObject({ answer: { answeredById: owner.user.id }, act: { userId: owner.user.id } });
});
