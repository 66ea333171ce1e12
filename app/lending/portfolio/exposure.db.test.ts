import { describe, expect, it } from 'vitest';
import { makeMember } from '../../../tests/factories/member';
import { today, filterOf, lend, exposure } from '../../../tests/factories/portfolio';
import { listLent } from './list-lent.server';

describe('exposure', () => {
  it('converts by dated rates only, keeps other currencies separate, and counts deals without an amount', async () => {
    const member = await makeMember({ kind: 'lender' });
    await lend(member);
    const { total, lines, rates } = await exposure(member);
    expect(total).toMatchObject({
      deals: 5,
      usdCents: 100_00 + 110_00 + 32_50,
      open: [{ currency: 'EUR', minor: 77_00 }],
      withoutAmount: 1,
    });
    expect(total.scoredShare).toBeCloseTo(210 / 242.5);
    expect(rates).toEqual({ from: '2026-05-04', to: '2026-06-04' });
    expect(lines.category.map(({ key, usdCents }) => [key, usdCents])).toEqual([
      ['A', 100_00],
      ['none', 142_50],
    ]);
    expect(lines.sector.map(({ key, deals }) => [key, deals])).toEqual([
      ['power', 4],
      ['mining', 1],
    ]);
    // A project in two countries counts in full in each.
    expect(lines.country.map(({ key, usdCents }) => [key, usdCents])).toEqual([
      ['VN', 210_00],
      ['CL', 142_50],
    ]);
    expect(lines.designation.map(({ key, deals }) => [key, deals])).toEqual([
      ['designated', 3],
      ['non-designated', 2],
    ]);
    expect(lines.band.at(-1)).toMatchObject({ key: 'none', deals: 3, usdCents: 32_50, mean: null });
    expect(lines.band[0]?.mean).toMatchObject({ score: expect.any(Number) });
    const stranger = await makeMember({ kind: 'lender' });
    expect((await exposure(stranger)).total.deals).toBe(0);
  });

  it('is of the deals that the address selects', async () => {
    const member = await makeMember({ kind: 'lender' });
    const { ids } = await lend(member);
    const of = async (query: string) => {
      const { total } = await exposure(member, query);
      const { rows } = await member.inOrganization((db) => listLent(db, { filter: filterOf(query), today }));
      expect(rows).toHaveLength(total.deals);
      return rows.map(({ id }) => id).sort();
    };
    const sorted = (...keys: (keyof typeof ids)[]) => keys.map((key) => ids[key]).sort();
    expect(await of('category=A')).toEqual(sorted('dollars'));
    expect(await of('band=none')).toEqual(sorted('open', 'yen', 'unknown'));
    expect(await of('country=VN&sector=mining')).toEqual(sorted('euros'));
    expect(await of('designation=non-designated')).toEqual(sorted('dollars', 'euros'));
    expect(await of('product=advisory')).toEqual(sorted('yen'));
    await member.inOrganization((db) => db.deal.updateMany({ where: { id: ids.open }, data: { status: 'closed' } }));
    await member.inOrganization((db) => db.deal.updateMany({ where: { id: ids.yen }, data: { status: 'declined' } }));
    expect(await of('standing=lent')).toEqual(sorted('open'));
    expect(await of('')).toEqual(sorted('dollars', 'euros', 'open', 'unknown'));
    expect(await of('standing=pipeline')).toEqual(sorted('dollars', 'euros', 'unknown'));
    expect(await of('standing=all')).toHaveLength(5);
  });

  it('lists by exposure and pages without a gap, in both directions', async () => {
    const member = await makeMember({ kind: 'lender' });
    const { ids } = await lend(member);
    const page = (more: object) => member.inOrganization((db) => listLent(db, { filter: filterOf(), today, take: 2, ...more }));
    const first = await page({});
    const second = await page({ after: first.after });
    const third = await page({ after: second.after });
    const all = [first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id));
    expect(all.slice(0, 3)).toEqual([ids.euros, ids.dollars, ids.yen]);
    expect(new Set(all).size).toBe(5);
    expect(third.after).toBeNull();
    expect((await page({ before: second.before })).rows).toEqual(first.rows);
    expect(first.rows[1]).toMatchObject({ basis: 'C', low: expect.any(Number), client: 'Scored' });
  });
});
