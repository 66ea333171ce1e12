import { expect, test } from 'vitest';
import type { FindingRow } from '~/findings/findings/show-findings.server';
import { raiseFindings } from '~/findings/findings/raise-findings.server';
import type { FindingRead } from '~/findings/findings/read-finding.server';
import type { FindingFailure } from '~/findings/findings/take-finding-form.server';
import * as findingsRoute from '~/routes/org/findings/findings';
import * as pageRoute from '~/routes/org/findings/finding';
import * as editRoute from '~/routes/org/findings/edit-finding';
import * as fileRoute from '~/routes/org/findings/finding-file';
import * as exportRoute from '~/routes/org/findings/findings-export';
import * as newRoute from '~/routes/org/findings/new-finding';
import { followRequestLocale, runInLocale } from '~/platform/http/locale.server';
import { type MadeMember, makeMember } from '../factories/member';
import { makeSupplier } from '../factories/supplier';
import { callRoute } from '../setup/call-route';

followRequestLocale();

function findingsOf({ organization, cookie }: MadeMember) {
  const at = (query: string) => ({
    url: `http://house.example/o/${organization.slug}/findings${query}`,
    params: { orgSlug: organization.slug },
    cookie,
  });
  return {
    list: async (query = '') => (await callRoute(findingsRoute.loader, at(query))).body as { rows: FindingRow[]; next: string | null },
    move: (form: Record<string, string>, query = '') => callRoute(findingsRoute.action, { ...at(query), form }),
  };
}

async function withFindings(member: MadeMember) {
  const supplier = await makeSupplier(member);
  await member.inOrganization(async (db) => {
    const { id } = await db.questionnaireResponse.create({
      data: { partyId: supplier.partyId, kind: 'self-assessment', instrumentKey: 'ilo-ten-principles@1.0.0', openedById: member.user.id },
      select: { id: true },
    });
    await raiseFindings(db, {
      partyId: supplier.partyId,
      responseId: id,
      userId: member.user.id,
      findings: [
        { question: 'P5.Q3', grade: 'major', indicator: 'debt-bondage', text: 'Fees were paid.', evidenceGrade: 'self-declared' },
        { question: 'P6.Q6', grade: 'moderate', text: 'A second contract.', evidenceGrade: 'document-checked' },
      ],
    });
  });
  return supplier;
}

test('findings are titled by what is wrong in the reader’s language, and the address filters them', async () => {
  const owner = await makeMember();
  const supplier = await withFindings(owner);
  const { list } = findingsOf(owner);
  const { rows } = await list();
  expect(rows.map(({ question }) => question).sort()).toEqual(['P5.Q3', 'P6.Q6']);
  const fees = rows.find(({ question }) => question === 'P5.Q3');
  expect(fees).toMatchObject({
    indicator: 'debt-bondage',
    grade: 'major',
    section: 'P5',
    party: { publicId: supplier.publicId },
  });
  expect((await list('?grade=major')).rows).toHaveLength(1);
  expect((await list('?status=verified')).rows).toHaveLength(0);
  expect((await list('?status=unsolved')).rows).toHaveLength(2);
  expect((await list('?supplier=NOBODY')).rows).toHaveLength(0);
  expect((await list('?status=nonsense&after=nonsense')).rows).toHaveLength(2);
  const french = await runInLocale('fr', () => list('?grade=major'));
  expect(french.rows[0]).toMatchObject({ id: fees?.id });
  expect(french.rows[0]?.title).not.toBe(fees?.title);
});

test('moving a finding advances one step, scores the supplier in the same transaction and writes the activity', async () => {
  const owner = await makeMember();
  const supplier = await withFindings(owner);
  const { list, move } = findingsOf(owner);
  const id = (await list('?grade=major')).rows[0]?.id ?? '';
  const answer = await move({ findingId: id, to: 'plan-agreed' }, '?grade=major');
  expect(answer.status).toBe(303);
  expect(answer.headers.get('Location')).toBe(`/o/${owner.organization.slug}/findings?grade=major`);
  expect((await list('?status=plan-agreed')).rows.map((row) => row.id)).toEqual([id]);
  const after = await owner.inOrganization(async (db) => ({
    scores: await db.score.findMany({ where: { partyId: supplier.partyId } }),
    acts: await db.activity.findMany({ where: { recordKind: 'finding', recordId: id, act: 'move' } }),
  }));
  expect(after.scores).toHaveLength(1);
  expect(after.acts).toMatchObject([{ changes: [{ field: 'status', before: 'open', after: 'plan-agreed' }] }]);
  // A move to a later step changes nothing.
  expect((await move({ findingId: id, to: 'verified' })).status).toBe(303);
  expect((await list('?status=plan-agreed')).rows).toHaveLength(1);
});

