import { randomUUID } from 'node:crypto';
import type { ActionFunction } from '@remix-run/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { claimByDevice, claimState } from '~/access/claims.server';
import { createPlanLink, openPlan } from '~/access/plan-links.server';
import { rootDb } from '~/access/root-db.server';
import { sweepFormKeys } from '~/access/take-form-key.server';
import { forOrganization, type TenantDb } from '~/access/tenant-db.server';
import { recordClaimed } from '~/organizations/claims/record-claimed.server';
import { openResponse } from '~/questionnaires/responses/open-response.server';
import { defaultInstrument } from '~/questionnaires/responses/schema';
import { answerOnce } from '~/platform/forms/answer-once.server';
import { type MadeMember, makeMember } from '../factories/member';
import { openReviewed } from '../factories/esap';
import { answerAndSubmit, makeRequest } from '../factories/request';
import { makeSupplier } from '../factories/supplier';
import { type Answer, callRoute } from '../setup/call-route';
import { eachRoute, isThorough } from '../setup/each-route';

/** The subjects of the forms below: a company with a supplier, and a lender with a deal under review. */
type World = {
  company: MadeMember;
  second: MadeMember;
  lender: MadeMember;
  /** A supplier with an account, that has answered. */
  mill: MadeMember;
  answeredId: string;
  supplierId: string;
  findingId: string;
  dealId: string;
  clientId: string;
  /** A questionnaire of the company that it answers itself. */
  responseId: string;
};
let world: World;
const today = () => new Date().toISOString().slice(0, 10);

beforeAll(async () => {
  const company = await makeMember();
  const second = await makeMember({ organization: company.organization, role: 'manager' });
  const { publicId: supplierId, partyId } = await makeSupplier(company);
  const finding = await company.inOrganization((db) => db.finding.create({ data: { partyId, grade: 'minor', text: 't' } }));
  const other = await makeSupplier(company);
  const own = await company.inOrganization((db) =>
    openResponse(db, { supplierPublicId: other.publicId, instrumentKey: defaultInstrument, dueOn: null, userId: company.user.id }),
  );
  if (own.kind !== 'opened') throw new Error(own.code);
  const { owner: lender, dealId, client, add } = await openReviewed();
  await add();
  const { responseId } = own;
  const answered = await makeMill(company);
  world = {
    ...answered,
    company,
    second,
    lender,
    supplierId,
    findingId: finding.id,
    dealId,
    clientId: client.publicId,
    responseId,
  };
});

async function makeMill(company: MadeMember): Promise<{ mill: MadeMember; answeredId: string }> {
  const request = await makeRequest(company, { name: 'Mill with an account' });
  await answerAndSubmit(await request.respondent());
  const person = await makeMember();
  const organizationId = request.supplierOrganizationId;
  await claimByDevice(organizationId, { userId: person.user.id }, recordClaimed);
  const organization = { id: organizationId, slug: (await claimState(organizationId))?.slug ?? '', name: '' };
  const inOrganization = forOrganization({ organizationId, userId: person.user.id });
  return { mill: { ...person, organization, inOrganization }, answeredId: request.responseId };
}

type Values = Record<string, string>;
type Creating = {
  /** The parameter that names the record in addresses. */
  param: string;
  route: string;
  by: 'company' | 'lender' | 'mill';
  params?: (made: World) => Values;
  query?: (made: World) => string;
  form: (made: World) => Values;
  isMultipart?: true;
  count: (db: TenantDb) => Promise<number>;
};

const ofDeal = (made: World) => ({ dealId: made.dealId });
const needed = { languages: 'Spanish' };

