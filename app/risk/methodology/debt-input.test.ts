import { expect, test } from 'vitest';
import { readDebt } from './debt-input';

const read = (query: string) => readDebt(new URLSearchParams(query));

test('numbers are read with point or comma and spaces; the rate is a percentage', () => {
  expect(read('cost=3 000&pay=412,50&rate=36&repayment=100.5&collateral=on').debt).toEqual({
    cost: 3_000,
    monthlyPay: 412.5,
    yearlyRate: 0.36,
    monthlyRepayment: 100.5,
    hasCollateral: true,
  });
});

test('a missing value waits, an impossible one is named and kept', () => {
  expect(read('')).toMatchObject({ debt: null, wrong: [], hasCollateral: false });
  expect(read('cost=3000&pay=0&rate=ten&repayment=-5')).toMatchObject({
    debt: null,
    wrong: ['pay', 'rate', 'repayment'],
    values: { rate: 'ten', repayment: '-5' },
  });
  expect(read('cost=1e9&pay=99999999999999999&rate=&repayment=1').wrong).toEqual(['cost', 'pay']);
});
