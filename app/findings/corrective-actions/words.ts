import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import type { ActionKind, ActionStatus, Timescale, Verification } from './action-lists';
import type { ExtensionRefusal } from './extend-action.server';
import type { ActionRefusal } from './move-action.server';

const kinds = { corrective: m.action_kind_corrective, remediation: m.action_kind_remediation } satisfies Record<ActionKind, () => string>;
export const kindWord = (kind: ActionKind): string => kinds[kind]();

const statuses = {
  pending: m.action_status_pending,
  'in-progress': m.action_status_in_progress,
  completed: m.action_status_completed,
  verified: m.action_status_verified,
} satisfies Record<ActionStatus, () => string>;
export const actionStatusWord = (status: ActionStatus): string => statuses[status]();

/** "Immediately", "Within 30 days". */
export const timescaleWord = (timescale: Timescale): string =>
  timescale === 'immediate' ? m.action_timescale_immediate() : m.action_timescale_days({ days: formatNumber(Number(timescale)) });

const verificationMessages = {
  desktop: m.action_verification_desktop,
  'follow-up-visit': m.action_verification_visit,
  'worker-interviews': m.action_verification_interviews,
} satisfies Record<Verification, () => string>;
export const verificationWord = (verification: Verification): string => verificationMessages[verification]();

const refusals = {
  'unknown-action': m.action_refused_gone,
  withdrawn: m.action_refused_withdrawn,
  'bad-step': m.action_refused_step,
  'same-person': m.action_refused_same_person,
  'nothing-seen': m.action_refused_nothing_seen,
  'file-missing': m.action_refused_file,
  'reason-missing': m.action_refused_reason,
  'not-open': m.action_refused_step,
  'already-asked': m.action_refused_asked,
  'day-too-early': m.action_refused_day,
  'own-request': m.action_refused_own_request,
  'someone-elses': m.action_refused_step,
  'already-decided': m.action_refused_step,
} satisfies Record<ActionRefusal | ExtensionRefusal, () => string>;

/** Why an act was refused, and what to do. */
export const actionRefusal = (code: ActionRefusal | ExtensionRefusal): string => refusals[code]();
