import { givenText } from '~/platform/http/given-text';
import { type QueueTime, queueTimes } from './queue-dates';
import type { Assigned } from './read-queue.server';

/** What the page of a queue shows, as in its address: `?kind=verify-action&when=overdue&assigned=me`. */
export type QueueFilter = { kind: string | null; when: QueueTime | null; assigned: Assigned | null };

const assignments = ['me', 'organization'] as const satisfies readonly Assigned[];

/** Reads the filter of an address; unknown values are left out. */
export function readQueueFilter(params: URLSearchParams): QueueFilter {
  const kind = givenText(params, 'kind');
  return {
    kind: /^[a-z-]{1,60}$/.test(kind) ? kind : null,
    when: queueTimes.find((time) => time === params.get('when')) ?? null,
    assigned: assignments.find((each) => each === params.get('assigned')) ?? null,
  };
}

export const isQueueFiltered = ({ kind, when, assigned }: QueueFilter): boolean => kind !== null || when !== null || assigned !== null;
