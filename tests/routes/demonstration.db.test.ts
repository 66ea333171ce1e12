import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { findSampleReport } from '~/access/demonstration.server';
import { demonstrationAccounts } from '~/access/demonstration-accounts';
import { rootDb } from '~/access/root-db.server';
import { readSession } from '~/access/session.server';
import { foundOrganization } from '~/access/sign-up.server';
import * as resetRoute from '~/routes/org/organizations/reset-demonstration';
import * as tourRoute from '~/routes/org/organizations/tour';
import * as demonstrationRoute from '~/routes/public/front/demonstration';
import { makeAudit } from '../factories/audit';
import { makeDocument } from '../factories/document';
import { type MadeMember, makeMember } from '../factories/member';
import { callRoute, cookieOf } from '../setup/call-route';
import { changeSettings } from '../setup/change-settings';
import { testDatabase, withClient } from '../setup/test-database';

const here = { url: '/demonstration' };
const enter = (email: string) => callRoute(demonstrationRoute.action, { ...here, form: { email } });
let slug = '';

/** A demonstration organization of the company's owner, viewer and auditor. */
beforeAll(async () => {
  const people = await Promise.all(
    demonstrationAccounts
      .filter(({ kind, role }) => kind === 'company' && role !== 'manager')
      .map(async ({ email, name, role }) => ({ ...(await rootDb().user.create({ data: { email, name } })), role })),
  );
  const owner = people.find(({ role }) => role === 'owner');
  const founded = await foundOrganization(owner?.id ?? '', { name: 'Demonstration', kind: 'company' }, async (db, { organization }) => {
    await db.organization.update({ where: { id: organization.id }, data: { isDemonstration: true } });
    for (const { id, role } of people) if (role !== 'owner') await db.membership.create({ data: { userId: id, role } });
  });
  slug = founded.slug;
});
afterEach(() => changeSettings({ PUBLIC_URL: undefined, DEMONSTRATION: undefined, HOST: undefined, TRUST_PROXY: undefined }));

