import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointsOfRatio, pointsOfShare, probabilityOf, ratioOfPoints, scoreOf } from './points.ts';

const world = 0.00635;
const share = fc.double({ min: 0, max: 1, noNaN: true });
const ratio = fc.double({ min: 1, max: 10, noNaN: true });

describe('points', () => {
  it('double the odds with ten, and halve them with ten fewer', () => {
    expect(pointsOfRatio(2)).toBe(10);
    expect(pointsOfRatio(0.5)).toBe(-10);
    expect(ratioOfPoints(30)).toBe(8);
  });

  it('are the probability of the average worker at 50, and lead back to the score', () => {
    expect(probabilityOf(50, world)).toBeCloseTo(0.00631, 5);
    expect(probabilityOf(80, world)).toBeCloseTo((8 * world) / (1 + 8 * world), 12);
    fc.assert(
      fc.property(fc.double({ min: -50, max: 150, noNaN: true }), (score) => {
        expect(scoreOf(probabilityOf(score, world), world)).toBeCloseTo(score, 6);
      }),
    );
  });

  it('of a share are none where it is the usual one, and never fall as it rises', () => {
    fc.assert(
      fc.property(share, share, share, ratio, (one, other, usual, times) => {
        expect(pointsOfShare(usual, times, usual)).toBeCloseTo(0, 12);
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        expect(pointsOfShare(less, times, usual)).toBeLessThanOrEqual(pointsOfShare(more, times, usual) + 1e-9);
      }),
    );
  });

  it('of half the workers with odds 3.5 times those of the others, where a tenth is usual, are 8.5', () => {
    expect(pointsOfShare(0.5, 3.5, 0.1)).toBeCloseTo(10 * Math.log2(2.25 / 1.25), 12);
  });
});
