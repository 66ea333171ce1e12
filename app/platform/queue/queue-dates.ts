import type { QueueItem } from './queue-source';

/**
 * When a task is due, in the order of a queue. `urgent`: within a day, or past it, while people may be harmed. `fortnight`: after this week, as far as a home
 * looks ahead. `open`: it has no deadline and can be done now.
 */
export const queueTimes = ['urgent', 'overdue', 'today', 'week', 'fortnight', 'open', 'later'] as const;
export type QueueTime = (typeof queueTimes)[number];

/** How far a home looks ahead, in days. */
export const homeDays = 14;

const dayMs = 86_400_000;
export const daysAfter = (day: string, days: number): string => new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

/** The Sunday of the week of a day. */
export const endOfWeek = (day: string): string => daysAfter(day, (7 - new Date(day).getUTCDay()) % 7);

export function timeOf({ dueOn, isUrgent }: Pick<QueueItem, 'dueOn' | 'isUrgent'>, today: string): QueueTime {
  if (isUrgent) return 'urgent';
  if (dueOn === null) return 'open';
  if (dueOn < today) return 'overdue';
  if (dueOn === today) return 'today';
  if (dueOn <= endOfWeek(today)) return 'week';
  return dueOn <= daysAfter(today, homeDays) ? 'fortnight' : 'later';
}

/** Earlier days first; of two without a day, neither. */
const compareDays = (a: string | null, b: string | null): number => (a === null || b === null ? 0 : a.localeCompare(b));

/** Overdue first, the longest waiting of them first; of one day those that come first, then those assigned to the reader. Tasks of one kind keep the order of their source. */
export function byDueDate(today: string) {
  const rank = (item: QueueItem) => queueTimes.indexOf(timeOf(item, today));
  return (a: QueueItem, b: QueueItem): number =>
    rank(a) - rank(b) ||
    compareDays(a.dueOn, b.dueOn) ||
    Number(b.comesFirst) - Number(a.comesFirst) ||
    Number(b.isMine) - Number(a.isMine) ||
    a.kind.localeCompare(b.kind);
}
