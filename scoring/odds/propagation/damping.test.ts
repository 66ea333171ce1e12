import { describe, expect, it } from 'vitest';
import { methodAt } from '../../engine/method.ts';
import { dampingOf } from './damping.ts';

const method = methodAt('2026-12-01');

// First, because the numbers of a day are read once and kept: mutation testing runs the tests that made them be read.
describe('how exact passes are', () => {
  it('a move too small to go on for, and rounding to single precision, cost less than the tolerance', () => {
    const damping = dampingOf(method);
    const { settled, rounding, tolerance, factor } = damping;
    expect([factor, tolerance]).toEqual([method.of['R10.damping'], method.of['R10.tolerance']]);
    // All moves to come are at most 1 / (1 - factor) times the last one.
    expect((10 * Math.log2(1 + settled)) / (1 - factor)).toBeCloseTo(tolerance, 9);
    expect(rounding).toBeCloseTo((10 * Math.log2(1 + 2 ** -24)) / (1 - factor), 12);
    expect(rounding).toBeLessThan(tolerance / 10);
    expect(dampingOf(method)).toBe(damping);
  });
});

describe('the scale on which passes run', () => {
  it('takes a score to the probability of a worker being in forced labour', () => {
    const { raise } = dampingOf(method);
    expect(raise(50)).toBeCloseTo(0.00635 / 1.00635, 12);
    expect(raise(60) / (1 - raise(60))).toBeCloseTo(2 * 0.00635, 12);
  });

  it('and back again, over the whole range of scores', () => {
    const { raise, root, range } = dampingOf(method);
    expect(range).toEqual({ least: -150, most: 250 });
    for (const score of [-150, -20, 0, 50, 99.9, 123.4, 250]) expect(root(raise(score)), `${score}`).toBeCloseTo(score, 4);
  });

  it('has no score of a probability of 0, and a finite one of certainty', () => {
    const { root } = dampingOf(method);
    expect([root(0), root(-1)]).toEqual([Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]);
    expect(root(1)).toBe(root(1 - 1e-12));
    expect(root(1)).toBeGreaterThan(400);
    expect(Number.isFinite(root(2))).toBe(true);
  });
});
