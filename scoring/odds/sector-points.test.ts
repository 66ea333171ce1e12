import { describe, expect, it } from 'vitest';
import { allSectorPoints, sectorPoints, sectorProvenance } from './sector-points.ts';

const found = (isic: string) => {
  const row = sectorPoints(isic);
  if (!row) throw new Error(`no row for ${isic}`);
  return row;
};

describe('the points of a sector', () => {
  it('are those of the longest code that fits: a class of its own, or else its division', () => {
    expect(found('2219')).toMatchObject({ code: '2219', points: 13, error: 6, weight: null });
    expect(found('2211')).toMatchObject({ code: '22', points: 0, error: 6, weight: 4.84, anchor: 'manufacturing, by employee' });
    expect(['14', '141', '1410', '141099'].map((isic) => found(isic).code)).toEqual(['14', '14', '14', '14']);
    expect(found('0127').points).toBe(3.5);
  });

  it('are none of a code without a division', () => {
    expect(['', '1', '0', 'C', '00'].map(sectorPoints)).toEqual([null, null, null, null, null]);
  });

  it('cite the row from which they were read', () => {
    expect(sectorProvenance(found('1410'))).toMatchObject({ table: 'sector-odds', row: '14', confidence: 'derived' });
    expect(sectorProvenance({ ...found('1410'), code: '0000' })).toBeNull();
  });

  it('are given for all 88 divisions and 36 classes, of which only divisions weigh in their anchor', () => {
    const all = allSectorPoints();
    expect([2, 4].map((length) => all.filter(({ code }) => code.length === length).length)).toEqual([88, 36]);
    expect(all.find(({ code }) => code === '14')).toEqual({
      ...{ code: '14', points: 9, error: 6, anchor: 'manufacturing, by employee', weight: 9.68 },
      reason: expect.stringContaining('garments'),
    });
    for (const { code, weight } of all) if (code.length === 4) expect(weight, code).toBeNull();
  });
});
