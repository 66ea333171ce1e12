import { beforeAll, expect, test } from 'vitest';
import { defaultInstrument } from '~/questionnaires/responses/schema';
import { type MadeMember, makeMember } from '../factories/member';
import { makeSupplier } from '../factories/supplier';
import { callRoute, cookieOf } from '../setup/call-route';

let member: MadeMember;
let stranger: MadeMember;
let routes: Record<
  'link' | 'ask' | 'request' | 'save' | 'page' | 'pdf' | 'memberPage' | 'memberPdf' | 'instrument' | 'instrumentPdf',
  Record<string, unknown>
>;

beforeAll(async () => {
  [member, stranger] = [await makeMember(), await makeMember()];
  routes = {
    link: await import('~/routes/public/guest-link/open-questionnaire'),
    ask: await import('~/routes/org/questionnaires/new-request'),
    request: await import('~/routes/org/questionnaires/request'),
    save: await import('~/routes/guest/questionnaire/save'),
    page: await import('~/routes/guest/questionnaire/print-form'),
    pdf: await import('~/routes/guest/questionnaire/print-form-pdf'),
    memberPage: await import('~/routes/org/questionnaires/response-print-form'),
    memberPdf: await import('~/routes/org/questionnaires/response-print-form-pdf'),
    instrument: await import('~/routes/org/questionnaires/template-print-form'),
    instrumentPdf: await import('~/routes/org/questionnaires/template-print-form-pdf'),
  };
});

/** A new supplier that received a request and has started on a device. */
async function begun(): Promise<{ responseId: string; cookie: string }> {
  const { publicId } = await makeSupplier(member, { name: 'Mill with a printer' });
  const { organization, cookie } = member;
  const asked = await callRoute(routes.ask.action, {
    url: `/o/${organization.slug}/requests/new`,
    params: { orgSlug: organization.slug },
    cookie,
    form: { supplier: publicId, instrument: defaultInstrument, locale: 'en', dueOn: '2026-12-31' },
  });
  const { made } = asked.body as { made: { responseId: string; link: { url: string } } };
  const token = made.link.url.split('/r/')[1] ?? '';
  const opened = await callRoute(routes.link.action, {
    url: `/r/${token}`,
    params: { token },
    form: { intent: 'open' },
    cookie: 'locale=en',
  });
  return { responseId: made.responseId, cookie: cookieOf(opened) };
}

const own = (route: 'page' | 'pdf', responseId: string, cookie?: string, search = '') =>
  callRoute(routes[route].loader, { url: `/guest/questionnaire/${responseId}/print-form${search}`, params: { responseId }, cookie });
const members = (route: 'memberPage' | 'memberPdf', responseId: string, who: MadeMember = member) =>
  callRoute(routes[route].loader, {
    url: `/o/${who.organization.slug}/responses/${responseId}/print-form`,
    params: { orgSlug: who.organization.slug, responseId },
    cookie: who.cookie,
  });
const instrument = (route: 'instrument' | 'instrumentPdf', key: string, search = '') =>
  callRoute(routes[route].loader, {
    url: `/o/${member.organization.slug}/templates/${key}/print-form${search}`,
    params: { orgSlug: member.organization.slug, instrumentKey: key },
    cookie: member.cookie,
  });

test('the respondent gets the form with or without their answers, and a PDF that no cache stores', async () => {
  const { responseId, cookie } = await begun();
  const saved = await callRoute(routes.save.action, {
    url: `/guest/questionnaire/${responseId}/save`,
    params: { responseId },
    cookie,
    form: { question: 'P1.Q2', 'P1.Q2:value': 'yes', 'P1.Q2:note': 'since 2019' },
  });
  expect(saved.status).toBe(200);
  const page = await own('page', responseId, cookie);
  expect(page.body).toMatchObject({ hasAnswers: true, isBlank: false, form: { locale: 'en', author: member.organization.name } });
  expect(JSON.stringify(page.body)).toContain('since 2019');
  const empty = await own('page', responseId, cookie, '?answers=none');
  expect(JSON.stringify(empty.body)).not.toContain('since 2019');
  const pdf = await own('pdf', responseId, cookie);
  expect(pdf.status).toBe(200);
  expect(pdf.headers.get('content-type')).toBe('application/pdf');
  expect(pdf.headers.get('content-disposition')).toContain('attachment');
  expect(pdf.headers.get('cache-control')).toBe('private, no-store');
});

test('rejects a request without the device, for another response, and after the request was withdrawn', async () => {
  const [mine, other] = [await begun(), await begun()];
  for (const route of ['page', 'pdf'] as const) {
    expect((await own(route, mine.responseId)).status, route).toBe(404);
    expect((await own(route, other.responseId, mine.cookie)).status, route).toBe(404);
    expect((await own(route, other.responseId, mine.cookie.replace(mine.responseId, other.responseId))).status, route).toBe(404);
    expect((await own(route, 'nonsense', mine.cookie)).status, route).toBe(404);
  }
  const withdrawn = await callRoute(routes.request.action, {
    url: `/o/${member.organization.slug}/requests/${mine.responseId}`,
    params: { orgSlug: member.organization.slug, responseId: mine.responseId },
    cookie: member.cookie,
    form: { intent: 'withdraw' },
  });
  expect(withdrawn.status).toBeLessThan(400);
  for (const route of ['page', 'pdf'] as const) expect((await own(route, mine.responseId, mine.cookie)).status, route).toBe(410);
});

test('a member reads an unsubmitted response as an empty form; others get 404', async () => {
  const { responseId, cookie } = await begun();
  await callRoute(routes.save.action, {
    url: `/guest/questionnaire/${responseId}/save`,
    params: { responseId },
    cookie,
    form: { question: 'P1.Q2', 'P1.Q2:value': 'yes', 'P1.Q2:note': 'not sent yet' },
  });
  const page = await members('memberPage', responseId);
  expect(page.body).toMatchObject({ hasAnswers: false, subject: 'Mill with a printer' });
  expect(JSON.stringify(page.body)).not.toContain('not sent yet');
  for (const route of ['memberPage', 'memberPdf'] as const) {
    expect((await members(route, responseId, stranger)).status, route).toBe(404);
    expect((await members(route, 'nonsense')).status, route).toBe(404);
  }
});

test('a questionnaire is printed in any of its languages; any other falls back to the reader’s', async () => {
  const urdu = await instrument('instrument', 'short-form@1.1.0', '?in=ur');
  expect(urdu.body).toMatchObject({ form: { locale: 'ur' }, offered: expect.arrayContaining(['en', 'ar', 'zh']) });
  expect((await instrument('instrument', 'short-form@1.1.0', '?in=xx')).body).toMatchObject({ form: { locale: 'en' } });
  expect((await instrument('instrument', 'no-such@1.0.0')).status).toBe(404);
  expect((await instrument('instrumentPdf', 'own-nobody@1.0.0')).status).toBe(404);
});
