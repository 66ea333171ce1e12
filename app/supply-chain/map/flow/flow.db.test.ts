import { beforeAll, describe, expect, it } from 'vitest';
import type { TenantDb } from '~/access/tenant-db.server';
import { ensureBuyer } from '~/suppliers/parties/ensure-buyer.server';
import { openMemberSource } from '~/suppliers/parties/open-member-source.server';
import { makePublicId } from '~/suppliers/parties/public-id';
import { recordFacts } from '~/suppliers/facts/record-facts.server';
import { linkParties } from '~/suppliers/supply-links/link-parties.server';
import { recomputeTiers } from '~/suppliers/supply-links/recompute-tiers.server';
import { type MadeMember, makeMember } from '../../../../tests/factories/member';
import { readMapState } from '../map-state';
import { readTiersOn } from '../read-suppliers-shown.server';
import { type FlowShown, groupings } from './flow';
import { readFlow } from './read-flow.server';

let member: MadeMember;
const publicIds = new Map<string, string>();

type Columns = { country?: string; sector?: string; band?: string; score?: number; parentCompany?: string; products?: string[] };
async function addSupplier(db: TenantDb, name: string, columns: Columns) {
  const { id, publicId } = await db.party.create({ data: { kind: 'supplier', publicId: makePublicId(), name, nameKey: name } });
  await db.supplier.create({ data: { partyId: id, nameKey: name, ...columns } });
  publicIds.set(name, publicId);
  return id;
}

// buyer <- cutter (VN) <- spinner (IN) <- gin (IN), and 40 looms of India in two sectors that supply the cutter; a trader (VN) that refuses to name its suppliers
beforeAll(async () => {
  member = await makeMember();
  await member.inOrganization(async (db) => {
    const buyer = await ensureBuyer(db);
    const sourceId = await openMemberSource(db, { userId: member.user.id });
    const link = (fromPartyId: string, toPartyId: string) =>
      linkParties(db, { fromPartyId, toPartyId, kind: 'supplies', sourceId, userId: member.user.id });
    const cutter = await addSupplier(db, 'cutter', { country: 'VN', sector: '1410', band: 'moderate', score: 40, products: ['Garments'] });
    const trader = await addSupplier(db, 'trader', { country: 'VN', sector: '46' });
    await recordFacts(db, { partyId: trader, values: { country: 'VN', sector: '46', disclosure: 'refused' }, sourceId });
    const spinner = await addSupplier(db, 'spinner', {
      country: 'IN',
      sector: '13',
      band: 'high',
      score: 70,
      parentCompany: 'Thread & Co',
    });
    const gin = await addSupplier(db, 'gin', { country: 'IN', sector: '01', band: 'severe', score: 90 });
    await link(cutter, buyer);
    await link(trader, buyer);
    await link(spinner, cutter);
    await link(gin, spinner);
    for (let at = 0; at < 40; at += 1) {
      const loom = await addSupplier(db, `loom ${at}`, { country: 'IN', sector: at % 2 === 0 ? '13' : '14', band: 'low', score: 10 });
      await link(loom, cutter);
    }
    const nowhere = await addSupplier(db, 'nowhere', {});
    const site = await db.party.create({ data: { kind: 'site', publicId: makePublicId(), name: 'shed', nameKey: 'shed' } });
    await db.site.create({ data: { partyId: site.id, supplierPartyId: nowhere, country: 'LK' } });
    await recomputeTiers(db);
  });
});

const read = (query: string, grouping: (typeof groupings)[number] = 'country') =>
  member.inOrganization(async (db) => {
    const state = readMapState(new URLSearchParams(query));
    return readFlow(db, { state, tiers: await readTiersOn(db, state), grouping });
  });
const boxesOf = (flow: FlowShown, tier: number | null) => flow.columns.find((column) => column.tier === tier)?.boxes ?? [];

