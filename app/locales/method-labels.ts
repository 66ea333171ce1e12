import type { EvidenceGrade, FindingGrade, FindingStatus } from '#scoring';
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

/** "document checked" */
export const evidenceLabel = (grade: EvidenceGrade, locale: Locale = getLocale()): string => evidenceMessages[grade]({}, { locale });
/** "major" */
export const gradeLabel = (grade: FindingGrade, locale: Locale = getLocale()): string => gradeMessages[grade]({}, { locale });
/** "plan agreed" */
export const statusLabel = (status: FindingStatus, locale: Locale = getLocale()): string => statusMessages[status]({}, { locale });
