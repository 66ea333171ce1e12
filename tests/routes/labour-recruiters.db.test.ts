import { expect, test } from 'vitest';
import { action as create, loader as list } from '~/routes/org/suppliers/labour-recruiters';
import { action as save, loader as read } from '~/routes/org/suppliers/labour-recruiter';
import { loader as readSource } from '~/routes/org/suppliers/source';
import { loader as listAlerts } from '~/routes/org/risk/alerts';
import { loader as search } from '~/routes/org/platform/search';
import { makeMember } from '../factories/member';
import { makeSupplier } from '../factories/supplier';
import { workingDaysAfter, workingDaysToReply } from '~/suppliers/labour-recruiters/recruiter-status';
import { callRoute } from '../setup/call-route';

async function setting() {
  const owner = await makeMember();
  const viewer = await makeMember({ organization: owner.organization, role: 'viewer' });
  const base = `/o/${owner.organization.slug}/labour-recruiters`;
  const all = { orgSlug: owner.organization.slug };
  const add = async (name: string) => {
    const made = await callRoute(create, { url: base, params: all, cookie: owner.cookie, form: { name, country: 'NP' } });
    expect(made.status).toBe(303);
    return made.headers.get('Location')?.split('/').at(-1) ?? '';
  };
  const at = (labourRecruiterId: string) => ({ url: `${base}/${labourRecruiterId}`, params: { ...all, labourRecruiterId } });
  const post = (id: string, form: Record<string, string>, cookie = owner.cookie) => callRoute(save, { ...at(id), cookie, form });
  const page = async (id: string, query = '') => {
    const answer = await callRoute(read, { ...at(id), url: `${base}/${id}${query}`, cookie: viewer.cookie });
    expect(answer.status).toBe(200);
    return answer.body as Record<string, never> & {
      licences: { entryId: string; licenceNumber: string; state: string }[];
      proposed: { entryId: string; mayDecide: boolean; replyDueOn: string }[];
    };
  };
  return { owner, viewer, base, all, add, post, page };
}

test('licences, corridors and costs are recorded row by row, corrected, withdrawn, and known as of a date', async () => {
  const { owner, viewer, base, all, add, post, page } = await setting();
  const id = await add('Himal Recruiting');
  const twice = await callRoute(create, { url: base, params: all, cookie: owner.cookie, form: { name: 'HIMAL recruiting' } });
  expect(twice.status).toBe(422);
  const licence = { intent: 'licence', country: 'NP', licenceNumber: '123/064', issuer: 'Department of Labour', expiresOn: '2020-01-31' };
  expect((await post(id, licence, viewer.cookie)).status).toBe(403);
  expect((await post(id, { ...licence, licenceNumber: '' })).status).toBe(422);
  expect((await post(id, licence)).status).toBe(303);
  const [first] = (await page(id)).licences;
  expect(first).toMatchObject({ licenceNumber: '123/064', state: 'expired' });
  const entryId = first?.entryId ?? '';
  expect((await post(id, { ...licence, entryId, expiresOn: '2099-01-31' })).status).toBe(303);
  expect((await page(id)).licences).toEqual([expect.objectContaining({ entryId, state: 'holds' })]);

  const ends = { origin: 'NP', destination: 'QA' };
  await post(id, { intent: 'corridor', ...ends, monthlyPay: '300', currency: 'USD' });
  const [line] = (await page(id)).licences as unknown as { sourceId: string }[];
  const source = await callRoute(readSource, {
    url: `/o/${all.orgSlug}/sources/${line?.sourceId}`,
    params: { ...all, sourceId: line?.sourceId },
    cookie: viewer.cookie,
  });
  expect(source.body).toMatchObject({
    facts: { rows: [{ party: { name: 'Himal Recruiting' }, values: { licenceNumber: '123/064', expiresOn: '2099-01-31' } }], total: 1 },
    links: { rows: [], total: 0 },
  });
  await post(id, {
    intent: 'fee',
    ...ends,
    feeCode: 'F1',
    payer: 'worker',
    amount: '900',
    currency: 'USD',
    allowedByLaw: 'yes',
    note: 'Survey 2025',
  });
  expect(await page(id)).toMatchObject({
    corridors: [
      { key: 'NP-QA', debt: { basis: 'ledger', months: { low: 3, high: 3 }, levels: { low: 'high' } }, sums: [{ total: 90_000 }] },
    ],
  });
  expect((await post(id, { intent: 'withdraw-licence', entryId })).status).toBe(303);
  expect((await post(id, { intent: 'withdraw-licence', entryId })).status).toBe(404);
  expect((await page(id)).licences).toEqual([]);
  expect(await page(id, '?known-on=2000-01-01')).toMatchObject({ licences: [], corridors: [], facts: [], mayEdit: false });

  const events = await owner.inOrganization((db) =>
    db.activity.findMany({ where: { recordKind: 'labour-recruiter' }, orderBy: { at: 'asc' }, select: { act: true, changes: true } }),
  );
  expect(events.map(({ act }) => act)).toEqual(['create', 'add-licence', 'edit-licence', 'add-corridor', 'add-fee', 'withdraw-licence']);
  expect(events[2]?.changes).toEqual([{ field: 'expiresOn', before: '2020-01-31', after: '2099-01-31' }]);
  const listed = await callRoute(list, { url: base, params: all, cookie: viewer.cookie });
  expect(listed.body).toMatchObject({ total: 1, rows: [{ name: 'Himal Recruiting', corridors: ['NP-QA'], licences: [], status: null }] });
});

