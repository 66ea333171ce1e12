import { type Category, type MainState, mainStates, placeOnWay, type DealState } from '~/lending/deal-record/states';

/** What is known of a transaction when it is asked whether it may go on. Counts are whole numbers. */
export type StepFacts = {
  status: DealState;
  /** The newest test of scope, and whether somebody decided to review it all the same; null before the first. */
  scope: { result: 'in' | 'out' | 'unknown'; hasException: boolean } | null;
  category: Category | null;
  /** The two reviews: not begun, open, or handed in. */
  equator: 'none' | 'open' | 'submitted';
  ps2: 'none' | 'open' | 'submitted';
  /** EQ7.1, independent review: its answer, null where none is given. */
  independentReview: string | null;
  /** Everybody who is named for the independent review was judged not independent (`independence`). */
  isReviewerRefused: boolean;
  /** Unmet items of both reviews that no line of the action plan takes up. */
  unplannedItems: number;
  /** Lines of the action plan, and whether both sides agreed on them as they stand. */
  planItems: number;
  isPlanAgreed: boolean;
  /** Lines that are conditions of signing, or of disbursement, and are not verified as done. */
  openSigningConditions: number;
  openDisbursementConditions: number;
  overdueConditions: number;
  /** Of the covenants: tests overdue, breaches that are not remedied, events of default; incidents with deaths that are open (`monitoring/read-facts`). */
  monitoring: { overdueCovenants: number; openBreaches: number; eventsOfDefault: number; openDeaths: number };
  /** Whether a zero-tolerance case is open anywhere in the project. A fact alone: whose and what it is stays with those assigned. */
  hasZeroTolerance: boolean;
  decision: 'approve' | 'approve-with-conditions' | 'hold' | 'decline' | null;
  /** The days of signing and of financial close (ISO), null before. */
  signedOn: string | null;
  closedOn: string | null;
};

export type Block =
  | { code: 'scope-missing' | 'scope-out' | 'scope-unknown' | 'category-missing' }
  | { code: 'equator-open' | 'ps2-open' | 'independent-review-missing' | 'reviewer-not-independent' }
  | { code: 'unplanned-items'; items: number }
  | { code: 'plan-not-agreed' | 'decision-missing' | 'not-approved' | 'signing-missing' | 'close-missing' }
  | { code: 'signing-conditions' | 'disbursement-conditions'; items: number }
  | { code: 'overdue-covenants' | 'open-breaches' | 'events-of-default'; items: number }
  | { code: 'zero-tolerance' };

/** Why money must not flow now. */
export type Drawstop =
  | { code: 'overdue-conditions' | 'overdue-covenants' | 'open-breaches' | 'events-of-default' | 'open-deaths'; items: number }
  | { code: 'zero-tolerance' };

/** The state after this one on the main way; null at its end and in the side states. */
export function nextState(status: DealState): MainState | null {
  const at = placeOnWay(status);
  return at === -1 ? null : (mainStates[at + 1] ?? null);
}

/**
 * What keeps a transaction from a state of the main way (instruments.md 5.8): nothing where the list is empty. A category C needs no reviews beyond the
 * law (EQ2 to EQ7 apply to A and B); a review ends when each unmet item has a line of the action plan, or a reason for none; a category A comes before the
 * committee only with an independent review (EQ7) by somebody who was not judged to be tied; conditions precedent are met when each is verified. Neither are they met nor does a
 * loan close while a condition, a breach of a covenant, a test overdue or a plan that is not agreed stands, or a zero-tolerance case is open. Pure.
 */
