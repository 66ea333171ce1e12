import { beforeAll, describe, expect, it } from 'vitest';
import { makeListedSuppliers, raiseAlert } from '../../../tests/factories/listed-suppliers';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { exportSuppliers } from './export-suppliers.server';
import { sql } from '~/access/sql.server';
import { readColumns } from './list-columns';
import { readListState, supplierSorts } from './list-state';
import { listSuppliers, sortValue } from './list-suppliers.server';
import { readListFrame, readListPage } from '~/risk/supplier-pages/read-list-page.server';

const state = (query = '') => readListState(new URLSearchParams(query));
let member: MadeMember;
const total = 137;

beforeAll(async () => {
  member = await makeMember();
  await makeListedSuppliers(member, total);
  const ids = await member.inOrganization((db) => db.supplier.findMany({ select: { partyId: true }, orderBy: { partyId: 'asc' } }));
  for (const [index, { partyId }] of ids.entries()) {
    if (index % 3 === 0) await raiseAlert(member, partyId, { kind: 'import-order', rank: 3 });
    if (index % 9 === 0) await raiseAlert(member, partyId, { kind: 'listed-good', rank: 9 });
    if (index % 7 === 0) await raiseAlert(member, partyId, { kind: 'priority-sector', rank: 6 });
  }
  // Scores have no ends: three lie beyond those that are shown.
  await member.inOrganization(async (db) => {
    const some = await db.supplier.findMany({
      where: { scoreStatus: 'scored' },
      select: { partyId: true },
      orderBy: { partyId: 'asc' },
      take: 3,
    });
    for (const [index, score] of [112.5, 104, -6.5].entries())
      await db.supplier.updateMany({
        where: { partyId: some[index]?.partyId ?? '' },
        data: {
          ...{
            score,
            scoreLow: score - 8,
            scoreHigh: score + 8,
            band: score > 0 ? 'severe' : 'low',
            basis: 'A',
            isStateImposed: score > 0,
          },
          ...{ placeBest: 1, placeWorst: 2, inRiskiestTenth: 0.97 },
        },
      });
  });
});

async function walk(query: string, take: number) {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const params = new URLSearchParams(query);
    if (after) params.set('after', after);
    const page = await member.inOrganization((db) => listSuppliers(db, readListState(params), { take }));
    expect(page.before === null).toBe(after === null);
    ids.push(...page.rows.map((row) => row.partyId));
    after = page.after;
  } while (after);
  return ids;
}

