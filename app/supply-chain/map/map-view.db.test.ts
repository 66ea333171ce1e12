import { beforeAll, describe, expect, it } from 'vitest';
import type { LinkKind } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { ensureBuyer } from '~/suppliers/parties/ensure-buyer.server';
import { openMemberSource } from '~/suppliers/parties/open-member-source.server';
import { makePublicId } from '~/suppliers/parties/public-id';
import { recordFacts } from '~/suppliers/facts/record-facts.server';
import { activeOn } from '~/suppliers/supply-links/link-window';
import { linkParties } from '~/suppliers/supply-links/link-parties.server';
import { recomputeTiers } from '~/suppliers/supply-links/recompute-tiers.server';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { readMapState } from './map-state';
import { readGraph } from './read-graph.server';
import { readMap } from './read-map.server';
import { readPlaces } from './read-places.server';
import { readPanel } from './read-panel.server';
import { readSuppliersShown, readTiersOn } from './read-suppliers-shown.server';
import { readTiers } from './read-tiers.server';
import { readWorld } from './read-world.server';
import { readLocated } from './world/read-located.server';

const today = '2026-11-20';
const stateOf = (query = '') => readMapState(new URLSearchParams(query));
let member: MadeMember;
/** Name -> company id and public ID. */
const made = new Map<string, { partyId: string; publicId: string }>();

async function addParty(db: TenantDb, name: string, kind: string): Promise<{ partyId: string; publicId: string }> {
  const party = await db.party.create({ data: { kind, publicId: makePublicId(), name, nameKey: name } });
  made.set(name, { partyId: party.id, publicId: party.publicId });
  return { partyId: party.id, publicId: party.publicId };
}

async function addSupplier(db: TenantDb, name: string, columns: { country?: string; sector?: string; band?: string; score?: number } = {}) {
  const party = await addParty(db, name, 'supplier');
  const { score } = columns;
  const scored = score === undefined ? {} : { scoreLow: score, scoreHigh: score, scoreStatus: 'scored' };
  await db.supplier.create({ data: { partyId: party.partyId, nameKey: name, ...columns, ...scored } });
  return party;
}

async function addSite(
  db: TenantDb,
  supplierPartyId: string,
  columns: { country?: string; latitude?: number; longitude?: number; pointDoubt?: string },
) {
  const party = await addParty(db, `site ${made.size}`, 'site');
  await db.site.create({ data: { partyId: party.partyId, supplierPartyId, ...columns } });
  return party.partyId;
}

// buyer <- cutter <- (a site of) spinner <- gin;  cutter <- agency (recruits);  cutter <- parent (owns);  lone is separate
beforeAll(async () => {
  member = await makeMember();
  await member.inOrganization(async (db) => {
    const buyer = await ensureBuyer(db);
    const sourceId = await openMemberSource(db, { userId: member.user.id });
    const cutter = await addSupplier(db, 'cutter', { country: 'VN', sector: '1410', band: 'moderate', score: 40 });
    const spinner = await addSupplier(db, 'spinner', { country: 'IN', sector: '13', band: 'high', score: 70 });
    const gin = await addSupplier(db, 'gin', { country: 'IN', sector: '01', band: 'severe', score: 90 });
    const parent = await addSupplier(db, 'parent', { country: 'SG' });
    await addSupplier(db, 'lone');
    const site = await addSite(db, spinner.partyId, { country: 'LK', latitude: 6.9, longitude: 79.9 });
    await addSite(db, cutter.partyId, { country: 'VN', latitude: 10.1, longitude: 106.2 });
    await addSite(db, cutter.partyId, { country: 'VN', latitude: 10.2, longitude: 106.1 });
    const agency = await addParty(db, 'agency', 'labour-recruiter');
    await db.labourRecruiter.create({ data: { partyId: agency.partyId, country: 'NP', originCountries: ['NP', 'VN'] } });
    const link = (fromPartyId: string, toPartyId: string, kind: LinkKind, share?: number) =>
      linkParties(db, { fromPartyId, toPartyId, kind, sourceId, userId: member.user.id, share: share ?? null });
    await link(cutter.partyId, buyer, 'supplies', 0.5);
    await link(site, cutter.partyId, 'supplies', 0.8);
    await link(gin.partyId, site, 'subcontracts', 0.6);
    await link(agency.partyId, cutter.partyId, 'recruits');
    await link(parent.partyId, cutter.partyId, 'owns');
    await recomputeTiers(db);
  });
});

