import type { Doubt } from './pipeline/grain/doubts';
import type { BatchCounts, BatchMapping } from './schema';

/** The doubts that a member has yet to confirm. */
export const openDoubts = (counts: BatchCounts | null | undefined, mapping: BatchMapping | null | undefined): Doubt[] =>
  (counts?.doubts ?? []).filter((doubt) => !mapping?.confirmedDoubts?.includes(doubt));
