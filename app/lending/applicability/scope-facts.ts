import type { Prisma } from '~/access/generated/client';
import type { DealRecord } from '~/lending/deal-record/record';
import type { ScopeFacts } from './test-scope';

/** Input of the applicability screening; `today` (ISO) is used until the deal is signed. */
export function scopeFactsOf(record: DealRecord, today: string): ScopeFacts {
  const { currency } = record;
  const money = (minor: bigint | null) => (minor === null ? null : { minor, currency });
  return {
    product: record.product,
    on: record.signedOn ?? today,
    capitalCost: money(record.capitalCostMinor),
    loanTotal: money(record.loanTotalMinor),
    commitment: money(record.commitmentMinor),
    usdPerUnit: record.usdRate === null ? {} : { [currency]: record.usdRate },
    tenorMonths: record.tenorMonths,
    isMostlyForProject: record.isMostlyForProject,
    isControlled: record.isControlled,
    refinancedBy: record.refinancedBy,
    wasFinancedUnderPrinciples: record.wasFinancedUnderPrinciples,
    hasMaterialChange: record.hasMaterialChange,
    isCompleteAtSigning: record.isCompleteAtSigning,
  };
}

/** The facts as they lie beside a test of scope: what would change the result is there, the day is not unless it was that of signing. */
export function keptFacts(record: DealRecord): Prisma.InputJsonObject {
  const { on: _, ...facts } = scopeFactsOf(record, '');
  const text = (money: { minor: bigint; currency: string } | null) => (money === null ? null : `${money.minor} ${money.currency}`);
  return {
    ...facts,
    signedOn: record.signedOn,
    capitalCost: text(facts.capitalCost),
    loanTotal: text(facts.loanTotal),
    commitment: text(facts.commitment),
  };
}

/** Whether a saved screening still matches the current record. */
export function fitsRecord(kept: unknown, record: DealRecord): boolean {
  const sorted = (value: unknown) => JSON.stringify(Object.entries(Object(value)).sort(([a], [b]) => (a < b ? -1 : 1)));
  return sorted(kept) === sorted(keptFacts(record));
}
