import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { instrument } from '#scoring';
import { claimByDevice, claimState } from '~/access/claims.server';
import { sharingCode } from '~/access/shared-access.server';
import { rootDb } from '~/access/root-db.server';
import { forOrganization } from '~/access/tenant-db.server';
import { defaultInstrument } from '~/questionnaires/responses/schema';
import { countChosen } from '~/questionnaires/campaigns/judge-targets.server';
import { recordClaimed } from '~/organizations/claims/record-claimed.server';
import { listReads } from '~/sharing/access-log/list-reads.server';
import { keepBytes } from '~/questionnaires/evidence/take-file.server';
import { followRequestLocale } from '~/platform/http/locale.server';
import { type MadeMember, makeMember } from '../factories/member';
import { answerAndSubmit, type MadeRequest, makeRequest } from '../factories/request';
import { makeSupplier } from '../factories/supplier';
import { callRoute } from '../setup/call-route';
import { type Mailbox, openMailbox } from '../setup/mailbox';

let mailbox: Mailbox;
let lender: MadeMember;
let mill: MadeMember;
let request: MadeRequest;
const first = instrument(defaultInstrument).sections[0]?.key ?? '';
const inThreeDays = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);

async function takeOver(name: string, of: MadeMember): Promise<{ mill: MadeMember; request: MadeRequest }> {
  const asked = await makeRequest(await makeMember(), { name });
  await answerAndSubmit(await asked.respondent());
  await claimByDevice(asked.supplierOrganizationId, { userId: of.user.id }, recordClaimed);
  const state = await claimState(asked.supplierOrganizationId);
  const organization = { id: asked.supplierOrganizationId, slug: state?.slug ?? '', name: state?.name ?? '' };
  const inOrganization = forOrganization({ organizationId: organization.id, userId: of.user.id });
  return { mill: { ...of, organization, inOrganization }, request: asked };
}

beforeAll(async () => {
  followRequestLocale();
  mailbox = await openMailbox();
  lender = await makeMember({ kind: 'lender' });
  ({ mill, request } = await takeOver('Mill that offers', await makeMember()));
});
afterAll(() => mailbox.close());

const call = async (route: string, which: 'loader' | 'action', member: MadeMember, params: object, form?: Record<string, string>) => {
  const routeModule = (await import(/* @vite-ignore */ resolve(`app/routes/${route}.tsx`))) as Record<string, unknown>;
  return callRoute(routeModule[which], {
    url: `/o/${member.organization.slug}/x`,
    params: { orgSlug: member.organization.slug, ...params },
    cookie: `${member.cookie}; locale=en`,
    form,
  });
};

