import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOnDevice } from '~/access/answer-devices.server';
import { openRequest } from '~/questionnaires/requests/open-request.server';
import { reachAsker } from '~/questionnaires/requests/receive-answers.server';
import { readRequest } from '~/questionnaires/requests/read-request.server';
import { followRequestLocale } from '~/platform/http/locale.server';
import { type MadeMember, makeMember } from '../factories/member';
import { answerAndSubmit, type MadeRequest, makeRequest } from '../factories/request';
import { callRoute } from '../setup/call-route';
import { type Mailbox, openMailbox } from '../setup/mailbox';

let mailbox: Mailbox;
let owner: MadeMember;
let reviewer: MadeMember;
let routes: Record<'desk' | 'request' | 'version' | 'overview' | 'settings', Record<string, unknown>>;

beforeAll(async () => {
  followRequestLocale();
  mailbox = await openMailbox();
  owner = await makeMember();
  reviewer = await makeMember({ organization: owner.organization, role: 'reviewer' });
  routes = {
    desk: await import('~/routes/org/questionnaires/response-review'),
    request: await import('~/routes/org/questionnaires/request'),
    version: await import('~/routes/org/questionnaires/response-version'),
    overview: await import('~/routes/org/questionnaires/response'),
    settings: await import('~/routes/org/organizations/organization'),
  };
});
afterAll(() => mailbox.close());

const call = (
  route: keyof typeof routes,
  which: 'loader' | 'action',
  member: MadeMember,
  options: { responseId?: string; versionId?: string; form?: Record<string, string> },
) =>
  callRoute(routes[route][which], {
    url: `/o/${member.organization.slug}/x`,
    params: { orgSlug: member.organization.slug, responseId: options.responseId, versionId: options.versionId },
    cookie: `${member.cookie}; locale=en`,
    form: options.form,
  });

async function answered(name: string, more: { locale?: string; email?: string | null } = {}): Promise<MadeRequest> {
  const request = await makeRequest(owner, { name, email: more.email === undefined ? 'mill@example.org' : more.email });
  if (more.locale)
    await owner.inOrganization((db) =>
      db.questionnaireRequest.updateMany({ where: { responseId: request.responseId }, data: { locale: more.locale ?? 'en' } }),
    );
  await answerAndSubmit(await request.respondent());
  await reachAsker({ askerOrganizationId: owner.organization.id, responseId: request.responseId, now: new Date() });
  return request;
}
const questionOne = (member: MadeMember, { responseId }: MadeRequest) =>
  call('desk', 'action', member, { responseId, form: { intent: 'question', question: 'P1.Q1', comment: 'Since when is it so?' } });
const sendBack = (member: MadeMember, { responseId }: MadeRequest) =>
  call('desk', 'action', member, { responseId, form: { intent: 'send-back' } });

test('questioned answers are reported by an email in the language of the request, with a link that opens them and none of the answers', async () => {
  const request = await answered('Filature questionnée', { locale: 'fr' });
  expect((await questionOne(reviewer, request)).status).toBe(303);
  // A reviewer may not share links: the response contains nothing of the link.
  expect((await sendBack(reviewer, request)).status).toBe(303);
  const email = await mailbox.next();
  expect(mailbox.emails.at(-1)?.to).toEqual(['mill@example.org']);
  expect(email).toContain(`${owner.organization.name} a lu vos réponses`);
  expect(email).not.toContain('Since when');
  const token = /\/r\/([\w-]+)/.exec(email)?.[1] ?? '';
  const visit = new Request('http://localhost/', { headers: { 'User-Agent': 'another phone' } });
  expect((await openOnDevice(token, visit, openRequest))?.responseId).toBe(request.responseId);
  const read = await owner.inOrganization((db) => readRequest(db, request.responseId));
  expect(read?.mailedAt).not.toBeNull();
  expect(read?.remindedAt).toBeNull();
});

test('without an address the link is shown once to a user who may share it, and a reviewer sees who can create one', async () => {
  const request = await answered('Mill without an address', { email: null });
  await questionOne(owner, request);
  const shown = await sendBack(owner, request);
  expect(shown).toMatchObject({
    status: 200,
    body: { failure: null, sent: { link: { mailed: 'no-mail', url: expect.stringContaining('/r/') } } },
  });
  const other = await answered('Another mill without one', { email: null });
  await questionOne(reviewer, other);
  expect((await sendBack(reviewer, other)).status).toBe(303);
});

test('a request that is questioned as a whole is mailed too', async () => {
  const request = await answered('Mill questioned as a whole');
  const { responseId } = request;
  const form = { intent: 'question-back', reason: 'The figures are of last year' };
  expect((await call('request', 'action', owner, { responseId, form })).status).toBe(303);
  expect(await mailbox.next()).toContain('asks you to check some of them again');
});

test('signing off needs the permission and a note on answers without review; an owner chooses the second-person rule', async () => {
  const { responseId } = await answered('Mill at the door');
  const auditor = await makeMember({ organization: owner.organization, role: 'auditor' });
  const sign = (member: MadeMember, unreviewed?: number) =>
    call('desk', 'action', member, {
      responseId,
      form: { intent: 'sign-off', ...(unreviewed === undefined ? {} : { unreviewed: String(unreviewed) }) },
    });
  expect((await sign(auditor)).status).toBe(403);
  expect((await sign(reviewer)).status).toBe(422);
  const { body } = await call('desk', 'loader', reviewer, { responseId });
  const { unreviewed } = (body as { desk: { counts: { unreviewed: number } } }).desk.counts;
  expect((await call('settings', 'action', reviewer, { form: { intent: 'sign-off', isSignedOffBySecond: 'on' } })).status).toBe(403);
  expect((await call('settings', 'action', owner, { form: { intent: 'sign-off', isSignedOffBySecond: 'on' } })).status).toBe(303);
  await call('desk', 'action', reviewer, { responseId, form: { intent: 'accept', question: 'P1.Q1' } });
  expect(await sign(reviewer, unreviewed - 1)).toMatchObject({
    status: 422,
    body: { failure: { message: expect.stringContaining('second person') } },
  });
  expect((await sign(owner, unreviewed - 1)).status).toBe(303);
  expect((await call('desk', 'loader', reviewer, { responseId })).body).toMatchObject({
    signOff: { kind: 'given', by: owner.user.name, unreviewed: unreviewed - 1 },
  });
  expect((await call('settings', 'action', owner, { form: { intent: 'sign-off' } })).status).toBe(303);
});

test('a replaced version opens only for the organization that requested it', async () => {
  const request = await answered('Mill of versions');
  await questionOne(owner, request);
  await sendBack(owner, request);
  await mailbox.next();
  await answerAndSubmit(await request.respondent());
  const { responseId } = request;
  const { body } = await call('overview', 'loader', owner, { responseId });
  const { versions } = body as { versions: { id: string; replacedAt: string | null }[] };
  expect(versions.map(({ replacedAt }) => replacedAt === null)).toEqual([true, false]);
  const versionId = versions[1]?.id ?? '';
  expect((await call('version', 'loader', owner, { responseId, versionId })).status).toBe(200);
  expect((await call('version', 'loader', owner, { responseId, versionId: responseId })).status).toBe(404);
  expect((await call('version', 'loader', await makeMember(), { responseId, versionId })).status).toBe(404);
});
