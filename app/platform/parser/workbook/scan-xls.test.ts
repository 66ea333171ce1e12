import { describe, expect, it } from 'vitest';
import { farCell } from '../../../../tests/factories/hostile';
import { blanksXls, circularXls, farCellXls, linkedXls, protectedXls } from '../../../../tests/factories/hostile-xls';
import { openWorkbook } from './open-workbook.server';
import { isXls, scanXls } from './scan-xls';

const most = { entries: 20, inflatedBytes: 10_000_000, cells: 1_000 };
const refusal = (bytes: Buffer): string => {
  try {
    return scanXls(bytes, most);
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('an .xls', () => {
  it('is counted by its cells, however far apart', async () => {
    expect(refusal(farCellXls())).toBe('workbook');
    const sheets = await openWorkbook(farCellXls(), { sheetRows: 70_000, limits: most, takesXls: true });
    expect(sheets?.[0]?.rows.at(-1)).toEqual([65_536, [[255, '7']]]);
  });

  it('is rejected by its expanded size', () => {
    expect(refusal(linkedXls())).toBe('too-many-cells');
    expect(refusal(blanksXls(10))).toBe('too-many-cells');
    expect(() => scanXls(farCellXls(), { ...most, inflatedBytes: 100 })).toThrow('inflates');
    expect(() => scanXls(farCellXls(), { ...most, entries: 1 })).toThrow('too-many-entries');
  });

  it('reports its protection, and other files', () => {
    expect(refusal(protectedXls())).toBe('protected');
    expect(refusal(circularXls())).toMatch(/^(other|workbook)$/);
    for (const length of [8, 100, 512, 700, 1_600]) expect(refusal(farCellXls().subarray(0, length))).toMatch(/^(other|workbook)$/);
    expect(isXls(farCell('B2'))).toBe(false);
  });

  it('is accepted only where a reader asks for it', async () => {
    expect(await openWorkbook(farCellXls(), { sheetRows: 10, limits: most })).toBeNull();
    expect(await openWorkbook(protectedXls(), { sheetRows: 10, limits: most, takesXls: true })).toBeNull();
  });
});
