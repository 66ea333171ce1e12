import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import type { Block, Drawstop } from './next-steps';
import type {
  CategoryTheme,
  CommitteeDecision,
  LenderRole,
  Product,
  ProjectPart,
  ProjectRegion,
  ProjectSector,
  ProjectStage,
  TransactionState,
} from './states';
import type { Criterion, ScopeResult } from '~/lending/applicability/test-scope';

/** A word of a closed list in the reader's language; what is in no list comes back as it was. */
const speak =
  (words: Readonly<Record<string, () => string>>) =>
  (word: string): string =>
    words[word]?.() ?? word;

export const stateWord = speak({
  draft: m.lender_state_draft,
  screened: m.lender_state_screened,
  categorised: m.lender_state_categorised,
  assessed: m.lender_state_assessed,
  reviewed: m.lender_state_reviewed,
  'plan-agreed': m.lender_state_plan_agreed,
  committee: m.lender_state_committee,
  'conditions-met': m.lender_state_conditions_met,
  closed: m.lender_state_closed,
  monitoring: m.lender_state_monitoring,
  exited: m.lender_state_exited,
  held: m.lender_state_held,
  declined: m.lender_state_declined,
} satisfies Record<TransactionState, () => string>);

export const productWord = speak({
  advisory: m.lender_product_advisory,
  'project-finance': m.lender_product_project_finance,
  'corporate-loan': m.lender_product_corporate_loan,
  'bridge-loan': m.lender_product_bridge_loan,
  refinance: m.lender_product_refinance,
  other: m.lender_product_other,
} satisfies Record<Product, () => string>);

export const projectSectorWord = speak({
  mining: m.lender_sector_mining,
  infrastructure: m.lender_sector_infrastructure,
  'oil-and-gas': m.lender_sector_oil_and_gas,
  power: m.lender_sector_power,
  others: m.lender_sector_others,
} satisfies Record<ProjectSector, () => string>);

export const regionWord = speak({
  americas: m.yearly_region_americas,
  emea: m.yearly_region_emea,
  'asia-pacific': m.yearly_region_asia_pacific,
} satisfies Record<ProjectRegion, () => string>);

export const stageWord = speak({
  planning: m.lender_stage_planning,
  construction: m.lender_stage_construction,
  operation: m.lender_stage_operation,
  decommissioning: m.lender_stage_decommissioning,
} satisfies Record<ProjectStage, () => string>);

export const roleWord = speak({
  lender: m.lender_role_lender,
  arranger: m.lender_role_arranger,
  agent: m.lender_role_agent,
  adviser: m.lender_role_adviser,
} satisfies Record<LenderRole, () => string>);

export const partWord = speak({
  sponsor: m.lender_part_sponsor,
  'epc-contractor': m.lender_part_epc_contractor,
  subcontractor: m.lender_part_subcontractor,
  'labour-provider': m.lender_part_labour_provider,
  camp: m.lender_part_camp,
  'primary-supplier': m.lender_part_primary_supplier,
  operator: m.lender_part_operator,
} satisfies Record<ProjectPart, () => string>);

export const themeWord = speak({
  labour: m.lender_theme_labour,
  'human-rights': m.lender_theme_human_rights,
  communities: m.lender_theme_communities,
  environment: m.lender_theme_environment,
  biodiversity: m.lender_theme_biodiversity,
  climate: m.lender_theme_climate,
} satisfies Record<CategoryTheme, () => string>);

export const decisionWord = speak({
  approve: m.lender_decision_approve,
  'approve-with-conditions': m.lender_decision_approve_with_conditions,
  hold: m.lender_decision_hold,
  decline: m.lender_decision_decline,
} satisfies Record<CommitteeDecision, () => string>);

export const scopeWord = speak({
  in: m.lender_scope_in,
  out: m.lender_scope_out,
  unknown: m.lender_scope_unknown,
} satisfies Record<ScopeResult['result'], () => string>);

export const categoryWord = speak({ A: m.lender_category_a, B: m.lender_category_b, C: m.lender_category_c });

