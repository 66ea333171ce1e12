import { describe, expect, it } from 'vitest';
import type { Role } from '~/access/permissions';
import { readSupplierAlerts } from '~/risk/alerts/read-alerts.server';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { newestRun } from '~/platform/jobs/newest-run.server';
import { recomputeStored } from '~/risk/scores/recompute-stored.server';
import { scorePage } from '~/risk/scores/score-page.server';
import { run as compareEdition } from '~/risk/edition-effects/compare-edition.job.server';
import { run as scoreAll } from '~/risk/scores/score-all.job.server';
import * as editionRoute from '~/routes/org/risk/reference-table';
import * as differencesRoute from '~/routes/org/risk/reference-table-differences-csv';
import * as listRoute from '~/routes/org/risk/reference-tables';
import * as newRoute from '~/routes/org/risk/new-reference-table';
import * as templateRoute from '~/routes/org/risk/reference-table-template';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { callRoute } from '../../../tests/setup/call-route';
import { ownTablesFor } from './own-tables.server';

const today = new Date().toISOString().slice(0, 10);
const described = { title: 'TIP Report 2026', producer: 'US Department of State', licence: 'Public domain', publishedOn: '2026-09-29' };

/** Uploads a file of a type as the form does. */
async function upload(member: MadeMember, kind: string, text: string, fields: Record<string, string> = described) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new File([text], `${kind}.csv`));
  const packed = new Response(form);
  const headers = { 'Content-Type': packed.headers.get('Content-Type') ?? '' };
  const body = new Uint8Array(await packed.arrayBuffer());
  const url = `/o/${member.organization.slug}/settings/reference-tables/new?kind=${kind}`;
  return callRoute(newRoute.action, {
    url,
    params: { orgSlug: member.organization.slug },
    cookie: member.cookie,
    method: 'POST',
    body,
    headers,
  });
}

const order = (member: MadeMember, runId: string) => ({ organizationId: member.organization.id, userId: member.user.id, runId });
async function work(member: MadeMember, kind: 'compare-edition' | 'score-all') {
  const run = await member.inOrganization((db) => newestRun(db, kind));
  if (!run) throw new Error(`no run of ${kind}`);
  await (kind === 'score-all' ? scoreAll : compareEdition)(order(member, run.id));
}

const routesOf = (member: MadeMember, editionId: string) => {
  const call = { url: '/', params: { orgSlug: member.organization.slug, editionId }, cookie: member.cookie };
  return {
    read: async () =>
      (await callRoute(editionRoute.loader, call)) as { status: number; body: Awaited<ReturnType<typeof editionRoute.loader>> },
    post: (form: Record<string, string>) => callRoute(editionRoute.action, { ...call, form }),
    differences: async () => (await callRoute(differencesRoute.loader, call)).body,
  };
};

/** Loads an edition and has it compared. */
async function load(member: MadeMember, kind: string, text: string, fields?: Record<string, string>) {
  const sent = await upload(member, kind, text, fields);
  expect(sent.status).toBe(303);
  const id = sent.headers.get('Location')?.split('/').at(-1) ?? '';
  await work(member, 'compare-edition');
  return { id, ...routesOf(member, id) };
}

async function confirm(member: MadeMember, { post }: { post: (form: Record<string, string>) => Promise<{ status: number }> }) {
  expect((await post({ intent: 'confirm' })).status).toBe(303);
  await work(member, 'score-all');
}

async function scored(member: MadeMember, values: Parameters<typeof makeSupplier>[1]) {
  const supplier = await makeSupplier(member, values);
  await member.inOrganization((db) => scoreSuppliers(db, { partyIds: [supplier.partyId], asOf: today }));
  const page = () =>
    member.inOrganization((db) => scorePage(db, { supplierPublicId: supplier.publicId, scoreId: null, evidence: 'document-checked' }));
  const score = async () => {
    const shown = (await page())?.shown;
    if (shown?.kind !== 'current' || shown.result.status !== 'scored') throw new Error('not scored');
    return shown.result.score;
  };
  return { ...supplier, page, score };
}

const norway = { name: 'Fjord Mill', values: { country: 'NO', sector: '1410', products: ['Garments'] } };

