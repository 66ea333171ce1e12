import { z } from 'zod';

/** Why a supplier that was chosen is not asked. */
export const leftOutReasons = [
  'taken-out',
  'archived',
  'already-open',
  'refused',
  'address-wrong',
  'no-address',
  'same-address',
  'gone',
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];
export const leftOutReasonSchema = z.enum(leftOutReasons);

/** What a campaign may overlook. */
export const allowances = ['no-address', 'same-address', 'refused'] as const;
export type Allowance = (typeof allowances)[number];
export const isAllowance = (value: unknown): value is Allowance => allowances.some((allowance) => allowance === value);

/** Whether a supplier was asked before: a filter beside those of the list of suppliers. */
export const askedChoices = ['never', 'not-this-year', 'unanswered'] as const;
export type AskedChoice = (typeof askedChoices)[number];

/** Views of who has not done what yet. */
export const chaseViews = [
  'waiting',
  'not-opened',
  'at-opened',
  'not-started',
  'at-started',
  'overdue',
  'bounced',
  'refused',
  'submitted',
  'to-review',
  'withdrawn',
] as const;
export type ChaseView = (typeof chaseViews)[number];
export const chaseSorts = ['name', 'country', 'tier', 'status', 'written'] as const;
export type ChaseSort = (typeof chaseSorts)[number];

export const mostReminders = 8;