describe('the tier flow', () => {
  it('groups the suppliers of each tier, the highest risk first and unknown suppliers last', async () => {
    const flow = await read('');
    expect(flow.columns.map(({ tier, count, atRisk }) => [tier, count, atRisk])).toEqual([
      [1, 2, 0],
      [2, 41, 1],
      [3, 1, 1],
      [4, 0, 0],
      [null, 1, 0],
    ]);
    const rowsOf = (tier: number | null) => boxesOf(flow, tier).map(({ kind, label, count, of, worst }) => [kind, label, count, of, worst]);
    expect(rowsOf(1)).toEqual([['group', 'Vietnam', 2, 0, 'moderate']]);
    expect(rowsOf(2)).toEqual([
      ['group', 'India', 41, 0, 'high'],
      ['unknown', 'Suppliers not known', 1, 2, null],
    ]);
    expect(rowsOf(3)).toEqual([
      ['group', 'India', 1, 0, 'severe'],
      ['unknown', 'Suppliers not known', 40, 41, null],
    ]);
    expect(rowsOf(4)).toEqual([['unknown', 'Suppliers not known', 1, 1, null]]);
    // The country of a site is the country of a supplier that records none.
    expect(rowsOf(null)).toEqual([['group', 'Sri Lanka', 1, 0, null]]);
    expect(boxesOf(flow, 1)[0]).toMatchObject({ unknown: 1, refused: 1 });
  });

  it('sums links between groups and follows the path of the highest risk to the organization', async () => {
    const { flows, path } = await read('');
    expect(flows).toEqual([
      { from: '2/IN', to: '1/VN', links: 41 },
      { from: '1/VN', to: 'you', links: 2 },
      { from: '3/IN', to: '2/IN', links: 1 },
    ]);
    expect(path).toMatchObject({ name: 'gin', band: 'severe', boxes: ['3/IN', '2/IN', '1/VN', 'you'] });
  });

  it('opens a box in place: by sector where it has many suppliers, then supplier by supplier', async () => {
    const bySector = await read('at=2&in=IN');
    expect(boxesOf(bySector, 2).map(({ id, depth, count, isOpen }) => [id, depth, count, isOpen])).toEqual([
      ['2/IN', 0, 41, true],
      ['2/IN/13', 1, 21, false],
      ['2/IN/14', 1, 20, false],
      ['2/?', 0, 1, false],
    ]);
    expect(bySector.flows.filter(({ to }) => to === '1/VN')).toEqual([
      { from: '2/IN/13', to: '1/VN', links: 21 },
      { from: '2/IN/14', to: '1/VN', links: 20 },
    ]);
    const parties = await read('at=2&in=IN&in=13');
    const inside = boxesOf(parties, 2).filter(({ depth }) => depth === 2);
    expect(inside).toHaveLength(21);
    expect(inside[0]).toMatchObject({
      kind: 'party',
      label: 'spinner',
      unknown: 0,
      party: { publicId: publicIds.get('spinner'), score: 70 },
    });
    expect(parties.crumbs.map(({ label }) => label)).toEqual(['India', 'Textiles']);
    expect(parties.flows).toContainEqual({ from: `2/IN/13/${publicIds.get('spinner')}`, to: '1/VN', links: 1 });
  });

  it('ignores a box that does not exist', async () => {
    const flow = await read('at=2&in=DE');
    expect(flow.crumbs).toEqual([]);
    expect(boxesOf(flow, 2).every(({ isOpen }) => !isOpen)).toBe(true);
  });

  it.each(groupings)('counts every supplier once when grouped by %s, with and without filters and on a day', async (grouping) => {
    for (const [query, count] of [
      ['', 45],
      ['country=IN&tier=2', 41],
      [`on=${new Date().toISOString().slice(0, 10)}`, 45],
    ] as const) {
      const flow = await read(query, grouping);
      expect(flow.columns.reduce((sum, column) => sum + column.count, 0)).toBe(count);
    }
  });

  it('shows nothing of another organization', async () => {
    const other = await makeMember();
    const flow = await other.inOrganization((db) =>
      readFlow(db, { state: readMapState(new URLSearchParams()), tiers: null, grouping: 'country' }),
    );
    expect(flow).toMatchObject({ columns: [], flows: [], path: null });
  });
});
