import type { Doubt } from './pipeline/grain/doubts';
import type { BatchCounts, BatchMapping } from './schema';

/** What speaks against a list being what its columns say: its result, and columns of which most values cannot be read. */
export const doubtsIn = (counts: BatchCounts | null | undefined): Doubt[] => [
  ...(counts?.doubts ?? []),
  ...(counts && counts.unreadColumns.length > 0 ? (['unread-column'] as const) : []),
];

/** The doubts that a member has yet to confirm. */
export const openDoubts = (counts: BatchCounts | null | undefined, mapping: BatchMapping | null | undefined): Doubt[] =>
  doubtsIn(counts).filter((doubt) => !mapping?.confirmedDoubts?.includes(doubt));