test('an offer by code is mailed to members who may accept it, in their language, without answers or their names', async () => {
  const viewer = await makeMember({ organization: lender.organization, role: 'viewer' });
  await rootDb().user.update({ where: { id: lender.user.id }, data: { locale: 'fr' } });
  const given = await call(
    'org/sharing/new-shared-access',
    'action',
    mill,
    {},
    {
      response: request.responseId,
      sections: first,
      purpose: 'lender',
      reason: 'Your credit review',
      until: inThreeDays,
      code: await sharingCode(lender.organization.id),
    },
  );
  expect(given.status).toBe(303);
  expect(JSON.stringify(given.body)).not.toContain(lender.user.email);
  const sharedAccessId = given.headers.get('Location')?.split('/').pop() ?? '';
  const email = await mailbox.next();
  expect(mailbox.emails.flatMap(({ to }) => to)).toEqual([lender.user.email]);
  expect(mailbox.emails.flatMap(({ to }) => to)).not.toContain(viewer.user.email);
  expect(email).toContain(`/o/${lender.organization.slug}/shared-with-us/${sharedAccessId}`);
  expect(email).toContain('Connectez-vous');

  // Read twice on one day: one row with a count, which no other organization can increase and no request can set.
  await call('org/sharing/shared-with-us-record', 'action', lender, { sharedAccessId }, { intent: 'accept' });
  for (let time = 0; time < 2; time++)
    expect((await call('org/sharing/shared-with-us-section', 'loader', lender, { sharedAccessId, sectionId: first })).status).toBe(200);
  const { body } = await call('org/sharing/shared-access-record', 'loader', mill, { sharedAccessId });
  expect(body).toMatchObject({ grant: { reads: [{ section: first, how: 'page', times: 2 }] } });
  const logged = await mill.inOrganization((db) => db.documentRead.findMany({ select: { documentId: true } }));
  const raise = (of: MadeMember) =>
    of.inOrganization(
      (db) => db.$executeRaw`SELECT count_read(${mill.organization.id}::uuid, ${logged[0]?.documentId}::uuid, ${first}, 'page')`,
    );
  const times = async () =>
    (await mill.inOrganization((db) => db.documentRead.findMany({ where: { section: first } }))).map((row) => row.times);
  await raise(mill);
  await raise(viewer);
  expect(await times()).toEqual([2]);
  for (const of of [mill, lender])
    await expect(of.inOrganization((db) => db.$executeRaw`UPDATE "DocumentRead" SET "times" = 9`)).rejects.toThrow(/permission denied/);

  // Reads at the same moment: no page loses or repeats one.
  await lender.inOrganization(
    (db) => db.$executeRaw`
      INSERT INTO "DocumentRead" ("organizationId", "documentId", "readerOrganizationId", "readerId", "section", "how", "day", "at")
      SELECT ${mill.organization.id}::uuid, ${logged[0]?.documentId}::uuid, ${lender.organization.id}::uuid, ${lender.user.id}::uuid,
        'S' || n, 'page', DATE '2026-11-01', TIMESTAMPTZ '2026-11-01 10:00:00Z' FROM generate_series(1, 250) n`,
  );
  const walk = async (of: MadeMember, side: 'shared' | 'read') => {
    const sections: string[] = [];
    for (let after: string | undefined, pages = 0; pages < 5; pages++) {
      const page = await of.inOrganization((db) => listReads(db, { organizationId: of.organization.id, side, after }));
      sections.push(...page.rows.map(({ section }) => section));
      if (page.next === null) break;
      after = page.next;
    }
    return sections;
  };
  for (const sections of [await walk(mill, 'shared'), await walk(lender, 'read')]) {
    expect(sections).toHaveLength(251);
    expect(new Set(sections).size).toBe(251);
    expect(sections[0]).toBe(first);
  }
});

test('the requested accounts of one user link to each other, and no other is named', async () => {
  const { mill: second } = await takeOver('Mill asked by another', mill);
  const here = await call('org/sharing/received-requests', 'loader', mill, {});
  expect(here.body).toMatchObject({ accounts: [{ slug: second.organization.slug, received: 1 }] });
  expect((await call('org/sharing/received-requests', 'loader', lender, {})).body).toMatchObject({ accounts: [] });
});

test('rejects a HEIC photo, since its location and device data cannot be removed', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'heic-')), 'photo.heic');
  await writeFile(path, Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypmif1\0\0\0\0mif1heic'), Buffer.alloc(64)]));
  const file = { path, fileName: 'photo.heic', declaredType: 'image/heic' };
  expect(await keepBytes(mill.organization.id, file)).toEqual({ kind: 'refused', code: 'file-heic' });
});

test('the selection of a campaign counts everything that its filters match, not the page alone', async () => {
  const buyer = await makeMember();
  for (const name of ['Alpha mill', 'Beta mill', 'Gamma works']) await makeSupplier(buyer, { name });
  const count = async (selection: string) => {
    const byDepth = await buyer.inOrganization((db) => countChosen(db, selection, '2026-11-26'));
    return Object.values(byDepth).reduce((sum, each) => sum + each, 0);
  };
  expect([await count(''), await count('q=mill')]).toEqual([3, 2]);
});