test('the command palette finds a labour recruiter by part of its name and leads to its page', async () => {
  const { viewer, base, all, add } = await setting();
  const id = await add('Himal Recruiting');
  const found = await callRoute(search, { url: `/o/${all.orgSlug}/search?q=imal`, params: all, cookie: viewer.cookie });
  expect(JSON.parse(String(found.body))).toEqual({
    results: [{ label: 'Himal Recruiting', detail: expect.stringContaining('Nepal'), href: `${base}/${id}` }],
  });
});

test('services, contract languages, certificates and complaint counts show their sources, small counts as ranges only', async () => {
  const { owner, viewer, add, post, page } = await setting();
  const id = await add('Himal Recruiting');
  const facts = { name: 'Himal Recruiting', recruitmentServices: 'abroad', contractLanguages: 'ne', note: 'Brochure of 2026' };
  expect((await post(id, { intent: 'edit', ...facts })).status).toBe(303);
  expect(await page(id)).toMatchObject({
    facts: expect.arrayContaining([
      { field: 'recruitmentServices', value: ['abroad'], source: expect.objectContaining({ note: 'Brochure of 2026' }) },
      expect.objectContaining({ field: 'contractLanguages', value: ['ne'] }),
    ]),
  });
  const certificate = { intent: 'certification', scheme: 'IRIS', certificateNumber: 'C-7', issuer: 'IOM', expiresOn: '2099-01-31' };
  expect((await post(id, certificate, viewer.cookie)).status).toBe(403);
  expect(await post(id, { ...certificate, scheme: ' ' })).toMatchObject({
    status: 422,
    body: { failure: { errors: { scheme: [expect.any(String)] } } },
  });
  expect((await post(id, certificate)).status).toBe(303);
  const { certifications } = (await page(id)) as unknown as { certifications: { entryId: string }[] };
  expect(certifications).toMatchObject([{ scheme: 'IRIS', issuer: 'IOM', certificateNumber: 'C-7', state: 'holds' }]);
  const entryId = certifications[0]?.entryId ?? '';
  expect((await post(id, { ...certificate, entryId, expiresOn: '2020-01-31' })).status).toBe(303);
  expect(await page(id)).toMatchObject({ certifications: [{ entryId, state: 'expired' }] });
  expect((await post(id, { intent: 'withdraw-certification', entryId })).status).toBe(303);
  expect(await page(id)).toMatchObject({ certifications: [] });

  const year = { intent: 'complaints', periodFrom: '2025-01-01', periodTo: '2025-12-31', received: '40', upheld: '37', remedied: '3' };
  for (const [field, wrong] of [
    ['periodTo', '2024-12-31'],
    ['received', ''],
    ['received', 'some'],
    ['upheld', '41'],
    ['remedied', '38'],
  ] as const)
    expect(await post(id, { ...year, [field]: wrong }), field).toMatchObject({
      status: 422,
      body: { failure: { errors: { [field]: [expect.any(String)] } } },
    });
  expect((await post(id, year)).status).toBe(303);
  const overlapping = { ...year, periodFrom: '2025-12-31', periodTo: '2026-01-31' };
  expect(await post(id, overlapping)).toMatchObject({ status: 422, body: { failure: { errors: { periodFrom: [expect.any(String)] } } } });
  expect(await page(id)).toMatchObject({ complaints: [{ received: 40, upheld: 'withheld', remedied: 'under-5' }] });
  expect(await page(id, '?known-on=2000-01-01')).toMatchObject({ complaints: [], certifications: [] });
  const events = await owner.inOrganization((db) =>
    db.activity.findMany({ where: { recordKind: 'labour-recruiter' }, orderBy: { at: 'asc' }, select: { act: true, changes: true } }),
  );
  expect(events.map(({ act }) => act)).toEqual([
    'create',
    'edit',
    'add-certification',
    'edit-certification',
    'withdraw-certification',
    'add-complaints',
  ]);
  expect(JSON.stringify(events)).not.toMatch(/\b(37|3)\b/);
});