export function blocksOf(to: MainState, facts: StepFacts): Block[] {
  const isC = facts.category === 'C';
  switch (to) {
    case 'draft':
      return [];
    case 'screened':
      if (facts.scope === null) return [{ code: 'scope-missing' }];
      if (facts.scope.result === 'in' || facts.scope.hasException) return [];
      return [{ code: facts.scope.result === 'out' ? 'scope-out' : 'scope-unknown' }];
    case 'categorised':
      return facts.category === null ? [{ code: 'category-missing' }] : [];
    case 'assessed':
      return facts.equator === 'submitted' ? [] : [{ code: 'equator-open' }];
    case 'reviewed':
      return isC || facts.ps2 === 'submitted' ? unplanned(facts) : [{ code: 'ps2-open' }];
    case 'plan-agreed':
      return [...unplanned(facts), ...unagreed(facts)];
    case 'committee':
      if (facts.category !== 'A') return [];
      if (facts.independentReview !== 'met') return [{ code: 'independent-review-missing' }];
      return facts.isReviewerRefused ? [{ code: 'reviewer-not-independent' }] : [];
    case 'conditions-met':
      return [
        ...(facts.decision === null ? [{ code: 'decision-missing' as const }] : []),
        ...(facts.decision === 'hold' || facts.decision === 'decline' ? [{ code: 'not-approved' as const }] : []),
        ...standing(facts),
      ];
    case 'closed':
      return [
        ...(facts.signedOn === null ? [{ code: 'signing-missing' as const }] : []),
        ...(facts.closedOn === null ? [{ code: 'close-missing' as const }] : []),
        // A condition that was verified can be opened again, and a plan that was agreed changed.
        ...standing(facts),
      ];
    case 'monitoring':
    case 'exited':
      return [];
  }
}

function unplanned({ unplannedItems }: StepFacts): Block[] {
  return unplannedItems > 0 ? [{ code: 'unplanned-items', items: unplannedItems }] : [];
}

/** What stands in the way of lending, whatever was decided. */
function standing(facts: StepFacts): Block[] {
  const { openSigningConditions, openDisbursementConditions, monitoring } = facts;
  const counted = [
    { code: 'signing-conditions' as const, items: openSigningConditions },
    { code: 'disbursement-conditions' as const, items: openDisbursementConditions },
    { code: 'overdue-covenants' as const, items: monitoring.overdueCovenants },
    { code: 'open-breaches' as const, items: monitoring.openBreaches },
    { code: 'events-of-default' as const, items: monitoring.eventsOfDefault },
  ].filter(({ items }) => items > 0);
  return [...unagreed(facts), ...counted, ...(facts.hasZeroTolerance ? [{ code: 'zero-tolerance' as const }] : [])];
}

function unagreed({ planItems, isPlanAgreed }: StepFacts): Block[] {
  return planItems > 0 && !isPlanAgreed ? [{ code: 'plan-not-agreed' }] : [];
}

type DrawstopFacts = Pick<StepFacts, 'overdueConditions' | 'monitoring' | 'hasZeroTolerance'>;

/**
 * Why money must not flow now, nothing where it may: a condition or the test of a covenant is overdue, a breach is not remedied, an event of default
 * stands, somebody died and the incident is open, or a zero-tolerance case is open in the project (as a fact, without what it is about). Holds from the day of signing on; before, nothing flows
 * anyway.
 */
export function drawstopsOf({ overdueConditions, monitoring, hasZeroTolerance }: DrawstopFacts): Drawstop[] {
  const counted = [
    { code: 'overdue-conditions' as const, items: overdueConditions },
    { code: 'overdue-covenants' as const, items: monitoring.overdueCovenants },
    { code: 'open-breaches' as const, items: monitoring.openBreaches },
    { code: 'events-of-default' as const, items: monitoring.eventsOfDefault },
    { code: 'open-deaths' as const, items: monitoring.openDeaths },
  ].filter(({ items }) => items > 0);
  return [...counted, ...(hasZeroTolerance ? [{ code: 'zero-tolerance' as const }] : [])];
}

export const isDrawstopped = (facts: DrawstopFacts): boolean => drawstopsOf(facts).length > 0;

/** The states to which a transaction may be taken back for a reason: what was decided of it there is decided anew. */
export function earlierStates(status: DealState): MainState[] {
  const at = placeOnWay(status);
  // After financial close the loan exists: it is not taken back, it is monitored.
  return at <= 0 || at >= placeOnWay('closed') ? [] : [...mainStates.slice(0, at)];
}