describe('the displayed graph', () => {
  it('contains suppliers by tier, the organization, and the other end of each link, with the risk it passes on', async () => {
    const graph = await member.inOrganization((db) => readGraph(db, stateOf(), { today }));
    expect(graph.parties.map(({ name, kind, tier }) => [kind === 'buyer' ? 'buyer' : name, tier])).toEqual([
      ['buyer', 0],
      ['cutter', 1],
      ['agency', 2],
      ['spinner', 2],
      ['gin', 3],
      ['lone', null],
      ['parent', null],
    ]);
    const named = graph.links.map(({ from, to, kind, points }) => [graph.parties[from]?.name, graph.parties[to]?.kind, kind, points > 0]);
    expect(named).toContainEqual(['cutter', 'buyer', 'supplies', true]);
    expect(named).toContainEqual(['spinner', 'supplier', 'supplies', true]);
    expect(named).toContainEqual(['gin', 'supplier', 'subcontracts', true]);
    expect(named).toContainEqual(['agency', 'supplier', 'recruits', false]);
    expect(named).toHaveLength(5);
    const inheritedOf = (name: string) => graph.parties.find((party) => party.name === name)?.inherited;
    const into = graph.links.find(({ from }) => graph.parties[from]?.name === 'spinner');
    expect(into?.points).toBe(inheritedOf('cutter'));
    expect(inheritedOf('lone')).toBeNull();
  });

  it('inherits the same whatever the filters', async () => {
    const graph = await member.inOrganization((db) => readGraph(db, stateOf('band=moderate'), { today }));
    const whole = await member.inOrganization((db) => readGraph(db, stateOf(), { today }));
    const inherited = (of: typeof graph) => of.parties.find(({ name }) => name === 'cutter')?.inherited;
    expect(graph.parties.map(({ kind }) => kind)).toEqual(['buyer', 'supplier', 'labour-recruiter']);
    expect(inherited(graph)).toBe(inherited(whole));
  });
});

describe('the same filters for every view', () => {
  const cases: [string, string[]][] = [
    ['', ['cutter', 'gin', 'lone', 'parent', 'spinner']],
    ['country=IN', ['gin', 'spinner']],
    ['country=LK', ['spinner']],
    ['band=severe&band=none', ['gin', 'lone', 'parent']],
    ['tier=2&tier=unknown', ['lone', 'parent', 'spinner']],
    ['kind=owns', ['cutter', 'parent']],
    ['kind=subcontracts', ['gin', 'spinner']],
    ['kind=recruits', ['cutter']],
    ['area=100,0,110,20', ['cutter']],
    ['q=spin', ['spinner']],
    ['sector=14&sector=01', ['cutter', 'gin']],
    ['country=IN&band=high&kind=supplies', ['spinner']],
    ['country=DE', []],
  ];
  it.each(cases)('%s', async (query, names) => {
    await member.inOrganization(async (db) => {
      const shown = await readSuppliersShown(db, stateOf(query), null);
      expect(shown.map(({ name }) => name)).toEqual(names);
      const table = await readMap(db, { state: stateOf(`${query}&view=table`), today });
      if (table.shown.view !== 'table') throw new Error(table.shown.view);
      // The table is in the order of the list: the highest risk first.
      expect([table.total, table.shown.page.rows.map(({ name }) => name).sort()]).toEqual([names.length, names]);
      const tiers = await readMap(db, { state: stateOf(`${query}&view=tiers`), today });
      if (tiers.shown.view !== 'tiers') throw new Error(tiers.shown.view);
      const drawn = tiers.shown.parties.filter(({ kind }) => kind === 'supplier').map(({ name }) => name);
      expect(drawn.sort()).toEqual(names);
      const world = await readMap(db, { state: stateOf(`${query}&view=world`), today });
      if (world.shown.view !== 'world') throw new Error(world.shown.view);
      const located = await readLocated(db, { state: stateOf(query), tiers: null });
      expect(located.map(({ name }) => name).sort()).toEqual(names);
      const columns = await readTiers(db, { state: stateOf(query), tiers: null });
      expect(columns.reduce((sum, { total }) => sum + total, 0)).toBe(names.length);
    });
  });

  it('shows nothing of another organization', async () => {
    const other = await makeMember();
    const cutter = made.get('cutter')?.publicId ?? '';
    await other.inOrganization(async (db) => {
      expect(await readSuppliersShown(db, stateOf(), null)).toEqual([]);
      expect(await readPanel(db, { publicId: cutter, asOf: today, within: activeOn(today) })).toBeNull();
      expect((await readGraph(db, stateOf(), { today })).parties).toEqual([]);
    });
  });
});

