export const requestStatuses = ['invited', 'opened', 'started', 'submitted', 'refused', 'bounced', 'withdrawn'] as const;
export type RequestStatus = (typeof requestStatuses)[number];

/** Those that still wait for the supplier. */
export const waitingStatuses = ['invited', 'opened', 'started', 'bounced'] as const satisfies readonly RequestStatus[];

export const isRequestStatus = (value: unknown): value is RequestStatus => requestStatuses.some((status) => status === value);

/** The least number of hours between two emails to one supplier. */
export const quietHours = 24;