/** One form for each kind of record that a form creates. */
const creating: Creating[] = [
  {
    ...{ param: 'supplierId', route: 'org/suppliers/new-supplier', by: 'company' },
    form: () => ({ name: 'Twice mill', country: 'IN', relation: 'buyer' }),
    count: (db) => db.supplier.count(),
  },
  {
    ...{ param: 'siteId', route: 'org/suppliers/supplier-sites', by: 'company' },
    params: ({ supplierId }) => ({ supplierId }),
    form: () => ({ intent: 'add-site', name: 'Twice site', country: 'IN' }),
    count: (db) => db.site.count(),
  },
  {
    ...{ param: 'taskId', route: 'org/suppliers/supplier-tasks', by: 'company' },
    params: ({ supplierId }) => ({ supplierId }),
    form: () => ({ intent: 'add-task', title: 'Collect contracts', dueOn: '2026-12-31', assigneeId: '' }),
    count: (db) => db.task.count(),
  },
  {
    ...{ param: 'commissionId', route: 'org/audits/new-commission', by: 'company' },
    query: ({ supplierId }) => `?supplier=${supplierId}`,
    form: ({ supplierId }) => ({
      ...{ supplier: supplierId, email: 'audits@example.org', type: 'initial', announcement: 'announced', reason: 'New supplier' },
      ...{ wantedFrom: '2026-12-01', wantedTo: '2026-12-31', payer: 'buyer' },
    }),
    count: (db) => db.auditCommission.count(),
  },
  {
    ...{ param: 'credentialId', route: 'org/audits/auditor', by: 'company', isMultipart: true },
    params: ({ company }) => ({ auditorId: company.user.id }),
    form: () => ({ intent: 'add-credential', kind: 'other', number: '1', issuer: 'Issuer', validUntil: '2030-01-01' }),
    count: (db) => db.auditorCredential.count(),
  },
  {
    ...{ param: 'labourRecruiterId', route: 'org/suppliers/labour-recruiters', by: 'company' },
    form: () => ({ name: 'Twice agency', country: 'NP' }),
    count: (db) => db.labourRecruiter.count(),
  },
  {
    ...{ param: 'linkId', route: 'org/suppliers/supplier-supply-chain', by: 'company' },
    params: ({ supplierId }) => ({ supplierId }),
    form: () => ({ direction: 'to', isBuyer: 'on', other: '', kind: 'supplies', product: 'Yarn' }),
    count: (db) => db.supplyLink.count(),
  },
  {
    ...{ param: 'findingId', route: 'org/findings/new-finding', by: 'company', isMultipart: true },
    query: ({ supplierId }) => `?supplier=${supplierId}`,
    form: () => ({
      ...{ text: 'Wages are paid late.', grade: 'minor', evidenceGrade: 'document-checked', frequency: 'once', extent: 'isolated' },
      ...{ peopleKnown: 'unknown', evidenceSeen: 'Payroll of May', methods: 'document', agreement: 'single-source' },
    }),
    count: (db) => db.finding.count(),
  },
  {
    ...{ param: 'actionId', route: 'org/findings/finding-plan', by: 'company' },
    params: ({ findingId }) => ({ findingId }),
    form: () => ({ kind: 'corrective', action: 'Pay on time', owner: 'HR', timescale: '30', verification: 'desktop' }),
    count: (db) => db.correctiveAction.count(),
  },
  {
    ...{ param: 'shareId', route: 'org/findings/new-site-share', by: 'company' },
    query: ({ findingId }) => `?finding=${findingId}`,
    form: ({ findingId }) => ({
      locale: 'en',
      message: '',
      finding: findingId,
      [`text-${findingId}`]: 'Wages are paid late.',
      screened: 'on',
    }),
    count: (db) => db.findingShare.count(),
  },
  {
    ...{ param: 'sharedAccessId', route: 'org/sharing/new-shared-access', by: 'mill' },
    form: ({ answeredId }) => ({
      ...{ response: answeredId, sections: 'P1', email: 'lender@example.org', purpose: 'lender', reason: 'A loan' },
      until: new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10),
    }),
    count: (db) => db.sharedAccess.count(),
  },
  {
    ...{ param: 'evidenceId', route: 'org/questionnaires/response-question-files', by: 'company', isMultipart: true },
    params: ({ responseId }) => ({ responseId, question: 'P1.Q1' }),
    form: () => ({ intent: 'add', file: 'payroll' }),
    count: (db) => db.evidence.count(),
  },
  {
    ...{ param: 'versionId', route: 'org/lending/esap', by: 'lender', params: ofDeal },
    form: () => ({ intent: 'freeze', note: '' }),
    count: (db) => db.frozenDocument.count({ where: { kind: 'esap' } }),
  },
  {
    ...{
      param: 'periodFrom',
      route: 'org/lending/monitoring-reports',
      by: 'lender',
      params: ofDeal,
    },
    form: () => ({ intent: 'schedule', frequency: 'yearly', firstPeriodFrom: '2025-01-01', dueDays: '45' }),
    count: (db) => db.reportSchedule.count(),
  },
  {
    ...{ param: 'responseId', route: 'org/questionnaires/new-request', by: 'company' },
    form: ({ supplierId }) => ({ supplier: supplierId, instrument: defaultInstrument, locale: 'en' }),
    count: (db) => db.questionnaireResponse.count(),
  },
  {
    ...{ param: 'campaignId', route: 'org/questionnaires/new-campaign', by: 'company' },
    form: () => ({ name: 'Twice', instrument: defaultInstrument, locale: 'en' }),
    count: (db) => db.campaign.count(),
  },
  {
    ...{ param: 'auditId', route: 'org/audits/new-audit', by: 'company' },
    form: ({ supplierId, company }) => ({
      ...{ supplier: supplierId, type: 'initial', announcement: 'announced', startsOn: today(), endsOn: today() },
      lead: company.user.id,
    }),
    count: (db) => db.audit.count(),
  },
  {
    ...{ param: 'caseId', route: 'org/safeguarding/new-sensitive-case', by: 'company' },
    form: ({ supplierId, second }) => ({
      ...{ intent: 'open', about: supplierId, trigger: 'not-free-to-leave', account: 'The gate is locked at night.' },
      second: second.user.id,
    }),
    count: (db) => db.sensitiveCase.count(),
  },
  {
    ...{ param: 'instrumentKey', route: 'org/questionnaires/templates', by: 'company' },
    form: () => ({ title: 'Twice' }),
    count: (db) => db.questionnaireTemplate.count(),
  },
  {
    ...{ param: 'dealId', route: 'org/lending/new-deal', by: 'lender' },
    form: ({ clientId }) => ({
      ...{ client: clientId, projectName: 'Twice', hostCountries: 'CL', sector: 'power', product: 'project-finance' },
      ...{ stage: 'planning', lenderRole: 'lender', currency: 'USD' },
    }),
    count: (db) => db.deal.count(),
  },
  {
    ...{ param: 'itemId', route: 'org/lending/new-esap-item', by: 'lender', params: ofDeal },
    form: () => ({ action: 'Repay fees' }),
    count: (db) => db.esapItem.count(),
  },
  {
    ...{
      param: 'covenantId',
      route: 'org/lending/new-covenant',
      by: 'lender',
      params: ofDeal,
    },
    form: () => ({ kind: 'law', text: 'Obey the law', frequency: 'yearly', firstTestOn: '2027-01-01', tester: 'lender' }),
    count: (db) => db.covenant.count(),
  },
  {
    ...{
      param: 'incidentId',
      route: 'org/lending/new-incident',
      by: 'lender',
      params: ofDeal,
    },
    form: () => ({ kind: 'other', text: 'A crane fell.', happenedAt: '2026-01-01T10:00', learnedAt: '2026-01-02T10:00' }),
    count: (db) => db.monitoringIncident.count(),
  },
  {
    ...{ param: 'issueNumber', route: 'org/lending/new-salient-issue', by: 'lender', params: ofDeal },
    form: () => ({ topic: 'safety', title: 'Falls from height', source: 'Site visit' }),
    count: (db) => db.salientIssue.count(),
  },
  {
    ...{ param: 'entryNumber', route: 'org/lending/new-engagement-entry', by: 'lender', params: ofDeal },
    form: () => ({ ...needed, heldOn: '2026-01-01', groups: 'workers', way: 'meeting', subjects: 'Wages', 'unknown-people': 'on' }),
    count: (db) => db.stakeholderEngagement.count(),
  },
  {
    ...{
      param: 'mechanismNumber',
      route: 'org/lending/new-grievance-mechanism',
      by: 'lender',
      params: ofDeal,
    },
    form: () => ({
      ...{ ...needed, name: 'Hotline', audience: 'both', operator: 'client', channels: 'phone' },
      ...{ isAnonymous: 'yes', isFree: 'yes', noRetaliation: 'unknown' },
    }),
    count: (db) => db.grievanceMechanism.count(),
  },
  {
    ...{
      param: 'checkNumber',
      route: 'org/lending/new-independence-check',
      by: 'lender',
      params: ofDeal,
    },
    form: () => ({
      ...{ name: 'Reviewer', firm: 'Firm', purpose: 'review', isRequired: 'yes', requiredReason: 'Category A', paidBy: 'Lender' },
      ...{ earlierWork: 'None', financialInterest: 'None', ownDocuments: 'None', otherTies: 'None', isShared: 'unknown' },
    }),
    count: (db) => db.consultantCheck.count(),
  },
];

