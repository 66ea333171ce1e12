import { expect, test } from 'vitest';
import { peakShare } from './peak-share';

const always = { validFrom: null, validTo: null };

test('shares add up on the day with the most, not over the years', () => {
  const half = { share: 0.5, ...always };
  const before = { share: 0.6, validFrom: null, validTo: '2024-12-31' };
  const after = { share: 0.4, validFrom: '2025-01-01', validTo: null };
  expect(peakShare([], always)).toBe(0);
  expect(peakShare([half, before, after], always)).toBeCloseTo(1.1, 9);
  expect(peakShare([half, before, after], { validFrom: '2025-01-01', validTo: null })).toBeCloseTo(0.9, 9);
  expect(peakShare([half, before, { ...after, validFrom: '2024-12-31' }], always)).toBeCloseTo(1.5, 9);
});

test('a link that begins after the period does not count in it', () => {
  const later = { share: 0.9, validFrom: '2030-01-01', validTo: null };
  expect(peakShare([{ share: 0.3, ...always }, later], { validFrom: '2024-01-01', validTo: '2029-12-31' })).toBeCloseTo(0.3, 9);
});