describe('the world', () => {
  it('counts a supplier in every country where it works, groups sites, and draws corridors', async () => {
    await member.inOrganization(async (db) => {
      const state = stateOf('view=world&fill=country');
      const places = await readPlaces(db, { state, tiers: null });
      expect(places.find(({ country }) => country === 'IN')).toMatchObject({ suppliers: 2, sites: 0, scored: 2, worst: 'severe' });
      expect(places.find(({ country }) => country === 'LK')).toMatchObject({ suppliers: 1, sites: 1, worst: 'high' });
      expect(places.find(({ country }) => country === null)).toMatchObject({ suppliers: 1, worst: null });
      const world = await readWorld(db, { state, tiers: null, today });
      expect(world.clusters.map(({ suppliers, country }) => [suppliers, country]).sort()).toEqual([
        [1, null],
        [1, null],
        [1, 'IN'],
        [1, 'SG'],
      ]);
      expect(world.corridors.map(({ origin, destination, providers }) => [origin, destination, providers])).toEqual([['NP', 'VN', 1]]);
      expect(world.outlines.find(({ country }) => country === 'VN')?.fill).not.toBeNull();
      const filled = await readWorld(db, { state: stateOf('view=world'), tiers: null, today });
      expect(filled.outlines.map(({ country, fill }) => [country, fill]).sort()).toEqual([
        ['IN', 'severe'],
        ['LK', 'high'],
        ['VN', 'moderate'],
      ]);
      const near = await readWorld(db, { state: stateOf('view=world&area=100,5,112,15'), tiers: null, today });
      expect(near.clusters.filter(({ country }) => country === null)).toHaveLength(1);
    });
  });

  it('names the sites whose coordinates are doubtful', async () => {
    const owner = await makeMember();
    await owner.inOrganization(async (db) => {
      const { partyId, publicId } = await addSupplier(db, 'Misplaced', { country: 'BD' });
      await addSite(db, partyId, { country: 'BD', latitude: 23.81, longitude: 90.41 });
      await addSite(db, partyId, { country: 'BD', latitude: 28.61, longitude: 77.21, pointDoubt: 'outside-country' });
      const world = await readWorld(db, { state: stateOf('view=world'), tiers: null, today });
      expect(world.doubtful).toEqual({
        sites: [{ publicId, name: 'Misplaced', country: 'BD', latitude: 28.61, longitude: 77.21, doubt: 'outside-country' }],
        total: 1,
      });
    });
  });
});

