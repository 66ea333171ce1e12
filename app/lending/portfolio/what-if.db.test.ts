import { describe, expect, it } from 'vitest';
import { linkParties } from '~/suppliers/supply-links/link-parties.server';
import { loader as whatIf } from '~/routes/org/lending/portfolio-what-if';
import { loader as exportPortfolio } from '~/routes/org/lending/portfolio-export';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { today, filterOf, lend } from '../../../tests/factories/portfolio';
import { makeSupplier } from '../../../tests/factories/supplier';
import { callRoute } from '../../../tests/setup/call-route';
import { supposePortfolio } from './suppose-portfolio.server';

describe('what if', () => {
  it('A30: moves clients and their exposure, reaches along the chain when a company fails, and stores nothing', async () => {
    const member = await makeMember({ kind: 'lender' });
    const { scored, ids } = await lend(member);
    const yarn = await makeSupplier(member, { name: 'Yarn mill' });
    const cotton = await makeSupplier(member, { name: 'Cotton' });
    await member.inOrganization(async (db) => {
      const by = { kind: 'supplies' as const, sourceId: yarn.sourceId, userId: member.user.id };
      await linkParties(db, { ...by, fromPartyId: yarn.partyId, toPartyId: scored.partyId });
      await linkParties(db, { ...by, fromPartyId: cotton.partyId, toPartyId: yarn.partyId });
    });
    const counts = () => member.inOrganization(async (db) => [await db.score.count(), await db.fact.count(), await db.activity.count()]);
    const before = await counts();
    const suppose = (changes: Parameters<typeof supposePortfolio>[1]['changes'], query = '') =>
      supposePortfolio(member.inOrganization, { filter: filterOf(query), today, changes });
    const worse = await suppose([{ kind: 'country', iso2: 'VN', points: 20 }]);
    expect(worse.moved.map(({ id }) => id).sort()).toEqual([ids.dollars, ids.euros].sort());
    expect(worse.moved[0]?.after?.score).toBeGreaterThan(worse.moved[0]?.before?.score ?? 100);
    expect(worse.unconverted).toBe(2);
    const sum = (of: typeof worse.before) => Object.values(of).reduce((total, line) => total + line.usdCents, 0);
    expect(sum(worse.before)).toBe(sum(worse.after));
    expect((await suppose([{ kind: 'country', iso2: 'VN', points: 20 }], 'sector=mining')).deals).toBe(1);
    const failed = await suppose([{ kind: 'drop', supplier: cotton.publicId }]);
    expect(failed.touched.map(({ id, by }) => [id, by[0]?.depth])).toEqual([
      [ids.euros, 2],
      [ids.dollars, 2],
    ]);
    expect(failed.missing).toEqual([]);
    const client = await suppose([{ kind: 'drop', supplier: scored.publicId }]);
    expect(client.touched[0]?.by).toEqual([{ publicId: scored.publicId, name: 'Scored', depth: 0, isClient: true }]);
    expect(client.after.none.deals).toBe(5);
    expect((await suppose([{ kind: 'drop', supplier: 'NOBODY' }])).missing).toHaveLength(1);
    const safer = await suppose([{ kind: 'factor', line: 'country', factor: 0 }]);
    expect(safer.moved.map(({ id }) => id)).toEqual(worse.moved.map(({ id }) => id));
    expect(await counts()).toEqual(before);
  });

  it('keeps the filter when a change is added, and rejects an invalid one with its values', async () => {
    const member = await makeMember({ kind: 'lender' });
    await lend(member);
    const call = (query: string) =>
      callRoute(whatIf, {
        url: `/o/${member.organization.slug}/portfolio/what-if?${query}`,
        params: { orgSlug: member.organization.slug },
        cookie: member.cookie,
      });
    const added = await call('sector=power&add=country&iso2=VN&points=20');
    expect(added.status).toBe(302);
    expect(added.headers.get('Location')).toContain('change=country.VN.20&sector=power');
    const refused = await call('sector=power&add=country&iso2=VN&points=99');
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ failure: { values: { points: ['99'] } }, also: 'sector=power' });
  });
});

describe('the export', () => {
  it('needs the export permission, and contains every deal of the filter', async () => {
    const member = await makeMember({ kind: 'lender' });
    await lend(member);
    const call = (by: MadeMember, query: string) =>
      callRoute(exportPortfolio, {
        url: `/o/${member.organization.slug}/portfolio/export${query}`,
        params: { orgSlug: member.organization.slug },
        cookie: by.cookie,
      });
    const text = String((await call(member, '?sector=power')).body);
    expect(text.trim().split('\r\n')).toHaveLength(5);
    const stranger = await makeMember({ kind: 'lender' });
    expect((await call(stranger, '')).status).toBe(404);
  });
});
