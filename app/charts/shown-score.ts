/** A score as shown: a whole number from 0 to 100. The value itself has no ends and keeps the order of what lies beyond them. */
export const shownScore = (score: number): number => Math.round(Math.min(100, Math.max(0, score)));
