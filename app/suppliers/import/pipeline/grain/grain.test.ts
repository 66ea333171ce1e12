import { describe, expect, it } from 'vitest';
import { toPlanRow } from '../factory-place';
import { mapTable } from '../map-columns.server';
import { parseFile } from '../parse.server';
import { planImport } from '../plan';
import { countEdges } from '../plan-links';
import { validateTable } from '../validate.server';
import { doubtsOf } from './doubts';
import { unreadColumns } from './unread-columns';

async function read(text: string) {
  const parsed = await parseFile(new TextEncoder().encode(text));
  if (!parsed.ok) throw new Error(parsed.problem.code);
  const { table } = parsed;
  const { shape, proposals, grain } = mapTable(table.header, table.rows);
  const mapping = { columns: proposals.map(({ field }) => field), shape, suppliesUs: shape !== 'edges', defaults: {} };
  const rows = validateTable(table, mapping);
  const good = rows.flatMap(({ rowNumber, record }) => (record ? [toPlanRow({ rowNumber, record })] : []));
  const plan = planImport(good, undefined, mapping);
  const fieldOf = Object.fromEntries(proposals.map(({ header, field }) => [header, field]));
  const nameOf = new Map(plan.suppliers.map(({ key, name }) => [key, name]));
  const links = [
    ...new Set(plan.links.map(({ kind, fromKey, toKey }) => `${nameOf.get(fromKey)} ${kind} ${nameOf.get(toKey) ?? 'us'}`)),
  ].sort();
  return { grain, shape, fieldOf, rows, good, plan, links, edges: countEdges(plan.links) };
}

/** Delivery lines of a health programme: an ID a row, a country of delivery, vendors with factories that others use too. */
function deliveries(lines: number): string {
  const vendors = Array.from({ length: 12 }, (_, at) => `Vendor ${String.fromCharCode(65 + at)} Pharma`);
  const factories = [
    'Aurora Unit III, India',
    'Basel Works, Switzerland',
    'Cape Plant, South Africa',
    'Delta Labs, India',
    'Evian Site, France',
  ];
  const to = ['Nigeria', 'Zambia', "Côte d'Ivoire", 'Vietnam', 'Haiti', 'Tanzania', 'Rwanda'];
  const rows = Array.from({ length: lines }, (_, at) => {
    const vendor = at % vendors.length;
    const factory = factories[(vendor + (Math.floor(at / vendors.length) % 3)) % factories.length];
    return `${at + 1},PO-${1000 + (at % 97)},${to[at % to.length]},${vendors[vendor]},"Item ${at % 40}",Brand ${at % 9},${100 + at},"${factory}"`;
  });
  return `ID,PO / SO #,Country,Vendor,Item Description,Brand,Line Item Quantity,Manufacturing Site\n${rows.join('\n')}\n`;
}

describe('what a row is', () => {
  it('an order line: the ID counts rows, the country is that of delivery, shared factories are companies of their own', async () => {
    const { grain, fieldOf, plan, good, edges } = await read(deliveries(600));
    expect(grain).toBe('order-line');
    expect(fieldOf).toMatchObject({
      ID: 'ignore',
      Country: 'destination',
      Vendor: 'supplierName',
      Brand: 'ignore',
      'Manufacturing Site': 'producer',
    });
    expect(good.length).toBe(600);
    // 12 vendors, 5 factories; each vendor uses three, and supplies us.
    expect(plan.suppliers.length).toBe(17);
    expect(plan.suppliers.find(({ name }) => name === 'Aurora Unit III')?.country).toBe('IN');
    expect(edges).toBe(12 * 3 + 12);
    expect(new Set(good.flatMap(({ record }) => record.destination)).size).toBe(7);
  });

  it('a supplier: "company" is who buys where "supplier" is beside it', async () => {
    const text = Array.from({ length: 30 }, (_, at) => `Retailer ${at % 2},Mill ${at},India`).join('\n');
    const { fieldOf, plan } = await read(`company_name,supplier_name,country\n${text}\n`);
    expect(fieldOf).toEqual({ company_name: 'customer', supplier_name: 'supplierName', country: 'country' });
    expect(plan.suppliers.length).toBe(32);
  });

  it('a supplier of one of several tiers, with whom it supplies', async () => {
    const { grain, links, rows } = await read(
      'Supplier,Country,Tier,Supplies to,Address\nGarments One,India,Tier 1 Supplier,,1 Mill Road\nSpinner,India,Tier 2 Supplier,Garments One,2 Mill Road\nGinner,India,Tier 3 (cotton),Spinner,3 Mill Road\nLoose End,India,second tier,,4 Mill Road\n',
    );
    expect(grain).toBe('mixed-tiers');
    expect(links).toEqual(['Garments One supplies us', 'Ginner supplies Spinner', 'Spinner supplies Garments One']);
    expect(rows.map(({ record }) => record?.tier)).toEqual([1, 2, 3, 2]);
  });

  it('a site of a supplier with several, and a product of one', async () => {
    const sites = Array.from({ length: 12 }, (_, at) => `Group ${at % 3},Plant ${at},Italy,Via ${at}`).join('\n');
    expect((await read(`Supplier,Factory,Country,Address\n${sites}\n`)).grain).toBe('site');
    const products = Array.from({ length: 12 }, (_, at) => `Mill ${at % 3},Italy,Fabric ${at}`).join('\n');
    const { grain, plan } = await read(`Supplier,Country,Product\n${products}\n`);
    expect([grain, plan.suppliers.length]).toEqual(['product', 3]);
    // Products of several rows are one list, stated once.
    const stated = plan.facts.filter(({ values }) => values.products !== undefined).map(({ values }) => values.products);
    expect(stated.map((list) => (Array.isArray(list) ? list.length : 0))).toEqual([4, 4, 4]);
  });

  it('a supplier: numbers of its own stay its numbers, and a site list with countries keeps them', async () => {
    const { grain, fieldOf } = await read(
      `Vendor ID,Vendor,Country,City\n${Array.from({ length: 12 }, (_, at) => `V${at},Vendor ${at % 4} Ltd,${['India', 'Italy'][at % 2]},Town ${at}`).join('\n')}\n`,
    );
    expect(fieldOf).toMatchObject({ 'Vendor ID': 'externalId', Country: 'country' });
    expect(grain).toBe('supplier');
  });
});

