import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankRecord } from '../../../../tests/factories/import-record';
import { mapColumns } from './map-columns.server';
import type { KnownParties } from './match';
import { parseFile } from './parse.server';
import { type Plan, planImport } from './plan';
import type { ImportRecord } from './record';
import { type ValidatedRow, validateTable } from './validate.server';

async function validated(source: string | Uint8Array): Promise<ValidatedRow[]> {
  const parsed = await parseFile(typeof source === 'string' ? new TextEncoder().encode(source) : source);
  if (!parsed.ok) throw new Error(parsed.problem.code);
  return validateTable(parsed.table, {
    columns: mapColumns(parsed.table.header, parsed.table.rows).map(({ field }) => field),
    defaults: {},
  });
}
const row = (rowNumber: number, record: Partial<ImportRecord>) => ({
  rowNumber,
  record: { ...blankRecord, siteName: record.supplierName ?? 'Alpha', ...record },
});

describe('validation', () => {
  it('reports every problem of every row, by row and column', async () => {
    const rows = await validated(readFileSync('tests/fixtures/import/everything-wrong.csv'));
    const told = rows.flatMap(({ problems }) =>
      problems.map(({ row, column, code, severity }) => `${row} ${column ?? '-'} ${code} ${severity}`),
    );
    expect(told).toEqual([
      '3 workers negative-number error',
      '4 country unknown-country error',
      '4 date ambiguous-date warning',
      '5 country unknown-country error',
      '6 % migrant share-impossible warning',
      '7 workers number-range warning',
      '7 tier bad-tier warning',
      '8 lat coordinate-out-of-range error',
      '9 lat coordinate-zero warning',
      '10 name formula warning',
      '11 - missing-name error',
      '12 lat coordinate-incomplete warning',
      '12 os id bad-os-id error',
      '12 workers not-whole warning',
      '12 lei bad-lei warning',
      '13 - duplicate-row warning',
      '14 Column 12 more-cells-than-header warning',
      '15 - note-row error',
    ]);
    expect(rows.map(({ status }) => status)).toEqual([
      'valid',
      'invalid',
      'invalid',
      'invalid',
      'warned',
      'warned',
      'invalid',
      'warned',
      'warned',
      'invalid',
      'invalid',
      'warned',
      'warned',
      'invalid',
    ]);
    expect(rows[0]?.record).toMatchObject({ country: 'BD', asOf: '2024-03-31', migrantShare: 0.12, workers: 500 });
  });
  it('cleans a German list with the habits of its columns and keeps before and after', async () => {
    const [first, second, third] = await validated(readFileSync('tests/fixtures/import/german-semicolon-bom.csv'));
    expect(first).toMatchObject({
      rowNumber: 4,
      status: 'valid',
      record: {
        supplierName: 'Công ty CP May Nguyễn',
        country: 'VN',
        sector: '14',
        workers: 1250,
        femaleShare: 0.35,
        subcontractors: ['Xưởng In Hoa', 'May Thêu Co., Ltd'],
      },
    });
    expect(first?.changes).toContainEqual({ column: 4, field: 'workers', reason: 'cleaned', before: '1.250', after: '1250' });
    expect(second?.record).toMatchObject({ country: 'DE', sector: '23', femaleShare: 0.5 });
    expect(third?.record).toMatchObject({ country: 'DE', femaleShare: 0.625, subcontractors: [] });
  });
  it('fills what is said once for all rows', async () => {
    const parsed = await parseFile(new TextEncoder().encode('name,industry\nAlpha,\nBeta,Toys\nGamma,Oddities\n'));
    if (!parsed.ok) throw new Error('refused');
    const rows = validateTable(parsed.table, {
      columns: ['supplierName', 'sector'],
      defaults: { sector: '14', country: 'IN', product: 'Shirts' },
    });
    expect(rows.map(({ record }) => [record?.sector, record?.country, record?.products])).toEqual([
      ['14', 'IN', ['Shirts']],
      ['32', 'IN', ['Shirts']],
      ['14', 'IN', ['Shirts']],
    ]);
    expect(rows[2]?.problems.map(({ code }) => code)).toEqual(['unknown-sector', 'sector-from-default']);
  });
});

