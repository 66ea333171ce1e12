import type { EvidenceGrade, FindingGrade, FindingStatus, PlacedFacts } from '#scoring';
import { m } from '~/paraglide/messages';
import { getLocale, type Locale } from '~/paraglide/runtime';

/** Labels of the method's closed lists in one language, for pages and reports alike; those of bands, components and domains are with the charts. */
type Message = (inputs: Record<string, never>, options: { locale: Locale }) => string;

const evidenceMessages = {
  none: m.supplier_report_evidence_none,
  'self-declared': m.supplier_report_evidence_self_declared,
  'document-uploaded': m.supplier_report_evidence_document_uploaded,
  'document-checked': m.supplier_report_evidence_document_checked,
  'audit-announced': m.supplier_report_evidence_audit_announced,
  'audit-unannounced': m.supplier_report_evidence_audit_unannounced,
} satisfies Record<EvidenceGrade, Message>;

const gradeMessages = {
  critical: m.supplier_report_grade_critical,
  major: m.supplier_report_grade_major,
  moderate: m.supplier_report_grade_moderate,
  minor: m.supplier_report_grade_minor,
} satisfies Record<FindingGrade, Message>;

const statusMessages = {
  open: m.supplier_report_status_open,
  'plan-agreed': m.supplier_report_status_plan_agreed,
  fixed: m.supplier_report_status_fixed,
  verified: m.supplier_report_status_verified,
} satisfies Record<FindingStatus, Message>;

const factMessages = {
  countries: m.supplier_report_fact_countries,
  sector: m.supplier_report_fact_sector,
  products: m.supplier_report_fact_products,
  workers: m.supplier_report_fact_workers,
  migrantShare: m.supplier_report_fact_migrant_share,
  internalMigrantShare: m.supplier_report_fact_internal_migrant_share,
  agencyShare: m.supplier_report_fact_agency_share,
  migrantOrigins: m.supplier_report_fact_migrant_origins,
  subcontracting: m.supplier_report_fact_subcontracting,
  housing: m.supplier_report_fact_housing,
  peakRatio: m.supplier_report_fact_peak_ratio,
  vulnerableGroups: m.supplier_report_fact_vulnerable_groups,
  workerVoice: m.supplier_report_fact_worker_voice,
  subdivisions: m.supplier_report_fact_subdivisions,
  recruitmentCost: m.supplier_report_fact_recruitment_cost,
} satisfies Record<keyof PlacedFacts, Message>;

/** "none" is one label for subcontracting, housing and worker representation. */
const choiceMessages: Readonly<Record<string, Message | undefined>> = {
  none: m.supplier_report_choice_none,
  declared: m.supplier_report_choice_declared,
  'multi-tier': m.supplier_report_choice_multi_tier,
  'undeclared-found': m.supplier_report_choice_undeclared_found,
  optional: m.supplier_report_choice_optional,
  tied: m.supplier_report_choice_tied,
  'tied-remote': m.supplier_report_choice_tied_remote,
  independent: m.supplier_report_choice_independent,
  restricted: m.supplier_report_choice_restricted,
  'under-18': m.supplier_report_choice_under_18,
  'low-literacy': m.supplier_report_choice_low_literacy,
  'language-gap': m.supplier_report_choice_language_gap,
  'tied-visa': m.supplier_report_choice_tied_visa,
  'gendered-isolated-work': m.supplier_report_choice_gendered_isolated_work,
};

/** "document checked" */
export const evidenceWord = (grade: EvidenceGrade, locale: Locale = getLocale()): string => evidenceMessages[grade]({}, { locale });
/** "major" */
export const gradeWord = (grade: FindingGrade, locale: Locale = getLocale()): string => gradeMessages[grade]({}, { locale });
/** "plan agreed" */
export const statusWord = (status: FindingStatus, locale: Locale = getLocale()): string => statusMessages[status]({}, { locale });

/** Whether this input of a calculation is a fact of a party; answers, findings and others are not. */
export function isFact(field: string): field is keyof PlacedFacts {
  return Object.hasOwn(factMessages, field);
}

/** The name of a fact that the method uses: "Worker representation". */
export const factWord = (field: keyof PlacedFacts, locale: Locale = getLocale()): string => factMessages[field]({}, { locale });

/** The label of one choice of a fact; an unknown choice is returned unchanged. */
export const choiceWord = (choice: string, locale: Locale = getLocale()): string => choiceMessages[choice]?.({}, { locale }) ?? choice;
