import { newestInstrumentKeys } from '#scoring';

/** How much of the self-assessment a supplier is asked. A deeper one includes the questions of the others under the same keys. */
export const depths = ['core', 'short', 'whole'] as const;
export type Depth = (typeof depths)[number];

const idOf: Readonly<Record<Depth, string>> = { core: 'workshop-core', short: 'short-form', whole: 'ilo-ten-principles' };
/** The most workers that a depth is proposed for. */
export const mostWorkers = { core: 50, short: 250 } as const;

const nameOf = (key: string): string => key.slice(0, key.indexOf('@'));

/** The depth that a released questionnaire is, in any version; null for every other questionnaire. */
export function depthOf(instrumentKey: string): Depth | null {
  return depths.find((depth) => idOf[depth] === nameOf(instrumentKey)) ?? null;
}

/** The newest released questionnaire of a depth; of one that was never released, that of the next deeper one. */
export function keyOfDepth(depth: Depth): string {
  const keys = newestInstrumentKeys();
  const offered = depths.slice(depths.indexOf(depth)).flatMap((each) => keys.find((key) => nameOf(key) === idOf[each]) ?? []);
  const [found] = offered;
  if (found === undefined) throw new RangeError(`No questionnaire of the depth ${depth}`);
  return found;
}

/** The depth that fits a supplier of so many workers; an unknown number gets the core, which asks for it. */
export function proposedDepth(workers: number | null): Depth {
  if (workers === null || workers <= mostWorkers.core) return 'core';
  return workers <= mostWorkers.short ? 'short' : 'whole';
}
