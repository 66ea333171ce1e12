import { type OverrideCode, overrideCodes } from '#scoring';

/** Where a member sees that the condition of a critical override is met. A sensitive case has a form of its own, for two people (`zero-tolerance-case`). */
export const placeKinds = ['supplier', 'alert', 'audit', 'finding', 'recruiter'] as const;
export type PlaceKind = (typeof placeKinds)[number];

/**
 * Overrides whose condition would reveal that a worker spoke, or that a person at the site is in danger. Raised by one person, they need a published source;
 * what people at the site reported goes through a sensitive case, whose release takes two people and a check of harm.
 */
const published: ReadonlySet<OverrideCode> = new Set<OverrideCode>(['O1', 'O2', 'O3', 'O9']);
export const needsPublication = (code: OverrideCode): boolean => published.has(code);

/** What can be raised from each place. From a supplier everything, with the publication or document that it rests on. */
export const codesOf: Readonly<Record<PlaceKind, readonly OverrideCode[]>> = {
  supplier: overrideCodes,
  alert: ['O5'],
  audit: ['O8'],
  finding: ['O5', 'O6', 'O7', 'O8'],
  recruiter: ['O7'],
};
