import type { FindingGrade, FindingStatus } from '#scoring';
import type { ActionStatus, Timescale } from '~/findings/corrective-actions/action-lists';
import type { Extent } from '~/findings/findings/finding-lists';
import type { ReplyKind, ReplyVerdict } from '~/findings/right-of-reply/reply-states';
import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import type { SayRefusal } from './say.server';

type Words<Key extends string> = Record<Key, () => string>;

/** The words of a site's own page, which is read in every language that somebody can answer in. */
const grades: Words<FindingGrade> = {
  critical: m.siteside_grade_critical,
  major: m.siteside_grade_major,
  moderate: m.siteside_grade_moderate,
  minor: m.siteside_grade_minor,
};
export const siteGrade = (grade: FindingGrade): string => grades[grade]();

const statuses: Words<FindingStatus> = {
  open: m.siteside_state_open,
  'plan-agreed': m.siteside_state_plan,
  fixed: m.siteside_state_fixed,
  verified: m.siteside_state_verified,
};
export const siteStatus = (finding: { status: FindingStatus; isWithdrawn: boolean }): string =>
  finding.isWithdrawn ? m.siteside_state_withdrawn() : statuses[finding.status]();

const extents: Words<Extent> = { isolated: m.siteside_extent_isolated, systemic: m.siteside_extent_systemic };
export const siteExtent = (extent: Extent): string => extents[extent]();

/** How many people, of the word that a share holds. */
export function sitePeople(people: string): string {
  if (people === 'unknown') return m.siteside_people_unknown();
  return people === 'under-5' ? m.siteside_people_few() : formatNumber(Number(people));
}

const replies: Words<ReplyKind> = { dispute: m.siteside_reply_dispute, comment: m.siteside_reply_comment, accept: m.siteside_reply_accept };
export const siteReply = (kind: ReplyKind): string => replies[kind]();

const verdicts: Words<ReplyVerdict> = {
  upheld: m.siteside_verdict_upheld,
  changed: m.siteside_verdict_changed,
  withdrawn: m.siteside_verdict_withdrawn,
};
export const siteVerdict = (verdict: ReplyVerdict): string => verdicts[verdict]();

const actions: Words<ActionStatus> = {
  pending: m.siteside_action_pending,
  'in-progress': m.siteside_action_started,
  completed: m.siteside_action_completed,
  verified: m.siteside_action_verified,
};
export const siteAction = (status: ActionStatus): string => actions[status]();

export const siteTimescale = (timescale: Timescale): string =>
  timescale === 'immediate' ? m.siteside_when_now() : m.siteside_when_days({ days: formatNumber(Number(timescale)) });

const refusals: Words<SayRefusal | 'kind-missing' | 'day-missing'> = {
  'not-shared': m.siteside_problem_moved,
  withdrawn: m.siteside_withdrawn,
  'words-missing': m.siteside_problem_text,
  'by-missing': m.siteside_problem_by,
  'kind-missing': m.siteside_problem_kind,
  'day-missing': m.siteside_problem_day,
  'day-too-early': m.siteside_problem_day,
  'already-asked': m.siteside_problem_asked,
  fixed: m.siteside_reply_fixed,
  moved: m.siteside_problem_moved,
};
/** Why something was not taken, and what to do. */
export const sayRefusal = (code: SayRefusal | 'kind-missing' | 'day-missing'): string => refusals[code]();
