import { currencyDigits } from '~/suppliers/labour-recruiters/money';
import type { Product, Refinancing } from '~/lending/deal-record/states';

/** Whole minor units of a currency. */
export type Money = { minor: bigint; currency: string };

export type ScopeFacts = {
  product: Product;
  /** ISO day of signing, or of the screening before it is signed; before 1 October 2020 the third edition applies. */
  on: string;
  capitalCost: Money | null;
  loanTotal: Money | null;
  /** The lender's own commitment before anything is syndicated or sold on. */
  commitment: Money | null;
  /** US dollars for one unit of a currency, as a decimal with at most 8 places; US dollars need none. */
  usdPerUnit: Readonly<Record<string, string>>;
  /** Months. */
  tenorMonths: number | null;
  /** Most of the loan relates to one project. */
  isMostlyForProject: boolean | null;
  /** The client controls that project in effect, directly or through others. */
  isControlled: boolean | null;
  refinancedBy: Refinancing | null;
  wasFinancedUnderPrinciples: boolean | null;
  hasMaterialChange: boolean | null;
  isCompleteAtSigning: boolean | null;
};

export type ScopeEdition = 'EP3' | 'EP4';
export type CriterionKey =
  | 'capital-cost'
  | 'mostly-for-project'
  | 'control'
  | 'aggregate-loan'
  | 'commitment'
  | 'tenor-long'
  | 'tenor-short'
  | 'to-be-refinanced'
  | 'financed-under-principles'
  | 'no-material-change'
  | 'not-complete'
  | 'edition'
  | 'product';
export type Criterion = {
  key: CriterionKey;
  outcome: 'met' | 'not-met' | 'unknown';
  /** Whole US dollars or months that must be reached; null where the criterion is a yes or no. */
  limit: number | null;
  /** Why it is unknown: the fact, or the rate of its currency, is missing. */
  missing: 'fact' | 'rate' | null;
  /** How sure we are of the criterion itself: C confirmed from the text, M from memory of it. */
  provenance: 'C' | 'M';
};
export type ScopeResult = { result: 'in' | 'out' | 'unknown'; edition: ScopeEdition; criteria: Criterion[] };

/** The day from which the fourth edition applies (EP4, July 2020). */
export const fourthEditionFrom = '2020-10-01';

/** US dollars: capital cost; own commitment and, since EP4, the aggregate loan; the aggregate loan under EP3. */
const limits = { capitalCost: 10_000_000, commitment: 50_000_000, aggregateEP4: 50_000_000, aggregateEP3: 100_000_000 } as const;
/** Months. */
const twoYears = 24;

/**
 * Whether a product is in the scope of the Equator Principles, criterion by criterion (EP4, "Scope"). A criterion without its fact is unknown and never met; a
 * failed one excludes the product, whatever else is unknown. Amounts are compared exactly, in whole numbers. Pure.
 */
export function testScope(facts: ScopeFacts): ScopeResult {
  const edition: ScopeEdition = facts.on < fourthEditionFrom ? 'EP3' : 'EP4';
  const criteria = criteriaOf(facts, edition);
  const outcomes = criteria.map(({ outcome }) => outcome);
  const result = outcomes.includes('not-met') ? 'out' : outcomes.includes('unknown') ? 'unknown' : 'in';
  return { result, edition, criteria };
}

function criteriaOf(facts: ScopeFacts, edition: ScopeEdition): Criterion[] {
  const amount = (key: CriterionKey, money: Money | null, limit: number, provenance: 'C' | 'M') =>
    reaches(key, { money, limit, provenance, usdPerUnit: facts.usdPerUnit });
  const capital = (provenance: 'C' | 'M') => amount('capital-cost', facts.capitalCost, limits.capitalCost, provenance);
  switch (facts.product) {
    case 'advisory':
      return [capital('M')];
    case 'project-finance':
      return [capital('C')];
    case 'corporate-loan':
      return [
        isSo('mostly-for-project', facts.isMostlyForProject, 'C'),
        isSo('control', facts.isControlled, 'C'),
        amount('aggregate-loan', facts.loanTotal, edition === 'EP4' ? limits.aggregateEP4 : limits.aggregateEP3, 'C'),
        amount('commitment', facts.commitment, limits.commitment, 'C'),
        months('tenor-long', facts.tenorMonths, (tenor) => tenor >= twoYears, edition === 'EP4' ? 'M' : 'C'),
      ];
    case 'bridge-loan':
      return [
        months('tenor-short', facts.tenorMonths, (tenor) => tenor < twoYears, 'M'),
        isSo('to-be-refinanced', facts.refinancedBy === null ? null : facts.refinancedBy !== 'other', 'M'),
      ];
    case 'refinance':
      return edition === 'EP3'
        ? [{ key: 'edition', outcome: 'not-met', limit: null, missing: null, provenance: 'C' }]
        : [
            isSo('financed-under-principles', facts.wasFinancedUnderPrinciples, 'C'),
            isSo('no-material-change', facts.hasMaterialChange === null ? null : !facts.hasMaterialChange, 'C'),
            isSo('not-complete', facts.isCompleteAtSigning === null ? null : !facts.isCompleteAtSigning, 'C'),
          ];
    case 'other':
      return [{ key: 'product', outcome: 'not-met', limit: null, missing: null, provenance: 'C' }];
  }
}

function isSo(key: CriterionKey, answer: boolean | null, provenance: 'C' | 'M'): Criterion {
  const outcome = answer === null ? 'unknown' : answer ? 'met' : 'not-met';
  return { key, outcome, limit: null, missing: answer === null ? 'fact' : null, provenance };
}

function months(key: CriterionKey, tenor: number | null, holds: (tenor: number) => boolean, provenance: 'C' | 'M'): Criterion {
  const outcome = tenor === null ? 'unknown' : holds(tenor) ? 'met' : 'not-met';
  return { key, outcome, limit: twoYears, missing: tenor === null ? 'fact' : null, provenance };
}

function reaches(
  key: CriterionKey,
  given: { money: Money | null; limit: number; provenance: 'C' | 'M'; usdPerUnit: ScopeFacts['usdPerUnit'] },
): Criterion {
  const { money, limit, provenance } = given;
  const unknown = (missing: 'fact' | 'rate'): Criterion => ({ key, outcome: 'unknown', limit, missing, provenance });
  if (money === null) return unknown('fact');
  const rate = money.currency === 'USD' ? '1' : given.usdPerUnit[money.currency];
  if (rate === undefined) return unknown('rate');
  return { key, outcome: isAtLeastUsd(money, { rate, limit }) ? 'met' : 'not-met', limit, missing: null, provenance };
}

const rateScale = 100_000_000n;

/** Whether an amount in its own currency is at least so many whole US dollars: minor × rate × 10⁸ against limit × 10⁸ × 10^digits. */
function isAtLeastUsd({ minor, currency }: Money, { rate, limit }: { rate: string; limit: number }): boolean {
  const [whole = '0', fraction = ''] = rate.split('.');
  const scaled = BigInt(whole) * rateScale + BigInt(fraction.slice(0, 8).padEnd(8, '0'));
  return minor * scaled >= BigInt(limit) * rateScale * 10n ** BigInt(currencyDigits(currency) ?? 2);
}