test('rejects an invalid form, an unknown finding, a viewer and another organization', async () => {
  const owner = await makeMember();
  await withFindings(owner);
  const { list, move } = findingsOf(owner);
  const id = (await list()).rows[0]?.id ?? '';
  expect((await move({ findingId: id, to: 'forgotten' })).status).toBe(400);
  expect((await move({ findingId: '00000000-0000-4000-8000-000000000000', to: 'fixed' })).status).toBe(404);
  const viewer = findingsOf(await makeMember({ organization: owner.organization, role: 'viewer' }));
  expect((await viewer.list()).rows).toHaveLength(2);
  expect((await viewer.move({ findingId: id, to: 'plan-agreed' })).status).toBe(403);
  const stranger = findingsOf(await makeMember());
  expect((await stranger.list()).rows).toHaveLength(0);
  expect((await stranger.move({ findingId: id, to: 'plan-agreed' })).status).toBe(404);
});

/** Submits the form of a finding as a browser does, with files. */
async function send(
  member: MadeMember,
  route: { action: unknown },
  at: { path: string; params: Record<string, string> },
  fields: [string, string | File][],
) {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  const request = new Request(`http://house.example/o/${member.organization.slug}${at.path}`, {
    method: 'POST',
    body,
    headers: { Cookie: member.cookie },
  });
  const params = { orgSlug: member.organization.slug, ...at.params };
  const result = await (route.action as (args: unknown) => Promise<unknown>)({ request, params, context: {} }).catch(
    (thrown: unknown) => thrown,
  );
  if (result instanceof Response) return { status: result.status, location: result.headers.get('Location'), failure: null };
  const { data, init } = result as { data: FindingFailure; init: ResponseInit };
  return { status: init.status, location: null, failure: data };
}

test('A34: a finding is recorded by form; a rejected form lists all that is missing, and keeps its file', async () => {
  const owner = await makeMember();
  const { publicId } = await makeSupplier(owner);
  const at = { path: `/findings/new?supplier=${publicId}`, params: {} };
  const proof = new File([Buffer.from('The safe in the office of personnel.')], 'safe.txt', { type: 'text/plain' });
  const disguised = new File([Buffer.from('MZ program')], 'photo.jpg', { type: 'image/jpeg' });
  const first = await send(owner, newRoute, at, [
    ['text', 'Passports are kept'],
    ['files', proof],
    ['files', disguised],
  ]);
  expect(first.status).toBe(422);
  expect(Object.keys(first.failure?.errors ?? {}).sort()).toEqual(['extent', 'files', 'grade', 'people']);
  expect(first.failure?.values.text).toEqual(['Passports are kept']);
  expect(first.failure?.kept).toMatchObject([{ fileName: 'safe.txt' }]);
  const fileId = first.failure?.kept[0]?.id ?? '';
  const whole: [string, string][] = [
    ['text', '=cmd() Passports are kept'],
    ['grade', 'major'],
    ['extent', 'systemic'],
    ['peopleKnown', 'unknown'],
    ['fileIds', fileId],
    ['methods', 'document'],
    ['methods', 'worker'],
    ['lawUrl', 'javascript:alert(1)'],
  ];
  expect((await send(owner, newRoute, at, whole)).failure?.errors).toHaveProperty('lawUrl');
  const good = whole.map(([name, value]): [string, string] => (name === 'lawUrl' ? [name, 'https://law.example/16'] : [name, value]));
  const viewer = await makeMember({ organization: owner.organization, role: 'viewer' });
  expect((await send(viewer, newRoute, at, good)).status).toBe(403);
  expect((await send(await makeMember(), newRoute, at, good)).status).toBe(404);
  const recorded = await send(owner, newRoute, at, good);
  expect(recorded.status).toBe(303);
  const findingId = recorded.location?.split('/').pop() ?? '';
  const open = async (member: MadeMember) =>
    callRoute(pageRoute.loader, {
      url: `http://house.example/o/${member.organization.slug}/findings/${findingId}`,
      params: { orgSlug: member.organization.slug, findingId },
      cookie: member.cookie,
    });
  const page = (await open(owner)).body as { finding: FindingRead };
  expect(page.finding).toMatchObject({ people: 'unknown', methods: ['document', 'worker'], lawUrl: 'https://law.example/16' });
  expect((await open(await makeMember())).status).toBe(404);
  const download = await callRoute(fileRoute.loader, {
    url: 'http://house.example/x',
    params: { orgSlug: owner.organization.slug, findingId, fileId: page.finding.files[0]?.id },
    cookie: owner.cookie,
  });
  expect([download.status, download.body]).toEqual([200, 'The safe in the office of personnel.']);
  expect(download.headers.get('Content-Disposition')).toMatch(/^attachment/);

  // Three people: a number internally, a range in the exported file.
  const edit = { path: `/findings/${findingId}/edit`, params: { findingId } };
  const edited = await send(owner, editRoute, edit, [
    ...good.filter(([name]) => !/fileIds|peopleKnown/.test(name)),
    ['people', '3'],
    ['restrictedNote', 'in the canteen'],
  ]);
  expect(edited.status).toBe(303);
  expect(((await open(owner)).body as { finding: FindingRead }).finding.people).toBe(3);
  const csv = await callRoute(exportRoute.loader, {
    url: 'http://house.example/x?grade=major',
    params: { orgSlug: owner.organization.slug },
    cookie: owner.cookie,
  });
  expect(csv.body).toContain(`'=cmd() Passports are kept`);
  expect(csv.body).toContain(',under-5,systemic,');
  expect(csv.body).not.toContain('canteen');
});
