import { instrumentKeys, recordedEdition, type SameFacts, sameFactsAmong } from '#scoring';

export const isReleased = (instrumentKey: string): boolean => instrumentKeys().includes(instrumentKey);

/**
 * The table of same facts for the questions of an audit, of the edition that it records. It knows no questions but those of released questionnaires, whatever
 * the codes of others.
 */
export function sameFactsOf(questions: ReadonlyMap<string, { instrumentKey: string }>): SameFacts {
  const released = [...questions].filter(([, { instrumentKey }]) => isReleased(instrumentKey));
  return sameFactsAmong(new Set(released.map(([key]) => key)), recordedEdition(released.map(([, { instrumentKey }]) => instrumentKey)));
}