test('fee policy, orientation, assessments and bans show sources and history, and a wrong entry is rejected at its field', async () => {
  const { owner, viewer, base, all, add, post, page } = await setting();
  const id = await add('Himal Recruiting');
  const facts = { intent: 'edit', name: 'Himal Recruiting', feePolicy: 'no-service-fee', orientation: 'all', orientationTopics: 'pay' };
  expect(await post(id, { ...facts, orientation: 'nobody' })).toMatchObject({
    status: 422,
    body: { failure: { errors: { orientation: [expect.any(String)] } } },
  });
  expect((await post(id, { ...facts, feePolicy: 'whatever' })).status).toBe(422);
  expect((await post(id, { ...facts, orientationLanguages: 'ne', note: 'Handbook of 2026' })).status).toBe(303);
  const reported = (field: string, value: unknown) =>
    expect.objectContaining({ field, value, source: expect.objectContaining({ note: 'Handbook of 2026' }) });
  expect((await page(id)).facts).toEqual(
    expect.arrayContaining([
      reported('feePolicy', 'no-service-fee'),
      reported('orientation', 'all'),
      reported('orientationTopics', ['pay']),
      reported('orientationLanguages', ['ne']),
    ]),
  );

  const older = { intent: 'assessment', assessedOn: '2020-05-04', assessmentMethod: 'questionnaire', evidenceGrade: 'self-declared' };
  const newer = { ...older, assessedOn: '2021-05-04', assessmentMethod: 'interviews', assessor: 'A union', conclusion: 'fails' };
  expect((await post(id, older, viewer.cookie)).status).toBe(403);
  for (const [field, wrong] of [
    ['assessedOn', ''],
    ['assessedOn', '2099-01-01'],
    ['assessmentMethod', 'guess'],
    ['evidenceGrade', ''],
  ] as const)
    expect(await post(id, { ...older, [field]: wrong }), field).toMatchObject({
      status: 422,
      body: { failure: { errors: { [field]: [expect.any(String)] } } },
    });
  expect((await post(id, newer)).status).toBe(303);
  expect((await post(id, older)).status).toBe(303);
  const { assessments } = (await page(id)) as unknown as { assessments: { entryId: string }[] };
  expect(assessments).toMatchObject([
    { assessedOn: '2021-05-04', assessmentMethod: 'interviews', assessor: 'A union', conclusion: 'fails' },
    { assessedOn: '2020-05-04', conclusion: null },
  ]);
  const listed = await callRoute(list, { url: base, params: all, cookie: viewer.cookie });
  expect(listed.body).toMatchObject({ rows: [{ assessedOn: '2021-05-04' }] });
  const entryId = assessments[0]?.entryId ?? '';
  expect((await post(id, { ...newer, entryId, evidenceGrade: 'audit-unannounced' })).status).toBe(303);
  expect((await post(id, { intent: 'withdraw-assessment', entryId: assessments[1]?.entryId ?? '' })).status).toBe(303);
  expect(await page(id)).toMatchObject({ assessments: [{ entryId, evidenceGrade: 'audit-unannounced' }] });

  const ban = {
    intent: 'sanction',
    country: 'NP',
    sanctionKind: 'ban',
    authority: 'Ministry',
    beganOn: '2020-01-01',
    endedOn: '2020-06-30',
  };
  expect(await post(id, { ...ban, endedOn: '2019-12-31' })).toMatchObject({
    body: { failure: { errors: { endedOn: [expect.any(String)] } } },
  });
  expect((await post(id, { ...ban, sanctionKind: '' })).status).toBe(422);
  expect((await post(id, ban)).status).toBe(303);
  expect((await post(id, { ...ban, sanctionKind: 'court-case', endedOn: '' })).status).toBe(303);
  expect(await page(id)).toMatchObject({
    sanctions: [
      { sanctionKind: 'ban', isOver: true },
      { sanctionKind: 'court-case', endedOn: null, isOver: false },
    ],
  });
  expect(await page(id, '?known-on=2000-01-01')).toMatchObject({ facts: [], assessments: [], sanctions: [] });
  const events = await owner.inOrganization((db) =>
    db.activity.findMany({ where: { recordKind: 'labour-recruiter' }, orderBy: { at: 'asc' }, select: { act: true, changes: true } }),
  );
  expect(events.map(({ act }) => act)).toEqual([
    'create',
    'edit',
    'add-assessment',
    'add-assessment',
    'edit-assessment',
    'withdraw-assessment',
    'add-sanction',
    'add-sanction',
  ]);
  expect(events[4]?.changes).toEqual([{ field: 'evidenceGrade', before: 'self-declared', after: 'audit-unannounced' }]);
});