/** A criterion of the scope as a sentence, with its limit. */
export function criterionWord({ key, limit }: Pick<Criterion, 'key' | 'limit'>): string {
  const amount = { limit: formatNumber(limit ?? 0) };
  switch (key) {
    case 'capital-cost':
      return m.lender_criterion_capital(amount);
    case 'mostly-for-project':
      return m.lender_criterion_mostly();
    case 'control':
      return m.lender_criterion_control();
    case 'aggregate-loan':
      return m.lender_criterion_loan(amount);
    case 'commitment':
      return m.lender_criterion_commitment(amount);
    case 'tenor-long':
      return m.lender_criterion_tenor_long();
    case 'tenor-short':
      return m.lender_criterion_tenor_short();
    case 'to-be-refinanced':
      return m.lender_criterion_refinanced();
    case 'financed-under-principles':
      return m.lender_criterion_under();
    case 'no-material-change':
      return m.lender_criterion_no_change();
    case 'not-complete':
      return m.lender_criterion_not_complete();
    case 'edition':
      return m.lender_criterion_edition();
    case 'product':
      return m.lender_criterion_product();
  }
}

export function outcomeWord({ outcome, missing }: Pick<Criterion, 'outcome' | 'missing'>): string {
  if (outcome === 'met') return m.lender_outcome_met();
  if (outcome === 'not-met') return m.lender_outcome_not_met();
  return missing === 'rate' ? m.lender_outcome_rate() : m.lender_outcome_fact();
}

/** What stands in the way, as a sentence that says what to do. */
export function blockWord(block: Block): string {
  switch (block.code) {
    case 'scope-missing':
      return m.lender_block_scope_missing();
    case 'scope-out':
      return m.lender_block_scope_out();
    case 'scope-unknown':
      return m.lender_block_scope_unknown();
    case 'category-missing':
      return m.lender_block_category_missing();
    case 'equator-open':
      return m.lender_block_equator_open();
    case 'ps2-open':
      return m.lender_block_ps2_open();
    case 'independent-review-missing':
      return m.lender_block_independent();
    case 'reviewer-not-independent':
      return m.consultant_block();
    case 'unplanned-items':
      return m.lender_block_items({ items: block.items });
    case 'plan-not-agreed':
      return m.lender_block_plan();
    case 'decision-missing':
      return m.lender_block_decision_missing();
    case 'not-approved':
      return m.lender_block_not_approved();
    case 'signing-missing':
      return m.lender_block_signing();
    case 'close-missing':
      return m.lender_block_close();
    case 'signing-conditions':
      return m.lender_block_signing_conditions({ items: block.items });
    case 'disbursement-conditions':
      return m.lender_block_disbursement_conditions({ items: block.items });
    case 'overdue-covenants':
    case 'open-breaches':
    case 'events-of-default':
      return drawstopWord(block);
    case 'zero-tolerance':
      return m.lender_block_zero();
  }
}

/** Why nothing may be drawn, as a sentence. Of a restricted matter only that there is one. */
export function drawstopWord(stop: Drawstop): string {
  switch (stop.code) {
    case 'overdue-conditions':
      return m.monitoring_stop_conditions({ items: stop.items });
    case 'overdue-covenants':
      return m.monitoring_stop_overdue({ items: stop.items });
    case 'open-breaches':
      return m.monitoring_stop_breaches({ items: stop.items });
    case 'events-of-default':
      return m.monitoring_stop_default({ items: stop.items });
    case 'open-deaths':
      return m.monitoring_stop_deaths({ items: stop.items });
    case 'zero-tolerance':
      return m.monitoring_stop_restricted();
  }
}

export const transactionRefusalWord = speak({
  'unknown-client': m.lender_refused_unknown_client,
  'changed-meanwhile': m.lender_refused_changed_meanwhile,
  'is-declined': m.lender_refused_is_declined,
  'exception-needless': m.lender_refused_exception_needless,
  'reasons-missing': m.lender_refused_reasons_missing,
  'labour-reason-missing': m.lender_refused_labour_reason,
  'category-fixed': m.lender_refused_category_fixed,
  'moved-meanwhile': m.lender_refused_moved_meanwhile,
  'no-such-step': m.lender_refused_no_such_step,
  'same-person': m.lender_refused_same_person,
  'conditions-missing': m.lender_refused_conditions_missing,
  'already-decided': m.lender_refused_already_decided,
  'already-started': m.lender_refused_already_started,
  'category-missing': m.lender_refused_category_missing,
  'unknown-party': m.lender_refused_unknown_party,
  'is-client': m.lender_refused_is_client,
  'not-open': m.lender_refused_not_open,
});