describe('plan', () => {
  it('makes suppliers, sites and the chain below them', () => {
    const plan = planImport([
      row(2, {
        supplierName: 'Alpha Co., Ltd',
        workers: 100,
        migrantShare: 0.2,
        subcontractors: ['BETA LTD', 'Gamma Printing'],
        labourProviders: ['Far Recruiting'],
      }),
      row(3, { supplierName: 'Beta Ltd.', country: 'KH', address: '1 Road' }),
      row(4, { supplierName: 'Beta Ltd.', country: 'KH', address: '2 Road', tier: 2 }),
    ]);
    expect(plan.suppliers.map(({ name, country }) => [name, country])).toEqual([
      ['Alpha Co., Ltd', 'VN'],
      ['Beta Ltd.', 'KH'],
      ['Gamma Printing', null],
    ]);
    expect(plan.sites).toHaveLength(3);
    expect(plan.providers.map(({ name }) => name)).toEqual(['Far Recruiting']);
    const name = (key: string) => [...plan.suppliers, ...plan.providers].find((party) => party.key === key)?.name ?? key;
    expect(plan.links.map(({ kind, fromKey, toKey }) => `${name(fromKey)} ${kind} ${name(toKey)}`)).toEqual([
      'Alpha Co., Ltd supplies buyer',
      'Beta Ltd. subcontracts Alpha Co., Ltd',
      'Gamma Printing subcontracts Alpha Co., Ltd',
      'Far Recruiting recruits Alpha Co., Ltd',
      'Beta Ltd. supplies buyer',
    ]);
    expect(plan.facts.find(({ subjectKey, rowNumber }) => rowNumber === 2 && name(subjectKey) === 'Alpha Co., Ltd')?.values).toEqual({
      name: 'Alpha Co., Ltd',
      country: 'VN',
      subcontracting: 'declared',
      workers: 100,
      migrantShare: 0.2,
    });
  });
  it('adds the workers of a supplier with several sites and weighs the shares', () => {
    const plan = planImport([
      row(2, { address: 'A', workers: 100, migrantShare: 0.1 }),
      row(3, { address: 'B', workers: 300, migrantShare: 0.5 }),
    ]);
    const supplier = plan.facts.filter(({ subjectKey }) => subjectKey === plan.suppliers[0]?.key);
    expect(supplier).toHaveLength(1);
    expect(supplier[0]?.values).toMatchObject({ workers: 400, migrantShare: 0.4 });
  });
  it('leaves the workers and shares of a supplier unknown when one of its sites does not state them', () => {
    const plan = planImport([row(2, { address: 'A', workers: 100, migrantShare: 0.1 }), row(3, { address: 'B' })]);
    const supplier = plan.facts.filter(({ subjectKey }) => subjectKey === plan.suppliers[0]?.key);
    expect(supplier[0]?.values).not.toHaveProperty('workers');
    expect(supplier[0]?.values).not.toHaveProperty('migrantShare');
  });
  it('keeps a namesake abroad apart and never merges by guess', () => {
    const plan = planImport([
      row(2, { country: 'VN' }),
      row(3, { country: 'CN' }),
      row(4, { supplierName: 'Omega', country: 'TH', subcontractors: ['alpha'] }),
    ]);
    expect(plan.suppliers.map(({ name, country }) => `${name} ${country}`)).toEqual(['Alpha VN', 'Alpha CN', 'Omega TH', 'alpha null']);
  });
  it('tells sites of one name and address apart by their identifiers only', () => {
    const two = planImport([row(2, { externalId: 'A1' }), row(3, { externalId: 'A2' }), row(4, {})]);
    expect(two.sites).toHaveLength(3);
    expect(planImport([row(2, { externalId: 'A1' }), row(3, {})]).sites).toHaveLength(1);
  });
  it('finds everybody again: a second plan against the first creates nothing', () => {
    fc.assert(
      fc.property(rowsArbitrary, (records) => {
        const rows = records.map((record, at) => row(at + 2, record));
        const first = planImport(rows);
        const again = planImport(rows, knownFrom(first));
        expect([...again.suppliers, ...again.sites, ...again.providers].filter(({ partyId }) => partyId === null)).toEqual([]);
        expect(again.suppliers).toHaveLength(first.suppliers.length);
        expect(again.sites).toHaveLength(first.sites.length);
        expect(again.links).toHaveLength(first.links.length);
      }),
    );
  });
  it('gives the same parties and links whatever the order of the rows', () => {
    fc.assert(
      fc.property(rowsArbitrary, fc.infiniteStream(fc.nat()), (records, random) => {
        const shuffled = records
          .map((record) => ({ record, at: random.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ record }) => record);
        expect(shape(planImport(shuffled.map((record, at) => row(at + 2, record))))).toEqual(
          shape(planImport(records.map((record, at) => row(at + 2, record)))),
        );
      }),
    );
  });
});

const names = fc.constantFrom('Alpha', 'ALPHA', 'Beta Ltd', 'Beta, Ltd.', 'Gamma', 'Đelta', 'Delta');
const rowsArbitrary = fc.array(
  fc.record({
    supplierName: names,
    country: fc.constantFrom('VN', 'CN', null),
    address: fc.constantFrom(null, '1 Road', '2 Road'),
    externalId: fc.constantFrom(null, null, 'X1', 'X2'),
    tier: fc.constantFrom(null, 1, 2),
    subcontractors: fc.uniqueArray(names, { maxLength: 2 }),
    labourProviders: fc.uniqueArray(fc.constantFrom('Far Recruiting', 'Near Staffing'), { maxLength: 2 }),
  }),
  { minLength: 1, maxLength: 8 },
);

function shape(plan: Plan) {
  return {
    suppliers: plan.suppliers.map(({ key, country }) => `${key} ${country}`).sort(),
    sites: plan.sites.map(({ key, supplierKey }) => `${key} ${supplierKey}`).sort(),
    providers: plan.providers.map(({ key }) => key).sort(),
    links: plan.links.map(({ kind, fromKey, toKey }) => `${kind} ${fromKey} ${toKey}`).sort(),
  };
}

function knownFrom(plan: Plan): KnownParties {
  return {
    suppliers: plan.suppliers.map(({ key, name, country }) => ({ partyId: key, name, country, publicId: key })),
    sites: plan.sites.map(({ key, name, supplierKey }) => ({
      partyId: key,
      name,
      supplierPartyId: supplierKey,
      workers: null,
      femaleShare: null,
      migrantShare: null,
      agencyShare: null,
      address: key.includes('1 road') ? '1 Road' : key.includes('2 road') ? '2 Road' : null,
      identifier: key.endsWith('X1') ? 'X1' : key.endsWith('X2') ? 'X2' : null,
    })),
    providers: plan.providers.map(({ key, name }) => ({ partyId: key, name })),
  };
}
