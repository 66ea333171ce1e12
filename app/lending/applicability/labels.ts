import { speak } from '~/lending/deal-record/labels';
import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import type { Criterion, ScopeResult } from './test-scope';

export const scopeLabel = speak({
  in: m.deals_scope_in,
  out: m.deals_scope_out,
  unknown: m.deals_scope_unknown,
} satisfies Record<ScopeResult['result'], () => string>);

/** A criterion of the scope as a sentence, with its limit. */
export function criterionLabel({ key, limit }: Pick<Criterion, 'key' | 'limit'>): string {
  const amount = { limit: formatNumber(limit ?? 0) };
  switch (key) {
    case 'capital-cost':
      return m.deals_criterion_capital(amount);
    case 'mostly-for-project':
      return m.deals_criterion_mostly();
    case 'control':
      return m.deals_criterion_control();
    case 'aggregate-loan':
      return m.deals_criterion_loan(amount);
    case 'commitment':
      return m.deals_criterion_commitment(amount);
    case 'tenor-long':
      return m.deals_criterion_tenor_long();
    case 'tenor-short':
      return m.deals_criterion_tenor_short();
    case 'to-be-refinanced':
      return m.deals_criterion_refinanced();
    case 'financed-under-principles':
      return m.deals_criterion_under();
    case 'no-material-change':
      return m.deals_criterion_no_change();
    case 'not-complete':
      return m.deals_criterion_not_complete();
    case 'edition':
      return m.deals_criterion_edition();
    case 'product':
      return m.deals_criterion_product();
  }
}

export function outcomeLabel({ outcome, missing }: Pick<Criterion, 'outcome' | 'missing'>): string {
  if (outcome === 'met') return m.deals_outcome_met();
  if (outcome === 'not-met') return m.deals_outcome_not_met();
  return missing === 'rate' ? m.deals_outcome_rate() : m.deals_outcome_fact();
}
