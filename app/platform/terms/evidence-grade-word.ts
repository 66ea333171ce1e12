import type { EvidenceGrade } from '#scoring';
import { m } from '~/paraglide/messages';

const grades = {
  none: m.assessment_grade_none,
  'self-declared': m.assessment_grade_self_declared,
  'document-uploaded': m.assessment_grade_document_uploaded,
  'document-checked': m.assessment_grade_document_checked,
  'audit-announced': m.assessment_grade_audit_announced,
  'audit-unannounced': m.assessment_grade_audit_unannounced,
} satisfies Record<EvidenceGrade, () => string>;

/** The words of an evidence grade. */
export const evidenceGradeWord = (grade: EvidenceGrade): string => grades[grade]();
