import { m } from '~/paraglide/messages';
import type { GlossaryTerm } from '~/ui/term';

/** The terms of the glossary (`app/locales/glossary.json`). Each is exported by itself, so that a page carries the definitions that it shows. */
export const labourRecruiterTerm: GlossaryTerm = {
  key: 'labour_recruiter',
  name: m.terms_labour_recruiter,
  definition: m.terms_labour_recruiter_text,
};
export const supplyLinkTerm: GlossaryTerm = {
  key: 'supply_link',
  name: m.terms_supply_link,
  definition: m.terms_supply_link_text,
  more: '/methodology/R10',
};
export const questionnaireTerm: GlossaryTerm = {
  key: 'questionnaire',
  name: m.terms_questionnaire,
  definition: m.terms_questionnaire_text,
};
export const questionnaireResponseTerm: GlossaryTerm = {
  key: 'questionnaire_response',
  name: m.terms_questionnaire_response,
  definition: m.terms_questionnaire_response_text,
};
export const answerReviewTerm: GlossaryTerm = { key: 'answer_review', name: m.terms_answer_review, definition: m.terms_answer_review_text };
export const indicatorTerm: GlossaryTerm = {
  key: 'indicator',
  name: m.terms_indicator,
  definition: m.terms_indicator_text,
  more: '/methodology/R13',
};
export const findingTerm: GlossaryTerm = {
  key: 'finding',
  name: m.terms_finding,
  definition: m.terms_finding_text,
  more: '/methodology/R6',
};
export const correctiveActionTerm: GlossaryTerm = {
  key: 'corrective_action',
  name: m.terms_corrective_action,
  definition: m.terms_corrective_action_text,
};
export const remediationTerm: GlossaryTerm = { key: 'remediation', name: m.terms_remediation, definition: m.terms_remediation_text };
export const sensitiveCaseTerm: GlossaryTerm = {
  key: 'sensitive_case',
  name: m.terms_sensitive_case,
  definition: m.terms_sensitive_case_text,
};
export const identityDocumentsTerm: GlossaryTerm = {
  key: 'identity_documents',
  name: m.terms_identity_documents,
  definition: m.terms_identity_documents_text,
};
export const grievanceMechanismTerm: GlossaryTerm = {
  key: 'grievance_mechanism',
  name: m.terms_grievance_mechanism,
  definition: m.terms_grievance_mechanism_text,
};
export const overrideWaiverTerm: GlossaryTerm = {
  key: 'override_waiver',
  name: m.terms_override_waiver,
  definition: m.terms_override_waiver_text,
  more: '/methodology/R7',
};
export const dealTerm: GlossaryTerm = { key: 'deal', name: m.terms_deal, definition: m.terms_deal_text };
export const esapItemTerm: GlossaryTerm = { key: 'esap_item', name: m.terms_esap_item, definition: m.terms_esap_item_text };
export const stakeholderEngagementTerm: GlossaryTerm = {
  key: 'stakeholder_engagement',
  name: m.terms_stakeholder_engagement,
  definition: m.terms_stakeholder_engagement_text,
};
export const sharedAccessTerm: GlossaryTerm = { key: 'shared_access', name: m.terms_shared_access, definition: m.terms_shared_access_text };
export const listChangesTerm: GlossaryTerm = { key: 'list_changes', name: m.terms_list_changes, definition: m.terms_list_changes_text };
export const recruitmentFeesAndRelatedCostsTerm: GlossaryTerm = {
  key: 'recruitment_fees_and_related_costs',
  name: m.terms_recruitment_fees_and_related_costs,
  definition: m.terms_recruitment_fees_and_related_costs_text,
  more: '/methodology/R11',
};
export const vulnerableGroupsTerm: GlossaryTerm = {
  key: 'vulnerable_groups',
  name: m.terms_vulnerable_groups,
  definition: m.terms_vulnerable_groups_text,
  more: '/methodology/R4',
};
export const stateImposedForcedLabourTerm: GlossaryTerm = {
  key: 'state_imposed_forced_labour',
  name: m.terms_state_imposed_forced_labour,
  definition: m.terms_state_imposed_forced_labour_text,
  more: '/methodology/state-imposed',
};
export const editionTerm: GlossaryTerm = { key: 'edition', name: m.terms_edition, definition: m.terms_edition_text, more: '/methodology' };
export const supplyChainMapTerm: GlossaryTerm = {
  key: 'supply_chain_map',
  name: m.terms_supply_chain_map,
  definition: m.terms_supply_chain_map_text,
};
export const redactedCopyTerm: GlossaryTerm = { key: 'redacted_copy', name: m.terms_redacted_copy, definition: m.terms_redacted_copy_text };
export const basisTerm: GlossaryTerm = { key: 'basis', name: m.terms_basis, definition: m.terms_basis_text, more: '/methodology/R8' };
export const intervalTerm: GlossaryTerm = {
  key: 'interval',
  name: m.terms_interval,
  definition: m.terms_interval_text,
  more: '/methodology/R8',
};
export const severeOrHighRiskTerm: GlossaryTerm = {
  key: 'severe_or_high_risk',
  name: m.terms_severe_or_high_risk,
  definition: m.terms_severe_or_high_risk_text,
  more: '/methodology/R8',
};
export const tierTerm: GlossaryTerm = { key: 'tier', name: m.terms_tier, definition: m.terms_tier_text, more: '/methodology/R10' };
export const rangeOfRankTerm: GlossaryTerm = {
  key: 'range_of_rank',
  name: m.terms_range_of_rank,
  definition: m.terms_range_of_rank_text,
  more: '/methodology/R8',
};
export const workersConcernedTerm: GlossaryTerm = {
  key: 'workers_concerned',
  name: m.terms_workers_concerned,
  definition: m.terms_workers_concerned_text,
  more: '/methodology/R8',
};
export const alertToBeConfirmedTerm: GlossaryTerm = {
  key: 'alert_to_be_confirmed',
  name: m.terms_alert_to_be_confirmed,
  definition: m.terms_alert_to_be_confirmed_text,
  more: '/methodology',
};
export const salienceTerm: GlossaryTerm = {
  key: 'salience',
  name: m.terms_salience,
  definition: m.terms_salience_text,
  more: '/methodology/R9',
};
export const rightOfReplyTerm: GlossaryTerm = {
  key: 'right_of_reply',
  name: m.terms_right_of_reply,
  definition: m.terms_right_of_reply_text,
};
export const correctiveActionPlanTerm: GlossaryTerm = {
  key: 'corrective_action_plan',
  name: m.terms_corrective_action_plan,
  definition: m.terms_corrective_action_plan_text,
};
export const covenantTerm: GlossaryTerm = { key: 'covenant', name: m.terms_covenant, definition: m.terms_covenant_text };
export const drawstopTerm: GlossaryTerm = { key: 'drawstop', name: m.terms_drawstop, definition: m.terms_drawstop_text };
export const conditionPrecedentTerm: GlossaryTerm = {
  key: 'condition_precedent',
  name: m.terms_condition_precedent,
  definition: m.terms_condition_precedent_text,
};
export const ps2Term: GlossaryTerm = { key: 'ps2', name: m.terms_ps2, definition: m.terms_ps2_text };
