import type { EntryKind } from '~/audits/entries/entries';
import { m } from '~/paraglide/messages';

const counted = {
  check: m.recorder_count_check,
  finding: m.recorder_count_finding,
  practice: m.recorder_count_practice,
  photo: m.recorder_count_photo,
  signature: m.recorder_count_signature,
  tally: m.recorder_count_tally,
  hours: m.recorder_count_hours,
  wage: m.recorder_count_wage,
  note: m.recorder_count_note,
  meeting: m.recorder_count_meeting,
  element: m.recorder_count_element,
  revisit: m.auditpapers_count_revisit,
  explanation: m.consistency_count_explanation,
  narrative: m.narrative_count,
  requirement: m.national_law_count,
  'review-reply': m.audit_review_count_reply,
  planLine: m.closing_plan_count_line,
  signedPlan: m.closing_plan_count_signed,
} satisfies Record<EntryKind, (given: { count: number }) => string>;
/** "20 photos" */
export const countLabel = (kind: string, count: number): string =>
  kind in counted ? counted[kind as EntryKind]({ count }) : `${count} ${kind}`;

const order = Object.keys(counted);
/** Counts by kind as text, always in one order: the storage order has no meaning. */
export const countWords = (counts: Iterable<[string, number]>): string[] =>
  [...counts].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)).map(([kind, count]) => countLabel(kind, count));

const refusals: Readonly<Record<string, () => string>> = {
  'bad-value': m.recorder_refused_bad_value,
  'bad-date': m.recorder_refused_bad_date,
  'bad-hash': m.recorder_refused_bad_hash,
  'unknown-place': m.recorder_refused_unknown_place,
  'photo-missing': m.recorder_refused_photo_missing,
  'id-taken': m.recorder_refused_id_taken,
  'too-large': m.recorder_refused_too_large,
  'too-many': m.recorder_refused_too_many,
  'no-photo': m.recorder_refused_no_photo,
  'wrong-hash': m.recorder_refused_bad_hash,
  'has-metadata': m.recorder_refused_has_metadata,
  'too-many-pixels': m.recorder_refused_too_large,
};
const actions: Readonly<Record<string, () => string>> = {
  pending: m.corrective_actions_status_pending,
  'in-progress': m.corrective_actions_status_in_progress,
  completed: m.corrective_actions_status_completed,
  verified: m.corrective_actions_status_verified,
};
/** How far an action was when it was taken along. */
export const actionStatusLabel = (status: string): string => actions[status]?.() ?? status;

/** Why the server does not take an entry. */
export const refusalLabel = (code: string | null): string => refusals[code ?? '']?.() ?? m.recorder_refused_unknown();