describe('a place', () => {
  it('is read from coordinates in one cell', async () => {
    const { rows } = await read('Supplier,Country,Location\nA,India,"[27.15, 78.39]"\nB,India,"27.2, 78.4"\nC,India,POINT(78.5 27.3)\n');
    expect(rows.map(({ record }) => [record?.lat, record?.lng])).toEqual([
      [27.15, 78.39],
      [27.2, 78.4],
      [27.3, 78.5],
    ]);
  });

  it('gives a row without a country the one at the end of its address, and says so', async () => {
    const { rows } = await read(
      'Supplier,Address\nA,"Plot 4, Korangi, Karachi 74900 Pakistan"\nB,"12 Peachtree St, Atlanta, Georgia"\nC,"1 Rue Haute, 75001 Paris, France."\nD,"5 Gong Ye Road, Dongguan, P.R. China"\nE,Hall 7\n',
    );
    expect(rows.map(({ record }) => record?.country)).toEqual(['PK', 'US', 'FR', 'CN', null]);
    expect(rows.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      ['country-guessed'],
      ['country-guessed'],
      ['country-guessed'],
      ['country-guessed'],
      ['missing-country'],
    ]);
    expect(rows.map(({ record }) => record?.countryGuess)).toEqual(['address', 'subdivision', 'address', 'address', null]);
  });
});

describe('doubts', () => {
  const likely = { rows: 200, suppliers: 200, withoutCountry: 0, isLinks: false, ignored: ['Notes'] };
  it('are none for a plain list, and of short lists and tables of links', () => {
    expect(doubtsOf(likely)).toEqual([]);
    expect(doubtsOf({ ...likely, rows: 5, suppliers: 1 })).toEqual([]);
    expect(doubtsOf({ ...likely, isLinks: true, suppliers: 1 })).toEqual([]);
  });
  it('are that every row is a supplier beside columns of orders or suppliers, that all are one, that most have no country', () => {
    expect(doubtsOf({ ...likely, ignored: ['PO number', 'Quantity'] })).toEqual(['every-row']);
    expect(doubtsOf({ ...likely, ignored: ['Vendor name'] })).toEqual(['every-row']);
    expect(doubtsOf({ ...likely, suppliers: 1, withoutCountry: 150 })).toEqual(['one-supplier', 'no-country']);
  });
});

describe('columns of which most values cannot be read', () => {
  const columnsIn = async (text: string) => {
    const parsed = await parseFile(new TextEncoder().encode(text));
    if (!parsed.ok) throw new Error(parsed.problem.code);
    const { header, rows } = parsed.table;
    const { shape, proposals } = mapTable(header, rows);
    const found = unreadColumns(header);
    validateTable(parsed.table, { columns: proposals.map(({ field }) => field), shape, suppliesUs: true, defaults: {} }).forEach(
      (row, at) => {
        found.add(row, rows[at]?.cells ?? []);
      },
    );
    return found.result();
  };
  const lines = (count: number, line: (at: number) => string) => Array.from({ length: count }, (_, at) => line(at)).join('\n');

  it('are a country that is a region, workers in percent, shares that are people', async () => {
    const found = await columnsIn(
      `Supplier,Country,Workers,Women %\n${lines(24, (at) => `Mill ${at},Region ${at},${at + 10}.5%,${at < 4 ? '' : at * 30 + 200}`)}\n`,
    );
    expect(found).toEqual([
      { column: 1, header: 'Country', field: 'country', unread: 24, filled: 24, samples: ['Region 0', 'Region 1', 'Region 2'] },
      { column: 2, header: 'Workers', field: 'workers', unread: 24, filled: 24, samples: ['10.5%', '11.5%', '12.5%'] },
      { column: 3, header: 'Women %', field: 'femaleShare', unread: 20, filled: 20, samples: ['320', '350', '380'] },
    ]);
  });

  it('are none of a short list, of empty cells, and where a few values cannot be read', async () => {
    expect(await columnsIn(`Supplier,Country\n${lines(12, (at) => `Mill ${at},Region ${at}`)}\n`)).toEqual([]);
    expect(
      await columnsIn(`Supplier,Country,Workers\n${lines(40, (at) => `Mill ${at},India,${at < 12 ? 'many' : at < 30 ? 40 : ''}`)}\n`),
    ).toEqual([]);
  });
});
