import { m } from '~/paraglide/messages';
import { getLocale, type Locale } from '~/paraglide/runtime';
import type { ReplyKind, ReplyState, ReplyVerdict } from './reply-states';
import type { ReplyRefusal } from './reply-to-finding.server';

const kinds = {
  dispute: m.right_of_reply_kind_dispute,
  comment: m.right_of_reply_kind_comment,
  accept: m.right_of_reply_kind_accept,
} satisfies Record<ReplyKind, unknown>;
/** A supplier's reply as text, in the reader's language unless another is given. */
export const replyKindLabel = (kind: ReplyKind, locale: Locale = getLocale()): string => kinds[kind]({}, { locale });

const verdicts = {
  upheld: m.right_of_reply_upheld,
  changed: m.right_of_reply_changed,
  withdrawn: m.right_of_reply_withdrawn,
} satisfies Record<ReplyVerdict, () => string>;
export const verdictLabel = (verdict: ReplyVerdict): string => verdicts[verdict]();

const states = {
  sent: m.right_of_reply_state_sent,
  late: m.right_of_reply_state_late,
  replied: m.right_of_reply_state_replied,
  answered: m.right_of_reply_state_answered,
} satisfies Record<ReplyState, () => string>;
export const replyStateLabel = (state: ReplyState): string => states[state]();

const refusals = {
  'unknown-finding': m.right_of_reply_refused_moved,
  'already-sent': m.right_of_reply_refused_moved,
  'not-sent': m.right_of_reply_refused_moved,
  'already-replied': m.right_of_reply_refused_moved,
  'already-answered': m.right_of_reply_refused_moved,
  'text-missing': m.right_of_reply_refused_text,
  'by-missing': m.right_of_reply_refused_by,
  'day-too-early': m.right_of_reply_refused_day,
  'reason-missing': m.right_of_reply_refused_reason,
  'too-early': m.right_of_reply_refused_early,
} satisfies Record<ReplyRefusal, () => string>;
/** Why an act was refused, and what to do. */
export const replyRefusal = (code: ReplyRefusal): string => refusals[code]();