/** Posts a form as a browser does, through the middleware of every action. */
async function post(made: Creating, formKey: string | null, more: Values = {}, member: MadeMember = world[made.by]): Promise<Answer> {
  const { action } = (await import(/* @vite-ignore */ `../../app/routes/${made.route}.tsx`)) as { action: ActionFunction };
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...(formKey === null ? {} : { formKey }), ...made.form(world), ...more }))
    form.append(name, name === 'file' ? new File([value], `${value}.txt`) : value);
  const packed = new Response(made.isMultipart ? form : new URLSearchParams([...form].map(([name, value]) => [name, String(value)])));
  return callRoute(answerOnce(action), {
    url: `/x${made.query?.(world) ?? ''}`,
    method: 'POST',
    params: { orgSlug: member.organization.slug, ...made.params?.(world) },
    cookie: member.cookie,
    headers: { 'Content-Type': packed.headers.get('Content-Type') ?? '' },
    body: new Uint8Array(await packed.arrayBuffer()),
  });
}
const pathOf = (answer: Answer) => answer.headers.get('Location');

const times = isThorough ? 6 : 3;

describe('a form that is sent several times at once', () => {
  it.each(creating)('creates one record, and redirects to it each time: $param by $route', async (made) => {
    const member = world[made.by];
    const count = () => member.inOrganization(made.count);
    const before = await count();
    const formKey = randomUUID();
    const answers = await Promise.all(Array.from({ length: times }, () => post(made, formKey)));
    expect(await count(), JSON.stringify(answers.map(({ status, body }) => [status, body])).slice(0, 1_500)).toBe(before + 1);
    const led = answers.filter(({ status }) => status === 303);
    // Only the first response shows a link that is shown once; the others redirect to its record.
    expect(led.length).toBeGreaterThanOrEqual(times - 1);
    expect(new Set(led.map(pathOf)).size).toBe(1);
    const again = await post(made, formKey);
    expect([again.status, pathOf(again)]).toEqual([303, pathOf(led[0] ?? again)]);
    expect(await count()).toBe(before + 1);
  });

  it('creates one organization, with and without an account', async () => {
    const { action } = (await import('~/routes/public/sign-in/sign-up')) as { action: ActionFunction };
    const mark = randomUUID().slice(0, 8);
    const { cookie } = await makeMember();
    const form = { formKey: randomUUID(), organizationName: `Twice ${mark}`, organizationKind: 'company' };
    const person = { name: 'Twice', email: `${mark}@example.org`, password: `A long password ${mark}` };
    for (const [call, organizationName] of [
      [{ cookie, form }, form.organizationName],
      [{ form: { ...form, ...person, organizationName: `New ${mark}` } }, `New ${mark}`],
    ] as const) {
      const answers = await Promise.all(Array.from({ length: 6 }, () => callRoute(answerOnce(action), { url: '/sign-up', ...call })));
      expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303, 303]);
      expect(new Set(answers.map(pathOf)).size).toBe(1);
      expect(await rootDb().organization.count({ where: { name: organizationName } })).toBe(1);
    }
    const other = await callRoute(answerOnce(action), { url: '/sign-up', form: { ...form, ...person, password: 'Another password' } });
    expect(other).toMatchObject({ status: 422, body: { errors: { email: [expect.any(String)] } } });
  });
});

