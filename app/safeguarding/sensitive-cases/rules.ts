import type { Obstacle } from '~/platform/approvals/approval-kinds';
import { type CaseState, isDone } from './fold-case';
import type { Proposal, StepEntry } from './schema';
import { type CaseStep, fewestAssigned, hasNoCase, steps } from './vocabulary';

export type StepRefusal =
  | 'closed'
  | 'step-before'
  | 'helper-missing'
  | 'explain-first'
  | 'reason-missing'
  | 'child-alone'
  | 'child-guardian'
  | 'law-missing'
  | 'wish-missing'
  | 'wish-forbids'
  | 'service-missing'
  | 'wish-says-not-declined'
  | 'measures-missing'
  | 'child-conditions';

/**
 * Why a step cannot be recorded now; null when it can. Steps follow their order, and a recorded one may be corrected. The person's wishes come before any
 * referral; a child is never alone, and removal requires an alternative income.
 */
export function stepRefusal(state: CaseState, values: StepEntry): StepRefusal | null {
  const { isChild } = state;
  if (firstBefore(state, values.step)) return values.step === 'refer' && !isDone(state, 'wish') ? 'wish-missing' : 'step-before';
  switch (values.step) {
    case 'danger':
      return values.danger === 'yes' && values.helper === 'nobody-yet' && values.note === '' ? 'helper-missing' : null;
    case 'wish':
      if (values.wish === 'cannot-be-asked') return values.note === '' ? 'reason-missing' : null;
      if (!values.explained) return 'explain-first';
      if (isChild && (values.adults !== 'yes' || (values.woman ?? 'no') === 'no')) return 'child-alone';
      if (isChild && (values.guardian ?? 'none') === 'none') return 'child-guardian';
      return null;
    case 'country':
      return values.duty === 'yes' && values.law === '' ? 'law-missing' : null;
    case 'refer': {
      const wish = state.recorded.wish?.values.wish;
      if (wish === undefined) return 'wish-missing';
      if (values.referral === 'declined' && wish !== 'no') return 'wish-says-not-declined';
      if (values.referral !== 'referred') return null;
      if (wish === 'no' || wish === 'more-time') return 'wish-forbids';
      return values.service === undefined ? 'service-missing' : null;
    }
    case 'harm':
      return values.harm === 'some' && values.note === '' ? 'measures-missing' : null;
    case 'alternative':
      return isChild && values.removal === 'with-alternative' && values.conditions.length < 4 ? 'child-conditions' : null;
    case 'protect':
    case 'remedy':
      return null;
  }
}

/** The first step before this one that is not done. */
export function firstBefore(state: CaseState, step: CaseStep): CaseStep | undefined {
  return steps.slice(0, steps.indexOf(step)).find((each) => !isDone(state, each));
}

export type DecisionRefusal = Obstacle<'sensitive-case-decision'>;

export type CaseStatus = { status: string; isHeld: boolean; isErased: boolean; assigned: readonly string[]; assignable: readonly string[] };

/** How many people could still work on a case without one person: members who left, or whose role may no longer open sensitive cases, do not count. */
const remain = ({ assigned, assignable }: CaseStatus, person: string): number =>
  assigned.filter((each) => each !== person && assignable.includes(each)).length;

/** Why two people cannot decide this now; null when they can. Checked when it is proposed and again when it is approved. */
export function decisionRefusal(state: CaseState, caseStatus: CaseStatus, proposal: Proposal): DecisionRefusal | null {
  const { assigned, assignable, isHeld } = caseStatus;
  const { kind, person } = proposal;
  if (caseStatus.isErased) return 'erased';
  const isClosed = caseStatus.status === 'closed';
  if (isClosed && (kind === 'authorities' || kind === 'release' || kind === 'close')) return 'closed';
  switch (kind) {
    case 'authorities':
      if (!proposal.tell) return 'decision-missing';
      return firstBefore(state, 'authorities') ? 'steps-first' : null;
    case 'release':
      if (state.releasedAt) return 'already-released';
      if (!state.authorities) return 'authorities-first';
      if (!state.recorded.harm) return 'harm-first';
      return state.recorded.harm.values.harm === 'high' ? 'harm-high' : null;
    case 'assign':
      if (!person || !assignable.includes(person)) return 'person-missing';
      return assigned.includes(person) ? 'person-assigned' : null;
    case 'unassign':
      if (!person) return 'person-missing';
      if (!assigned.includes(person)) return 'person-unassigned';
      return remain(caseStatus, person) < fewestAssigned ? 'two-at-least' : null;
    case 'close':
      if (!proposal.outcome) return 'outcome-missing';
      return hasNoCase(proposal.outcome) || state.authorities ? null : 'authorities-first';
    case 'reopen':
      return isClosed ? null : 'not-closed';
    case 'hold':
      return isHeld ? 'already-held' : null;
    case 'end-hold':
      return isHeld ? null : 'not-held';
  }
}
