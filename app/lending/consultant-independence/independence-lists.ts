import type { Category, Product } from '~/lending/deal-record/states';

/** What a consultant is asked for: the review before the decision (EQ7), or the monitoring after close (EQ9). */
export const purposes = ['review', 'monitoring'] as const;
export type Purpose = (typeof purposes)[number];

export const yesNo = ['yes', 'no'] as const;
export const knowns = ['yes', 'no', 'unknown'] as const;
export type Known = (typeof knowns)[number];

/** What independence turns on, each answered in words. */
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
 * Whether EQ7 and EQ9 ask for an independent consultant: of project finance and corporate loans to a project in category A, and in category B as it fits.
 * Pure.
 */
export function requirementOf({ category, product }: { category: Category | null; product: Product }): Requirement {
  if (category === null) return 'unknown';
  if (category === 'C' || (product !== 'project-finance' && product !== 'corporate-loan')) return 'not-required';
  return category === 'A' ? 'required' : 'as-fits';
}

/** How a consultant stands: as the newest record was judged, or not judged yet. */
export type Standing = Verdict | 'not-judged';

/**
 * Whether no consultant is left whose review counts: somebody is named for EQ7, and each of them was judged not independent. Nobody named says nothing: then
 * EQ7.1 of the review stands alone. Pure.
 */
export function isReviewerRefused(reviewers: readonly Standing[]): boolean {
  return reviewers.length > 0 && reviewers.every((standing) => standing === 'not-independent');
}
