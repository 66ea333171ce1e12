import type { FindingStatus } from '#scoring';
import type { ActionStatus } from './action-lists';

/**
 * The status of a finding with actions: *verified* when all are verified, *fixed* when all are completed or verified, *plan agreed* when management agreed to
 * all, else *open*. Null without actions: then members change it.
 */
export function statusByActions(actions: readonly { status: ActionStatus; isAgreed: boolean }[]): FindingStatus | null {
  if (actions.length === 0) return null;
  if (actions.every(({ status }) => status === 'verified')) return 'verified';
  if (actions.every(({ status }) => status === 'verified' || status === 'completed')) return 'fixed';
  return actions.every(({ isAgreed }) => isAgreed) ? 'plan-agreed' : 'open';
}
