/** Lists are counted up to this many and one more, so that counting takes no longer for a very long one. */
export const mostCounted = 9_999;

/** Where a record lies in a list: its number, and how many there are, each at most one above `mostCounted`; the IDs of its neighbours in addresses. */
export type ListPlace = { number: number; total: number; previous: string | null; next: string | null };