describe('a guest', () => {
  it('saves one entry, however often the form is sent', async () => {
    const { owner, add, freeze } = await openReviewed();
    const itemId = await add();
    const versionId = await freeze();
    const link = await owner.inOrganization((db) =>
      createPlanLink(db, { versionId, locale: 'en', email: null, createdById: owner.user.id, now: new Date() }),
    );
    const opened = await openPlan(link.token, new Request('http://localhost/'));
    const { action } = (await import('~/routes/guest/esap/version')) as { action: ActionFunction };
    const formKey = randomUUID();
    const send = (more: Values) =>
      callRoute(answerOnce(action), {
        ...{ url: `/guest/esap/${versionId}`, params: { versionId }, cookie: opened?.setCookie.split(';')[0] },
        form: { formKey, name: 'A client', function: 'HR head', ...more },
      });
    const comments = () => owner.inOrganization((db) => db.esapComment.count({ where: { versionId } }));
    expect((await send({ name: '', [`comment-${itemId}`]: 'Too soon' })).headers.get('Location')).toContain('refused');
    const answers = await Promise.all(Array.from({ length: 6 }, () => send({ [`comment-${itemId}`]: 'Too soon' })));
    expect(answers.map((answer) => [answer.status, pathOf(answer)])).toEqual(Array(6).fill([303, `/guest/esap/${versionId}?sent`]));
    expect(await comments()).toBe(1);
    await send({ [`comment-${itemId}`]: 'Too dear' });
    expect(await comments()).toBe(2);
    expect(await owner.inOrganization((db) => db.$queryRaw`SELECT 1 FROM "FormKey" WHERE "location" LIKE '/guest/esap/%'`)).toEqual([]);
  });
});

