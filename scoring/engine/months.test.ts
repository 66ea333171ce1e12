import { describe, expect, it } from 'vitest';
import { ageFactor } from './answer-worth.ts';
import { methodAt } from './method.ts';
import { isOlderThan, monthsBetween } from './months.ts';

describe('monthsBetween', () => {
  it.each([
    ['2026-03-15', '2026-04-15', 1],
    ['2026-03-15', '2026-04-14', 0],
    ['2026-01-31', '2026-02-28', 0],
    ['2025-11-25', '2026-11-25', 12],
    ['2024-02-29', '2026-02-28', 23],
    ['2026-06-01', '2026-05-31', -1],
    ['2026-06-01T10:00:00Z', '2026-07-01', 1],
  ])('%s to %s is %d', (from, to, months) => {
    expect(monthsBetween(from, to)).toBe(months);
  });

  it.each(['', 'yesterday', '25.11.2026', '2026-11'])('refuses "%s"', (text) => {
    expect(() => monthsBetween(text, '2026-11-25')).toThrow(RangeError);
  });
});

describe('isOlderThan', () => {
  it('the anniversary itself is not older', () => {
    expect(isOlderThan('2025-11-25', '2026-11-25', 12)).toBe(false);
    expect(isOlderThan('2025-11-24', '2026-11-25', 12)).toBe(true);
    expect(isOlderThan('2025-11-26', '2026-11-25', 12)).toBe(false);
  });
});

describe('age of an answer (R5)', () => {
  const method = methodAt('2026-11-25');
  it.each([
    ['2026-11-25', 1],
    ['2025-11-25', 1],
    ['2025-11-24', 0.7],
    ['2024-11-25', 0.7],
    ['2024-11-24', 0.4],
    ['2023-11-25', 0.4],
    ['2023-11-24', 0.1],
    ['2015-01-01', 0.1],
    ['2026-11-26', 1],
  ])('an answer of %s counts %d', (answeredOn, factor) => {
    expect(ageFactor(answeredOn, method)).toBe(factor);
  });
});
