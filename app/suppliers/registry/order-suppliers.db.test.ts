import { beforeAll, describe, expect, it } from 'vitest';
import { makeListedSuppliers, raiseAlert } from '../../../tests/factories/listed-suppliers';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { exportSuppliers } from './export-suppliers.server';
import { supplierPageQuery } from './list-query.server';
import { readListState, supplierSorts } from './list-state';
import { listSuppliers } from './list-suppliers.server';

const state = (query = '') => readListState(new URLSearchParams(query));

describe('the order by alerts', () => {
  let made: MadeMember;
  let ids: string[];
  const byAlerts = async () =>
    (await made.inOrganization((db) => listSuppliers(db, state('sort=-alerts')))).rows.map(({ partyId }) => ids.indexOf(partyId));

  beforeAll(async () => {
    made = await makeMember();
    await makeListedSuppliers(made, 5);
    ids = (await made.inOrganization((db) => db.supplier.findMany({ select: { partyId: true }, orderBy: { partyId: 'asc' } }))).map(
      ({ partyId }) => partyId,
    );
  });

  it('puts the most serious kind first, then more kinds, then more alerts, and who has none last', async () => {
    await raiseAlert(made, ids[4] ?? '', { kind: 'listed-good', rank: 9 });
    await raiseAlert(made, ids[3] ?? '', { kind: 'import-order', rank: 3 });
    await raiseAlert(made, ids[2] ?? '', { kind: 'import-order', rank: 3 });
    await raiseAlert(made, ids[2] ?? '', { kind: 'import-order', rank: 3, row: '2' });
    await raiseAlert(made, ids[1] ?? '', { kind: 'import-order', rank: 3 });
    await raiseAlert(made, ids[1] ?? '', { kind: 'listed-good', rank: 9 });
    expect((await byAlerts()).slice(0, 4)).toEqual([1, 2, 3, 4]);
    expect((await byAlerts()).at(-1)).toBe(0);
  });

  it('follows what is dismissed, what ends, what is raised and what is taken away', async () => {
    const userId = made.user.id;
    await made.inOrganization((db) =>
      db.alert.updateMany({
        where: { partyId: ids[1] ?? '', kind: 'import-order' },
        data: { status: 'dismissed', decidedById: userId, decidedAt: new Date(), reason: 'Another company' },
      }),
    );
    expect((await byAlerts()).slice(0, 4)).toEqual([2, 3, ...(await tied([4, 1]))]);
    await made.inOrganization((db) => db.alert.updateMany({ where: { partyId: ids[2] ?? '' }, data: { endedAt: new Date() } }));
    expect((await byAlerts())[0]).toBe(3);
    await raiseAlert(made, ids[0] ?? '', { kind: 'presumed-region', rank: 1 });
    expect((await byAlerts()).slice(0, 2)).toEqual([0, 3]);
    await made.inOrganization((db) => db.alert.deleteMany({ where: { partyId: ids[0] ?? '' } }));
    expect((await byAlerts())[0]).toBe(3);
  });

  /** Two with one alert of one kind are in the order of their ids, the greater first where the order descends. */
  const tied = async (pair: number[]) => [...pair].sort((a, b) => ((ids[a] ?? '') < (ids[b] ?? '') ? 1 : -1));

  it('is read from an index, and so are rank and child labour score', async () => {
    for (const [sort, index] of [
      ['-alerts', 'Supplier_organizationId_alertOrder_partyId_idx'],
      ['place', 'Supplier_organizationId_placeOrder_partyId_idx'],
      ['-score', 'Supplier_by_risk'],
      ['sector', 'Supplier_organizationId_sector_partyId_idx'],
      ['workers', 'Supplier_organizationId_workers_partyId_idx'],
      ['-child', 'Supplier_organizationId_childScore_partyId_idx'],
    ] as const) {
      const query = supplierPageQuery(state(`sort=${sort}`), { part: 'with', cursor: null, isBackward: false, take: 51 });
      const plan = await made.inOrganization(async (db) => {
        await db.$executeRawUnsafe('SET LOCAL enable_seqscan = off');
        await db.$executeRawUnsafe('SET LOCAL enable_sort = off');
        return db.$queryRawUnsafe(`EXPLAIN ${query.text}`, ...query.values);
      });
      expect(JSON.stringify(plan), sort).toContain(index);
    }
  });
});

describe('the order by risk', () => {
  it('reads suppliers without a score by name from an index of their own', async () => {
    const made = await makeMember();
    const query = supplierPageQuery(state(), { part: 'without', cursor: null, isBackward: false, take: 51 });
    const plan = await made.inOrganization(async (db) => {
      await db.$executeRawUnsafe('SET LOCAL enable_seqscan = off');
      await db.$executeRawUnsafe('SET LOCAL enable_sort = off');
      return db.$queryRawUnsafe(`EXPLAIN ${query.text}`, ...query.values);
    });
    expect(JSON.stringify(plan)).toContain('Supplier_not_scored');
  });
});

describe('the order by rank', () => {
  let member: MadeMember;
  beforeAll(async () => {
    member = await makeMember();
    await makeListedSuppliers(member, 137);
  });

  it('puts the riskier end of the range first, then the narrower range', async () => {
    const { rows } = await member.inOrganization((db) => listSuppliers(db, state('sort=place'), { take: 500 }));
    const ranges = rows.flatMap(({ placeBest, placeWorst }) =>
      placeBest === null || placeWorst === null ? [] : [{ placeBest, placeWorst }],
    );
    expect(ranges).toEqual([...ranges].sort((a, b) => a.placeBest - b.placeBest || a.placeWorst - b.placeWorst));
    expect(ranges.length).toBeGreaterThan(80);
  });

  it('exports in the order that the list shows, for each of its sorts', async () => {
    for (const sort of supplierSorts) {
      const csv = await new Response(
        exportSuppliers(member.inOrganization, { state: state(`sort=-${sort}`), origin: '', base: '/o/x/suppliers' }),
      ).text();
      const { rows } = await member.inOrganization((db) => listSuppliers(db, state(`sort=-${sort}`), { take: 500 }));
      const exported = csv
        .trim()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(',')[0]);
      expect(exported, sort).toEqual(rows.map(({ publicId }) => publicId));
    }
  });
});
