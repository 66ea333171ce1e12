import { type AnswerValue, instrument } from '#scoring';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { raiseFindings } from '~/findings/findings/raise-findings.server';
import { withdrawRequest } from '~/questionnaires/requests/change-request.server';
import { reachAsker } from '~/questionnaires/requests/receive-answers.server';
import { submitOwn } from '~/questionnaires/respondent/submit-own.server';
import { requireRespondent } from '~/access/require-respondent.server';
import { type MadeMember, makeMember } from '../factories/member';
import { makeSupplier } from '../factories/supplier';
import { callRoute, cookieOf } from '../setup/call-route';
import { type Mailbox, openMailbox } from '../setup/mailbox';

const review = 'recruiter-review@2.0.0';
type Loaded = {
  suppliers: unknown[];
  recruiter: { name: string } | null;
  instruments: { key: string; kind: string }[];
  reviews: {
    rows: { id: string; instrumentKey: string; requestStatus: string | null; dueOn: Date | null; submittedAt: Date | null }[];
    result: {
      isByRecruiter: boolean;
      isRead: boolean;
      sections: { key: string; met: number; partly: number; notMet: number; open: number }[];
      notMet: { key: string }[];
    } | null;
    findings: { id: string; title: string }[];
  } | null;
  may: { open: boolean; ask: boolean };
};

let mailbox: Mailbox;
let member: MadeMember;
let viewer: MadeMember;
let routes: Record<string, Record<string, unknown>>;

beforeAll(async () => {
  mailbox = await openMailbox();
  member = await makeMember();
  viewer = await makeMember({ organization: member.organization, role: 'viewer' });
  routes = {
    add: await import('~/routes/org/suppliers/labour-recruiters'),
    page: await import('~/routes/org/suppliers/labour-recruiter'),
    open: await import('~/routes/org/questionnaires/new-response'),
    overview: await import('~/routes/org/questionnaires/response'),
    section: await import('~/routes/org/questionnaires/response-section'),
    ask: await import('~/routes/org/questionnaires/new-request'),
    request: await import('~/routes/org/questionnaires/request'),
    link: await import('~/routes/public/guest-link/open-questionnaire'),
    home: await import('~/routes/guest/questionnaire/start'),
    save: await import('~/routes/guest/questionnaire/save'),
    answer: await import('~/routes/guest/questionnaire/section'),
  };
});
afterAll(() => mailbox.close());

const root = () => `/o/${member.organization.slug}`;
const all = () => ({ orgSlug: member.organization.slug });
const call = (route: string, which: 'loader' | 'action', options: Omit<Parameters<typeof callRoute>[1], 'url'> & { url: string }) =>
  callRoute(routes[route]?.[which], { cookie: member.cookie, ...options });

async function recruiter(name: string): Promise<string> {
  const made = await call('add', 'action', { url: `${root()}/labour-recruiters`, params: all(), form: { name, country: 'NP' } });
  expect(made.status).toBe(303);
  return made.headers.get('Location')?.split('/').at(-1) ?? '';
}

async function page(labourRecruiterId: string, cookie = viewer.cookie, query = ''): Promise<Loaded> {
  const answer = await call('page', 'loader', {
    url: `${root()}/labour-recruiters/${labourRecruiterId}${query}`,
    params: { ...all(), labourRecruiterId },
    cookie,
  });
  expect(answer.status).toBe(200);
  return answer.body as Loaded;
}

const openFor = (id: string, form: Record<string, string> = {}, cookie = member.cookie) =>
  call('open', 'action', {
    url: `${root()}/responses/new?recruiter=${id}`,
    params: all(),
    cookie,
    form: { instrument: review, dueOn: '2026-12-31', ...form },
  });
const askFor = (id: string, form: Record<string, string> = {}, cookie = member.cookie) =>
  call('ask', 'action', {
    url: `${root()}/requests/new?recruiter=${id}`,
    params: all(),
    cookie,
    form: { instrument: review, locale: 'fr', email: 'office@example.org', dueOn: '2026-12-31', message: 'Bonjour', ...form },
  });

