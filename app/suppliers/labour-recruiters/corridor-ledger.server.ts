import { type CorridorDebt, corridorDebt, debtRatio } from '#scoring';
import { type Entries, type Entry, feeCodes, type Payer, payers } from '~/suppliers/facts/recruiter-record';

/** A sum by payer in one currency, integer minor units for one worker. */
export type LedgerSum = { currency: string; byPayer: Record<Payer, number>; total: number };
export type CorridorReading = {
  key: string;
  origin: string;
  destination: string;
  /** The record of the corridor itself; null where only fees name it. */
  entry: Entry<'corridor'> | null;
  fees: Entry<'fee'>[];
  sums: LedgerSum[];
  /** Cost categories on which no line speaks: the debt may be higher. */
  silent: string[];
  /** Why the ledger does not tell the debt. */
  gap: 'no-fees' | 'no-pay' | 'other-currency' | null;
  debt: CorridorDebt;
  /** Odds of forced labour of a migrant with that debt against one without, at both ends; null where the months are unknown. */
  odds: { low: number; high: number } | null;
};

/**
 * The corridors of a provider with their fees, sums by payer, and the debt by R11: fees that workers pay are the low end, fees with an unknown
 * payer are added for the high end, both over the expected pay. Amounts in another currency than the pay are not converted; surveys are used instead.
 */
export function readCorridors({ corridor, fee }: Pick<Entries, 'corridor' | 'fee'>, asOf: string): CorridorReading[] {
  const keyOf = ({ origin, destination }: { origin: string; destination: string }) => `${origin}-${destination}`;
  const keys = [...new Set([...corridor, ...fee].map(keyOf))].sort();
  return keys.map((key) => {
    const entry = corridor.findLast((each) => keyOf(each) === key) ?? null;
    const fees = fee.filter((each) => keyOf(each) === key).sort((a, b) => (a.feeCode < b.feeCode ? -1 : a.feeCode > b.feeCode ? 1 : 0));
    const [origin = '', destination = ''] = key.split('-');
    const { paid, gap } = monthsPaid(entry, fees);
    const debt = corridorDebt({ origin, destination, ...(paid ? { paid } : {}) }, asOf);
    return {
      key,
      origin,
      destination,
      entry,
      fees,
      sums: sumByPayer(fees),
      silent: feeCodes.filter((code) => !fees.some(({ feeCode }) => feeCode === code)),
      gap,
      debt,
      odds: debt.months && { low: debtRatio(debt.months.low, asOf), high: debtRatio(debt.months.high, asOf) },
    };
  });
}

function monthsPaid(
  entry: Entry<'corridor'> | null,
  fees: readonly Entry<'fee'>[],
): { paid: { low: number; high: number } | null; gap: CorridorReading['gap'] } {
  if (fees.length === 0) return { paid: null, gap: 'no-fees' };
  const pay = entry?.monthlyPay;
  if (!pay) return { paid: null, gap: 'no-pay' };
  const borne = fees.filter(({ payer }) => payer === 'worker' || payer === 'unknown');
  if (borne.some(({ currency }) => currency !== entry.currency)) return { paid: null, gap: 'other-currency' };
  const sumOf = (rows: readonly Entry<'fee'>[]) => rows.reduce((sum, { amount }) => sum + amount, 0) / pay;
  return { paid: { low: sumOf(borne.filter(({ payer }) => payer === 'worker')), high: sumOf(borne) }, gap: null };
}

/** Sums by payer, one for each currency, in the order of its code; the payers of one currency add to its total. */
export function sumByPayer(fees: readonly Pick<Entry<'fee'>, 'payer' | 'amount' | 'currency'>[]): LedgerSum[] {
  const currencies = [...new Set(fees.map(({ currency }) => currency))].sort();
  return currencies.map((currency) => {
    const rows = fees.filter((fee) => fee.currency === currency);
    const sumOf = (payer: Payer) => rows.filter((row) => row.payer === payer).reduce((sum, { amount }) => sum + amount, 0);
    const byPayer = { worker: sumOf('worker'), employer: sumOf('employer'), agent: sumOf('agent'), unknown: sumOf('unknown') };
    return { currency, byPayer, total: payers.reduce((sum, payer) => sum + byPayer[payer], 0) };
  });
}