describe('the key of a form', () => {
  const incident = creating.find(({ param }) => param === 'incidentId') as Creating;
  const count = () => world.lender.inOrganization(incident.count);

  it('prevents a second post from creating a second record', async () => {
    const before = await count();
    await post(incident, null);
    await post(incident, null);
    await post(incident, randomUUID());
    expect(await count()).toBe(before + 3);
  });

  it('applies to the posted values: other values create another record', async () => {
    const before = await count();
    const formKey = randomUUID();
    const first = await post(incident, formKey);
    const corrected = await post(incident, formKey, { text: 'Two cranes fell.' });
    expect(await count()).toBe(before + 2);
    expect(pathOf(corrected)).not.toBe(pathOf(first));
  });

  it('is released after a rejection, and belongs to one user', async () => {
    const before = await count();
    const formKey = randomUUID();
    expect((await post(incident, formKey, { learnedAt: 'never' })).status).toBe(422);
    expect((await post(incident, formKey)).status).toBe(303);
    const colleague = await makeMember({ organization: world.lender.organization });
    expect((await post(incident, formKey, {}, colleague)).status).toBe(303);
    expect(await count()).toBe(before + 2);
  });

  it('is hidden from other users, and swept once it has expired', async () => {
    const seen = (db: TenantDb) => db.$queryRaw<{ key: string }[]>`SELECT "key" FROM "FormKey"`;
    const colleague = await makeMember({ organization: world.lender.organization });
    await post(incident, randomUUID());
    expect((await world.lender.inOrganization(seen)).length).toBeGreaterThan(0);
    expect(await colleague.inOrganization(seen)).toEqual([]);
    const asJob = forOrganization({ organizationId: world.lender.organization.id });
    await asJob(sweepFormKeys);
    const kept = (await world.lender.inOrganization(seen)).length;
    await world.lender.inOrganization(
      (db) =>
        db.$executeRaw`UPDATE "FormKey" SET "expiresAt" = now() - interval '1 minute' WHERE "key" = (SELECT min("key") FROM "FormKey")`,
    );
    await asJob(sweepFormKeys);
    expect(await world.lender.inOrganization(seen)).toHaveLength(kept - 1);
  });
});

/** Route parameters whose records no form creates, each with what creates them, or why two posts are one. */
const madeOtherwise: Readonly<Record<string, string>> = {
  orgSlug: 'the form of a new organization, above',
  alertId: 'detected by the software: one for each party, kind and row of a list',
  batchId: 'a file: the same bytes again lead to the import that is there',
  importId: 'a file that waits to be looked over: nothing is made of it before that, and then once (import.db)',
  editionId: 'a file that waits to be confirmed: nothing counts before that, and then once (reference-table.db)',
  runId: 'the queue: one run of a kind and subject at a time',
  fileId: 'a file, kept by the hash of its bytes',
  photoHash: 'a file, kept by the hash of its bytes',
  sha256: 'a file, kept by the hash of its bytes',
  planKey: 'an entry of a device, which has an id of its own',
  uploadId: 'an upload in parts, which has an id of its own',
  question: 'a questionnaire',
  sectionId: 'a questionnaire',
  variant: 'a file',
  sourceId: 'made along with what it is the source of',
  auditorId: 'a member: one membership for each person',
  reportId: 'frozen from what is there: the same report again is the same hash',
  paperId: 'issued from what is there; the form is tested with the board paper',
  reportKind: 'a report',
  reportHash: 'a report',
  pageId: 'a published result: one of an audit',
  token: 'a link',
  inviteToken: 'a link',
  locale: 'a language',
  iso2: 'a country of the reference tables',
  code: 'a sector of the reference tables',
  ruleId: 'the method',
  table: 'the method',
  exampleId: 'the method',
  guide: 'a guide of the documentation',
  page: 'a guide of the documentation',
  name: 'a picture of a guide',
};

it('is tested for every kind of record that an address can name', () => {
  const named = new Set(eachRoute.flatMap(({ params }) => params));
  const tried = new Set(creating.map(({ param }) => param));
  expect([...named].filter((param) => !tried.has(param) && !(param in madeOtherwise))).toEqual([]);
});