/** A review that was sent and opened on a device: the cookie of the device. */
async function sent(id: string) {
  const answer = await askFor(id);
  expect(answer.status).toBe(200);
  const { made } = answer.body as { made: { responseId: string; link: { url: string; mailed: string } } };
  expect(made.link.mailed).toBe('mailed');
  const email = await mailbox.next();
  const token = made.link.url.split('/r/')[1] ?? '';
  const opened = await callRoute(routes.link?.action, { url: `/r/${token}`, params: { token }, form: { intent: 'open' } });
  expect(opened.status).toBe(303);
  return { responseId: made.responseId, email, token, cookie: cookieOf(opened) };
}

const respondentOf = ({ cookie, responseId }: { cookie: string; responseId: string }) =>
  requireRespondent(new Request('http://localhost/', { headers: { 'User-Agent': 'phone', Cookie: cookie } }), { responseId });

/** The answers of a section's form: all met, except some; what is picked or ticked is not known. */
function sectionForm(sectionKey: string, except: Record<string, AnswerValue> = {}): Record<string, string> {
  const section = instrument(review).sections.find(({ key }) => key === sectionKey);
  return Object.fromEntries(
    (section?.questions ?? []).flatMap(({ key, type }): [string, string][] => {
      if (type === 'REVIEW') return [[`${key}:value`, String(except[key] ?? 'met')]];
      return type === 'PICK' || type === 'TICKS' ? [[`${key}:value`, 'dont-know']] : [];
    }),
  );
}