test('signs a visitor in as the chosen role, without a password', async () => {
  const answer = await enter('viewer@demonstration.example');
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/o/${slug}`]);
  const session = await readSession(new Request('http://localhost/', { headers: { cookie: cookieOf(answer) } }));
  expect(session?.user.email).toBe('viewer@demonstration.example');
});

test('lists only accounts that exist', async () => {
  const { accounts } = (await callRoute(demonstrationRoute.loader, here)).body as { accounts: { email: string }[] };
  expect(accounts.map(({ email }) => email)).toContain('auditor@demonstration.example');
  expect(accounts.map(({ email }) => email)).not.toContain('manager@demonstration.example');
});

test.each([
  { title: 'a public address', settings: { PUBLIC_URL: 'https://manumit.example.org' } },
  { title: 'an address other machines reach', settings: { HOST: '0.0.0.0' } },
  { title: 'a proxy in front of this machine', settings: { TRUST_PROXY: '1' } },
  { title: 'a switched-off demonstration', settings: { DEMONSTRATION: 'off' } },
])('$title opens no demonstration without a password', async ({ settings }) => {
  await changeSettings(settings);
  expect((await callRoute(demonstrationRoute.loader, here)).status).toBe(404);
  expect((await enter('viewer@demonstration.example')).status).toBe(422);
});

test('an operator may open it on a public address', async () => {
  await changeSettings({ PUBLIC_URL: 'https://manumit.example.org', DEMONSTRATION: 'open' });
  expect((await enter('viewer@demonstration.example')).status).toBe(303);
});

test('no other person can be entered: neither a member of a real organization nor an account that belongs to both', async () => {
  const { user, organization } = await makeMember();
  expect((await enter(user.email)).status).toBe(422);
  const auditor = await rootDb().user.findUniqueOrThrow({ where: { email: 'auditor@demonstration.example' } });
  await rootDb().$transaction(async (db) => {
    await db.$executeRaw`SELECT set_config('app.organization_id', ${organization.id}, true)`;
    await db.membership.create({ data: { userId: auditor.id, role: 'auditor' } });
  });
  expect((await enter('auditor@demonstration.example')).status).toBe(422);
});

test('a tour leads from step to step, falls back to the list without a record, and ends', async () => {
  const cookie = cookieOf(await enter('viewer@demonstration.example'));
  const go = (step: string) => callRoute(tourRoute.action, { url: `/o/${slug}/tour`, params: { orgSlug: slug }, cookie, form: { step } });
  const first = await go('1');
  expect([first.headers.get('location'), first.headers.get('set-cookie')]).toEqual([
    `/o/${slug}/suppliers`,
    expect.stringContaining('tour=1'),
  ]);
  expect((await go('2')).headers.get('location')).toBe(`/o/${slug}/suppliers`);
  for (const step of ['end', '99', '-1']) {
    const ended = await go(step);
    expect([ended.headers.get('location'), ended.headers.get('set-cookie')]).toEqual([`/o/${slug}`, expect.stringContaining('Max-Age=0')]);
  }
});

test('a reset is queued by a person of the demonstration, and offered only where visitors may enter', async () => {
  const cookie = cookieOf(await enter('viewer@demonstration.example'));
  const at = { url: `/o/${slug}/demonstration/reset`, params: { orgSlug: slug }, cookie };
  const { id } = await rootDb().organization.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  expect((await callRoute(resetRoute.action, { ...at, form: {} })).headers.get('location')).toBe(`/demonstration?reset=${id}`);
  const madeAt = async (reset: string) => (await callRoute(demonstrationRoute.loader, { url: `/demonstration?reset=${reset}` })).body;
  // While the organization of before exists nothing is ready; its successor is.
  expect(await madeAt(id)).toMatchObject({ made: { ready: 0, total: 1 } });
  expect(await madeAt(randomUUID())).toMatchObject({ made: { ready: 1, total: 1 } });
  const queued = await withClient(testDatabase().ownerUrl, (client) =>
    client.query(`SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE task_identifier = 'reset-demonstration'`),
  );
  expect(queued.rows[0].n).toBe(1);
  await changeSettings({ HOST: '0.0.0.0' });
  expect((await callRoute(resetRoute.action, { ...at, form: {} })).status).toBe(404);
});

test('the sample is the signed audit report of the demonstration, never one of a customer', async () => {
  const sign = async (member: MadeMember, fileName: string) => {
    const { auditId } = await makeAudit(member);
    await member.inOrganization(async (db) => {
      const by = member.user.id;
      const { id: documentId } = await makeDocument(db, { kind: 'audit', subjectId: auditId, issuedById: by });
      const file = await db.storedFile.create({
        data: { sha256: '0'.repeat(64), fileName, mediaType: 'application/pdf', sizeBytes: 1, uploadedById: by, scan: 'clean' },
      });
      const key = await db.signingKey.create({
        data: { certificate: '', fingerprint: '0'.repeat(64), salt: '', sealedKey: '', createdById: by },
      });
      await db.documentSignature.create({
        data: { documentId, form: 'full', keyId: key.id, fileId: file.id, signedById: by, signedAt: new Date() },
      });
    });
  };
  await sign(await makeMember(), 'customer.pdf');
  expect(await findSampleReport()).toBeNull();
  const organization = await rootDb().organization.findUniqueOrThrow({ where: { slug } });
  await sign(await makeMember({ organization }), 'sample.pdf');
  expect(await findSampleReport()).toMatchObject({ organizationId: organization.id, fileName: 'sample.pdf' });
});

test('an organization of customers has no tour', async () => {
  const { organization, cookie } = await makeMember();
  const answer = await callRoute(tourRoute.loader, { url: `/o/${organization.slug}/tour`, params: { orgSlug: organization.slug }, cookie });
  expect(answer.status).toBe(404);
});
