import type { Frequency } from '~/lending/covenants/covenant-lists';

/** The closed word lists of reports and incidents. */

/** A report always comes again. */
export const reportFrequencies = ['monthly', 'quarterly', 'half-yearly', 'yearly'] as const satisfies readonly Frequency[];
export type ReportFrequency = (typeof reportFrequencies)[number];

export const incidentKinds = [
  'death',
  'injury',
  'fire',
  'violence',
  'strike',
  'housing',
  'pay',
  'environment',
  'authority',
  'other',
  'restricted',
] as const;
export type IncidentKind = (typeof incidentKinds)[number];

/** Those of which the lender hears within `criticalNoticeHours`, whatever the covenants say. */
export const criticalIncidentKinds: readonly IncidentKind[] = ['death', 'injury', 'fire', 'violence', 'restricted'];

export const reportStates = ['draft', 'sent', 'questioned', 'accepted'] as const;
export type ReportState = (typeof reportStates)[number];

/** Kinds and statuses of due dates in the calendar. */
export const dueStates = ['overdue', 'coming', 'waived', 'done'] as const;
export type DueState = (typeof dueStates)[number];
export const dueKinds = ['covenant', 'report'] as const;
export type DueKind = (typeof dueKinds)[number];
/** Kinds of pending tasks over all deals. */
export const dueTaskKinds = ['breach', 'covenant', 'report', 'review', 'incident'] as const;
export type DueTaskKind = (typeof dueTaskKinds)[number];
