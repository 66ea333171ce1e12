import type { EvidenceGrade, FindingGrade, FindingStatus, PlacedFacts } from '#scoring';
import { definitionOf, definitions, isFieldKey } from '~/suppliers/fields/definition/read-fields';
import { textOf } from '~/suppliers/fields/definition/text';
import { m } from '~/paraglide/messages';
import { getLocale, type Locale } from '~/paraglide/runtime';
import type { ReportedField } from './reported-facts';

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

/** Facts that are gathered from several records and are no field. */
const gatheredMessages = {
  countries: m.supplier_report_fact_countries,
  subdivisions: m.supplier_report_fact_subdivisions,
  recruitmentCost: m.supplier_report_fact_recruitment_cost,
};
type GatheredFact = keyof typeof gatheredMessages;
const isGathered = (field: string): field is GatheredFact => Object.hasOwn(gatheredMessages, field);

/** "document checked" */
export const evidenceWord = (grade: EvidenceGrade, locale: Locale = getLocale()): string => evidenceMessages[grade]({}, { locale });
/** "major" */
export const gradeWord = (grade: FindingGrade, locale: Locale = getLocale()): string => gradeMessages[grade]({}, { locale });
/** "plan agreed" */
export const statusWord = (status: FindingStatus, locale: Locale = getLocale()): string => statusMessages[status]({}, { locale });

/** Whether this input of a calculation is a fact of a party; answers, findings and others are not. */
export function isFact(field: string): field is keyof PlacedFacts {
  return isGathered(field) || (isFieldKey(field) && definitionOf(field).report !== undefined);
}

/** The name of a fact that the method uses or a report lists: "Worker representation". */
export function factWord(field: keyof PlacedFacts | ReportedField, locale: Locale = getLocale()): string {
  if (isGathered(field)) return gatheredMessages[field]({}, { locale });
  const { report, label } = definitionOf(field);
  return textOf(report?.label ?? label, locale);
}

/** The label of one choice of a fact; an unknown choice is returned unchanged. "none" is one label for subcontracting, housing and worker representation. */
export function choiceWord(choice: string, locale: Locale = getLocale()): string {
  if (choice === 'none') return m.supplier_report_choice_none({}, { locale });
  const field = definitions.find(({ report, type }) => report && type.choices && Object.hasOwn(type.choices, choice));
  const text = field?.report?.choices?.[choice] ?? field?.type.choices?.[choice];
  return text ? textOf(text, locale) : choice;
}
