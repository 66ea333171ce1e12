import { describe, expect, it } from 'vitest';
import type { TenantDb } from '~/access/tenant-db.server';
import { ensureBuyer } from '~/suppliers/parties/ensure-buyer.server';
import { openMemberSource } from '~/suppliers/parties/open-member-source.server';
import { makePublicId } from '~/suppliers/parties/public-id';
import { makeMember } from '../../../tests/factories/member';
import { layOutChain } from './chain-layout';
import { activeOn } from './link-window';
import { linkParties } from './link-parties.server';
import { readChain } from './read-chain.server';
import { recomputeTiers } from './recompute-tiers.server';
import { unlinkParties } from './unlink-parties.server';

async function addSupplier(db: TenantDb, name: string, columns: { country?: string; band?: string; score?: number } = {}): Promise<string> {
  const party = await db.party.create({ data: { kind: 'supplier', publicId: makePublicId(), name, nameKey: name } });
  const { score } = columns;
  await db.supplier.create({
    data: {
      partyId: party.id,
      nameKey: name,
      ...columns,
      ...(score === undefined ? {} : { scoreLow: score, scoreHigh: score, scoreStatus: 'scored' }),
    },
  });
  return party.id;
}

async function addSite(
  db: TenantDb,
  supplierPartyId: string,
  columns: { country?: string; latitude?: number; longitude?: number },
): Promise<string> {
  const party = await db.party.create({ data: { kind: 'site', publicId: makePublicId(), name: 'site', nameKey: 'site' } });
  await db.site.create({ data: { partyId: party.id, supplierPartyId, ...columns } });
  return party.id;
}

describe('the supply map', () => {
  it('computes tiers through cycles and sites, and updates them when a link is removed', async () => {
    const { inOrganization, user } = await makeMember();
    await inOrganization(async (db) => {
      const buyer = await ensureBuyer(db);
      expect(await ensureBuyer(db)).toBe(buyer);
      const sourceId = await openMemberSource(db, { userId: user.id });
      const [a, b, c, d] = [await addSupplier(db, 'a'), await addSupplier(db, 'b'), await addSupplier(db, 'c'), await addSupplier(db, 'd')];
      const site = await addSite(db, b, { country: 'VN' });
      const link = (fromPartyId: string, toPartyId: string, kind: 'supplies' | 'owns' = 'supplies') =>
        linkParties(db, { fromPartyId, toPartyId, kind, sourceId, userId: user.id });
      const first = await link(a, buyer);
      await link(site, a);
      await link(c, site);
      await link(a, c);
      await link(d, buyer, 'owns');
      expect(await link(a, buyer)).toEqual({ kind: 'refused', code: 'exists' });
      expect(await link(a, a)).toEqual({ kind: 'refused', code: 'itself' });
      const tiers = async () => {
        await recomputeTiers(db);
        const rows = await db.supplier.findMany({ orderBy: { nameKey: 'asc' }, select: { tier: true } });
        return rows.map((row) => row.tier);
      };
      expect(await tiers()).toEqual([1, 2, 3, null]);
      const chain = await readChain(db, { partyId: b, within: activeOn(new Date().toISOString().slice(0, 10)) });
      const levels = chain.nodes.map((node) => [node.kind === 'buyer' ? 'buyer' : node.name, node.level]).sort();
      expect(levels).toEqual([
        ['a', 1],
        ['b', 0],
        ['buyer', 2],
        ['c', -1],
      ]);
      expect(layOutChain(chain).nodes).toHaveLength(4);
      if (first.kind !== 'linked') throw new Error(first.kind);
      expect(await unlinkParties(db, { linkId: first.linkId, partyId: a, userId: user.id })).toBe(true);
      expect(await unlinkParties(db, { linkId: first.linkId, partyId: a, userId: user.id })).toBe(false);
      expect(await tiers()).toEqual([null, null, null, null]);
    });
  });
});
