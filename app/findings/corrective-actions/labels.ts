import { m } from '~/paraglide/messages';
import type { MemberLocale } from '~/locales/member-locales';
import { formatNumber } from '~/ui/format';
import type { ActionKind, ActionStatus, Timescale, Verification } from './action-lists';
import type { ExtensionRefusal } from './extend-action.server';
import type { LookedAtMethod } from './verification-basis';
import type { ActionRefusal } from './move-action.server';

/** The reader's language unless a locale is given, as documents do. */
type Said = { locale?: MemberLocale };

const kinds = { corrective: m.corrective_actions_kind_corrective, remediation: m.corrective_actions_kind_remediation } satisfies Record<
  ActionKind,
  () => string
>;
export const kindLabel = (kind: ActionKind): string => kinds[kind]();

const statuses = {
  pending: m.corrective_actions_status_pending,
  'in-progress': m.corrective_actions_status_in_progress,
  completed: m.corrective_actions_status_completed,
  verified: m.corrective_actions_status_verified,
} satisfies Record<ActionStatus, () => string>;
export const actionStatusLabel = (status: ActionStatus): string => statuses[status]();

/** "Immediately", "Within 30 days". */
export const timescaleLabel = (timescale: Timescale, said: Said = {}): string =>
  timescale === 'immediate'
    ? m.corrective_actions_timescale_immediate({}, said)
    : m.corrective_actions_timescale_days({ days: formatNumber(Number(timescale)) }, said);

const verificationMessages = {
  desktop: m.corrective_actions_verification_desktop,
  'follow-up-visit': m.corrective_actions_verification_visit,
  'worker-interviews': m.corrective_actions_verification_interviews,
} satisfies Record<Verification, (inputs: Record<string, never>, said: Said) => string>;
export const verificationLabel = (verification: Verification, said: Said = {}): string => verificationMessages[verification]({}, said);

const refusals = {
  'unknown-action': m.corrective_actions_refused_gone,
  withdrawn: m.corrective_actions_refused_withdrawn,
  'bad-step': m.corrective_actions_refused_step,
  'same-person': m.corrective_actions_refused_same_person,
  'nothing-seen': m.corrective_actions_refused_nothing_seen,
  'file-missing': m.corrective_actions_refused_file,
  'text-alone': m.corrective_actions_refused_text_alone,
  'reason-missing': m.corrective_actions_refused_reason,
  'not-open': m.corrective_actions_refused_step,
  'already-asked': m.corrective_actions_refused_asked,
  'day-too-early': m.corrective_actions_refused_day,
  'own-request': m.corrective_actions_refused_own_request,
  'someone-elses': m.corrective_actions_refused_step,
  'already-decided': m.corrective_actions_refused_step,
} satisfies Record<ActionRefusal | ExtensionRefusal, () => string>;

/** Why an act was refused, and what to do. */
export const actionRefusal = (code: ActionRefusal | ExtensionRefusal): string => refusals[code]();

const lookedAt = {
  documents: m.corrective_actions_looked_documents,
  photographs: m.corrective_actions_looked_photographs,
  interviews: m.corrective_actions_looked_interviews,
  observation: m.corrective_actions_looked_observation,
} satisfies Record<LookedAtMethod, () => string>;
/** A way in which a verification looked. */
export const lookedAtLabel = (method: LookedAtMethod): string => lookedAt[method]();
