import type { FindingStatus } from '#scoring';
import type { ActionStatus } from './action-lists';

/**
 * The status of a finding that has actions: *verified* when all are verified, *fixed* when all are completed or verified, *plan agreed* when the
 * management agreed to all of them, else *open*. Null without actions: then people move the finding by hand.
 */
export function statusByActions(actions: readonly { status: ActionStatus; isAgreed: boolean }[]): FindingStatus | null {
  if (actions.length === 0) return null;
  if (actions.every(({ status }) => status === 'verified')) return 'verified';
  if (actions.every(({ status }) => status === 'verified' || status === 'completed')) return 'fixed';
  return actions.every(({ isAgreed }) => isAgreed) ? 'plan-agreed' : 'open';
}
