import { beforeAll, expect, test } from 'vitest';
import { instrument } from '#scoring';
import { claimState, claimByDevice } from '~/access/claims.server';
import { sharingCode } from '~/access/shared-access.server';
import { forOrganization } from '~/access/tenant-db.server';
import { scoreLapsed } from '~/risk/scores/score-lapsed.server';
import { defaultInstrument } from '~/questionnaires/responses/schema';
import { readResponse } from '~/questionnaires/responses/read-response.server';
import { recordClaimed } from '~/organizations/claims/record-claimed.server';
import { giveAccess } from '~/sharing/shared-access/give-access.server';
import { logRead } from '~/documents/access-log/log-read.server';
import { readSharedContent } from '~/sharing/shared-access/read-shared-content.server';
import { openOrThrow } from '~/sharing/shared-access/open-shared-content.server';
import type { Member } from '~/access/require-member.server';
import { recordFile, writeBytes } from '~/platform/files/store-file.server';
import { type MadeMember, makeMember } from '../factories/member';
import { answerAndSubmit, type MadeRequest, makeRequest } from '../factories/request';
import { makeSupplier } from '../factories/supplier';
import { callRoute } from '../setup/call-route';

let buyer: MadeMember;
let lender: MadeMember;
let mill: MadeMember;
let request: MadeRequest;
let routes: Record<
  'grants' | 'new' | 'grant' | 'shared' | 'one' | 'section' | 'json' | 'csv' | 'pdf' | 'offer' | 'received' | 'file' | 'files' | 'viewer',
  Record<string, unknown>
>;

const sections = instrument(defaultInstrument).sections.map(({ key }) => key);
const [first = '', second = '', third = '', fourth = ''] = sections;
const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

beforeAll(async () => {
  [buyer, lender] = [await makeMember(), await makeMember({ kind: 'lender' })];
  request = await makeRequest(buyer, { name: 'Mill that shares' });
  await answerAndSubmit(await request.respondent());
  const person = await makeMember();
  await claimByDevice(request.supplierOrganizationId, { userId: person.user.id }, recordClaimed);
  const state = await claimState(request.supplierOrganizationId);
  const organization = { id: request.supplierOrganizationId, slug: state?.slug ?? '', name: state?.name ?? '' };
  mill = { ...person, organization, inOrganization: forOrganization({ organizationId: organization.id, userId: person.user.id }) };
  routes = {
    grants: await import('~/routes/org/sharing/shared-access'),
    new: await import('~/routes/org/sharing/new-shared-access'),
    grant: await import('~/routes/org/sharing/shared-access-record'),
    shared: await import('~/routes/org/sharing/shared-with-us'),
    one: await import('~/routes/org/sharing/shared-with-us-record'),
    section: await import('~/routes/org/sharing/shared-with-us-section'),
    json: await import('~/routes/org/sharing/shared-with-us-answers-json'),
    csv: await import('~/routes/org/sharing/shared-with-us-answers-csv'),
    pdf: await import('~/routes/org/sharing/shared-with-us-answers-pdf'),
    offer: await import('~/routes/public/guest-link/access-offer'),
    files: await import('~/routes/org/sharing/shared-with-us-files'),
    file: await import('~/routes/org/sharing/shared-with-us-download'),
    viewer: await import('~/routes/org/sharing/shared-with-us-file'),
    received: await import('~/routes/org/sharing/received-request'),
  };
});

/** The rows of the owner, changed as time or a simultaneous user would. */
const inMill = <Row>(sql: string, ...values: unknown[]) => mill.inOrganization((db) => db.$queryRawUnsafe<Row[]>(sql, ...values));

type Route = keyof typeof routes;
const call = (
  route: Route,
  which: 'loader' | 'action',
  member: MadeMember | null,
  options: { params?: Record<string, string>; form?: Record<string, string>; search?: string } = {},
) =>
  callRoute(routes[route][which], {
    url: `/o/${member?.organization.slug ?? ''}/x${options.search ?? ''}`,
    params: { orgSlug: member?.organization.slug, ...options.params },
    cookie: member?.cookie,
    form: options.form,
  });

