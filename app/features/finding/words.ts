import type { EvidenceGrade, FindingGrade, FindingStatus, Indicator } from '#scoring';
import { m } from '~/paraglide/messages';

const grades = {
  critical: m.report_grade_critical,
  major: m.report_grade_major,
  moderate: m.report_grade_moderate,
  minor: m.report_grade_minor,
} satisfies Record<FindingGrade, () => string>;
/** "major" */
export const gradeWord = (grade: FindingGrade): string => grades[grade]();

const statuses = {
  open: m.report_status_open,
  'plan-agreed': m.report_status_plan_agreed,
  fixed: m.report_status_fixed,
  verified: m.report_status_verified,
} satisfies Record<FindingStatus, () => string>;
/** "plan agreed" */
export const statusWord = (status: FindingStatus): string => statuses[status]();

const moves = {
  open: m.method_move_open,
  'plan-agreed': m.method_move_plan_agreed,
  fixed: m.method_move_fixed,
  verified: m.method_move_verified,
} satisfies Record<FindingStatus, () => string>;
/** What a button that moves a finding to this status says: "Agree on a plan". */
export const moveWord = (to: FindingStatus): string => moves[to]();

const indicatorMessages = {
  'abuse-of-vulnerability': m.method_indicator_abuse_of_vulnerability,
  deception: m.method_indicator_deception,
  'restriction-of-movement': m.method_indicator_restriction_of_movement,
  isolation: m.method_indicator_isolation,
  'physical-and-sexual-violence': m.method_indicator_physical_and_sexual_violence,
  'intimidation-and-threats': m.method_indicator_intimidation_and_threats,
  'retention-of-identity-documents': m.method_indicator_retention_of_identity_documents,
  'withholding-of-wages': m.method_indicator_withholding_of_wages,
  'debt-bondage': m.method_indicator_debt_bondage,
  'abusive-working-and-living-conditions': m.method_indicator_abusive_working_and_living_conditions,
  'excessive-overtime': m.method_indicator_excessive_overtime,
} satisfies Record<Indicator, () => string>;
/** The name of one of the eleven signs of the ILO booklet. */
export const indicatorWord = (indicator: Indicator): string => indicatorMessages[indicator]();

const evidence = {
  none: m.report_evidence_none,
  'self-declared': m.report_evidence_self_declared,
  'document-uploaded': m.report_evidence_document_uploaded,
  'document-checked': m.report_evidence_document_checked,
  'audit-announced': m.report_evidence_audit_announced,
  'audit-unannounced': m.report_evidence_audit_unannounced,
} satisfies Record<EvidenceGrade, () => string>;
/** "document checked" */
export const evidenceWord = (grade: EvidenceGrade): string => evidence[grade]();
