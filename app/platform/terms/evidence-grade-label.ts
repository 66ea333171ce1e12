import type { EvidenceGrade } from '#scoring';
import { m } from '~/paraglide/messages';

const grades = {
  none: m.responses_grade_none,
  'self-declared': m.responses_grade_self_declared,
  'document-uploaded': m.responses_grade_document_uploaded,
  'document-checked': m.responses_grade_document_checked,
  'audit-announced': m.responses_grade_audit_announced,
  'audit-unannounced': m.responses_grade_audit_unannounced,
} satisfies Record<EvidenceGrade, () => string>;

/** The words of an evidence grade. */
export const evidenceGradeLabel = (grade: EvidenceGrade): string => grades[grade]();
