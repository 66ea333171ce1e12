import { describe, expect, it } from 'vitest';
import { mapTable } from './map-columns.server';
import type { KnownParties } from './match';
import { parseFile } from './parse.server';
import { planImport } from './plan';
import { countEdges } from './plan-links';
import { proposeShape } from './table-shape';
import { validateTable } from './validate.server';

const bytesOf = (text: string) => new TextEncoder().encode(text);
async function planned(text: string, options: { references?: Map<string, string>; known?: KnownParties; suppliesUs?: boolean } = {}) {
  const parsed = await parseFile(bytesOf(text));
  if (!parsed.ok) throw new Error(parsed.problem.code);
  const { shape, proposals } = mapTable(parsed.table.header, parsed.table.rows);
  const mapping = {
    columns: proposals.map(({ field }) => field),
    shape,
    suppliesUs: options.suppliesUs ?? shape !== 'edges',
    defaults: {},
  };
  const rows = validateTable(parsed.table, mapping, options.references ? { references: options.references } : {});
  const good = rows.flatMap(({ rowNumber, record }) => (record ? [{ rowNumber, record }] : []));
  const plan = planImport(good, options.known, mapping);
  const names = new Map([...plan.suppliers, ...plan.sites].map(({ key, name }) => [key, name]));
  const told = plan.links.map(({ kind, fromKey, toKey }) => `${names.get(fromKey)} ${kind} ${names.get(toKey) ?? 'us'}`).sort();
  return { shape, rows, plan, told };
}

describe('what the rows of a table are', () => {
  it.each([
    ['Supplier,Customer,Year', ['supplierName', 'customer', 'year'], 'edges'],
    ['Brand,UML ID', ['customer', 'externalId'], 'edges'],
    ['Brand,Factory,Address', ['customer', 'siteName', 'address'], 'list'],
    ['Group,Parent,Mill', ['group', 'parentCompany', 'siteName'], 'hierarchy'],
    ['country,name,address,sector', ['country', 'supplierName', 'address', 'sector'], 'osh'],
    ['Supplier,Land', ['supplierName', 'country'], 'list'],
  ] as const)('%s', (header, columns, shape) => expect(proposeShape(header.split(','), columns)).toBe(shape));
  it('leaves a column of brands out of a list of own suppliers', async () => {
    const { shape, told } = await planned('Supplier,Country,Address,Brands\nAlpha,India,1 Road,Swift\nBeta,India,2 Road,Swift\n');
    expect([shape, told]).toEqual(['list', ['Alpha supplies us', 'Beta supplies us']]);
  });
});

describe('a table of links', () => {
  const list = `Supplier;Customer;Year;Product;Share
Alpha;Swift;2019;yarn;30 %
Alpha;Swift;2017;cloth;20 %
Alpha;Swift;2019;yarn;30 %
Beta;Alpha;2018;;
Alpha;;2018;;
`;
  it('gives each edge once, with a span of each product and run of years', async () => {
    const { shape, rows, plan, told } = await planned(list);
    expect(shape).toBe('edges');
    expect(told).toEqual(['Alpha supplies Swift', 'Alpha supplies Swift', 'Beta supplies Alpha']);
    expect(countEdges(plan.links)).toBe(2);
    expect(plan.links[0]).toMatchObject({ validFrom: '2017-01-01', validTo: '2017-12-31', product: 'cloth', share: 0.2, rowNumber: 3 });
    expect(plan.links[1]).toMatchObject({ validFrom: '2019-01-01', validTo: null, product: 'yarn', share: 0.3, rowNumber: 2 });
    expect(plan.links[2]).toMatchObject({ validFrom: '2018-01-01', product: null, share: null });
    expect(plan.sites).toEqual([]);
    expect(rows.map(({ problems }) => problems.at(-1)?.code ?? null)).toEqual([
      'sector-from-product',
      'sector-guessed',
      'duplicate-row',
      null,
      'missing-customer',
    ]);
  });
  it('links who stands at its top to us when asked to', async () => {
    expect((await planned(list, { suppliesUs: true })).told).toContain('Swift supplies us');
    expect(countEdges((await planned(list, { suppliesUs: true })).plan.links)).toBe(3);
  });
  const known: KnownParties = {
    suppliers: [
      { partyId: 'p1', name: 'Mill', country: 'MY', publicId: 'x1' },
      { partyId: 'p2', name: 'Mill', country: 'ID', publicId: 'x2' },
    ],
    sites: ['p1', 'p2'].map((partyId, at) => ({
      partyId: `s${at}`,
      supplierPartyId: partyId,
      name: 'Mill',
      address: null,
      identifier: `M${at + 1}`,
      workers: null,
      femaleShare: null,
      migrantShare: null,
      agencyShare: null,
    })),
    providers: [],
  };
  it('speaks of sites by number: tells namesakes apart, and reports every row whose number nobody has, twice over too', async () => {
    const references = new Map([
      ['M1', 'Mill'],
      ['M2', 'Mill'],
    ]);
    const { rows, plan } = await planned('brand,year,UML ID\nSwift,2020,M1\nSwift,2020,M2\nSwift,2020,M9\nSwift,2020,M9\nSwift,2021,M1\n', {
      references,
      known,
    });
    expect(plan.links.map(({ fromKey }) => fromKey)).toEqual(['known\u001fp1', 'known\u001fp2']);
    expect(plan.suppliers.filter(({ partyId }) => partyId === null).map(({ name }) => name)).toEqual(['Swift']);
    expect(plan.sites).toEqual([]);
    expect(rows.map(({ status, problems }) => [status, ...problems.map(({ code }) => code)])).toEqual([
      ['valid'],
      ['valid'],
      ['invalid', 'unknown-reference'],
      ['invalid', 'unknown-reference', 'duplicate-row'],
      ['valid'],
    ]);
  });
});

