import { describe, expect, it } from 'vitest';
import { blankRecord } from '../../../../tests/factories/import-record';
import { findNearSites } from './near-sites';
import type { PlanRow } from './plan';

const row = (rowNumber: number, externalId: string | null, address: string, siteName = 'Saigon Star'): PlanRow => ({
  rowNumber,
  record: { ...blankRecord, supplierName: 'Saigon Star', siteName, externalId, address },
});
const asked = (rows: readonly PlanRow[]) =>
  findNearSites(rows, () => true).map(({ about, a, b, score }) => [about, a.rowNumber, b.rowNumber, score === 1 ? 'one' : 'asked']);

describe('two rows of one supplier at like addresses', () => {
  const written = 'Lot 14, Tan Tao IP, Binh Tan Dist.';

  it('are asked about where one’s own numbers differ, since a factory entered twice has two and its workers would be added up', () => {
    expect(asked([row(2, '100012', written), row(3, '100013', 'Lot 14 Tan Tao Industrial Park')])).toEqual([['site', 3, 2, 'asked']]);
    expect(asked([row(2, '100012', written), row(3, '100013', written.replace('Dist.', 'District'))])).toEqual([['site', 3, 2, 'asked']]);
  });

  it('are two sites where another plot or a site of its own name is stated', () => {
    expect(asked([row(2, '100012', written), row(3, '100013', 'Lot 15 Tan Tao Industrial Park')])).toEqual([]);
    expect(asked([row(2, '100012', written, 'Cutting'), row(3, '100013', written, 'Sewing')])).toEqual([]);
  });

  it('are one site in two languages of an address', () => {
    expect(asked([row(2, null, written), row(3, null, 'Lô 14, KCN Tân Tạo, Q. Bình Tân')])).toMatchObject([
      ['site', 3, 2, expect.any(String)],
    ]);
  });
});
