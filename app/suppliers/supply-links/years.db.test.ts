import { describe, expect, it } from 'vitest';
import { propagate } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { ensureBuyer } from '~/suppliers/parties/ensure-buyer.server';
import { openMemberSource } from '~/suppliers/parties/open-member-source.server';
import { readMapState } from '~/supply-chain/map/map-state';
import { readGraph } from '~/supply-chain/map/read-graph.server';
import { countSuppliersShown, readTiersOn } from '~/supply-chain/map/read-suppliers-shown.server';
import { readCoverage } from '~/supply-chain/analysis/read-coverage.server';
import { readConcentration } from '~/supply-chain/analysis/read-concentration.server';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { editLink } from './edit-link.server';
import { linkParties } from './link-parties.server';
import { windowOf } from './link-window';
import { readChain } from './read-chain.server';
import { readNetwork } from './read-network.server';
import { readYears } from './read-years.server';
import { readTiers, recomputeTiers } from './recompute-tiers.server';
import { unlinkParties } from './unlink-parties.server';

const today = '2026-11-20';

/** mill -> us in 2018, 2019 (in two products) and from 2021; spinner -> mill always. */
async function build(member: MadeMember) {
  const [mill, spinner] = [await makeSupplier(member, { name: 'Mill' }), await makeSupplier(member, { name: 'Spinner' })];
  const ids = await member.inOrganization(async (db) => {
    const buyer = await ensureBuyer(db);
    const sourceId = await openMemberSource(db, { userId: member.user.id });
    const link = async (fromPartyId: string, toPartyId: string, terms: Partial<Parameters<typeof linkParties>[1]> = {}) => {
      const made = await linkParties(db, { fromPartyId, toPartyId, kind: 'supplies', sourceId, userId: member.user.id, ...terms });
      if (made.kind !== 'linked') throw new Error(made.code);
      return made.linkId;
    };
    const yarn = { product: 'Yarn', share: 0.2, validFrom: '2018-01-01', validTo: '2019-12-31' };
    const first = await link(mill.partyId, buyer, yarn);
    await link(mill.partyId, buyer, { ...yarn, product: 'Cloth', share: 0.3, validFrom: '2019-01-01' });
    const open = await link(mill.partyId, buyer, { validFrom: '2021-01-01' });
    await link(spinner.partyId, mill.partyId);
    await recomputeTiers(db);
    return { buyer, sourceId, first, open };
  });
  return { mill, spinner, ...ids };
}

const stateOf = (query: string) => readMapState(new URLSearchParams(query));
async function shown(db: TenantDb, query: string) {
  const state = stateOf(query);
  const tiers = await readTiersOn(db, state);
  const graph = await readGraph(db, state, { today });
  return { suppliers: await countSuppliersShown(db, state, tiers), arrows: graph.links.length, tiers: tiers && [...tiers.values()].sort() };
}