describe('a review that the organization answers itself', () => {
  test('opens from the page of the recruiter for the review alone, is answered section by section, and its result appears on that page', async () => {
    const id = await recruiter('Himal Recruiting');
    const offered = await call('open', 'loader', { url: `${root()}/responses/new?recruiter=${id}`, params: all() });
    expect(offered.body).toMatchObject({ recruiter: { name: 'Himal Recruiting' }, known: [] });
    expect((offered.body as Loaded).instruments.map(({ key }) => key)).toEqual([review]);
    expect(await page(id)).toMatchObject({ reviews: { rows: [], result: null, findings: [] }, may: { open: false, ask: false } });
    expect((await openFor(id, {}, viewer.cookie)).status).toBe(403);
    expect((await openFor(id, { dueOn: 'soon' })).status).toBe(422);

    const opened = await openFor(id);
    expect(opened.status).toBe(303);
    const responseId = opened.headers.get('Location')?.split('/').at(-1) ?? '';
    const twice = await openFor(id);
    expect(twice.body).toMatchObject({ openId: responseId });
    const params = { ...all(), responseId };
    const url = `${root()}/responses/${responseId}`;
    const saveSection = (sectionId: string, form: Record<string, string>) =>
      call('section', 'action', {
        url: `${url}/questions/${sectionId}`,
        params: { ...params, sectionId },
        form: { intent: 'section', ...form },
      });
    for (const { key } of instrument(review).sections)
      await saveSection(key, sectionForm(key, { 'A1.1.a': 'not-met', 'A2.1': 'partial', 'A3.1': 'not-assessed' }));
    const submitted = await call('overview', 'action', { url, params, form: { intent: 'submit' } });
    expect(submitted.status).toBe(303);

    const { reviews } = await page(id);
    expect(reviews?.rows).toEqual([expect.objectContaining({ id: responseId, requestStatus: null, dueOn: new Date('2026-12-31') })]);
    expect(reviews?.result).toMatchObject({ isByRecruiter: false, isRead: true, notMet: [{ key: 'A1.1.a' }] });
    expect(reviews?.result?.sections.find(({ key }) => key === 'RA')).toMatchObject({ met: 4, partly: 1, notMet: 1, open: 1 });
    const overview = await call('overview', 'loader', { url, params });
    expect(overview.body).toMatchObject({ supplier: { kind: 'labour-recruiter', publicId: id }, scores: false });
    // A recruiter has no score, and none is written.
    expect(await member.inOrganization((db) => db.score.count({ where: { party: { publicId: id } } }))).toBe(0);
  });

  test('applies to recruiters: a supplier is not offered it, no other questionnaire opens for a recruiter, and an unknown recruiter returns 404', async () => {
    const id = await recruiter('Koshi Agency');
    const supplier = await makeSupplier(member, { name: 'Mill' });
    const offered = await call('open', 'loader', { url: `${root()}/responses/new`, params: all() });
    expect((offered.body as Loaded).instruments.map(({ kind }) => kind)).not.toContain('recruiter-review');
    expect((await openFor(id, { instrument: 'ilo-ten-principles@1.0.0' })).status).toBe(422);
    expect((await openFor(supplier.publicId)).status).toBe(422);
    expect((await askFor(supplier.publicId)).status).toBe(422);
    expect((await askFor(id, { instrument: 'ilo-ten-principles@1.0.0' })).status).toBe(422);
    const ofSupplier = await call('open', 'action', {
      url: `${root()}/responses/new`,
      params: all(),
      form: { supplier: supplier.publicId, instrument: review },
    });
    expect(ofSupplier.status).toBe(422);
    const asSupplier = await call('ask', 'action', {
      url: `${root()}/requests/new`,
      params: all(),
      form: { supplier: id, instrument: review, locale: 'en' },
    });
    expect(asSupplier.status).toBe(422);
    for (const route of ['open', 'ask'])
      expect((await call(route, 'loader', { url: `${root()}/x/new?recruiter=8ZZZZZZZZZ9`, params: all() })).status).toBe(404);
    const other = await makeMember();
    const foreign = await callRoute(routes.open?.loader, {
      url: `/o/${other.organization.slug}/responses/new?recruiter=${id}`,
      params: { orgSlug: other.organization.slug },
      cookie: other.cookie,
    });
    expect(foreign.status).toBe(404);
  });

  test('rejects complaint counts from one to four with a message, and accepts none and many', async () => {
    const id = await recruiter('Narayani Overseas');
    const responseId = (await openFor(id)).headers.get('Location')?.split('/').at(-1) ?? '';
    const save = async (value: string) =>
      (
        await call('section', 'action', {
          url: `${root()}/responses/${responseId}/questions/RR`,
          params: { ...all(), responseId, sectionId: 'RR' },
          form: { intent: 'answer', question: 'RR.15', 'RR.15:value': value },
        })
      ).body;
    expect(await save('3')).toMatchObject({ refusal: expect.stringContaining('0, or 5 or more'), savedAt: null });
    const kept = () => member.inOrganization((db) => db.answer.findMany({ where: { responseId }, select: { value: true } }));
    expect(await kept()).toEqual([]);
    expect(await save('5')).toMatchObject({ refusal: null });
    expect(await save('0')).toMatchObject({ refusal: null });
    expect(await kept()).toEqual([{ value: 0 }]);
    const reported = await member.inOrganization((db) => db.activity.findMany({ where: { recordId: responseId } }));
    expect(JSON.stringify(reported.map(({ changes }) => changes))).not.toMatch(/RR\.15[^}]*\b3\b/);
    // One recorded before the rule is not shown.
    await member.inOrganization((db) => db.answer.updateMany({ where: { responseId }, data: { value: 2 } }));
    const section = await call('section', 'loader', {
      url: `${root()}/responses/${responseId}/questions/RR`,
      params: { ...all(), responseId, sectionId: 'RR' },
    });
    expect(JSON.stringify(section.body)).not.toMatch(/"(value|gathered)":2\b/);
  });
});

