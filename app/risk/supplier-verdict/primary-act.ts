import type { Band } from '#scoring';
import type { Permission } from '~/access/permissions';

/** What is open about a supplier. Ids are of the oldest of each kind. */
export type ActState = {
  isArchived: boolean;
  /** A current import ban that needs no confirmation. */
  isBanned: boolean;
  /** An alert about an import ban that a person has yet to confirm. */
  alertToConfirm: string | null;
  /** Of completed actions that this member did not complete. */
  actionToVerify: string | null;
  responseToReview: string | null;
  /** An open response that members fill in. */
  responseToFinish: string | null;
  requestWaiting: string | null;
  /** A critical or major finding without an action. */
  findingToPlan: string | null;
  responses: number;
  band: Band | null;
};

export type PrimaryAct =
  | { kind: 'review-alert'; id: string }
  | { kind: 'request-origin' }
  | { kind: 'review-answers'; id: string }
  | { kind: 'verify-action'; id: string }
  | { kind: 'plan-action'; id: string }
  | { kind: 'add-facts' }
  | { kind: 'send-questionnaire' }
  | { kind: 'finish-questionnaire'; id: string }
  | { kind: 'view-request'; id: string }
  | { kind: 'plan-audit' };

/** The permission that the page or form behind each act asks for. */
export const permissionFor = {
  'review-alert': 'decide:alert',
  'request-origin': 'ask:supplier',
  'review-answers': 'grade:evidence',
  'verify-action': 'verify:corrective-action',
  'plan-action': 'edit:corrective-action',
  'add-facts': 'edit:supplier',
  'send-questionnaire': 'ask:supplier',
  'finish-questionnaire': 'answer:response',
  'view-request': 'ask:supplier',
  'plan-audit': 'plan:audit',
} as const satisfies Record<PrimaryAct['kind'], Permission>;

/**
 * The one act that a supplier's page offers first: the most urgent that its state asks for and that the member may do. Null for an archived supplier, and where
 * nothing is left to do for this member. Pure.
 */
export function primaryAct(state: ActState, can: (permission: Permission) => boolean): PrimaryAct | null {
  return actsFor(state).find(({ kind }) => can(permissionFor[kind])) ?? null;
}

/** All that the state asks for, the most urgent first. */
function actsFor(state: ActState): PrimaryAct[] {
  if (state.isArchived) return [];
  const { alertToConfirm, responseToReview, actionToVerify, findingToPlan, responseToFinish, requestWaiting, band } = state;
  const withId = <Kind extends PrimaryAct['kind']>(kind: Kind, id: string | null) => (id === null ? [] : [{ kind, id }]);
  const isAtRisk = band === 'severe' || band === 'high';
  return [
    ...withId('review-alert', alertToConfirm),
    ...withId('review-answers', responseToReview),
    ...(state.isBanned && requestWaiting === null ? [{ kind: 'request-origin' as const }] : []),
    ...withId('verify-action', actionToVerify),
    ...withId('plan-action', findingToPlan),
    ...(band === null ? [{ kind: 'add-facts' as const }] : []),
    ...withId('finish-questionnaire', responseToFinish),
    ...withId('view-request', requestWaiting),
    ...(state.responses === 0 ? [{ kind: 'send-questionnaire' as const }] : []),
    ...(isAtRisk ? [{ kind: 'plan-audit' as const }] : []),
    ...(requestWaiting === null ? [{ kind: 'send-questionnaire' as const }] : []),
  ];
}
