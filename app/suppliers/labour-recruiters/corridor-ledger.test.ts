import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCorridors, sumByPayer } from './corridor-ledger.server';
import { type Entry, feeCodes, payers } from '~/suppliers/facts/recruiter-record';

const asOf = '2026-11-24';
const stamp = { entryId: 'e', sourceId: 's', recordedAt: new Date('2026-01-01') };
const ends = { origin: 'NP', destination: 'QA' };
const fee = (payer: Entry<'fee'>['payer'], amount: number, currency = 'USD', feeCode: Entry<'fee'>['feeCode'] = 'F1'): Entry<'fee'> => ({
  ...ends,
  ...stamp,
  feeCode,
  payer,
  amount,
  currency,
  allowedByLaw: 'unknown',
});
const corridor = (monthlyPay: number | null, currency: string | null = 'USD'): Entry<'corridor'> => ({
  ...ends,
  ...stamp,
  monthlyPay,
  currency,
  placedPerYear: null,
});

test('debt bondage ranges from what workers pay to what is paid by an unknown payer; employers and agents do not count', () => {
  const [read] = readCorridors(
    {
      corridor: [corridor(30_000)],
      fee: [fee('worker', 60_000), fee('unknown', 45_000, 'USD', 'F7'), fee('employer', 90_000, 'USD', 'F8')],
    },
    asOf,
  );
  expect(read).toMatchObject({
    gap: null,
    debt: { basis: 'ledger', months: { low: 2, high: 3.5 }, levels: { low: 'high', high: 'very-high' } },
    odds: { low: 2, high: 2.75 },
  });
  expect(read?.silent).toEqual(['F2', 'F3', 'F4', 'F5', 'F6', 'F9']);
});

test('without pay, without costs or in another currency the ledger shows why, and the survey applies with its source', () => {
  const read = (corridors: Entry<'corridor'>[], fees: Entry<'fee'>[]) => readCorridors({ corridor: corridors, fee: fees }, asOf)[0];
  expect(read([], [fee('worker', 60_000)])).toMatchObject({ gap: 'no-pay', debt: { basis: 'survey' } });
  expect(read([corridor(30_000)], [])).toMatchObject({ gap: 'no-fees', debt: { basis: 'survey' } });
  expect(read([corridor(30_000)], [fee('worker', 60_000, 'NPR')])).toMatchObject({ gap: 'other-currency' });
  expect(read([corridor(30_000)], [fee('employer', 60_000, 'NPR')])).toMatchObject({ gap: null, debt: { months: { low: 0, high: 0 } } });
  expect(read([corridor(30_000)], [])?.debt.survey?.row.publisher).not.toBe('');
});

test('the sums by payer add to the total of each currency, in whatever order the costs come', () => {
  const fees = fc.array(
    fc.record({
      payer: fc.constantFrom(...payers),
      amount: fc.integer({ min: 0, max: 1e9 }),
      currency: fc.constantFrom('USD', 'NPR', 'JPY'),
      feeCode: fc.constantFrom(...feeCodes),
    }),
  );
  fc.assert(
    fc.property(fees, (rows) => {
      const sums = sumByPayer(rows);
      for (const { byPayer, total } of sums) expect(payers.reduce((sum, payer) => sum + byPayer[payer], 0)).toBe(total);
      expect(sums.reduce((sum, { total }) => sum + total, 0)).toBe(rows.reduce((sum, { amount }) => sum + amount, 0));
      expect(sumByPayer([...rows].reverse())).toEqual(sums);
    }),
  );
});