describe('the list of suppliers', () => {
  it.each(supplierSorts.flatMap((sort) => [sort, `-${sort}`]))(
    'pages by %s without missing or repeating a row, rows without a value last',
    async (sort) => {
      const ids = await walk(`sort=${sort}`, 17);
      expect(ids).toHaveLength(total);
      expect(new Set(ids).size).toBe(total);
      const whole = await member.inOrganization((db) => listSuppliers(db, state(`sort=${sort}`), { take: 500 }));
      expect(ids).toEqual(whole.rows.map((row) => row.partyId));
      const values = whole.rows.map((row) => sortValue(row, state(`sort=${sort}`).sort.key));
      const firstGap = values.indexOf(null);
      if (firstGap >= 0) expect(values.slice(firstGap).every((value) => value === null)).toBe(true);
      // Every order has values to compare, most of them equal to others.
      expect(new Set(values).size).toBeGreaterThan(2);
    },
  );

  it.each(['name', '-score', 'workers', 'place', '-child', '-alerts'])('pages back by %s to the very same pages', async (sort) => {
    const read = (query: string) => member.inOrganization((db) => listSuppliers(db, state(query), { take: 40 }));
    const pages = [await read(`sort=${sort}`)];
    while (pages.at(-1)?.after) pages.push(await read(`sort=${sort}&after=${pages.at(-1)?.after}`));
    expect(pages.length).toBe(4);
    for (let index = pages.length - 1; index > 0; index--) {
      const back = await read(`sort=${sort}&before=${pages[index]?.before}`);
      expect(back.rows).toEqual(pages[index - 1]?.rows);
      expect(back.before === null).toBe(index === 1);
    }
  });

  it('narrows by views, filters and search, all together', async () => {
    const all = (await member.inOrganization((db) => listSuppliers(db, state(), { take: 500 }))).rows;
    const cases: [string, (row: (typeof all)[number]) => boolean][] = [
      ['view=at-risk', (row) => row.band === 'high' || row.band === 'severe'],
      ['basis=D&basis=E', (row) => row.basis === 'D' || row.basis === 'E'],
      ['child=high', (row) => row.childBand === 'high'],
      ['riskiest=certainly', (row) => (row.inRiskiestTenth ?? 0) >= 0.9],
      ['riskiest=probably', (row) => (row.inRiskiestTenth ?? 0) >= 0.5],
      ['view=not-scored', (row) => row.scoreStatus === null],
      ['view=tier-unknown', (row) => row.tier === null],
      ['country=VN&country=CN', (row) => row.country === 'VN' || row.country === 'CN'],
      ['sector=14', (row) => row.sector?.startsWith('14') ?? false],
      ['tier=1&tier=unknown', (row) => row.tier === 1 || row.tier === null],
      ['q=DONG TIEN', (row) => row.name.startsWith('Đồng')],
      ['q=acme&band=high&country=BD', (row) => row.name.startsWith('Acme') && row.band === 'high' && row.country === 'BD'],
      ['audit=never&country=VN', (row) => row.country === 'VN'],
      ['view=import-alerts', (row) => row.alerts.some((kind) => kind === 'import-order' || kind === 'priority-sector')],
      ['view=late', () => false],
      ['q=%25', () => false],
    ];
    for (const [query, belongs] of cases) {
      expect(await walk(`${query}&sort=-score`, 9), query).toHaveLength(all.filter(belongs).length);
    }
  });

  it('asks the same number of queries for few and for many rows', async () => {
    const small = await makeMember();
    await makeListedSuppliers(small, 2);
    const count = async (made: MadeMember, query: string) => {
      let queries = 0;
      await made.inOrganization(async (db) => {
        const counted = new Proxy(db, {
          get(target, name, receiver) {
            if (name === '$queryRawUnsafe' || name === '$queryRaw') queries++;
            const value = Reflect.get(target, name, receiver);
            if (typeof name === 'string' && !name.startsWith('$') && typeof value === 'object') queries++;
            return typeof value === 'function' ? value.bind(target) : value;
          },
        });
        await readListFrame(counted, state(query), { userId: made.user.id });
        await readListPage(counted, state(query));
      });
      return queries;
    };
    for (const query of ['', 'sort=-score', 'q=acme&sort=workers'])
      expect(await count(member, query)).toBeLessThanOrEqual(await count(small, query));
    expect(await count(member, 'sort=-score&band=high')).toBeLessThanOrEqual(3);
  });

  it('shows nothing of another organization', async () => {
    const other = await makeMember();
    expect((await other.inOrganization((db) => listSuppliers(db, state('q=acme')))).rows).toEqual([]);
  });

  it('exports exactly what is shown, page by page, safe to open', async () => {
    const csv = await new Response(
      exportSuppliers(member.inOrganization, {
        state: state('country=CN&sort=-score'),
        origin: 'http://localhost',
        base: '/o/x/suppliers',
      }),
    ).text();
    const lines = csv.trim().split('\r\n');
    const ids = await walk('country=CN&sort=-score', 500);
    expect(lines).toHaveLength(ids.length + 1);
    expect(csv).not.toMatch(/,=/);
    expect(lines[0]).toContain('score_high,basis,place_best,place_worst,in_riskiest_tenth,child_score,child_band,state_imposed,alerts');
    expect(lines[0]).toMatch(/,open_findings,audited_on,due_on,owner,tags,link$/);
    const all = await new Response(exportSuppliers(member.inOrganization, { state: state(), origin: '', base: '' })).text();
    // Scores beyond the ends of the scale are in a file as they are shown.
    const columns = readColumns(['owner,alerts'])?.slice() ?? [];
    const asShown = await new Response(
      exportSuppliers(member.inOrganization, { state: state('sort=-score'), origin: '', base: '', columns, hasBanUpstream: sql`true` }),
    ).text();
    const [head, first] = asShown.split('\r\n');
    expect(head).toBe('id,name,status,band,score,score_low,score_high,state_imposed,alerts,owner,link');
    expect(first).toMatch(/,scored,\w+,100,\d+,100,yes,(?:[a-z-]+ )*import-ban-upstream,/);
    expect(all).toContain("'=SUM(1)");
  });
});

describe('rank and doubt', () => {
  it('says among how many suppliers ranks are, and gives each row its own', async () => {
    const { scored } = await member.inOrganization((db) => readListFrame(db, state(), { userId: member.user.id }));
    const { page } = await member.inOrganization((db) => readListPage(db, state('sort=-score')));
    expect(scored).toBe(await member.inOrganization((db) => db.supplier.count({ where: { scoreStatus: 'scored' } })));
    const [first] = page.rows;
    expect(first).toMatchObject({ score: 112.5, placeBest: 1, placeWorst: 2, inRiskiestTenth: 0.97, basis: 'A', isStateImposed: true });
  });

  it('opens with the riskiest first, among equal scores by rank, and with those not scored last, by name', async () => {
    const { rows } = await member.inOrganization((db) => listSuppliers(db, state(), { take: 500 }));
    const scored = rows.filter(({ score }) => score !== null);
    expect(rows.slice(0, scored.length)).toEqual(scored);
    const keys = scored.map(({ score, placeBest }) => [-(score ?? 0), placeBest ?? 0] as const);
    expect(keys).toEqual([...keys].sort((a, b) => a[0] - b[0] || a[1] - b[1]));
    const names = rows.slice(scored.length).map(({ nameKey }) => nameKey);
    expect(names.length).toBeGreaterThan(30);
    expect(names).toEqual([...names].sort());
    const reversed = await member.inOrganization((db) => listSuppliers(db, state('sort=score'), { take: 500 }));
    expect(reversed.rows.slice(scored.length).map(({ nameKey }) => nameKey)).toEqual(names);
  });

  it('orders scores beyond the ends of the scale as they are', async () => {
    const scores = async (query: string) =>
      (await member.inOrganization((db) => listSuppliers(db, state(query), { take: 500 }))).rows.map(({ score }) => score);
    expect((await scores('sort=-score')).slice(0, 2)).toEqual([112.5, 104]);
    expect((await scores('sort=score'))[0]).toBe(-6.5);
  });
});
