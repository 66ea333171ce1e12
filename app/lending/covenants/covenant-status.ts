import type { BreachState, CovenantStatus, TestResult } from './covenant-lists';

export type CovenantStatusFacts = {
  isEnded: boolean;
  /** The last day of the waiver in force today; null without one. */
  waivedUntil: string | null;
  breaches: readonly BreachState[];
  nextDueOn: string | null;
  /** The newest result that answered a test. */
  lastResult: TestResult | null;
};

/** The status of a covenant on `today`. A test is overdue from the day after its due date; a waiver covers its last day. Pure. */
export function covenantStatusOf(facts: CovenantStatusFacts, today: string): CovenantStatus {
  if (facts.isEnded) return 'ended';
  if (facts.waivedUntil !== null && facts.waivedUntil >= today) return 'waived';
  if (facts.breaches.includes('default')) return 'default';
  if (facts.breaches.some((state) => state === 'open' || state === 'planned')) return 'breach';
  if (facts.nextDueOn !== null && facts.nextDueOn < today) return 'overdue';
  return facts.lastResult === null ? 'untested' : 'in-order';
}

/** What may follow on the state of a breach: a plan comes before the remedy; an event of default may be remedied still. */
export const nextOfBreach: Readonly<Record<BreachState, readonly Exclude<BreachState, 'open'>[]>> = {
  open: ['planned', 'default'],
  planned: ['planned', 'remedied', 'default'],
  default: ['planned', 'remedied'],
  remedied: [],
};