test('a worse status waits for the recruiter’s reply and for another person, an approval does not', async () => {
  const today = new Date().toISOString().slice(0, 10);
  const { owner, add, post, page } = await setting();
  const second = await makeMember({ organization: owner.organization, role: 'manager' });
  const other = (form: Record<string, string>) => post(id, form, second.cookie);
  const id = await add('Himal Recruiting');
  expect((await post(id, { intent: 'propose', status: 'approved' })).status).toBe(303);
  expect(await page(id)).toMatchObject({ decided: { status: 'approved' }, proposed: [] });
  const proposal = { intent: 'propose', status: 'stopped', reasonCode: 'worker-fees', notifiedOn: today };
  expect((await post(id, { ...proposal, notifiedOn: '2099-01-01' })).body).toMatchObject({
    failure: { errors: { notifiedOn: ['Enter today’s date or an earlier one.'] } },
  });
  expect((await post(id, { ...proposal, notifiedOn: '' })).status).toBe(422);
  expect((await post(id, proposal)).status).toBe(303);
  const { proposed } = await page(id);
  expect(proposed).toMatchObject([{ status: 'stopped', mayDecide: false, replyDueOn: workingDaysAfter(today, workingDaysToReply) }]);
  const entryId = proposed[0]?.entryId ?? '';
  expect((await post(id, proposal)).status).toBe(422);
  expect(await other({ intent: 'decide', entryId })).toMatchObject({
    ...{ status: 422, body: { failure: { errors: { repliedOn: [expect.any(String)] } } } },
  });
  expect(await page(id)).toMatchObject({ decided: { status: 'approved' } });
  expect((await post(id, { intent: 'reply', entryId, repliedOn: today, reply: '' })).status).toBe(422);
  expect((await post(id, { intent: 'reply', entryId, repliedOn: today, reply: 'We repaid the fees.' })).status).toBe(303);
  // The proposer cannot decide, even after the reply.
  for (const intent of ['decide', 'reject']) expect((await post(id, { intent, entryId, rejection: 'x' })).status, intent).toBe(422);
  expect((await other({ intent: 'drop', entryId })).status).toBe(422);
  expect((await other({ intent: 'decide', entryId })).status).toBe(303);
  expect((await other({ intent: 'reject', entryId, rejection: 'x' })).status).toBe(422);
  expect(await page(id)).toMatchObject({ decided: { status: 'stopped', reply: 'We repaid the fees.' }, proposed: [] });
  await post(id, { ...proposal, status: 'suspended' });
  const next = (await page(id)).proposed[0]?.entryId ?? '';
  expect((await post(id, { intent: 'drop', entryId: next })).status).toBe(303);
  expect(await page(id)).toMatchObject({ decided: { status: 'stopped' }, proposed: [] });
  await post(id, { ...proposal, status: 'conditional' });
  const third = (await page(id)).proposed[0]?.entryId ?? '';
  expect(await other({ intent: 'reject', entryId: third, rejection: ' ' })).toMatchObject({
    ...{ status: 422, body: { failure: { errors: { rejection: [expect.any(String)] } } } },
  });
  expect((await other({ intent: 'reject', entryId: third, rejection: 'The audit shows otherwise.' })).status).toBe(303);
  expect(await page(id)).toMatchObject({ decided: { status: 'stopped' }, proposed: [] });
  const approvals = await owner.inOrganization((db) =>
    db.approval.findMany({
      where: { kind: 'recruiter-status' },
      orderBy: { proposedAt: 'asc' },
      select: { state: true, decisionNote: true },
    }),
  );
  expect(approvals).toEqual([
    { state: 'approved', decisionNote: '' },
    { state: 'withdrawn', decisionNote: '' },
    { state: 'rejected', decisionNote: 'The audit shows otherwise.' },
  ]);
});

