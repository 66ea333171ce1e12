import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';

const refusals: Record<string, () => string> = {
  'unknown-supplier': m.responses_refused_unknown_supplier,
  'small-complaints': m.responses_refused_small_complaints,
  'unknown-instrument': m.responses_refused_unknown_instrument,
  'already-open': m.responses_refused_already_open,
  unanswered: m.responses_refused_unanswered,
  'not-open': m.responses_refused_not_open,
  'sensitive-case': m.responses_refused_sensitive_case,
  'supplier-answers': m.requests_refused_supplier_answers,
  'answers-taken-back': m.requests_refused_taken_back,
  'not-submitted': m.responses_refused_not_submitted,
  'bad-value': m.responses_refused_bad_value,
  'reason-missing': m.responses_refused_reason_missing,
  'reason-long': () => m.cascade_long({ most: formatNumber(1000) }),
  'note-long': () => m.cascade_long({ most: formatNumber(2000) }),
  'too-large': m.responses_evidence_too_large,
  'empty-file': m.responses_evidence_empty_file,
  'file-kind': m.responses_evidence_file_kind,
  'file-disguised': m.responses_evidence_file_disguised,
  'broken-off': m.responses_evidence_broken_off,
  'not-a-form': m.responses_evidence_not_a_form,
};

/** The sentence for a refusal's code. */
export const refusalLabel = (code: string): string => (refusals[code] ?? m.responses_refused_unknown)();
