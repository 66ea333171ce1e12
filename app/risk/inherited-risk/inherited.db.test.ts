import { describe, expect, it } from 'vitest';
import { propagate } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { ensureBuyer } from '~/suppliers/parties/ensure-buyer.server';
import { openMemberSource } from '~/suppliers/parties/open-member-source.server';
import { makePublicId } from '~/suppliers/parties/public-id';
import { makeMember } from '../../../tests/factories/member';
import { activeOn } from '~/suppliers/supply-links/link-window';
import { linkParties } from '~/suppliers/supply-links/link-parties.server';
import { readInherited } from './read-inherited.server';
import { readNetwork } from '~/suppliers/supply-links/read-network.server';
import { cutAbove, readAllLinks, readLinksAbove } from '~/suppliers/supply-links/read-network-links.server';

const asOf = '2026-11-25';

async function addSupplier(db: TenantDb, name: string, score: number | null, overrides: object[] = []): Promise<string> {
  const party = await db.party.create({ data: { kind: 'supplier', publicId: makePublicId(), name, nameKey: name } });
  const stored = await db.score.create({
    data: { partyId: party.id, engineVersion: '1', asOf: new Date(asOf), inputHash: name, input: {}, result: { overrides } as object },
  });
  await db.supplier.create({
    data: {
      partyId: party.id,
      nameKey: name,
      scoreId: stored.id,
      ...(score === null ? { scoreStatus: 'not-scored' } : { scoreStatus: 'scored', score, scoreLow: score, scoreHigh: score }),
    },
  });
  return party.id;
}

/** buyer <- near <- (site of) middle <- far <- near: a cycle, with an override and a supplier without a score. */
async function build(db: TenantDb, userId: string) {
  const sourceId = await openMemberSource(db, { userId });
  const buyer = await ensureBuyer(db);
  const near = await addSupplier(db, 'near', 20);
  const middle = await addSupplier(db, 'middle', null);
  const far = await addSupplier(db, 'far', 95, [
    { code: 'O3', state: 'in-force' },
    { code: 'O9', state: 'lifted' },
  ]);
  const beyond = await addSupplier(db, 'beyond', 30);
  const site = await db.party.create({ data: { kind: 'site', publicId: makePublicId(), name: 'site', nameKey: 'site' } });
  await db.site.create({ data: { partyId: site.id, supplierPartyId: middle } });
  const link = (fromPartyId: string, toPartyId: string, share: number | null = null, kind: 'supplies' | 'owns' = 'supplies') =>
    linkParties(db, { fromPartyId, toPartyId, kind, share, sourceId, userId });
  await link(near, buyer, 0.01);
  await link(site.id, near);
  await link(far, site.id, 0.5);
  await link(near, far);
  await link(beyond, buyer, null, 'owns');
  return { buyer, near, middle, far, beyond, link };
}

describe('inherited risk', () => {
  it('comes from everything upstream, through sites and cycles, with the highest-risk path and overrides whatever the shares', async () => {
    const { inOrganization, user } = await makeMember();
    await inOrganization(async (db) => {
      const { buyer } = await build(db, user.id);
      const found = await readInherited(db, { partyId: buyer, asOf });
      if (found.status !== 'known') throw new Error(found.problem);
      expect(found).toMatchObject({ upstream: 3, unscored: 1, linksWithoutShare: 2, overridesInAll: 1 });
      expect(found.node).toMatchObject({ own: null, standing: 'unscored' });
      expect(found.node.inherited?.score).toBeGreaterThan(0);
      expect(found.worst?.path.map(({ name }) => name).slice(1)).toEqual(['near', 'middle', 'far']);
      expect(found.worst).toMatchObject({ own: 95, band: 'severe' });
      expect(found.overrides.map(({ code, path }) => [code, path.at(-1)?.name])).toEqual([['O3', 'far']]);
      expect(found.leverage).toMatchObject([{ name: 'near', outputShare: null }]);
      expect(found.worst?.path.map(({ isAssumed }) => isAssumed)).toEqual([false, false, true, false]);
    });
  });

  it('of each supplier is that of the whole network', async () => {
    const { inOrganization, user } = await makeMember();
    await inOrganization(async (db) => {
      const { near, middle, far } = await build(db, user.id);
      const whole = propagate((await readNetwork(db, { asOf })).network);
      if (whole.status !== 'propagated') throw new Error('refused');
      for (const partyId of [near, middle, far]) {
        const found = await readInherited(db, { partyId, asOf });
        if (found.status !== 'known') throw new Error(found.problem);
        expect(found.node).toEqual(whole.nodes.find(({ id }) => id === partyId));
      }
    });
  });

  it('is unknown for a supplier without suppliers, and rejected by name where shares exceed the whole', async () => {
    const { inOrganization, user } = await makeMember();
    await inOrganization(async (db) => {
      const { buyer, beyond, far, link } = await build(db, user.id);
      expect(await readInherited(db, { partyId: beyond, asOf })).toMatchObject({
        upstream: 0,
        node: { inherited: null, own: { score: 30 } },
      });
      // A form rejects it; a file may contain it.
      await link(far, buyer);
      await db.supplyLink.updateMany({ where: { fromPartyId: far }, data: { share: 0.995 } });
      const refused = await readInherited(db, { partyId: buyer, asOf });
      expect(refused.status).toBe('refused');
      const name = (await db.party.findFirstOrThrow({ where: { id: buyer } })).name;
      expect(refused).toMatchObject({ problem: expect.stringContaining(name) });
      expect(JSON.stringify(refused)).not.toContain(buyer);
    });
  });

  it('takes one query per tier and at most eleven, and is the same by steps as by the whole', async () => {
    const { inOrganization, user } = await makeMember();
    await inOrganization(async (db) => {
      const { buyer, beyond, far, link } = await build(db, user.id);
      const count = async (partyId: string) => {
        let queries = 0;
        const counted = new Proxy(db, {
          get(target, key) {
            if (key === '$queryRaw') queries += 1;
            return Reflect.get(target, key);
          },
        });
        await readInherited(counted, { partyId, asOf });
        return queries;
      };
      expect(await count(beyond)).toBe(3);
      const steps = await count(buyer);
      // Wider, not longer: as many queries.
      for (let at = 0; at < 12; at += 1) await link(await addSupplier(db, `beside ${at}`, null), buyer);
      expect(await count(buyer)).toBe(steps);
      const ids = (links: { id: string }[]) => links.map(({ id }) => id).sort();
      const whole = cutAbove(await readAllLinks(db, activeOn(asOf)), [buyer]);
      expect(ids(await readLinksAbove(db, [buyer], activeOn(asOf)))).toEqual(ids(whole));
      let last = far;
      for (let at = 0; at < 12; at += 1) {
        const next = await addSupplier(db, `behind ${at}`, null);
        await link(next, last);
        last = next;
      }
      expect(await count(buyer)).toBe(11);
      expect(ids(await readLinksAbove(db, [buyer], activeOn(asOf)))).toEqual(
        ids(cutAbove(await readAllLinks(db, activeOn(asOf)), [buyer])),
      );
      expect(whole.length).toBeLessThan((await readLinksAbove(db, [buyer], activeOn(asOf))).length);
    });
  });

  it('includes nothing of another organization', async () => {
    const [member, stranger] = [await makeMember(), await makeMember()];
    const { near } = await stranger.inOrganization((db) => build(db, stranger.user.id));
    await member.inOrganization(async (db) => {
      const { network } = await readNetwork(db, { asOf, upstreamOf: near });
      expect(network).toMatchObject({ nodes: [], links: [] });
    });
  });
});