describe('an edition of a score table', () => {
  it('counts from its confirmation, is named by the score, and can be withdrawn', async () => {
    const member = await makeMember();
    const supplier = await scored(member, norway);
    const before = await supplier.score();
    const edition = await load(member, 'trafficking-tiers', 'Country,Tier\nNorway,Tier 3\n');
    const compared = (await edition.read()).body;
    expect(compared.compared).toMatchObject({ suppliers: 1, moved: 1, named: [{ name: 'Fjord Mill', before: { score: before } }] });
    expect(await supplier.score()).toBe(before);
    await confirm(member, edition);
    const after = await supplier.score();
    expect(after).toBe(compared.compared?.named[0]?.after?.score);
    expect(after).toBeGreaterThan(before);
    const read = (await edition.read()).body;
    expect(read.edition).toMatchObject({ state: { code: 'in-force' }, confirmed: { by: member.user.name } });
    const shown = (await supplier.page())?.shown;
    const trace = JSON.stringify(shown?.kind === 'current' && shown.recomputed.kind === 'recomputed' ? shown.recomputed.trace : null);
    expect(trace).toContain(`"own":"${read.edition.hash}"`);
    expect(shown?.kind === 'current' && shown.recomputed).toMatchObject({ kind: 'recomputed', differences: [] });
    expect((await routesOf(member, read.edition.hash ?? '').read()).body.edition.id).toBe(edition.id);
    expect((await edition.post({ intent: 'withdraw', reason: '' })).status).toBe(422);
    expect((await edition.post({ intent: 'withdraw', reason: 'Norway was misread.' })).status).toBe(303);
    await work(member, 'score-all');
    expect(await supplier.score()).toBe(before);
    expect((await edition.read()).body.edition).toMatchObject({
      state: { code: 'withdrawn' },
      withdrawn: { reason: 'Norway was misread.' },
    });
    // All three scores can be computed again, the one with the edition too.
    const again = await recomputeStored(member.inOrganization, { asOf: today });
    expect(again).toMatchObject({ scores: 3, equal: 3, differing: 0, impossible: 0, inputsChanged: 0 });
  });

  it('is replaced by a later one of its type, and counts again when that is withdrawn', async () => {
    const member = await makeMember();
    const supplier = await scored(member, norway);
    const first = await load(member, 'trafficking-tiers', 'Country,Tier\nNorway,Tier 3\n');
    await confirm(member, first);
    const with3 = await supplier.score();
    const second = await load(member, 'trafficking-tiers', 'Country,Tier\nNorway,Tier 1\n', { ...described, title: 'TIP Report 2027' });
    expect((await second.read()).body.edition.replaces).toEqual({ id: first.id, title: 'TIP Report 2026' });
    await confirm(member, second);
    expect(await supplier.score()).toBeLessThan(with3);
    expect((await first.read()).body.edition.state.code).toBe('replaced');
    await second.post({ intent: 'withdraw', reason: 'Draft of the report.' });
    await work(member, 'score-all');
    expect(await supplier.score()).toBe(with3);
  });

  it('counts in its own organization alone', async () => {
    const [member, other] = [await makeMember(), await makeMember()];
    const elsewhere = await scored(other, norway);
    const before = await elsewhere.score();
    const edition = await load(member, 'trafficking-tiers', 'Country,Tier\nNorway,Tier 3\n');
    await confirm(member, edition);
    await other.inOrganization((db) => scoreSuppliers(db, { partyIds: [elsewhere.partyId], asOf: today }));
    expect(await elsewhere.score()).toBe(before);
    expect(await other.inOrganization((db) => ownTablesFor(db, today))).toEqual([]);
    expect((await routesOf(other, edition.id).read()).status).toBe(404);
    expect((await routesOf(other, (await edition.read()).body.edition.hash ?? '').read()).status).toBe(404);
  });

  it('of a licensed index moves a country half-way to its own estimate', async () => {
    const member = await makeMember();
    const supplier = await scored(member, norway);
    const before = await supplier.score();
    const edition = await load(member, 'slavery-index', 'Country,Prevalence per 1000\nNorway,40\nBangladesh,7\nPakistan,10\n', {
      ...described,
      title: 'Index',
    });
    await confirm(member, edition);
    expect(await supplier.score()).toBeGreaterThan(before + 10);
  });
});

describe('an edition of a list', () => {
  it('raises alerts when it is confirmed and ends them when it is withdrawn', async () => {
    const member = await makeMember();
    const supplier = await scored(member, { name: 'Example Polysilicon Co., Ltd.', values: { country: 'CN', sector: '2011' } });
    const open = async () =>
      (await member.inOrganization((db) => readSupplierAlerts(db, supplier.partyId))).filter(
        ({ kind, endedAt }) => kind === 'listed-entity' && endedAt === null,
      );
    const list = 'Entity,Effective date,Country\n"Example Polysilicon Co., Ltd.",2026-10-01,China\n';
    const edition = await load(member, 'listed-entities', list, { ...described, title: 'UFLPA Entity List' });
    expect((await edition.read()).body.compared).toMatchObject({ raised: 1, ended: 0 });
    expect(await open()).toEqual([]);
    await confirm(member, edition);
    const { hash } = (await edition.read()).body.edition;
    expect(await open()).toMatchObject([{ href: `settings/reference-tables/${hash}` }]);
    await edition.post({ intent: 'withdraw', reason: 'Loaded twice.' });
    await work(member, 'score-all');
    expect(await open()).toEqual([]);
  });
});

