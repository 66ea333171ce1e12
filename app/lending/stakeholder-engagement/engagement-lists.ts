/** The code lists of stakeholder engagement (EQ5) and grievance mechanisms (EQ6). */
export const groups = [
  'workers',
  'contracted',
  'migrants',
  'women',
  'representatives',
  'communities',
  'indigenous',
  'organizations',
  'authorities',
] as const;
export type Group = (typeof groups)[number];

export const ways = ['meeting', 'small-group', 'interviews', 'survey', 'hearing', 'visit', 'writing'] as const;
export type Way = (typeof ways)[number];

export const audiences = ['workers', 'communities', 'both'] as const;
export type Audience = (typeof audiences)[number];

export const operators = ['client', 'contractor', 'independent', 'union', 'authority'] as const;
export type Operator = (typeof operators)[number];

export const channels = ['person', 'box', 'phone', 'message', 'web', 'representative'] as const;
export type Channel = (typeof channels)[number];

export const knowns = ['yes', 'no', 'unknown'] as const;
export type Known = (typeof knowns)[number];

/** Figures of each period; retaliation is listed so that it is always asked. */
export const periodCounts = ['opened', 'closed', 'retaliation'] as const;
export type PeriodCount = (typeof periodCounts)[number];

/** The most records of a kind in a deal. */
export const mostRecords = 500;
