import { wholeMinutes } from './answering-minutes';
import { instrument } from './instrument-at.server';

/** The minutes that a whole questionnaire, or some of its sections, takes when nothing is ruled out. */
export function minutesOf(instrumentKey: string, sections: readonly string[] = []): number {
  return wholeMinutes(
    instrument(instrumentKey).sections.flatMap(({ key, questions }) => (sections.length === 0 || sections.includes(key) ? questions : [])),
  );
}