describe('a review that is sent by link', () => {
  test('reaches the recruiter in its language, who answers it on a device and sees nothing else; the answers appear on its page', async () => {
    const id = await recruiter('Gandaki Manpower');
    const supplier = await makeSupplier(member, { name: 'Secret Mill' });
    expect((await askFor(id, {}, viewer.cookie)).status).toBe(403);
    expect((await askFor(id, { email: 'nonsense' })).status).toBe(422);
    const device = await sent(id);
    expect(device.email).toContain(`/r/${device.token}`);
    expect(device.email).toContain('Bonjour');
    const { responseId, cookie } = device;
    expect((await page(id)).reviews?.rows).toEqual([
      expect.objectContaining({ id: responseId, requestStatus: 'opened', dueOn: new Date('2026-12-31') }),
    ]);
    const home = await callRoute(routes.home?.loader, { url: `/guest/questionnaire/${responseId}`, params: { responseId }, cookie });
    expect(home.status).toBe(200);
    expect(JSON.stringify(home.body)).toContain('Gandaki Manpower');
    expect(JSON.stringify(home.body)).not.toContain(supplier.publicId);
    // Another review is not opened by this device.
    const other = await sent(await recruiter('Bagmati Jobs'));
    const wrong = await callRoute(routes.home?.loader, {
      url: `/guest/questionnaire/${other.responseId}`,
      params: { responseId: other.responseId },
      cookie,
    });
    expect(wrong.status).toBe(404);

    const small = await callRoute(routes.save?.action, {
      url: `/guest/questionnaire/${responseId}/save`,
      params: { responseId },
      cookie,
      form: { question: 'RR.15', 'RR.15:value': '2' },
    });
    expect(JSON.parse(String(small.body))).toMatchObject({ savedAt: null, refusal: expect.stringContaining('0, or 5 or more') });
    // Our own review of the same recruiter is allowed beside it; a second request is not.
    const own = await openFor(id);
    expect(own.status).toBe(303);
    expect((await askFor(id)).body).toMatchObject({ openId: responseId });
    for (const { key } of instrument(review).sections)
      await callRoute(routes.answer?.action, {
        url: `/guest/questionnaire/${responseId}/sections/${key}`,
        params: { responseId, sectionId: key },
        cookie,
        form: sectionForm(key, { 'D-3.1.a': 'not-met', 'FR2.1.a': 'partial' }),
      });
    expect((await page(id)).reviews).toMatchObject({
      rows: expect.arrayContaining([expect.objectContaining({ requestStatus: 'started' })]),
      result: null,
    });
    expect(await submitOwn(await respondentOf(device), { now: new Date() })).toMatchObject({ kind: 'submitted' });
    await reachAsker({ askerOrganizationId: member.organization.id, responseId, now: new Date() });

    const { reviews } = await page(id);
    expect(reviews?.rows).toEqual(
      expect.arrayContaining([expect.objectContaining({ requestStatus: 'submitted', submittedAt: expect.any(Date) })]),
    );
    expect(reviews?.result).toMatchObject({ isByRecruiter: true, isRead: true, notMet: [{ key: 'D-3.1.a' }] });
    const request = await call('request', 'loader', { url: `${root()}/requests/${responseId}`, params: { ...all(), responseId } });
    expect(request.body).toMatchObject({ request: { supplier: { kind: 'labour-recruiter', publicId: id }, status: 'submitted' } });
    const read = await member.inOrganization((db) =>
      db.questionnaireRequest.findFirst({ where: { responseId }, select: { receivedAt: true } }),
    );
    expect(read?.receivedAt).not.toBeNull();
    expect(await member.inOrganization((db) => db.score.count({ where: { party: { publicId: id } } }))).toBe(0);
  });

  test('is reminded and withdrawn like any request, and then no longer opens', async () => {
    const id = await recruiter('Tarai Services');
    const device = await sent(id);
    const { responseId, cookie } = device;
    const reminded = await call('request', 'action', {
      url: `${root()}/requests/${responseId}`,
      params: { ...all(), responseId },
      form: { intent: 'remind' },
    });
    expect(reminded.status).toBeLessThan(400);
    expect(await mailbox.next()).toContain('/r/');
    await member.inOrganization((db) => withdrawRequest(db, { responseId, userId: member.user.id, now: new Date() }));
    const home = await callRoute(routes.home?.loader, { url: `/guest/questionnaire/${responseId}`, params: { responseId }, cookie });
    expect(home.status).toBeGreaterThanOrEqual(400);
    expect((await page(id)).reviews?.rows[0]?.requestStatus).toBe('withdrawn');
  });
});

test('findings about a recruiter are on its page, and the view of a past date shows no reviews', async () => {
  const id = await recruiter('Mechi Placement');
  const party = await member.inOrganization((db) => db.party.findFirstOrThrow({ where: { publicId: id }, select: { id: true } }));
  const responseId = (await openFor(id)).headers.get('Location')?.split('/').at(-1) ?? '';
  await member.inOrganization((db) =>
    raiseFindings(db, {
      ...{ partyId: party.id, responseId, userId: member.user.id },
      findings: [{ question: 'F1.agency', grade: 'major', text: 'Workers paid a service fee', evidenceGrade: 'document-checked' }],
    }),
  );
  expect((await page(id)).reviews?.findings).toEqual([expect.objectContaining({ grade: 'major' })]);
  expect((await page(id, viewer.cookie, '?known-on=2026-01-01')).reviews).toBeNull();
});
