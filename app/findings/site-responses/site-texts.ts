import type { FindingGrade, FindingStatus } from '#scoring';
import type { ActionStatus, Timescale } from '~/findings/corrective-actions/action-lists';
import type { Extent } from '~/findings/findings/finding-lists';
import type { ReplyKind, ReplyVerdict } from '~/findings/right-of-reply/reply-states';
import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import type { SayRefusal } from './say.server';

type Words<Key extends string> = Record<Key, () => string>;

/** Texts of the site's own page, in every respondent language. */
const grades: Words<FindingGrade> = {
  critical: m.site_sharing_grade_critical,
  major: m.site_sharing_grade_major,
  moderate: m.site_sharing_grade_moderate,
  minor: m.site_sharing_grade_minor,
};
export const siteGrade = (grade: FindingGrade): string => grades[grade]();

const statuses: Words<FindingStatus> = {
  open: m.site_sharing_state_open,
  'plan-agreed': m.site_sharing_state_plan,
  fixed: m.site_sharing_state_fixed,
  verified: m.site_sharing_state_verified,
};
export const siteStatus = (finding: { status: FindingStatus; isWithdrawn: boolean }): string =>
  finding.isWithdrawn ? m.site_sharing_state_withdrawn() : statuses[finding.status]();

const extents: Words<Extent> = { isolated: m.site_sharing_extent_isolated, systemic: m.site_sharing_extent_systemic };
export const siteExtent = (extent: Extent): string => extents[extent]();

/** The number of people, from the code in a share. */
export function sitePeople(people: string): string {
  if (people === 'unknown') return m.site_sharing_people_unknown();
  return people === 'under-5' ? m.site_sharing_people_few() : formatNumber(Number(people));
}

const replies: Words<ReplyKind> = {
  dispute: m.site_sharing_reply_dispute,
  comment: m.site_sharing_reply_comment,
  accept: m.site_sharing_reply_accept,
};
export const siteReply = (kind: ReplyKind): string => replies[kind]();

const verdicts: Words<ReplyVerdict> = {
  upheld: m.site_sharing_verdict_upheld,
  changed: m.site_sharing_verdict_changed,
  withdrawn: m.site_sharing_verdict_withdrawn,
};
export const siteVerdict = (verdict: ReplyVerdict): string => verdicts[verdict]();

const actions: Words<ActionStatus> = {
  pending: m.site_sharing_action_pending,
  'in-progress': m.site_sharing_action_started,
  completed: m.site_sharing_action_completed,
  verified: m.site_sharing_action_verified,
};
export const siteAction = (status: ActionStatus): string => actions[status]();

export const siteTimescale = (timescale: Timescale): string =>
  timescale === 'immediate' ? m.site_sharing_when_now() : m.site_sharing_when_days({ days: formatNumber(Number(timescale)) });

const refusals: Words<SayRefusal | 'kind-missing' | 'day-missing'> = {
  'not-shared': m.site_sharing_problem_moved,
  withdrawn: m.site_sharing_withdrawn,
  'words-missing': m.site_sharing_problem_text,
  'by-missing': m.site_sharing_problem_by,
  'kind-missing': m.site_sharing_problem_kind,
  'day-missing': m.site_sharing_problem_day,
  'day-too-early': m.site_sharing_problem_day,
  'already-asked': m.site_sharing_problem_asked,
  fixed: m.site_sharing_reply_fixed,
  moved: m.site_sharing_problem_moved,
};
/** Why something was not taken, and what to do. */
export const sayRefusal = (code: SayRefusal | 'kind-missing' | 'day-missing'): string => refusals[code]();