describe('an invalid file', () => {
  it('is rejected with a message, and nothing is saved', async () => {
    const member = await makeMember();
    const kept = () => member.inOrganization((db) => db.referenceTableEdition.count());
    const nothing = await upload(member, 'trafficking-tiers', 'Country,Tier\nAtlantis,Tier 1\nNorway,Tier 9\n');
    expect(nothing).toMatchObject({
      status: 422,
      body: { message: expect.stringContaining('No row could be read'), remarks: [{ row: 2 }, { row: 3 }] },
    });
    const unreported = await upload(member, 'trafficking-tiers', 'Country,Tier\nNorway,Tier 1\n', { title: 'TIP', publishedOn: 'soon' });
    expect(unreported).toMatchObject({
      status: 422,
      body: { failure: { errors: { licence: [expect.any(String)], producer: [expect.any(String)], publishedOn: [expect.any(String)] } } },
    });
    expect((await upload(member, 'trafficking-tiers', '\u0000\u0001')).status).toBe(422);
    const women = 'ref_area,sex,time,obs_value\nPER,SEX_F,2025,70\nGHA,SEX_F,2025,75\n';
    expect((await upload(member, 'informal-employment', women)).status).toBe(422);
    expect((await upload(member, 'weather', 'Country,Tier\n')).status).toBe(404);
    expect(await kept()).toBe(0);
  });

  it('of a report without a year is dated by its publication', async () => {
    const member = await makeMember();
    const { id } = await load(member, 'state-sponsored', 'Country,Section\nNorway,Foreword\n', { ...described, publishedOn: '2026-09' });
    const kept = await member.inOrganization((db) =>
      db.referenceTableEdition.findFirstOrThrow({ where: { id }, select: { tables: true } }),
    );
    expect(kept.tables).toMatchObject({ 'state-sponsored': { rows: [{ iso2: 'NO', reportYear: 2026 }] } });
  });

  it('is reported row by row beside the rows that were read', async () => {
    const member = await makeMember();
    const edition = await load(member, 'trafficking-tiers', 'Country,Tier\nNorway,Tier 3\nAtlantis,Tier 1\n');
    const { edition: read } = (await edition.read()).body;
    expect(read).toMatchObject({ readRows: 1, refusedRows: 1, remarks: [{ row: 3, value: 'Atlantis' }] });
    expect(read.differences).toMatchObject([{ table: 'trafficking-tiers', changed: [{ key: 'NO' }] }]);
    expect(await edition.differences()).toContain('trafficking-tiers,NO,changed,tier,2,3');
  });
});

describe('deciding', () => {
  it('waits for the comparison, counts once, and never changes or deletes a confirmed edition', async () => {
    const member = await makeMember();
    const sent = await upload(member, 'trafficking-tiers', 'Country,Tier\nNorway,Tier 3\n');
    const id = sent.headers.get('Location')?.split('/').at(-1) ?? '';
    const { post } = routesOf(member, id);
    expect(await post({ intent: 'confirm' })).toMatchObject({ status: 422 });
    await work(member, 'compare-edition');
    await Promise.all([post({ intent: 'confirm' }), post({ intent: 'confirm' }), post({ intent: 'confirm' })]);
    const events = () => member.inOrganization((db) => db.activity.count({ where: { recordKind: 'reference-table', recordId: id } }));
    expect(await events()).toBe(1);
    await post({ intent: 'cancel' });
    await expect(member.inOrganization((db) => db.referenceTableEdition.deleteMany({ where: { id } }))).rejects.toThrow();
    await expect(
      member.inOrganization((db) => db.referenceTableEdition.updateMany({ where: { id }, data: { title: 'Another' } })),
    ).rejects.toThrow();
    expect((await routesOf(member, id).read()).body.edition.title).toBe('TIP Report 2026');
  });

  it('discards an edition that was not confirmed', async () => {
    const member = await makeMember();
    const edition = await load(member, 'trafficking-tiers', 'Country,Tier\nNorway,Tier 3\n');
    expect((await edition.post({ intent: 'cancel' })).status).toBe(303);
    expect((await edition.read()).status).toBe(404);
  });

  it.each<[Role, boolean]>([
    ['owner', true],
    ['manager', true],
    ['auditor', false],
    ['reviewer', false],
    ['viewer', false],
  ])('needs the permission: %s %s', async (role, may) => {
    const owner = await makeMember();
    const edition = await load(owner, 'trafficking-tiers', 'Country,Tier\nNorway,Tier 3\n');
    const member = await makeMember({ role, organization: owner.organization });
    const routes = routesOf(member, edition.id);
    expect((await routes.read()).body.mayDecide).toBe(may);
    const params = { orgSlug: owner.organization.slug };
    const list = await callRoute(listRoute.loader, { url: '/', params, cookie: member.cookie });
    expect(list).toMatchObject({ status: 200, body: { mayLoad: may, editions: [{ title: 'TIP Report 2026' }] } });
    const template = await callRoute(templateRoute.loader, { url: '/?kind=governance', params, cookie: member.cookie });
    expect(template.status).toBe(may ? 200 : 403);
    expect((await upload(member, 'trafficking-tiers', 'Country,Tier\nNorway,Tier 3\n')).status).toBe(may ? 303 : 403);
    expect((await routes.post({ intent: 'confirm' })).status).toBe(may ? 303 : 403);
  });
});