describe('sites under companies', () => {
  it('draws group over parent over site, skips what is unknown, and keeps namesakes with other numbers apart', async () => {
    const { shape, plan, told } = await planned(
      `Group,Parent Company,Mill Name,Country,UML ID
North Group,North Holding,East Mill,India,1
North Group,North Holding,EAST MILL,India,2
UNKNOWN,,Lone Mill,India,3
South Group,Self Mill,Self Mill,India,4
`,
    );
    expect(shape).toBe('hierarchy');
    expect(told).toEqual([
      'EAST MILL supplies us',
      'East Mill supplies us',
      'Lone Mill supplies us',
      'North Group owns North Holding',
      'North Holding owns EAST MILL',
      'North Holding owns East Mill',
      'Self Mill supplies us',
      'South Group owns Self Mill',
    ]);
    expect(plan.sites).toHaveLength(4);
  });
});

describe('GeoJSON', () => {
  const feature = (properties: object, geometry: object | null, id?: string) => ({ type: 'Feature', id, properties, geometry });
  const collection = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features });
  it('gives a row per feature, numbered from 1, with its point', async () => {
    const parsed = await parseFile(
      bytesOf(
        collection(
          feature({ name: 'Alpha', country_code: 'IN', products: ['yarn', 'cloth'] }, { type: 'Point', coordinates: [77.5, 12.9] }, 'a-1'),
          feature({ name: 'Beta', country_code: 'IN' }, { type: 'Polygon', coordinates: [] }, 'a-2'),
          feature({ name: 'Gamma', is_closed: false }, null),
        ),
      ),
    );
    expect(parsed).toMatchObject({
      ok: true,
      table: {
        format: 'geojson',
        headerRow: 0,
        header: ['id', 'name', 'country_code', 'products', 'is_closed', 'latitude', 'longitude'],
        rows: [
          { rowNumber: 1, cells: ['a-1', 'Alpha', 'IN', 'yarn | cloth', '', '12.9', '77.5'] },
          { rowNumber: 2, cells: ['a-2', 'Beta', 'IN', '', '', '', ''] },
          { rowNumber: 3, cells: ['', 'Gamma', '', '', 'false', '', ''] },
        ],
        problems: [{ row: 2, code: 'not-a-point', params: { value: 'Polygon' } }],
      },
    });
  });
  it.each([
    ['no features', collection(), 'no-features'],
    ['another JSON', '{"name":"x"}', 'not-a-table'],
    ['broken off', '{"type":"FeatureCollection","features":[{"a":', 'not-a-table'],
    ['one that only says so', '{"text":"FeatureCollection"}', 'not-a-table'],
  ])('refuses %s', async (_, text, code) => expect(await parseFile(bytesOf(text))).toMatchObject({ ok: false, problem: { code } }));
});
