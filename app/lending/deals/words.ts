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
  DealState,
} from './states';
import type { Criterion, ScopeResult } from '~/lending/applicability/test-scope';

/** The label of a code in the reader's language; an unknown code is returned unchanged. */
const speak =
  (words: Readonly<Record<string, () => string>>) =>
  (word: string): string =>
    words[word]?.() ?? word;

export const stateWord = speak({
  draft: m.deals_state_draft,
  screened: m.deals_state_screened,
  categorised: m.deals_state_categorised,
  assessed: m.deals_state_assessed,
  reviewed: m.deals_state_reviewed,
  'plan-agreed': m.deals_state_plan_agreed,
  committee: m.deals_state_committee,
  'conditions-met': m.deals_state_conditions_met,
  closed: m.deals_state_closed,
  monitoring: m.deals_state_monitoring,
  exited: m.deals_state_exited,
  held: m.deals_state_held,
  declined: m.deals_state_declined,
} satisfies Record<DealState, () => string>);

export const productWord = speak({
  advisory: m.deals_product_advisory,
  'project-finance': m.deals_product_project_finance,
  'corporate-loan': m.deals_product_corporate_loan,
  'bridge-loan': m.deals_product_bridge_loan,
  refinance: m.deals_product_refinance,
  other: m.deals_product_other,
} satisfies Record<Product, () => string>);

export const projectSectorWord = speak({
  mining: m.deals_sector_mining,
  infrastructure: m.deals_sector_infrastructure,
  'oil-and-gas': m.deals_sector_oil_and_gas,
  power: m.deals_sector_power,
  others: m.deals_sector_others,
} satisfies Record<ProjectSector, () => string>);

export const regionWord = speak({
  americas: m.annual_report_region_americas,
  emea: m.annual_report_region_emea,
  'asia-pacific': m.annual_report_region_asia_pacific,
} satisfies Record<ProjectRegion, () => string>);

export const stageWord = speak({
  planning: m.deals_stage_planning,
  construction: m.deals_stage_construction,
  operation: m.deals_stage_operation,
  decommissioning: m.deals_stage_decommissioning,
} satisfies Record<ProjectStage, () => string>);

export const roleWord = speak({
  lender: m.deals_role_lender,
  arranger: m.deals_role_arranger,
  agent: m.deals_role_agent,
  adviser: m.deals_role_adviser,
} satisfies Record<LenderRole, () => string>);

export const partWord = speak({
  sponsor: m.deals_part_sponsor,
  'epc-contractor': m.deals_part_epc_contractor,
  subcontractor: m.deals_part_subcontractor,
  'labour-provider': m.deals_part_labour_provider,
  camp: m.deals_part_camp,
  'primary-supplier': m.deals_part_primary_supplier,
  operator: m.deals_part_operator,
} satisfies Record<ProjectPart, () => string>);

export const themeWord = speak({
  labour: m.deals_theme_labour,
  'human-rights': m.deals_theme_human_rights,
  communities: m.deals_theme_communities,
  environment: m.deals_theme_environment,
  biodiversity: m.deals_theme_biodiversity,
  climate: m.deals_theme_climate,
} satisfies Record<CategoryTheme, () => string>);

export const decisionWord = speak({
  approve: m.deals_decision_approve,
  'approve-with-conditions': m.deals_decision_approve_with_conditions,
  hold: m.deals_decision_hold,
  decline: m.deals_decision_decline,
} satisfies Record<CommitteeDecision, () => string>);

export const scopeWord = speak({
  in: m.deals_scope_in,
  out: m.deals_scope_out,
  unknown: m.deals_scope_unknown,
} satisfies Record<ScopeResult['result'], () => string>);

export const categoryWord = speak({ A: m.deals_category_a, B: m.deals_category_b, C: m.deals_category_c });

/** A criterion of the scope as a sentence, with its limit. */
export function criterionWord({ key, limit }: Pick<Criterion, 'key' | 'limit'>): string {
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

export function outcomeWord({ outcome, missing }: Pick<Criterion, 'outcome' | 'missing'>): string {
  if (outcome === 'met') return m.deals_outcome_met();
  if (outcome === 'not-met') return m.deals_outcome_not_met();
  return missing === 'rate' ? m.deals_outcome_rate() : m.deals_outcome_fact();
}

/** An obstacle, as a sentence that says what to do. */
export function blockWord(block: Block): string {
  switch (block.code) {
    case 'scope-missing':
      return m.deals_block_scope_missing();
    case 'scope-out':
      return m.deals_block_scope_out();
    case 'scope-unknown':
      return m.deals_block_scope_unknown();
    case 'category-missing':
      return m.deals_block_category_missing();
    case 'equator-open':
      return m.deals_block_equator_open();
    case 'ps2-open':
      return m.deals_block_ps2_open();
    case 'independent-review-missing':
      return m.deals_block_independent();
    case 'reviewer-not-independent':
      return m.consultant_independence_block();
    case 'unplanned-items':
      return m.deals_block_items({ items: block.items });
    case 'plan-not-agreed':
      return m.deals_block_plan();
    case 'decision-missing':
      return m.deals_block_decision_missing();
    case 'not-approved':
      return m.deals_block_not_approved();
    case 'signing-missing':
      return m.deals_block_signing();
    case 'close-missing':
      return m.deals_block_close();
    case 'signing-conditions':
      return m.deals_block_signing_conditions({ items: block.items });
    case 'disbursement-conditions':
      return m.deals_block_disbursement_conditions({ items: block.items });
    case 'overdue-covenants':
    case 'open-breaches':
    case 'events-of-default':
      return drawstopWord(block);
    case 'zero-tolerance':
      return m.deals_block_zero();
  }
}

/** A drawstop reason, as a sentence. Of a sensitive case only that it exists. */
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

export const dealRefusalWord = speak({
  'unknown-client': m.deals_refused_unknown_client,
  'changed-meanwhile': m.deals_refused_changed_meanwhile,
  'is-declined': m.deals_refused_is_declined,
  'exception-needless': m.deals_refused_exception_needless,
  'reasons-missing': m.deals_refused_reasons_missing,
  'labour-reason-missing': m.deals_refused_labour_reason,
  'category-fixed': m.deals_refused_category_fixed,
  'moved-meanwhile': m.deals_refused_moved_meanwhile,
  'no-such-step': m.deals_refused_no_such_step,
  'same-person': m.deals_refused_same_person,
  'conditions-missing': m.deals_refused_conditions_missing,
  'already-decided': m.deals_refused_already_decided,
  'already-started': m.deals_refused_already_started,
  'category-missing': m.deals_refused_category_missing,
  'unknown-party': m.deals_refused_unknown_party,
  'is-client': m.deals_refused_is_client,
  'not-open': m.deals_refused_not_open,
});
