import { describe, expect, test } from 'vitest';
import { blankRecord } from '../../../../tests/factories/import-record';
import type { KnownParties } from './match';
import { planImport } from './plan';
import { importRecordSchema } from './record';

const leiA = '5493001KJTIIGC8Y1R12';
const leiB = '529900T8BM49AURSDO55';
const rowsOf = (...records: Record<string, unknown>[]) =>
  records.map((record, at) => ({
    rowNumber: at + 2,
    record: importRecordSchema.parse({ ...blankRecord, siteName: record.supplierName, ...record }),
  }));
const known = (supplier: Partial<KnownParties['suppliers'][number]>): KnownParties => ({
  suppliers: [{ partyId: 'p1', name: 'Lotus Garments', publicId: 'X', country: 'VN', ...supplier }],
  sites: [],
  providers: [],
});
const suppliersOf = (rows: ReturnType<typeof rowsOf>, held?: KnownParties) =>
  planImport(rows, held).suppliers.map(({ partyId, name }) => `${partyId ?? 'new'} ${name}`);

describe('identifiers in a file', () => {
  test('one LEI is one supplier, however it is written; two LEIs are two, even of one name', () => {
    expect(suppliersOf(rowsOf({ supplierName: 'Lotus', lei: leiA }, { supplierName: 'Công ty Sen', lei: leiA }))).toEqual(['new Lotus']);
    expect(suppliersOf(rowsOf({ supplierName: 'Lotus', lei: leiA }, { supplierName: 'Lotus', lei: leiB }))).toHaveLength(2);
  });

  test('an equal identifier finds the supplier that is known, before its name is looked at', () => {
    for (const [ids, record] of [
      [`lei:${leiA}`, { lei: leiA }],
      ['duns:150483782', { duns: '150483782' }],
      ['registration:VN:0301234567', { registration: 'VN:0301234567' }],
    ] as const)
      expect(suppliersOf(rowsOf({ supplierName: 'Another name', ...record }), known({ ids: [ids] }))).toEqual(['p1 Lotus Garments']);
  });

  test('another LEI than the known one is another supplier of the same name', () => {
    expect(suppliersOf(rowsOf({ supplierName: 'Lotus Garments', lei: leiB }), known({ lei: leiA }))).toEqual(['new Lotus Garments']);
    expect(suppliersOf(rowsOf({ supplierName: 'Lotus Garments', lei: leiA }), known({ lei: leiA }))).toEqual(['p1 Lotus Garments']);
  });

  test('an OS ID names a place: it joins suppliers only where no other site is named, and one place is one site', () => {
    const osId = 'CN2019098XAFD8M';
    const joined = planImport(
      rowsOf({ supplierName: 'Lotus', osId, address: '1 Road' }, { supplierName: 'Lotus Sewing', osId, address: 'One Rd' }),
    );
    expect([joined.suppliers.length, joined.sites.length]).toEqual([1, 1]);
    const traders = planImport(
      rowsOf({ supplierName: 'Trader One', siteName: 'Mill', osId }, { supplierName: 'Trader Two', siteName: 'Mill', osId }),
    );
    expect(traders.suppliers).toHaveLength(2);
  });

  test('the order of the rows changes nothing', () => {
    const records = [
      { supplierName: 'A', lei: leiA },
      { supplierName: 'B', lei: leiA, duns: '150483782' },
      { supplierName: 'C', duns: '150483782' },
      { supplierName: 'D' },
    ];
    const count = (order: number[]) => suppliersOf(rowsOf(...order.map((at) => records[at] ?? {}))).length;
    expect([count([0, 1, 2, 3]), count([3, 2, 1, 0]), count([2, 0, 3, 1])]).toEqual([2, 2, 2]);
  });
});
