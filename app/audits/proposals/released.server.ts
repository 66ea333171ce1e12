import { instrumentKeys } from '#scoring';

export const isReleased = (instrumentKey: string): boolean => instrumentKeys().includes(instrumentKey);

/** The questions of released questionnaires: the table of same facts knows no others, whatever their codes. */
export const releasedAmong = (questions: ReadonlyMap<string, { instrumentKey: string }>): Set<string> =>
  new Set([...questions].flatMap(([key, { instrumentKey }]) => (isReleased(instrumentKey) ? [key] : [])));
