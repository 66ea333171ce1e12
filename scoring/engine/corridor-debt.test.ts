import fc from 'fast-check';
import { expect, test } from 'vitest';
import { corridorDebt, debtLevels, debtRatio } from './corridor-debt.ts';

const asOf = '2026-11-24';
const paid = (low: number, high = low) => corridorDebt({ origin: 'NP', destination: 'QA', paid: { low, high } }, asOf);

test('months of pay fall into the bands of R11, their upper ends included', () => {
  const levels = [0, 0.5, 0.6, 1, 3, 3.01, 6, 6.01].map((months) => paid(months).levels.low);
  expect(levels).toEqual(['none', 'low', 'moderate', 'moderate', 'high', 'very-high', 'very-high', 'extreme']);
  expect(paid(0.2, 4)).toMatchObject({ basis: 'ledger', levels: { low: 'low', high: 'very-high' } });
});

test('each month adds half of the odds of a migrant without debt, up to five times them', () => {
  expect([0, 1, 6, 8, 20].map((months) => debtRatio(months, asOf))).toEqual([1, 1.5, 4, 5, 5]);
});

test('without a ledger a survey is used with its source, and without a survey the debt is unknown', () => {
  const surveyed = corridorDebt({ origin: 'VN', destination: 'JP' }, asOf);
  expect(surveyed).toMatchObject({ basis: 'survey', months: { low: 7, high: 12 }, levels: { low: 'extreme', high: 'extreme' } });
  expect(surveyed.survey?.row.publisher).toContain('GSO');
  const unknown = corridorDebt({ origin: 'FR', destination: 'BE' }, asOf);
  expect(unknown).toMatchObject({ basis: 'none', months: null, levels: { low: 'none', high: 'extreme' }, survey: null });
});

test('more months never make less debt; what are no months is refused', () => {
  const month = fc.double({ min: 0, max: 40, noNaN: true });
  fc.assert(
    fc.property(month, month, (a, b) => {
      const [less, more] = [paid(Math.min(a, b)), paid(Math.max(a, b))];
      expect(debtLevels.indexOf(more.levels.low)).toBeGreaterThanOrEqual(debtLevels.indexOf(less.levels.low));
    }),
  );
  expect(() => paid(-1)).toThrow(RangeError);
  expect(() => paid(2, 1)).toThrow(RangeError);
});
