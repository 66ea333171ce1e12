/**
 * Person-days and interviews by the number of workers, as usual in social audits. A convention of the industry that was not confirmed against a published
 * table: it is only a proposal, and the plan's own numbers apply.
 */
const usual = [
  { upTo: 100, personDays: 1, interviews: 10 },
  { upTo: 500, personDays: 2, interviews: 26 },
  { upTo: 1000, personDays: 3, interviews: 42 },
  { upTo: 2000, personDays: 4, interviews: 52 },
] as const;

export type Proposed = { personDays: number; interviews: number };

/** What is usual for so many workers; null where their number is unknown or beyond what is usual (2,000). */
export function proposeDays(workers: number | null): Proposed | null {
  const found = workers === null || workers < 1 ? undefined : usual.find(({ upTo }) => workers <= upTo);
  return found ? { personDays: found.personDays, interviews: Math.min(found.interviews, workers ?? found.interviews) } : null;
}
