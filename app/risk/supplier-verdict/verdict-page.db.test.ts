import { expect, it } from 'vitest';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { placeSuppliers } from '~/risk/scores/place-suppliers.server';
import * as layoutRoute from '~/routes/org/suppliers/supplier-layout';
import * as documentsRoute from '~/routes/org/suppliers/supplier-documents';
import * as overviewRoute from '~/routes/org/suppliers/supplier';
import { addSite } from '~/suppliers/sites/add-site.server';
import { ensureBuyer } from '~/suppliers/parties/ensure-buyer.server';
import { linkParties } from '~/suppliers/supply-links/link-parties.server';
import { recomputeTiers } from '~/suppliers/supply-links/recompute-tiers.server';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { callRoute } from '../../../tests/setup/call-route';
import type { PrimaryAct } from './primary-act';
import type { HeadState } from './read-state.server';
import type { VerdictPage } from './read-verdict-page.server';

const asOf = '2026-11-25';
type Made = Awaited<ReturnType<typeof makeSupplier>>;

const open = async (route: { loader: unknown }, { organization, cookie }: MadeMember, { publicId }: Made, query = '') =>
  callRoute(route.loader, {
    url: `/o/${organization.slug}/suppliers/${publicId}${query}`,
    params: { orgSlug: organization.slug, supplierId: publicId },
    cookie,
  });
const overviewOf = async (member: MadeMember, supplier: Made) =>
  ((await open(overviewRoute, member, supplier)).body as { page: VerdictPage }).page;
const headOf = async (member: MadeMember, supplier: Made) =>
  (await open(layoutRoute, member, supplier)).body as HeadState & { act: PrimaryAct | null };

/** Cotton from Xinjiang, spun by a mill, made up by a maker that supplies the organization. */
async function chain() {
  const member = await makeMember();
  const maker = await makeSupplier(member, { name: 'Alpha Shirts', values: { country: 'PT', sector: '1410' } });
  const mill = await makeSupplier(member, { name: 'Mill', values: { country: 'IN', sector: '1311' } });
  const gin = await makeSupplier(member, {
    name: 'Tarim Gin',
    values: { country: 'CN', region: 'Xinjiang', city: 'Korla', postalCode: '841000', sector: '1311', products: ['Cotton'], workers: 640 },
  });
  await member.inOrganization(async (db) => {
    const buyer = await ensureBuyer(db);
    const flow = (fromPartyId: string, toPartyId: string, share?: number) =>
      linkParties(db, {
        ...{ fromPartyId, toPartyId, kind: 'supplies', sourceId: maker.sourceId, userId: member.user.id },
        ...(share === undefined ? {} : { share }),
      });
    await flow(gin.partyId, mill.partyId, 0.3);
    await flow(mill.partyId, maker.partyId);
    await flow(maker.partyId, buyer);
    await recomputeTiers(db);
    await scoreSuppliers(db, { partyIds: [maker.partyId, mill.partyId, gin.partyId], asOf });
  });
  await placeSuppliers(member.inOrganization, { asOf });
  return { member, maker, mill, gin };
}

it('states the ban of a region, its path to the organization, place, drivers and unknowns', async () => {
  const { member, gin } = await chain();
  const page = await overviewOf(member, gin);
  expect(page.verdict).toMatchObject({ kind: 'import-ban', by: 'region', isConfirmed: false });
  expect(page.path.map(({ name, kind }) => [name, kind])).toEqual([
    ['Tarim Gin', 'supplier'],
    ['Mill', 'supplier'],
    ['Alpha Shirts', 'supplier'],
    [expect.any(String), 'buyer'],
  ]);
  expect(page.path[1]).toMatchObject({ share: 0.3, tier: 2 });
  expect(page.place).toMatchObject({ rank: 1, of: 3 });
  expect(page.drivers[0]?.id).toMatch(/^(product|region)$/);
  expect(page.drivers).toHaveLength(3);
  expect(page.unknowns.length).toBeGreaterThan(0);
  for (const { best, worst } of page.unknowns) expect(best.score).toBeLessThan(worst.score);
  expect(page.steps).toMatchObject({ points: [{ on: asOf }], change: null });
});

it('says of a supplier that buys from there that the ban is upstream, unless it has a critical finding', async () => {
  const { member, maker } = await chain();
  expect((await overviewOf(member, maker)).verdict).toMatchObject({ kind: 'ban-upstream', name: 'Tarim Gin', tiersUp: 2 });
  await member.inOrganization((db) =>
    db.finding.create({ data: { partyId: maker.partyId, grade: 'critical', text: 'Passports are kept', origin: 'answer' } }),
  );
  const page = await overviewOf(member, maker);
  expect(page.verdict).toEqual({ kind: 'critical-finding', title: 'Passports are kept', count: 1 });
  expect(page.findings).toMatchObject({ all: 1, rows: [{ grade: 'critical' }] });
});

it('offers each role an act that it may do, and counts what the tabs list', async () => {
  const { member, gin } = await chain();
  const head = await headOf(member, gin);
  expect(head).toMatchObject({ act: { kind: 'request-origin' }, place: { city: 'Korla', region: 'Xinjiang' }, workers: 640 });
  expect(head.counts).toEqual({ responses: 0, findings: 0, actions: 0, documents: 0, audits: 0 });
  const viewer = await makeMember({ organization: member.organization, role: 'viewer' });
  expect(await headOf(viewer, gin)).toMatchObject({ act: null, counts: { audits: null } });
  const reviewer = await makeMember({ organization: member.organization, role: 'reviewer' });
  expect((await headOf(reviewer, gin)).act).toBeNull();
});

it('leads from an earlier day to the facts of that day, and is not found for another organization', async () => {
  const { member, gin } = await chain();
  const earlier = await open(overviewRoute, member, gin, '?known-on=2026-01-01');
  expect(earlier.headers.get('Location')).toBe(`/o/${member.organization.slug}/suppliers/${gin.publicId}/sites?known-on=2026-01-01#facts`);
  const stranger = await makeMember();
  for (const route of [overviewRoute, layoutRoute, documentsRoute]) expect((await open(route, stranger, gin)).status).toBe(404);
});

it('names the sites whose coordinates are doubtful', async () => {
  const member = await makeMember();
  const mill = await makeSupplier(member, { name: 'Mill', values: { country: 'IN', sector: '1311' } });
  expect((await overviewOf(member, mill)).doubtfulSites).toEqual([]);
  const add = (name: string, latitude: number, longitude: number) =>
    member.inOrganization((db) =>
      addSite(db, {
        supplierPartyId: mill.partyId,
        userId: member.user.id,
        entry: { name, values: { country: 'IN', latitude, longitude }, note: null },
      }),
    );
  await add('Dyehouse', 27.15, 78.39);
  const adrift = await add('Weaving shed', 0, -30);
  expect((await overviewOf(member, mill)).doubtfulSites).toEqual([{ publicId: adrift, name: 'Weaving shed', doubt: 'sea' }]);
});