describe('A9: supply links of several years and products', () => {
  it('are one edge each year, with their shares together, and one arrow', async () => {
    const member = await makeMember();
    const { buyer, mill } = await build(member);
    await member.inOrganization(async (db) => {
      expect(await readYears(db, { on: null })).toEqual([2018, 2019, 2020, 2021].map((year) => ({ year, edges: year === 2020 ? 1 : 2 })));
      const of = (year: number) => readNetwork(db, { asOf: today, within: windowOf({ on: null, year, today }) });
      const { network } = await of(2019);
      expect(network.links.filter(({ buyer: id }) => id === buyer)).toEqual([expect.objectContaining({ share: 0.5 })]);
      expect(propagate(network).status).toBe('propagated');
      expect((await of(2018)).network.links.find(({ buyer: id }) => id === buyer)?.share).toBe(0.2);
      const chain = await readChain(db, { partyId: mill.partyId, within: windowOf({ on: null, year: 2019, today }) });
      expect(chain.links.map(({ product }) => product).sort()).toEqual(['Cloth | Yarn', null]);
      const same = await linkParties(db, {
        fromPartyId: mill.partyId,
        toPartyId: buyer,
        kind: 'supplies',
        product: 'Yarn',
        validFrom: '2019-06-01',
        sourceId: (await db.source.findFirstOrThrow()).id,
      });
      expect(same).toEqual({ kind: 'refused', code: 'exists' });
    });
  });

  it('change the counts of the map and the figures with the year', async () => {
    const member = await makeMember();
    await build(member);
    await makeSupplier(member, { name: 'Alone' });
    const timeless = await makeMember();
    await timeless.inOrganization(async (db) => {
      const [from, to] = [await makeSupplier(timeless, { name: 'From' }), await ensureBuyer(db)];
      await linkParties(db, { fromPartyId: from.partyId, toPartyId: to, kind: 'supplies', sourceId: from.sourceId });
      expect(await readYears(db, { on: null })).toEqual([]);
    });
    await member.inOrganization(async (db) => {
      expect(await shown(db, '')).toEqual({ suppliers: 3, arrows: 2, tiers: null });
      expect(await shown(db, 'year=2019')).toEqual({ suppliers: 2, arrows: 2, tiers: [1, 2] });
      expect(await shown(db, 'year=2020')).toEqual({ suppliers: 2, arrows: 1, tiers: [] });
      expect(await shown(db, 'year=2020&kind=owns')).toEqual({ suppliers: 0, arrows: 0, tiers: [] });
      expect(await shown(db, 'year=1066')).toEqual({ suppliers: 3, arrows: 2, tiers: null });
      const figures = async (year: number) => {
        const within = windowOf({ on: null, year, today });
        const of = { within, tiers: await readTiers(db, { within }) };
        const coverage = await readCoverage(db, of);
        return [coverage.map(({ tier, named }) => `${tier} ${named}`), (await readConcentration(db, of)).spendKnown];
      };
      expect(await figures(2019)).toEqual([['0 1', '1 1', '2 0'], 0.5]);
      expect(await figures(2020)).toEqual([['0 0', 'null 1'], 0]);
    });
  });
});

describe('A13: supply links as known on a date', () => {
  it('shows links removed and corrected since as they were, and who did it', async () => {
    const member = await makeMember();
    const { mill, buyer, first, open } = await build(member);
    const userId = member.user.id;
    await member.inOrganization(async (db) => {
      await db.$executeRaw`UPDATE "SupplyLink" SET "createdAt" = '2026-01-03T00:00:00Z'`;
      await db.$executeRaw`UPDATE "Party" SET "createdAt" = '2026-01-01'`;
      const terms = {
        kind: 'supplies' as const,
        product: null,
        share: null,
        volume: null,
        volumeUnit: null,
        isInferred: false,
        confidence: null,
      };
      await editLink(db, {
        linkId: open,
        partyId: mill.partyId,
        userId,
        act: 'end-link',
        change: { ...terms, validFrom: '2021-01-01', validTo: '2021-06-30', note: null },
      });
      expect(await unlinkParties(db, { linkId: first, partyId: mill.partyId, userId })).toBe(true);
      const edges = async (on: string | null, year: number | null) => {
        const { network } = await readNetwork(db, { asOf: today, within: windowOf({ on, year, today }) });
        return network.links.filter((link) => link.buyer === buyer).map(({ share }) => share);
      };
      expect([await edges(null, 2018), await edges('2026-01-02', 2018), await edges('2026-01-03', 2018)]).toEqual([[], [], [0.2]]);
      expect([await edges(null, null), await edges('2026-01-03', null)]).toEqual([[], [null]]);
      expect((await shown(db, 'on=2026-01-03')).tiers).toEqual([1, 2]);
      expect((await shown(db, 'on=2026-01-03&year=2018')).arrows).toBe(2);
      const kept = await db.supplyLink.findMany({
        where: { withdrawnAt: { not: null } },
        orderBy: { withdrawnAs: 'asc' },
        select: { withdrawnAs: true, withdrawnById: true, validTo: true },
      });
      expect(kept).toEqual([
        { withdrawnAs: 'corrected', withdrawnById: userId, validTo: null },
        { withdrawnAs: 'taken-away', withdrawnById: userId, validTo: new Date('2019-12-31') },
      ]);
    });
  });
});
