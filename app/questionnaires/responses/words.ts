import { m } from '~/paraglide/messages';

/** The words of an assessment's status. */
export function statusWord(status: string): string {
  if (status === 'approved') return m.assessment_status_approved();
  return status === 'submitted' ? m.assessment_status_submitted() : m.assessment_status_open();
}

const refusals: Record<string, () => string> = {
  'unknown-supplier': m.assessment_refused_unknown_supplier,
  'small-complaints': m.assessment_refused_small_complaints,
  'unknown-instrument': m.assessment_refused_unknown_instrument,
  'already-open': m.assessment_refused_already_open,
  unanswered: m.assessment_refused_unanswered,
  'not-open': m.assessment_refused_not_open,
  'sensitive-case': m.assessment_refused_sensitive_case,
  'supplier-answers': m.asking_refused_supplier_answers,
  'answers-taken-back': m.asking_refused_taken_back,
  'not-submitted': m.assessment_refused_not_submitted,
  'bad-value': m.assessment_refused_bad_value,
  'reason-missing': m.assessment_refused_reason_missing,
  'too-large': m.assessment_evidence_too_large,
  'empty-file': m.assessment_evidence_empty_file,
  'file-kind': m.assessment_evidence_file_kind,
  'file-disguised': m.assessment_evidence_file_disguised,
  'broken-off': m.assessment_evidence_broken_off,
  'not-a-form': m.assessment_evidence_not_a_form,
};

/** The sentence for a refusal's code. */
export const refusalWord = (code: string): string => (refusals[code] ?? m.assessment_refused_unknown)();
