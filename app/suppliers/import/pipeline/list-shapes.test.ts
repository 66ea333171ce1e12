import { describe, expect, it } from 'vitest';
import { mapTable } from './map-columns.server';
import { parseFile } from './parse.server';
import { planImport } from './plan';
import { countEdges } from './plan-links';
import { sumLines } from './plan-orders';
import { validateTable } from './validate.server';

/** What comes of a list by accepting what is proposed. Every list here is made up. */
async function read(text: string) {
  const parsed = await parseFile(new TextEncoder().encode(text));
  if (!parsed.ok) throw new Error(parsed.problem.code);
  const { shape, proposals, grain } = mapTable(parsed.table.header, parsed.table.rows);
  const mapping = { columns: proposals.map(({ field }) => field), shape, suppliesUs: shape !== 'edges', defaults: {} };
  const rows = validateTable(parsed.table, mapping).flatMap(({ rowNumber, record }) => (record ? [{ rowNumber, record }] : []));
  const plan = planImport(rows, undefined, mapping);
  const nameOf = new Map(plan.suppliers.map(({ key, name }) => [key, name]));
  const edges = [
    ...new Set(plan.links.map(({ kind, fromKey, toKey }) => `${nameOf.get(fromKey)} ${kind} ${nameOf.get(toKey) ?? 'us'}`)),
  ].sort();
  return {
    grain,
    plan,
    edges,
    rows: rows.length,
    suppliers: plan.suppliers.length,
    sites: plan.sites.length,
    links: countEdges(plan.links),
  };
}
const table = (header: string, rows: readonly string[]) => `${header}\n${rows.join('\n')}\n`;

describe('lists of other shapes', () => {
  it('tiers with "supplies to": 3 at tier 1, 4 at tier 2 for named customers, 2 at tier 3', async () => {
    const found = await read(
      table('Supplier,Country,Tier,Supplies to,Address', [
        ...['A', 'B', 'C'].map((name) => `Garments ${name},Bangladesh,Tier 1,,${name} Mill Road`),
        ...['A', 'B', 'C', 'A'].map((to, at) => `Fabric ${at},India,Tier 2,Garments ${to},${at} Loom Street`),
        ...['0', '1'].map((to, at) => `Yarn ${at},India,Tier 3,Fabric ${to},${at} Ring Street`),
      ]),
    );
    expect(found).toMatchObject({ grain: 'mixed-tiers', rows: 9, suppliers: 9, sites: 9, links: 9 });
    expect(found.edges.filter((edge) => edge.endsWith(' us'))).toHaveLength(3);
    expect(found.edges).toContain('Yarn 1 supplies Fabric 1');
  });

  it('a brand’s tier 1 without a country column: the country is at the end of each address', async () => {
    const ends = ['Dhaka, Bangladesh', 'Tirupur, India', 'Hoi An, Viet Nam', 'Izmir, Turkey'];
    const found = await read(
      table(
        'Factory name,Address,Product type,Number of workers',
        Array.from({ length: 24 }, (_, at) => `Plant ${at},"${at} Mill Road, ${ends[at % 4]}",Apparel,${100 + at}`),
      ),
    );
    expect(found).toMatchObject({ rows: 24, suppliers: 24, sites: 24, links: 24 });
    expect(new Set(found.plan.suppliers.map(({ country }) => country))).toEqual(new Set(['BD', 'IN', 'VN', 'TR']));
  });

  it('delivery lines with volumes: 120 lines of 4 vendors and 3 factories', async () => {
    const found = await read(
      table(
        'Order no,Ship date,Vendor,Manufacturing site,Item,Qty,UoM,Line amount,Currency',
        Array.from(
          { length: 120 },
          (_, at) =>
            `${at},2026-${String(1 + (at % 9)).padStart(2, '0')}-15,Vendor ${at % 4},Works ${at % 3},Item ${at % 5},${at % 2 ? 10 : ''},${at % 3 ? 'kg' : 'pcs'},5,EUR`,
        ),
      ),
    );
    // Each vendor uses each factory, and supplies us.
    expect(found).toMatchObject({ grain: 'order-line', rows: 120, suppliers: 7, links: 4 * 3 + 4 });
    const sums = sumLines(found.plan.orders.flatMap(({ isWhole, lines }) => (isWhole ? lines : [])));
    expect(sums).toMatchObject({
      lines: 120,
      volumes: [
        { unit: 'kg', amount: 400, lines: 40 },
        { unit: 'pcs', amount: 200, lines: 20 },
      ],
      values: [{ currency: 'EUR', amount: 600, lines: 120 }],
      firstOn: '2026-01-15',
      lastOn: '2026-09-15',
    });
  });

  it('factories that several vendors share: 4 vendors, 3 factories of their own', async () => {
    const found = await read(
      table(
        'Vendor,Factory',
        Array.from({ length: 12 }, (_, at) => `Vendor ${at % 4},Shared Works ${Math.floor(at / 4)}`),
      ),
    );
    expect(found).toMatchObject({ rows: 12, suppliers: 7, links: 12 + 4 });
    expect(found.edges).toContain('Shared Works 2 supplies Vendor 3');
  });

  it('groups: 2 groups own 6 suppliers with a factory each; who is its own group owns nothing', async () => {
    const found = await read(
      table('Vendor group,Supplier,Factory,Country,Address', [
        ...Array.from({ length: 6 }, (_, at) => `Group ${at % 2} Holding,Supplier ${at},Factory ${at},Turkey,${at} Quay`),
        'Solo,Solo,Solo Works,Turkey,9 Quay',
      ]),
    );
    expect(found).toMatchObject({ rows: 7, suppliers: 9, sites: 7, links: 7 + 6 });
    expect(found.edges.filter((edge) => edge.includes(' owns '))).toHaveLength(6);
  });

  it('products: 3 mills with 4 products each', async () => {
    const found = await read(
      table(
        'Mill,Country,Product',
        Array.from({ length: 12 }, (_, at) => `Mill ${at % 3},Italy,Fabric ${at}`),
      ),
    );
    expect(found).toMatchObject({ grain: 'product', rows: 12, suppliers: 3, links: 3 });
    expect(found.plan.facts.flatMap(({ values }) => (Array.isArray(values.products) ? [values.products.length] : []))).toEqual(
      expect.arrayContaining([4]),
    );
  });

  it('mixed scripts: Chinese headers, names in three scripts, volumes in their units', async () => {
    const found = await read(
      table('供应商,国家,订单号,交货日期,数量,单位', [
        '广州纺织有限公司,中国,A1,2026-03-01,120,公斤',
        '广州纺织有限公司,中国,A2,2026-04-01,80,公斤',
        'Công ty TNHH May Hội An,Việt Nam,B1,2026-03-05,40,件',
        'شركة النسيج المصرية,Egypt,C1,2026-03-09,7,吨',
      ]),
    );
    expect(found).toMatchObject({ rows: 4, suppliers: 3, links: 3 });
    expect(sumLines(found.plan.orders.flatMap(({ lines }) => lines)).volumes).toEqual([
      { unit: 'kg', amount: 200, lines: 2 },
      { unit: 'pcs', amount: 40, lines: 1 },
      { unit: 't', amount: 7, lines: 1 },
    ]);
  });
});
