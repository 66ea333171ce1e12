import type { SignState } from '../vocabulary.ts';

/** A statement that is true, false or unknown: Kleene's three values. */
export type Truth = 'yes' | 'no' | 'unknown';

/** Yes when one is, no when all are not, else unknown. Of nothing: no. */
export function anyOf(truths: readonly Truth[]): Truth {
  if (truths.includes('yes')) return 'yes';
  return truths.includes('unknown') ? 'unknown' : 'no';
}

/** No when one is not, yes when all are, else unknown. Of nothing: yes. */
export function allOf(truths: readonly Truth[]): Truth {
  if (truths.includes('no')) return 'no';
  return truths.includes('unknown') ? 'unknown' : 'yes';
}

export function truthOf(state: SignState): Truth {
  return ({ present: 'yes', absent: 'no', unknown: 'unknown' } as const)[state];
}

/** What several reports say of one sign: seen by one is seen; absent by one and not looked at by others is absent; no report is unknown. */
export function joinStates(states: readonly SignState[]): SignState {
  if (states.includes('present')) return 'present';
  return states.includes('absent') ? 'absent' : 'unknown';
}
