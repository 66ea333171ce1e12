import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankRecord } from '../../../../tests/factories/import-record';
import { namingKeys, partitionRows } from './partition';
import { type Plan, type PlanRow, planImport } from './plan';
import type { ImportRecord } from './record';

const names = fc.constantFrom('Alpha', 'ALPHA', 'Beta Ltd', 'Beta, Ltd.', 'Gamma', 'Đelta', 'Delta', 'Epsilon', 'Zeta', 'Eta', 'Theta');
const maybe = <T>(arbitrary: fc.Arbitrary<T>, weight = 3) => fc.oneof({ weight, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });
const recordArbitrary: fc.Arbitrary<ImportRecord> = fc
  .record({
    supplierName: names,
    siteName: maybe(fc.constantFrom('North mill', 'South mill')),
    country: fc.constantFrom('VN', 'CN', null),
    address: fc.constantFrom(null, '1 Road', '2 Road'),
    externalId: maybe(fc.constantFrom('X1', 'X2', 'X3')),
    registration: maybe(fc.constantFrom('VN:1', 'CN:2'), 9),
    duns: maybe(fc.constantFrom('150483782', '804735132'), 9),
    workers: maybe(fc.integer({ min: 0, max: 900 }), 1),
    migrantShare: maybe(fc.constantFrom(0, 0.25, 1), 1),
    tier: fc.constantFrom(null, 1, 2),
    subcontractors: fc.uniqueArray(names, { maxLength: 1 }),
    labourProviders: fc.array(fc.constantFrom('Far Recruiting', 'Near Staffing', 'Third Agency'), { maxLength: 1 }),
    parentCompany: maybe(names, 5),
    group: maybe(names, 9),
    customer: maybe(names, 1),
    year: fc.constantFrom(null, 2020, 2021),
    products: fc.constantFrom<string[]>([], ['cotton']),
  })
  .map((record) => ({ ...blankRecord, ...record }));

const sortedBy = (list: readonly object[]) => list.map((each) => JSON.stringify(each)).sort();
const contents = (plans: readonly Plan[]) => ({
  suppliers: sortedBy(plans.flatMap(({ suppliers }) => suppliers)),
  sites: sortedBy(plans.flatMap(({ sites }) => sites)),
  providers: sortedBy(plans.flatMap(({ providers }) => providers)),
  links: sortedBy(plans.flatMap(({ links }) => links)),
  facts: sortedBy(plans.flatMap(({ facts }) => facts)),
});

describe('a list planned in pieces', () => {
  it.each(['list', 'osh', 'hierarchy', 'edges'] as const)('of %s gives what the whole gives', (shape) => {
    fc.assert(
      fc.property(fc.array(recordArbitrary, { maxLength: 14 }), fc.integer({ min: 1, max: 4 }), (records, size) => {
        const rows: PlanRow[] = records.map((record, at) => ({ rowNumber: at + 2, record }));
        const partition = partitionRows();
        for (const { record } of rows) partition.add(namingKeys(record, shape));
        const pieces = partition.pieces(size);
        expect(pieces.flat().sort((a, b) => a - b)).toEqual(rows.map((_, at) => at));
        const options = { shape, suppliesUs: true };
        const plans = pieces.map((piece) =>
          planImport(
            piece.flatMap((at) => rows[at] ?? []),
            undefined,
            options,
          ),
        );
        expect(contents(plans)).toEqual(contents([planImport(rows, undefined, options)]));
      }),
    );
  });

  it('is parted into pieces of the size asked for, in the order of the file, unless rows hang together', () => {
    const partition = partitionRows();
    for (let at = 0; at < 10; at++) partition.add([`name ${at}`, ...(at === 1 || at === 8 ? ['id 1'] : [])]);
    expect(partition.pieces(3)).toEqual([[0, 1, 8], [2, 3, 4], [5, 6, 7], [9]]);
  });
});