test('it recruits for suppliers and through sub-agents in a circle; links end or are removed', async () => {
  const { owner, add, post, page } = await setting();
  const [main, middle, far] = [await add('Main agency'), await add('Middle agency'), await add('Far agency')];
  const mill = await makeSupplier(owner, { name: 'Spinning mill' });
  expect((await post(main, { intent: 'relate', direction: 'to', other: mill.publicId })).status).toBe(303);
  expect((await post(main, { intent: 'relate', direction: 'from', other: mill.publicId })).status).toBe(422);
  expect((await post(main, { intent: 'relate', direction: 'from', other: 'Middle agency' })).status).toBe(303);
  expect((await post(middle, { intent: 'relate', direction: 'from', other: far })).status).toBe(303);
  expect((await post(main, { intent: 'relate', direction: 'to', other: far })).status).toBe(303);
  expect((await post(main, { intent: 'relate', direction: 'from', other: 'Nobody at all' })).status).toBe(422);
  const { relations } = (await page(main)) as unknown as {
    relations: { recruitsFor: { linkId: string; name: string }[]; subAgents: unknown[] };
  };
  expect(relations.recruitsFor.map(({ name }) => name)).toEqual(['Far agency', 'Spinning mill']);
  expect(relations.subAgents).toMatchObject([
    { name: 'Middle agency', depth: 1 },
    { name: 'Far agency', depth: 2 },
  ]);
  const linkId = relations.recruitsFor[1]?.linkId ?? '';
  expect((await post(main, { intent: 'end-relation', linkId, validTo: '2020-01-01' })).status).toBe(303);
  expect(await page(main)).toMatchObject({ relations: { recruitsFor: [{ name: 'Far agency' }] } });
  const laterId = relations.recruitsFor[0]?.linkId ?? '';
  await owner.inOrganization((db) => db.supplyLink.updateMany({ where: { id: laterId }, data: { validFrom: new Date('2024-05-01') } }));
  await post(main, { intent: 'end-relation', linkId: laterId, validTo: '2024-04-30' });
  const kept = await owner.inOrganization((db) =>
    db.supplyLink.findFirst({ where: { id: laterId }, select: { validFrom: true, validTo: true } }),
  );
  expect(kept, 'a date before the first day ends nothing').toEqual({ validFrom: new Date('2024-05-01'), validTo: null });
  expect((await post(main, { intent: 'remove-relation', linkId })).status).toBe(303);
  expect((await post(main, { intent: 'remove-relation', linkId })).status).toBe(404);
});

