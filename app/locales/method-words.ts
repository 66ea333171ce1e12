import type { EvidenceGrade, FindingGrade, FindingStatus, PlacedFacts } from '#scoring';
import { m } from '~/paraglide/messages';
import { getLocale, type Locale } from '~/paraglide/runtime';

/** Labels of the method's closed lists in one language, for pages and reports alike; those of bands, components and domains are with the charts. */
type Message = (inputs: Record<string, never>, options: { locale: Locale }) => string;

const evidenceMessages = {
  none: m.report_evidence_none,
  'self-declared': m.report_evidence_self_declared,
  'document-uploaded': m.report_evidence_document_uploaded,
  'document-checked': m.report_evidence_document_checked,
  'audit-announced': m.report_evidence_audit_announced,
  'audit-unannounced': m.report_evidence_audit_unannounced,
} satisfies Record<EvidenceGrade, Message>;

const gradeMessages = {
  critical: m.report_grade_critical,
  major: m.report_grade_major,
  moderate: m.report_grade_moderate,
  minor: m.report_grade_minor,
} satisfies Record<FindingGrade, Message>;

const statusMessages = {
  open: m.report_status_open,
  'plan-agreed': m.report_status_plan_agreed,
  fixed: m.report_status_fixed,
  verified: m.report_status_verified,
} satisfies Record<FindingStatus, Message>;

const factMessages = {
  countries: m.report_fact_countries,
  sector: m.report_fact_sector,
  products: m.report_fact_products,
  workers: m.report_fact_workers,
  migrantShare: m.report_fact_migrant_share,
  internalMigrantShare: m.report_fact_internal_migrant_share,
  agencyShare: m.report_fact_agency_share,
  migrantOrigins: m.report_fact_migrant_origins,
  subcontracting: m.report_fact_subcontracting,
  housing: m.report_fact_housing,
  peakRatio: m.report_fact_peak_ratio,
  vulnerableGroups: m.report_fact_vulnerable_groups,
  workerVoice: m.report_fact_worker_voice,
  subdivisions: m.report_fact_subdivisions,
  recruitmentCost: m.report_fact_recruitment_cost,
} satisfies Record<keyof PlacedFacts, Message>;

/** "none" is one label for subcontracting, housing and worker representation. */
const choiceMessages: Readonly<Record<string, Message | undefined>> = {
  none: m.report_choice_none,
  declared: m.report_choice_declared,
  'multi-tier': m.report_choice_multi_tier,
  'undeclared-found': m.report_choice_undeclared_found,
  optional: m.report_choice_optional,
  tied: m.report_choice_tied,
  'tied-remote': m.report_choice_tied_remote,
  independent: m.report_choice_independent,
  restricted: m.report_choice_restricted,
  'under-18': m.report_choice_under_18,
  'low-literacy': m.report_choice_low_literacy,
  'language-gap': m.report_choice_language_gap,
  'tied-visa': m.report_choice_tied_visa,
  'gendered-isolated-work': m.report_choice_gendered_isolated_work,
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
