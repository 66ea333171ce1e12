import { m } from '~/paraglide/messages';
import type {
  CategoryTheme,
  CommitteeDecision,
  DealState,
  LenderRole,
  Product,
  ProjectPart,
  ProjectRegion,
  ProjectSector,
  ProjectStage,
} from './states';

/** The label of a code in the reader's language; an unknown code is returned unchanged. */
export const speak =
  (words: Readonly<Record<string, () => string>>) =>
  (word: string): string =>
    words[word]?.() ?? word;

export const stateLabel = speak({
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

export const productLabel = speak({
  advisory: m.deals_product_advisory,
  'project-finance': m.deals_product_project_finance,
  'corporate-loan': m.deals_product_corporate_loan,
  'bridge-loan': m.deals_product_bridge_loan,
  refinance: m.deals_product_refinance,
  other: m.deals_product_other,
} satisfies Record<Product, () => string>);

export const projectSectorLabel = speak({
  mining: m.deals_sector_mining,
  infrastructure: m.deals_sector_infrastructure,
  'oil-and-gas': m.deals_sector_oil_and_gas,
  power: m.deals_sector_power,
  others: m.deals_sector_others,
} satisfies Record<ProjectSector, () => string>);

export const regionLabel = speak({
  americas: m.annual_report_region_americas,
  emea: m.annual_report_region_emea,
  'asia-pacific': m.annual_report_region_asia_pacific,
} satisfies Record<ProjectRegion, () => string>);

export const stageLabel = speak({
  planning: m.deals_stage_planning,
  construction: m.deals_stage_construction,
  operation: m.deals_stage_operation,
  decommissioning: m.deals_stage_decommissioning,
} satisfies Record<ProjectStage, () => string>);

export const roleLabel = speak({
  lender: m.deals_role_lender,
  arranger: m.deals_role_arranger,
  agent: m.deals_role_agent,
  adviser: m.deals_role_adviser,
} satisfies Record<LenderRole, () => string>);

export const partLabel = speak({
  sponsor: m.deals_part_sponsor,
  'epc-contractor': m.deals_part_epc_contractor,
  subcontractor: m.deals_part_subcontractor,
  'labour-recruiter': m.deals_part_labour_recruiter,
  camp: m.deals_part_camp,
  'primary-supplier': m.deals_part_primary_supplier,
  operator: m.deals_part_operator,
} satisfies Record<ProjectPart, () => string>);

export const themeLabel = speak({
  labour: m.deals_theme_labour,
  'human-rights': m.deals_theme_human_rights,
  communities: m.deals_theme_communities,
  environment: m.deals_theme_environment,
  biodiversity: m.deals_theme_biodiversity,
  climate: m.deals_theme_climate,
} satisfies Record<CategoryTheme, () => string>);

export const decisionLabel = speak({
  approve: m.deals_decision_approve,
  'approve-with-conditions': m.deals_decision_approve_with_conditions,
  hold: m.deals_decision_hold,
  decline: m.deals_decision_decline,
} satisfies Record<CommitteeDecision, () => string>);

export const categoryLabel = speak({ A: m.deals_category_a, B: m.deals_category_b, C: m.deals_category_c });
