/** What an action mends: the system at the site, or the harm done to people. */
export const actionKinds = ['corrective', 'remediation'] as const;
export type ActionKind = (typeof actionKinds)[number];

/** By when, counted in days from the day of the agreement, or of the plan. */
export const timescales = ['immediate', '30', '60', '90', '180', '365'] as const;
export type Timescale = (typeof timescales)[number];

/** How it will be seen that it was done. */
export const verifications = ['desktop', 'follow-up-visit', 'worker-interviews'] as const;
export type Verification = (typeof verifications)[number];

export const actionStatuses = ['pending', 'in-progress', 'completed', 'verified'] as const;
export type ActionStatus = (typeof actionStatuses)[number];

export const isUnfinished = (status: ActionStatus): boolean => status === 'pending' || status === 'in-progress';

const day = 86_400_000;
const at = (iso: string) => Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);

/** The due day (ISO) of a timescale that runs from a day (ISO); "immediate" is that day. */
export function dueAfter(from: string, timescale: Timescale): string {
  const days = timescale === 'immediate' ? 0 : Number(timescale);
  return new Date(at(from) + days * day).toISOString().slice(0, 10);
}

/** Whole days from one ISO date to another; negative when it is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((at(to) - at(from)) / day);

/** Days that an unfinished action is late on a day; 0 when it is not. What is completed waits for its check and is not late. */
export function daysOverdue(action: { status: ActionStatus; dueOn: string }, today: string): number {
  return isUnfinished(action.status) ? Math.max(0, daysBetween(action.dueOn, today)) : 0;
}
