import { type Category, type MainState, mainStates, placeOnWay, type DealState } from '~/lending/deal-record/states';

/** The facts that decide the next steps of a deal. Counts are whole numbers. */
export type StepFacts = {
  status: DealState;
  /** The newest screening, and whether it is reviewed nevertheless; null before the first. */
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
  /** Lines of the action plan, and whether both sides agreed on their current version. */
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
 * What keeps a deal from its next state (instruments.md 5.8): empty where nothing does. Category C needs no reviews beyond the law (EQ2 to EQ7 apply to A and
 * B); a review ends when each unmet item has an ESAP item, or a reason for none; category A reaches the committee only with an independent review (EQ7) by a
 * consultant not judged to be tied; conditions precedent are met when each is verified. Conditions cannot be met and a loan cannot close with an open
 * condition, a covenant breach, an overdue test, a plan that is not agreed, or an open zero-tolerance case. Pure.
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
        ...requirementBlocks(facts),
      ];
    case 'closed':
      return [
        ...(facts.signedOn === null ? [{ code: 'signing-missing' as const }] : []),
        ...(facts.closedOn === null ? [{ code: 'close-missing' as const }] : []),
        // A condition that was verified can be opened again, and a plan that was agreed changed.
        ...requirementBlocks(facts),
      ];
    case 'monitoring':
    case 'exited':
      return [];
  }
}

function unplanned({ unplannedItems }: StepFacts): Block[] {
  return unplannedItems > 0 ? [{ code: 'unplanned-items', items: unplannedItems }] : [];
}

/** Obstacles to lending, independent of the committee's decision. */
function requirementBlocks(facts: StepFacts): Block[] {
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
 * Drawstop reasons, empty where drawing is allowed: an overdue condition or covenant test, an unremedied breach, an event of default, an open incident with a
 * death, or an open zero-tolerance case in the project (the fact alone). Applies from the day of signing; there are no drawings before.
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

/** States to which a deal may move back, with a reason: decisions taken there are taken again. */
export function earlierStates(status: DealState): MainState[] {
  const at = placeOnWay(status);
  // After financial close a deal cannot move back: the loan is monitored.
  return at <= 0 || at >= placeOnWay('closed') ? [] : [...mainStates.slice(0, at)];
}
