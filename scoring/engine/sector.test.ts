import { describe, expect, it } from 'vitest';
import { isicDivisions } from '../reference/at.ts';
import { methodAt } from './method.ts';
import { sectorShare } from './sector.ts';

const method = methodAt('2026-11-25');

describe('sector component (R2)', () => {
  it.each([
    ['97', 1],
    ['0311', 1],
    ['2392', 0.95],
    ['01', 0.9],
    ['4100', 0.9],
    ['1410', 0.8],
    ['8121', 0.7],
    ['55', 0.65],
    ['49', 0.6],
    ['31', 0.55],
    ['28', 0.35],
    ['69', 0.1],
  ])('ISIC %s has share %d', (code, share) => {
    expect(sectorShare(code, method)).toMatchObject({ point: share, known: 1 });
  });

  it('a division keeps the range of its classes, a class has none', () => {
    const ceramics = sectorShare('23', method);
    expect(ceramics?.low).toBe(0.6);
    expect(ceramics?.high).toBe(0.95);
    const bricks = sectorShare('2392', method);
    expect(bricks?.low).toBe(bricks?.high);
  });

  it('a class without its own row takes its division, and says which row was read', () => {
    expect(sectorShare('1410', method)?.row).toMatchObject({ code: '1410', shareCode: '14' });
  });

  it('values taken from a neighbour are weaker', () => {
    expect(sectorShare('14', method)?.reliability).toBe(1);
    expect(sectorShare('12', method)?.reliability).toBe(0.9);
  });

  it.each(['', 'C', '00', 'garments', '141000'])('does not know "%s"', (code) => {
    expect(sectorShare(code, method)).toBeNull();
  });

  it('knows all 88 divisions, low to high in order', () => {
    const divisions = isicDivisions('2026-11-25');
    expect(divisions).toHaveLength(88);
    for (const { code } of divisions) {
      const share = sectorShare(code, method);
      if (!share) throw new Error(`no share for ${code}`);
      expect(share.low).toBeLessThanOrEqual(share.point);
      expect(share.high).toBeGreaterThanOrEqual(share.point);
    }
  });
});
