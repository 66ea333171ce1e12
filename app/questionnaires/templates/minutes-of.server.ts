import { wholeMinutes } from './answering-minutes';
import { instrument } from './instrument-at.server';
import { isEstimated } from './pace-in-use';

/** The minutes that a whole questionnaire, or some of its sections, takes when nothing is ruled out. */
export const minutesOf = (instrumentKey: string, sections: readonly string[] = []): number =>
  wholeMinutes(askedIn(instrumentKey, sections));

/** Whether these minutes are an estimate: too few responses show how long such questions take. */
export const isEstimateOf = (instrumentKey: string, sections: readonly string[] = []): boolean =>
  isEstimated(askedIn(instrumentKey, sections));

const askedIn = (instrumentKey: string, sections: readonly string[]) =>
  instrument(instrumentKey).sections.flatMap(({ key, questions }) => (sections.length === 0 || sections.includes(key) ? questions : []));
