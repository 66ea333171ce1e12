/** When a process that ended is started again, and when no more. */
export type RestartPolicy = {
  /** Milliseconds before the first restart after an exit, the second in a row, and so on; the last applies to all that follow. */
  pauses: readonly number[];
  /** A process that ran for so many milliseconds begins a new row when it ends. */
  stableAfter: number;
  /** So many deaths in a row, and it is given up. */
  giveUpAfter: number;
  /** The same where it was never ready: then something is wrong with what was started, and waiting mends nothing. */
  giveUpUnreadyAfter: number;
};

/** One death costs next to nothing; ten in a row are spread over some two minutes. */
export const usualPolicy: RestartPolicy = {
  pauses: [100, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000],
  stableAfter: 60_000,
  giveUpAfter: 10,
  giveUpUnreadyAfter: 3,
};

/** What is known of a process when it has ended. `deaths`: in a row, before this one. */
export type Death = { deaths: number; livedFor: number; wasEverReady: boolean };

/** How many deaths in a row it is now, and milliseconds until the next start; null where there is none. */
export function afterDeath({ deaths, livedFor, wasEverReady }: Death, policy: RestartPolicy): { deaths: number; pause: number | null } {
  const inARow = livedFor >= policy.stableAfter ? 1 : deaths + 1;
  const most = wasEverReady ? policy.giveUpAfter : policy.giveUpUnreadyAfter;
  if (inARow >= most) return { deaths: inARow, pause: null };
  return { deaths: inARow, pause: policy.pauses[Math.min(inARow, policy.pauses.length) - 1] ?? 0 };
}
