/** The code lists of an ESAP. */

/** When a line must be done by, as the loan goes: conditions precedent first. */
export const milestones = ['cp-signing', 'cp-disbursement', 'construction', 'operation'] as const;
export type Milestone = (typeof milestones)[number];
/** Nothing is signed, or paid out, before these are verified. */
export const isCondition = (milestone: string | null): boolean => milestone === 'cp-signing' || milestone === 'cp-disbursement';

export const itemStatuses = ['open', 'in-progress', 'done', 'verified', 'dropped'] as const;
export type ItemStatus = (typeof itemStatuses)[number];
/** Only of such a line what is planned may be changed. */
export const isChangeable = (status: string): boolean => status === 'open' || status === 'in-progress';
/** What is verified needs nothing more, and what was dropped never will. */
export const isFinished = (status: string): boolean => status === 'verified' || status === 'dropped';

/** A plan is read and shown whole: the most lines it may have. */
export const mostLines = 500;

/** Why a file is not read as a plan. */
export const planFileRefusals = ['not-a-table', 'unreadable', 'no-header', 'formula', 'too-many-rows'] as const;

/** What is planned of a line, in the order of forms, files and reports; its progress is not in it. */
export const plannedFields = [
  'action',
  'reason',
  'reference',
  'deliverable',
  'owner',
  'dueOn',
  'costMinor',
  'currency',
  'milestone',
  'indicator',
] as const;
export type PlannedField = (typeof plannedFields)[number];

/** What is planned of a line. Days are ISO; the cost integer minor units of `currency`, both or neither; '' and null where not known. */
export type Planned = {
  action: string;
  reason: string;
  reference: string;
  deliverable: string;
  owner: string;
  dueOn: string | null;
  costMinor: number | null;
  currency: string | null;
  milestone: Milestone | null;
  indicator: string;
};