/** Offers two sections by form; several values of `sections` would need a list, so each test names one or all. */
async function offer(more: Record<string, string>): Promise<string> {
  const answer = await call('new', 'action', mill, {
    form: { response: request.responseId, sections: first, purpose: 'lender', reason: 'Your credit review', until: day(3), ...more },
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(303);
  return answer.headers.get('Location')?.split('/').pop() ?? '';
}

async function accepted(of = lender): Promise<string> {
  const sharedAccessId = await offer({ code: await sharingCode(of.organization.id) });
  expect((await call('one', 'action', of, { params: { sharedAccessId }, form: { intent: 'accept' } })).status).toBe(303);
  return sharedAccessId;
}

const reading = (sharedAccessId: string, of = lender) =>
  Promise.all([
    call('section', 'loader', of, { params: { sharedAccessId, sectionId: first } }),
    call('json', 'loader', of, { params: { sharedAccessId } }),
    call('csv', 'loader', of, { params: { sharedAccessId } }),
    call('pdf', 'loader', of, { params: { sharedAccessId } }),
  ]);

test('an offer shows none of the answers until it is accepted; then its sections alone, as frozen', async () => {
  const sharedAccessId = await offer({ code: (await sharingCode(lender.organization.id)).toLowerCase().replace('-', ' ') });
  expect((await reading(sharedAccessId)).map(({ status }) => status)).toEqual([410, 410, 410, 410]);
  expect((await call('one', 'loader', lender, { params: { sharedAccessId } })).body).toMatchObject({ grant: { state: 'offered' } });
  await call('one', 'action', lender, { params: { sharedAccessId }, form: { intent: 'accept' } });
  const [section, json, csv, pdf] = await reading(sharedAccessId);
  expect([section, json, csv, pdf].map((answer) => answer?.status)).toEqual([200, 200, 200, 200]);
  const { content, contentHash } = JSON.parse(String(json?.body));
  expect(contentHash).toMatch(/^[0-9a-f]{64}$/);
  const questions = new Set(instrument(defaultInstrument).sections[0]?.questions.map(({ key }) => key));
  expect(content.answers.length).toBeGreaterThan(0);
  expect(content.answers.filter(({ question }: { question: string }) => !questions.has(question))).toEqual([]);
  expect(String(csv?.body).split('\r\n').length).toBeGreaterThan(questions.size);
  expect(String(pdf?.body)).toMatch(/^%PDF-/);
  expect((await call('section', 'loader', lender, { params: { sharedAccessId, sectionId: second } })).status).toBe(404);
});

test('revoking takes effect at once: every page and file of the reader returns 410, and the reads stay listed on both sides', async () => {
  const sharedAccessId = await accepted();
  await reading(sharedAccessId);
  const given = await call('grant', 'loader', mill, { params: { sharedAccessId } });
  const { reads } = (given.body as { grant: { reads: { how: string; section: string; reader: string; person: string | null }[] } }).grant;
  expect(reads.map(({ how, section }) => `${how} ${section}`).sort()).toEqual(['csv ', 'json ', `page ${first}`, 'pdf ']);
  expect(reads.every(({ reader, person }) => reader === lender.organization.name && person === null)).toBe(true);
  expect((await call('grant', 'action', mill, { params: { sharedAccessId }, form: { intent: 'revoke' } })).status).toBe(303);
  expect((await reading(sharedAccessId)).map(({ status }) => status)).toEqual([410, 410, 410, 410]);
  const over = await call('one', 'loader', lender, { params: { sharedAccessId } });
  expect(over).toMatchObject({ status: 410, body: { isOver: true, grant: { state: 'revoked', reads: expect.any(Array) } } });
  const own = (over.body as { grant: { reads: { person: string | null }[] } }).grant.reads;
  expect(own).toHaveLength(4);
  expect(own[0]?.person).toBe(lender.user.name);
  expect((await call('grant', 'action', mill, { params: { sharedAccessId }, form: { intent: 'revoke' } })).status).toBe(422);
});

test('access expires on its last day, and opens again with a later one', async () => {
  const sharedAccessId = await accepted();
  await inMill(
    `UPDATE "DocumentRecipient" s SET "expiresAt" = now() - interval '1 second' FROM "SharedAccess" g WHERE g."id" = $1::uuid AND s."documentId" = g."snapshotId"`,
    sharedAccessId,
  );
  await inMill(`UPDATE "SharedAccess" SET "expiresAt" = now() - interval '1 second' WHERE "id" = $1::uuid`, sharedAccessId);
  expect((await reading(sharedAccessId)).map(({ status }) => status)).toEqual([410, 410, 410, 410]);
  expect((await call('grant', 'action', mill, { params: { sharedAccessId }, form: { intent: 'term', until: day(-2) } })).status).toBe(422);
  expect((await call('grant', 'action', mill, { params: { sharedAccessId }, form: { intent: 'term', until: day(5) } })).status).toBe(303);
  expect((await reading(sharedAccessId)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
});

test('access that ends between reading and logging leaves no entry and returns 410', async () => {
  const sharedAccessId = await accepted();
  const route = openOrThrow(() =>
    lender.inOrganization(async (db) => {
      const read = await readSharedContent(db, { organizationId: lender.organization.id, sharedAccessId, how: 'page', now: new Date() });
      if (read.kind !== 'open') throw new Error('was open');
      await inMill(`UPDATE "DocumentRecipient" SET "revokedAt" = now() WHERE "documentId" = $1::uuid`, read.grant.snapshotId);
      // The log of the next section of the same reading.
      await logRead(db, { granterOrganizationId: mill.organization.id, documentId: read.grant.snapshotId, section: 'later', how: 'page' });
      return read;
    }),
  );
  await expect(route).rejects.toMatchObject({ status: 410 });
  const rows = await inMill(
    `SELECT 1 FROM "DocumentRead" r JOIN "SharedAccess" g ON g."snapshotId" = r."documentId" WHERE g."id" = $1::uuid`,
    sharedAccessId,
  );
  expect(rows, 'the whole reading is rolled back').toEqual([]);
});

test('another organization gets 404, and the log accepts no entry of another and no change', async () => {
  const sharedAccessId = await accepted();
  const stranger = await makeMember();
  expect((await reading(sharedAccessId, stranger)).map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  expect((await call('one', 'loader', stranger, { params: { sharedAccessId } })).status).toBe(404);
  expect((await call('grant', 'loader', lender, { params: { sharedAccessId } })).status).toBe(404);
  expect((await call('one', 'loader', mill, { params: { sharedAccessId } })).status).toBe(404);
  const [found] = await inMill<{ snapshotId: string }>(`SELECT "snapshotId" FROM "SharedAccess" WHERE "id" = $1::uuid`, sharedAccessId);
  const snapshotId = found?.snapshotId ?? '';
  const log = (member: MadeMember) =>
    member.inOrganization((db) =>
      logRead(db, { granterOrganizationId: mill.organization.id, documentId: snapshotId, section: first, how: 'page' }),
    );
  await expect(log(stranger)).rejects.toThrow();
  await log(lender);
  await log(lender);
  for (const statement of [`UPDATE "DocumentRead" SET "how" = 'pdf'`, 'DELETE FROM "DocumentRead"'])
    await expect(lender.inOrganization((db) => db.$executeRawUnsafe(statement))).rejects.toThrow(/permission denied/);
  const rows = await inMill(`SELECT 1 FROM "DocumentRead" WHERE "documentId" = $1::uuid`, snapshotId);
  expect(rows, 'one row per user, section, type and day').toHaveLength(1);
});

test('the form reports what is missing, and a code does not reveal who exists', async () => {
  const post = (form: Record<string, string>) =>
    call('new', 'action', mill, {
      form: { response: request.responseId, sections: first, purpose: 'buyer', reason: 'A new customer', until: day(3), ...form },
    });
  const problem = async (form: Record<string, string>) => {
    const answer = await post(form);
    expect(answer.status).toBe(422);
    return Object.keys((answer.body as { failure: { errors: object } }).failure.errors);
  };
  expect(await problem({})).toEqual(['code']);
  expect(await problem({ code: 'AAAAAAA-AAAAAAA' })).toEqual(['code']);
  expect(await problem({ code: await sharingCode(mill.organization.id) })).toEqual(['']);
  expect(await problem({ code: await sharingCode(lender.organization.id), until: day(-2) })).toEqual(['until']);
  expect(await problem({ code: await sharingCode(lender.organization.id), sections: 'nonsense' })).toEqual(['']);
  expect(await problem({ code: await sharingCode(lender.organization.id), reason: '', purpose: 'party' })).toEqual(['purpose', 'reason']);
  expect(await problem({ code: await sharingCode(lender.organization.id), response: '00000000-0000-4000-8000-000000000000' })).toEqual([
    '',
  ]);
});

test('an offer to an address is a link that one organization accepts, once', async () => {
  const made = await call('new', 'action', mill, {
    form: {
      response: request.responseId,
      sections: third,
      purpose: 'auditor',
      reason: 'The audit of spring',
      until: day(9),
      email: 'Auditor@Example.org',
    },
  });
  expect(made.status).toBe(200);
  const { link } = made.body as { link: { url: string; sharedAccessId: string; mailed: string } };
  const token = link.url.split('/offer/')[1] ?? '';
  const params = { token };
  const [auditor, other] = [await makeMember({ kind: 'audit-firm' }), await makeMember()];
  const visitor = await call('offer', 'loader', null, { params });
  expect(visitor.body).toMatchObject({ takers: null, offer: { reason: 'The audit of spring' } });
  const viewer = await makeMember({ organization: auditor.organization, role: 'viewer' });
  const take = (member: MadeMember) => call('offer', 'action', member, { params, form: { organization: member.organization.id } });
  expect((await take(viewer)).status).toBe(422);
  expect((await take(mill)).status).toBe(410);
  const taken = await take(auditor);
  expect(taken.headers.get('Location')).toBe(`/o/${auditor.organization.slug}/shared-with-us/${link.sharedAccessId}`);
  expect((await take(other)).status).toBe(410);
  expect((await call('offer', 'loader', other, { params })).status).toBe(410);
  expect((await call('section', 'loader', auditor, { params: { sharedAccessId: link.sharedAccessId, sectionId: third } })).status).toBe(
    200,
  );
  expect((await call('offer', 'loader', other, { params: { token: 'nonsense' } })).status).toBe(404);
});

test('files are shared only where selected, and open only within their own audience', async () => {
  const evidence = await Promise.all(
    (['lender', 'buyer', 'lender'] as const).map(async (audience, at) => {
      const bytes = Buffer.from(`payroll ${at}`);
      const sha256 = await writeBytes(mill.organization.id, bytes);
      return mill.inOrganization(async (db) => {
        const about = { fileName: `payroll ${at}.txt`, mediaType: 'text/plain', sizeBytes: bytes.length, userId: mill.user.id };
        const file = await recordFile(db, { ...about, sha256 });
        const { responseId } = request;
        return db.evidence.create({ data: { responseId, section: first, question: 'P1.Q1', fileId: file.id, audience: [audience] } });
      });
    }),
  );
  const [open, closed, unchosen] = evidence.map(({ id }) => id);
  // The file that lenders may not see has a redacted copy that they may, until a past date.
  const copied = Buffer.from('blacked out');
  const copyHash = await writeBytes(mill.organization.id, copied);
  await mill.inOrganization(async (db) => {
    const about = { fileName: 'copy.txt', mediaType: 'text/plain', sizeBytes: copied.length, userId: mill.user.id };
    const { id: redactedFileId } = await recordFile(db, { ...about, sha256: copyHash });
    const data = { redactedFileId, redactedAudience: ['lender'], validUntil: new Date('2020-01-31') };
    await db.evidence.updateMany({ where: { id: closed ?? '' }, data });
  });
  const form = await call('new', 'loader', mill, { search: `?response=${request.responseId}` });
  expect((form.body as { files: object[] }).files).toHaveLength(3);
  const given = await giveAccess({ ...mill, can: () => true, role: 'owner', memberships: [] } as unknown as Member, {
    response: request.responseId,
    sections: [first],
    files: [open ?? '', closed ?? ''],
    code: await sharingCode(lender.organization.id),
    purpose: 'lender',
    reason: 'With files',
    until: day(3),
    origin: 'http://localhost',
    now: new Date(),
  });
  if (given.kind !== 'given') throw new Error(given.kind);
  const { sharedAccessId } = given;
  const file = (evidenceId: string | undefined, of = lender) =>
    call('file', 'loader', of, { params: { sharedAccessId, evidenceId: evidenceId ?? '' } });
  const view = (evidenceId: string | undefined, of = lender, question = 'P1.Q1') =>
    call('viewer', 'loader', of, { params: { sharedAccessId, question, evidenceId: evidenceId ?? '' } });
  expect((await file(open)).status, 'before acceptance').toBe(410);
  expect((await view(open)).status, 'before acceptance').toBe(410);
  await call('one', 'action', lender, { params: { sharedAccessId }, form: { intent: 'accept' } });
  expect(await file(open)).toMatchObject({ status: 200, body: 'payroll 0' });
  expect((await file(closed)).status).toBe(404);
  expect((await file(unchosen)).status).toBe(404);
  expect((await file(open, buyer)).status).toBe(404);
  const list = await call('files', 'loader', lender, { params: { sharedAccessId } });
  const { files } = list.body as { files: { access: string; fileName: string | null }[] };
  const page = await call('one', 'loader', lender, { params: { sharedAccessId } });
  const { grant } = page.body as { grant: { reads: { how: string }[] } };
  expect(files.map(({ access, fileName }) => [access, fileName]).sort()).toEqual([
    ['open', 'copy.txt'],
    ['open', 'payroll 0.txt'],
    ['sealed', null],
  ]);
  expect(grant.reads.map(({ how }) => how)).toEqual(['file']);

  expect((await view(open)).body).toMatchObject({
    item: { file: { fileName: 'payroll 0.txt' }, isCopy: false, mayChange: false, audience: null, isExpired: false },
    of: 2,
  });
  expect((await view(closed)).body).toMatchObject({
    item: { file: { fileName: 'copy.txt', sha256: copyHash }, redactedFile: null, isCopy: true, isExpired: true, validUntil: '2020-01-31' },
  });
  expect(JSON.stringify((await view(closed)).body)).not.toContain('payroll 1');
  expect(await file(`${closed}.redacted`)).toMatchObject({ status: 200, body: 'blacked out' });
  for (const answer of [await view(unchosen), await view(open, buyer), await view(open, lender, 'P1.Q2'), await view('x')])
    expect(answer.status).toBe(404);
  const section = await call('section', 'loader', lender, { params: { sharedAccessId, sectionId: first } });
  expect((section.body as { files: { access: string }[] }).files.filter(({ access }) => access === 'open')).toHaveLength(2);
  const given_ = await call('grant', 'loader', mill, { params: { sharedAccessId } });
  const { reads } = (given_.body as { grant: { reads: { how: string; section: string; times: number }[] } }).grant;
  expect(reads.find(({ how, section: key }) => how === 'page' && key === first)?.times).toBe(4);
  await call('grant', 'action', mill, { params: { sharedAccessId }, form: { intent: 'revoke' } });
  expect((await file(open)).status).toBe(410);
  expect((await view(open)).status).toBe(410);
  expect((await view(closed)).status).toBe(410);
});

test('a declined offer stays declined, with its reason for the organization that made it', async () => {
  const sharedAccessId = await offer({ code: await sharingCode(lender.organization.id) });
  await call('one', 'action', lender, { params: { sharedAccessId }, form: { intent: 'refuse', reason: 'Not a client any more' } });
  const given = await call('grant', 'loader', mill, { params: { sharedAccessId } });
  expect(given.body).toMatchObject({ grant: { state: 'refused', refusalReason: 'Not a client any more' } });
  expect((await call('one', 'action', lender, { params: { sharedAccessId }, form: { intent: 'accept' } })).status).toBe(410);
});

test('a request for access is answered by an offer or declined, and links to the organization that asked', async () => {
  const asker = await makeMember({ kind: 'lender' });
  const ask = async (form: Record<string, string>) =>
    call('shared', 'action', asker, { form: { intent: 'ask-access', purpose: 'lender', reason: 'A loan is asked for', ...form } });
  expect((await ask({ code: 'BBBBBBB-BBBBBBB' })).status).toBe(422);
  expect((await ask({ code: await sharingCode(mill.organization.id) })).status).toBe(302 + 1);
  expect((await ask({ code: await sharingCode(mill.organization.id) })).status).toBe(422);
  const list = async () => (await call('grants', 'loader', mill)).body as { asked: { id: string; party: string; status: string }[] };
  const asked = (await list()).asked.find(({ party }) => party === asker.organization.name);
  expect(asked).toMatchObject({ status: 'open' });
  const sharedAccessId = await offer({ request: asked?.id ?? '' });
  expect((await list()).asked.find(({ id }) => id === asked?.id)).toMatchObject({ status: 'granted' });
  expect((await call('one', 'loader', asker, { params: { sharedAccessId } })).body).toMatchObject({ grant: { state: 'offered' } });
  // For a questionnaire that was sent to it no code is needed.
  const along = await call('shared', 'action', buyer, {
    form: { intent: 'ask-access', purpose: 'buyer', reason: 'The other sections', response: request.responseId },
  });
  expect(along.status).toBe(303);
  const second = (await list()).asked.find(({ party }) => party === buyer.organization.name);
  const refused = await call('grants', 'action', mill, {
    form: { intent: 'refuse-access', request: second?.id ?? '', answer: 'You have them' },
  });
  expect(refused.status).toBe(303);
  expect((await call('shared', 'loader', buyer)).body).toMatchObject({ sent: [{ status: 'refused', answer: 'You have them' }] });
  expect((await call('shared', 'action', lender, { form: { intent: 'withdraw-access', request: second?.id ?? '' } })).status).toBe(422);
});

test('linked to an own supplier, shared answers change its score; revoked, the score returns', async () => {
  const bank = await makeMember({ kind: 'lender' });
  const supplier = await makeSupplier(bank, { name: 'The same mill, in the bank’s list' });
  const sharedAccessId = await accepted(bank);
  const attach = (publicId: string) =>
    call('one', 'action', bank, { params: { sharedAccessId }, form: { intent: 'attach', supplier: publicId } });
  expect((await attach('nothing')).status).toBe(422);
  expect((await attach(supplier.publicId)).status).toBe(303);
  expect((await attach(supplier.publicId)).status).toBe(422);
  const scored = () =>
    bank.inOrganization(async (db) => {
      const newest = await db.score.findFirst({ where: { partyId: supplier.partyId }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] });
      const attached = await db.attachedResponse.findFirstOrThrow({ where: { sharedAccessId }, select: { responseId: true } });
      return { of: newest?.responseId, sharing: (await readResponse(db, attached.responseId))?.sharing, ...attached };
    });
  const with_ = await scored();
  expect(with_.sharing).toBe('shared');
  expect(with_.of).toBe(with_.responseId);
  await call('grant', 'action', mill, { params: { sharedAccessId }, form: { intent: 'revoke' } });
  const without = await scored();
  expect(without.sharing).toBe('ended');
  expect(without.of).toBeNull();
});

test('after the access expires, the nightly job scores without it', async () => {
  const bank = await makeMember({ kind: 'lender' });
  const supplier = await makeSupplier(bank, { name: 'A mill for a while' });
  const sharedAccessId = await accepted(bank);
  await call('one', 'action', bank, { params: { sharedAccessId }, form: { intent: 'attach', supplier: supplier.publicId } });
  const today = new Date().toISOString().slice(0, 10);
  const night = () => bank.inOrganization((db) => scoreLapsed(db, { today }));
  expect(await night()).toBe(0);
  await inMill(
    `UPDATE "DocumentRecipient" s SET "expiresAt" = now() - interval '1 second' FROM "SharedAccess" g WHERE g."id" = $1::uuid AND s."documentId" = g."snapshotId"`,
    sharedAccessId,
  );
  expect(await night()).toBe(1);
  expect(await night()).toBe(0);
  const scoreId = await bank.inOrganization(
    async (db) => (await db.supplier.findFirstOrThrow({ where: { partyId: supplier.partyId } })).scoreId,
  );
  const score = await bank.inOrganization((db) => db.score.findFirstOrThrow({ where: { id: scoreId ?? '' } }));
  expect(score.responseId).toBeNull();
});

test('what the requester of a questionnaire reads is logged too, for the supplier to see', async () => {
  await buyer.inOrganization((db) => readResponse(db, request.responseId, { section: fourth }));
  const seen = await call('received', 'loader', mill, { params: { responseId: request.responseId } });
  expect(seen.body).toMatchObject({
    received: {
      asker: buyer.organization.name,
      reads: expect.arrayContaining([expect.objectContaining({ section: fourth, how: 'page' })]),
    },
  });
});