test('recruitment fees in a recruiter’s ledger count in the scores of the suppliers it recruits for, with their source, until the link ends', async () => {
  const { owner, add, post, page } = await setting();
  const id = await add('Himal Recruiting');
  const hotel = await makeSupplier(owner, { name: 'Pearl Hotel', values: { country: 'QA', sector: '55', migrantShare: 0.9 } });
  const newest = () =>
    owner.inOrganization(async (db) => {
      const score = await db.score.findFirst({ where: { partyId: hotel.partyId }, orderBy: { createdAt: 'desc' } });
      return score as unknown as { input: { facts: Record<string, { value: unknown; source?: string }> }; result: { score: number } };
    });
  expect((await post(id, { intent: 'relate', direction: 'to', other: hotel.publicId })).status).toBe(303);
  const without = await newest();
  expect(without.input.facts.recruitmentCost).toBeUndefined();
  const ends = { origin: 'NP', destination: 'QA', currency: 'USD' };
  await post(id, { intent: 'corridor', ...ends, monthlyPay: '300' });
  const fee = { intent: 'fee', ...ends, feeCode: 'F1', payer: 'worker', amount: '1800', allowedByLaw: 'no' };
  expect((await post(id, fee)).status).toBe(303);
  const charged = await newest();
  expect(charged.input.facts).toMatchObject({ recruitmentCost: { value: 6 }, migrantOrigins: { value: ['NP'] } });
  expect(charged.result.score).toBeGreaterThan(without.result.score);
  const source = await owner.inOrganization((db) =>
    db.recruiterRecord.findFirst({ where: { kind: 'fee', sourceId: charged.input.facts.recruitmentCost?.source ?? '' } }),
  );
  expect(source).not.toBeNull();
  const { relations } = (await page(id)) as unknown as { relations: { recruitsFor: { linkId: string }[] } };
  const linkId = relations.recruitsFor[0]?.linkId ?? '';
  expect((await post(id, { intent: 'end-relation', linkId, validTo: '2020-01-01' })).status).toBe(303);
  expect((await newest()).input.facts.recruitmentCost).toBeUndefined();
});

test('an expired licence, a ban and a proposed stop of a recruiter raise alerts for the suppliers it recruits for, and end with their cause', async () => {
  const { owner, viewer, all, add, post, page } = await setting();
  const id = await add('Himal Recruiting');
  const hotel = await makeSupplier(owner, { name: 'Pearl Hotel', values: { country: 'QA', sector: '55' } });
  const alerts = async (view = '') => {
    const url = `/o/${all.orgSlug}/alerts?sort=rank${view}`;
    const answer = await callRoute(listAlerts, { url, params: all, cookie: viewer.cookie });
    return (answer.body as { page: { rows: { kind: string; publicId: string; basis: { subject: string } }[] } }).page.rows.filter(
      ({ kind }) => kind.startsWith('recruiter'),
    );
  };
  expect((await post(id, { intent: 'relate', direction: 'to', other: hotel.publicId })).status).toBe(303);
  expect(await alerts()).toEqual([]);
  const licence = { intent: 'licence', country: 'NP', licenceNumber: '123/064', expiresOn: '2020-01-31' };
  expect((await post(id, licence)).status).toBe(303);
  const ban = {
    intent: 'sanction',
    country: 'NP',
    sanctionKind: 'ban',
    authority: 'Department of Foreign Employment',
    beganOn: '2025-03-01',
  };
  expect((await post(id, ban)).status).toBe(303);
  expect((await post(id, { intent: 'propose', status: 'stopped', reasonCode: 'worker-fees', notifiedOn: '2026-11-02' })).status).toBe(303);
  const raised = await alerts();
  expect(raised.map(({ kind }) => kind).sort()).toEqual(['recruiter-licence', 'recruiter-sanction', 'recruiter-status']);
  expect(raised[0]).toMatchObject({ publicId: hotel.publicId, basis: { subject: 'Himal Recruiting' } });
  // A valid licence replaces the expired one.
  expect((await post(id, { ...licence, licenceNumber: '200/081', expiresOn: '2099-01-31' })).status).toBe(303);
  expect((await alerts()).map(({ kind }) => kind)).not.toContain('recruiter-licence');
  const { relations } = (await page(id)) as unknown as { relations: { recruitsFor: { linkId: string }[] } };
  await post(id, { intent: 'remove-relation', linkId: relations.recruitsFor[0]?.linkId ?? '' });
  expect(await alerts()).toEqual([]);
  expect(await alerts('&status=ended')).toHaveLength(3);
});
