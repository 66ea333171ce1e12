import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fault, holdsBy } from '../testing/holds.ts';
import { type RecruitmentDebt, repayDebt, type Repayment } from './repay-debt.ts';

const holds = holdsBy(fc);

const asOf = '2026-11-25';
const debt: RecruitmentDebt = { asOf, cost: 3_000, monthlyPay: 500, yearlyRate: 0.24, monthlyRepayment: 250 };
const debts: fc.Arbitrary<RecruitmentDebt> = fc.record({
  asOf: fc.constant(asOf),
  cost: fc.integer({ min: 0, max: 20_000 }),
  monthlyPay: fc.integer({ min: 50, max: 3_000 }),
  yearlyRate: fc.integer({ min: 0, max: 120 }).map((percent) => percent / 100),
  monthlyRepayment: fc.integer({ min: 0, max: 3_000 }),
  hasCollateral: fc.boolean(),
});
/** What is tested; a planted fault takes its place for as long as it takes to be found. */
let repay = repayDebt;
const onResult =
  (change: (result: Repayment, given: RecruitmentDebt) => Repayment): Fault =>
  () => {
    repay = (given) => change(repayDebt(given), given);
    return () => {
      repay = repayDebt;
    };
  };
const months = (given: RecruitmentDebt) => repay(given).monthsToClear ?? Number.POSITIVE_INFINITY;
const more = fc.integer({ min: 1, max: 500 });
describe('a recruitment debt of six months of pay at 24 % a year, half of the pay paid back', () => {
  it('is very high, and clears in 14 months after interest of 2 % a month', () => {
    const found = repayDebt(debt);
    expect(found).toMatchObject({ monthsOfPay: 6, level: 'very-high', ratio: 4, ties: [], monthsToClear: 14, isBondageLike: false });
    expect(found.owed.slice(0, 3).map((owed) => Math.round(owed * 10) / 10)).toEqual([3_000, 2_810, 2_616.2]);
    expect(found.owed).toHaveLength(15);
    expect(found.totalPaid).toBeCloseTo(3_464.95, 2);
  });

  it('names a loan above 30 % and a pledge as further ties', () => {
    expect(repayDebt({ ...debt, yearlyRate: 0.3 }).ties).toEqual([]);
    expect(repayDebt({ ...debt, yearlyRate: 0.31 }).ties).toEqual(['loan']);
    expect(repayDebt({ ...debt, cost: 500, yearlyRate: 0.4, hasCollateral: true })).toMatchObject({
      level: 'moderate',
      ties: ['loan', 'collateral'],
    });
  });

  it('never clears when the repayment is no more than the interest', () => {
    expect(repayDebt({ ...debt, monthlyRepayment: 60 })).toMatchObject({ monthsToClear: null, totalPaid: null, isBondageLike: true });
    expect(repayDebt({ ...debt, monthlyRepayment: 61 }).isBondageLike).toBe(false);
    expect(repayDebt({ ...debt, yearlyRate: 0, monthlyRepayment: 0 })).toMatchObject({ monthsToClear: null, isBondageLike: true });
    expect(repayDebt({ ...debt, monthlyRepayment: 0 }).owed).toHaveLength(121);
  });

  it('is nothing when nothing was paid', () => {
    expect(repayDebt({ ...debt, cost: 0, hasCollateral: true, yearlyRate: 1 })).toMatchObject({
      monthsOfPay: 0,
      level: 'none',
      ratio: 1,
      ties: [],
      monthsToClear: 0,
      totalPaid: 0,
      isBondageLike: false,
    });
  });

  it.each([
    ['cost', -1],
    ['cost', Number.NaN],
    ['monthlyPay', 0],
    ['yearlyRate', Number.POSITIVE_INFINITY],
    ['monthlyRepayment', -0.01],
  ])('%s of %d is refused by name', (field, value) => {
    expect(() => repayDebt({ ...debt, [field]: value })).toThrow(field);
  });
});

describe('months to clear (T18)', () => {
  it('never fall as the cost or the rate rises', () => {
    holds(
      fc.property(debts, more, (given, extra) => {
        expect(months({ ...given, cost: given.cost + extra })).toBeGreaterThanOrEqual(months(given));
        expect(months({ ...given, yearlyRate: given.yearlyRate + extra / 100 })).toBeGreaterThanOrEqual(months(given));
      }),
      [
        onResult(({ monthsToClear, ...rest }, { cost }) => ({
          ...rest,
          monthsToClear: monthsToClear === null ? null : monthsToClear - Math.floor(cost / 1000) * 3,
        })),
      ],
    );
  });

  it('never rise as more is paid back, and a bond is what never clears from its first month', () => {
    holds(
      fc.property(debts, more, (given, extra) => {
        expect(months({ ...given, monthlyRepayment: given.monthlyRepayment + extra })).toBeLessThanOrEqual(months(given));
        const { isBondageLike, monthsToClear, totalPaid, owed } = repay(given);
        if (isBondageLike) expect([monthsToClear, totalPaid]).toEqual([null, null]);
        if (totalPaid !== null) expect(totalPaid).toBeGreaterThanOrEqual(given.cost * (1 - 1e-12));
        for (const left of owed) expect(left).toBeGreaterThanOrEqual(0);
      }),
      [
        onResult(({ monthsToClear, ...rest }, { monthlyRepayment }) => ({
          ...rest,
          monthsToClear: monthsToClear === null ? null : monthsToClear + Math.floor(monthlyRepayment / 100) * 9,
        })),
        onResult((result) => ({ ...result, owed: result.owed.map((left) => left - 1) })),
        onResult((result) => ({ ...result, monthsToClear: result.monthsToClear ?? 0 })),
      ],
    );
  });

  it('odds never fall as the cost rises, and never rise with the pay', () => {
    holds(
      fc.property(debts, more, (given, extra) => {
        const { ratio } = repay(given);
        expect(repay({ ...given, cost: given.cost + extra }).ratio).toBeGreaterThanOrEqual(ratio);
        expect(repay({ ...given, monthlyPay: given.monthlyPay + extra }).ratio).toBeLessThanOrEqual(ratio);
      }),
      [onResult(({ ratio, ...rest }) => ({ ...rest, ratio: 5 - ratio }))],
    );
  });
});
