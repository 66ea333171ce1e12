import type { Category, Product } from '~/lending/deal-record/states';

/** A consultant's purpose: review before the decision (EQ7), or monitoring after close (EQ9). */
export const purposes = ['review', 'monitoring'] as const;
export type Purpose = (typeof purposes)[number];

export const yesNo = ['yes', 'no'] as const;
export const knowns = ['yes', 'no', 'unknown'] as const;
export type Known = (typeof knowns)[number];

/** The ties that decide independence, each described in free text. */
export const ties = ['paidBy', 'earlierWork', 'financialInterest', 'ownDocuments', 'otherTies'] as const;
export type Tie = (typeof ties)[number];

export const verdicts = ['independent', 'not-independent'] as const;
export type Verdict = (typeof verdicts)[number];

export const mostChecks = 100;

/** What is recorded of a consultant; `reportOn` null while there is no report. */
export type Check = Record<Tie, string> & {
  name: string;
  firm: string;
  purpose: Purpose;
  isRequired: (typeof yesNo)[number];
  requiredReason: string;
  isShared: Known;
  reportOn: string | null;
  conclusions: string;
};

export type Requirement = 'required' | 'as-fits' | 'not-required' | 'unknown';

/**
 * Whether EQ7 and EQ9 require an independent consultant: for project finance and corporate loans to a category A project, and as appropriate in category B.
 * Pure.
 */
export function requirementOf({ category, product }: { category: Category | null; product: Product }): Requirement {
  if (category === null) return 'unknown';
  if (category === 'C' || (product !== 'project-finance' && product !== 'corporate-loan')) return 'not-required';
  return category === 'A' ? 'required' : 'as-fits';
}

/** A consultant's status: the judgement of the newest version, or not judged yet. */
export type ConsultantStatus = Verdict | 'not-judged';

/** The status by the approval of a record: approved as independent, or rejected. */
export function statusOfApproval(state: string | undefined): ConsultantStatus {
  return state === 'approved' ? 'independent' : state === 'rejected' ? 'not-independent' : 'not-judged';
}

/**
 * Whether no reviewer remains whose review counts: consultants are named for EQ7 and each was judged not independent. Without any, EQ7.1 of the review decides
 * alone. Pure.
 */
export function isReviewerRefused(reviewers: readonly ConsultantStatus[]): boolean {
  return reviewers.length > 0 && reviewers.every((status) => status === 'not-independent');
}