it('counts no supplier as without a country that one of its sites places on the map', async () => {
  const placed = await makeMember();
  await placed.inOrganization(async (db) => {
    const byCountry = await addSupplier(db, 'by country of a site');
    await addSite(db, byCountry.partyId, { country: 'VN' });
    const byPoint = await addSupplier(db, 'by coordinates');
    await addSite(db, byPoint.partyId, { latitude: 10, longitude: 106 });
    const nowhere = await addSupplier(db, 'nowhere');
    await addSite(db, nowhere.partyId, {});
    const places = await readPlaces(db, { state: stateOf('view=world'), tiers: null });
    expect(places.map(({ country, suppliers }) => [country, suppliers])).toEqual([
      ['VN', 1],
      [null, 1],
    ]);
  });
});

describe('as known on a date', () => {
  it('shows facts, scores, links and tiers of that date, and nothing later', async () => {
    const past = await makeMember();
    await past.inOrganization(async (db) => {
      const buyer = await ensureBuyer(db);
      const sourceId = await openMemberSource(db, { userId: past.user.id });
      const old = await addSupplier(db, 'old');
      await recordFacts(db, { partyId: old.partyId, values: { country: 'BD', sector: '14' }, sourceId });
      await linkParties(db, { fromPartyId: old.partyId, toPartyId: buyer, kind: 'supplies', sourceId, userId: past.user.id });
      const result = { status: 'scored', score: 61.5, low: 50, high: 70, band: 'elevated', basis: { grade: 'D' } };
      const score = { partyId: old.partyId, engineVersion: '2.0.0', asOf: new Date('2026-01-01'), inputHash: 'x', input: {}, result };
      await db.score.create({ data: { ...score, createdAt: new Date('2026-01-05T10:00:00Z') } });
      await db.$executeRaw`UPDATE "Party" SET "createdAt" = '2026-01-01'`;
      await db.$executeRaw`UPDATE "SupplyLink" SET "createdAt" = '2026-01-03T00:00:00Z'`;
      const [fact] = await db.fact.findMany({ where: { partyId: old.partyId } });
      const { sourceId: source = '' } = fact ?? {};
      await db.fact.create({
        data: {
          partyId: old.partyId,
          values: { country: 'VN', sector: null },
          recordedAt: new Date('2026-01-04T23:59:00Z'),
          sourceId: source,
        },
      });
      await addSupplier(db, 'young');
      const at = async (query: string) => {
        const state = stateOf(query);
        const rows = await readSuppliersShown(db, state, await readTiersOn(db, state));
        return rows.map(({ name, country, sector, tier, band, score: points }) => [name, country, sector, tier, band, points]);
      };
      expect(await at('on=2025-12-31')).toEqual([]);
      expect(await at('on=2026-01-01')).toEqual([['old', null, null, null, null, null]]);
      expect(await at('on=2026-01-03')).toEqual([['old', null, null, 1, null, null]]);
      expect(await at('on=2026-01-04')).toEqual([['old', 'VN', null, 1, null, null]]);
      expect(await at('on=2026-01-05&country=VN&band=elevated&tier=1')).toEqual([['old', 'VN', null, 1, 'elevated', 61.5]]);
      expect(await at('on=2026-01-05&country=BD')).toEqual([]);
      expect((await at('')).map(([name]) => name)).toEqual(['old', 'young']);
      const graph = await readGraph(db, stateOf('on=1999-01-02'), { today });
      expect([graph.parties.length, graph.links.length]).toEqual([1, 0]);
    });
  });
});

describe('the panel', () => {
  it('lists links in both directions and the highest-risk path', async () => {
    const panel = await member.inOrganization((db) =>
      readPanel(db, { publicId: made.get('cutter')?.publicId ?? '', asOf: today, within: activeOn(today) }),
    );
    expect(panel?.suppliers.map(({ name, kind }) => [name, kind]).sort()).toEqual([
      ['agency', 'recruits'],
      ['parent', 'owns'],
      ['spinner', 'supplies'],
    ]);
    expect(panel?.customers.map(({ partyKind }) => partyKind)).toEqual(['buyer']);
    if (panel?.inherited.status !== 'known') throw new Error('unknown');
    expect(panel.inherited.worst?.path.map(({ name }) => name)).toEqual(['cutter', 'spinner', 'gin']);
  });
});
