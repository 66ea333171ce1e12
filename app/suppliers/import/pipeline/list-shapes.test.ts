import { describe, expect, it } from 'vitest';
import { toPlanRow } from './factory-place';
import { shapedLists } from '../../../../tests/factories/shaped-lists';
import { mapTable } from './map-columns.server';
import { parseFile } from './parse.server';
import { planImport } from './plan';
import { countEdges } from './plan-links';
import { sumLines } from './plan-orders';
import { validateTable } from './validate.server';

/** What comes of a list by accepting what is proposed. Every list here is made up. */
async function read({ text, makes }: { text: string; makes: object }) {
  const parsed = await parseFile(new TextEncoder().encode(text));
  if (!parsed.ok) throw new Error(parsed.problem.code);
  const { shape, proposals, grain } = mapTable(parsed.table.header, parsed.table.rows);
  const mapping = { columns: proposals.map(({ field }) => field), shape, suppliesUs: shape !== 'edges', defaults: {} };
  const validated = validateTable(parsed.table, mapping);
  const remarks = validated.flatMap(({ rowNumber, problems }) =>
    problems.flatMap(({ code }) => (code.startsWith('tier-') ? [`${rowNumber} ${code}`] : [])),
  );
  const rows = validated.flatMap(({ rowNumber, record }) => (record ? [toPlanRow({ rowNumber, record })] : []));
  const plan = planImport(rows, undefined, mapping);
  const nameOf = new Map(plan.suppliers.map(({ key, name }) => [key, name]));
  const edges = [
    ...new Set(plan.links.map(({ kind, fromKey, toKey }) => `${nameOf.get(fromKey)} ${kind} ${nameOf.get(toKey) ?? 'us'}`)),
  ].sort();
  expect({ rows: rows.length, suppliers: plan.suppliers.length, sites: plan.sites.length, edges: countEdges(plan.links) }).toEqual(makes);
  return { grain, plan, edges, remarks };
}

describe('lists of other shapes', () => {
  it('tiers with "supplies to": 3 at tier 1, 4 at tier 2 for named customers, 2 at tier 3', async () => {
    const found = await read(shapedLists.tiers);
    expect(found.grain).toBe('mixed-tiers');
    expect(found.edges.filter((edge) => edge.endsWith(' us'))).toHaveLength(3);
    expect(found.edges).toContain('Yarn 1 supplies Fabric 1');
  });

  it('a tier in each column: each supplies the one before it, what is unknown is no supplier and breaks the chain', async () => {
    const found = await read(shapedLists.tierColumns);
    expect(found.grain).toBe('tier-columns');
    expect(found.edges).toEqual([
      'Cotton D supplies Dyeing B',
      'Denim E supplies us',
      'Dyeing B supplies Garments A',
      'Electronics G supplies us',
      'Garments A supplies us',
      'Mills F supplies Denim E',
      'Spinning C supplies Dyeing B',
      'Yarn J supplies Fabrics I',
    ]);
    expect(found.plan.suppliers.map(({ name, country }) => `${name} ${country}`)).toEqual(
      expect.arrayContaining(['Cotton D US', 'Cobalt H ZM', 'Fabrics I KR', 'Mills F IN']),
    );
    const nameOf = new Map(found.plan.suppliers.map(({ key, name }) => [key, name]));
    const tiers = found.plan.facts.flatMap(({ subjectKey, values }) =>
      values.declaredTier ? [`${nameOf.get(subjectKey)} ${values.declaredTier}`] : [],
    );
    expect(tiers.sort()).toEqual(['Cobalt H 3', 'Fabrics I 2']);
    expect(found.remarks).toEqual(['5 tier-unknown', '5 tier-unknown', '6 tier-unknown', '6 tier-gap', '7 tier-unknown']);
  });

  it('several customers in one cell: a link to each', async () => {
    const { edges } = await read(shapedLists.severalCustomers);
    expect(edges).toEqual([
      'Fabric C supplies Garments A',
      'Fabric C supplies Garments B Co., Ltd',
      'Garments A supplies us',
      'Garments B Co., Ltd supplies us',
      'Trims / Labels E supplies Garments A',
      'Yarn D supplies Fabric C',
      'Yarn D supplies Garments A',
    ]);
  });

  it('a brand’s tier 1 without a country column: the country is at the end of each address', async () => {
    const found = await read(shapedLists.withoutCountry);
    expect(new Set(found.plan.suppliers.map(({ country }) => country))).toEqual(new Set(['BD', 'IN', 'VN', 'TR']));
  });

  it('vendors with the addresses of shared factories: 6 vendors, 4 factories with a site each, and no vendor at a factory’s address', async () => {
    const found = await read(shapedLists.sharedWithAddress);
    const nameOf = new Map(found.plan.suppliers.map(({ key, name, country }) => [key, `${name} ${country}`]));
    expect(found.plan.sites.map(({ supplierKey, country }) => `${nameOf.get(supplierKey)} ${country}`).sort()).toEqual([
      ...['Plant 0 BD BD', 'Plant 1 IN IN', 'Plant 2 TR TR', 'Plant 3 VN VN'],
    ]);
    expect(found.plan.suppliers.filter(({ name }) => name.startsWith('Vendor')).map(({ country }) => country)).toEqual(Array(6).fill(null));
    const workers = found.plan.facts.flatMap(({ subjectKey, values }) =>
      values.workers ? [`${nameOf.get(subjectKey)} ${values.workers}`] : [],
    );
    expect(workers).toContain('Plant 2 TR 302');
    expect(found.edges.filter((edge) => edge.endsWith(' us'))).toHaveLength(6);
  });

  it('delivery lines with volumes: 120 lines of 4 vendors and 3 factories', async () => {
    const found = await read(shapedLists.deliveries);
    expect(found.grain).toBe('order-line');
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
    expect((await read(shapedLists.shared)).edges).toContain('Shared Works 2 supplies Vendor 3');
  });

  it('groups: 2 groups own 6 suppliers with a factory each; who is its own group owns nothing', async () => {
    expect((await read(shapedLists.groups)).edges.filter((edge) => edge.includes(' owns '))).toHaveLength(6);
  });

  it('products: 3 mills with 4 products each', async () => {
    const found = await read(shapedLists.products);
    expect(found.grain).toBe('product');
    expect(found.plan.facts.flatMap(({ values }) => (Array.isArray(values.products) ? [values.products.length] : []))).toEqual(
      expect.arrayContaining([4]),
    );
  });

  it('mixed scripts: Chinese headers, names in three scripts, volumes in their units', async () => {
    const found = await read(shapedLists.scripts);
    expect(sumLines(found.plan.orders.flatMap(({ lines }) => lines)).volumes).toEqual([
      { unit: 'kg', amount: 200, lines: 2 },
      { unit: 'pcs', amount: 40, lines: 1 },
      { unit: 't', amount: 7, lines: 1 },
    ]);
  });
});
