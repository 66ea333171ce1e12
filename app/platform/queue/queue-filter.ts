import { givenText } from '~/platform/http/given-text';
import { daysAfter, homeDays, queueTimes, timeOf } from './queue-dates';
import type { QueueItem } from './queue-source';
import type { Assigned } from './read-queue.server';

/** What the page of a queue shows, as in its address: `?kind=verify-action&when=overdue&assigned=me`. */
export type QueueFilter = { kind: string | null; when: QueueWhen | null; assigned: Assigned | null };

/** A time of a queue, or all that a home counts: what can be done now, whenever it is due, and what is due within its days. */
export const queueWhens = ['soon', ...queueTimes] as const;
export type QueueWhen = (typeof queueWhens)[number];

const assignments = ['me', 'organization'] as const satisfies readonly Assigned[];

/** Reads the filter of an address; unknown values are left out. */
export function readQueueFilter(params: URLSearchParams): QueueFilter {
  const kind = givenText(params, 'kind');
  return {
    kind: /^[a-z-]{1,60}$/.test(kind) ? kind : null,
    when: queueWhens.find((when) => when === params.get('when')) ?? null,
    assigned: assignments.find((each) => each === params.get('assigned')) ?? null,
  };
}

export const isQueueFiltered = ({ kind, when, assigned }: QueueFilter): boolean => kind !== null || when !== null || assigned !== null;

/** The last day up to which the sources of a queue look ahead. */
export const lastDayOf = (when: QueueWhen | null, today: string): string => daysAfter(today, when === 'soon' ? homeDays : 60);

export const isAtTime = (item: Pick<QueueItem, 'dueOn' | 'isUrgent'>, when: QueueWhen | null, today: string): boolean =>
  when === null || when === 'soon' || timeOf(item, today) === when;
