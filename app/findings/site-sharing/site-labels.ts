import type { Method, PeopleAffected } from '~/findings/findings/finding-lists';
import { smallestGroup } from '~/platform/privacy/protect-counts';

/** Why a finding cannot be shown to the site that it is about. */
export type ShareObstacle = 'withdrawn' | 'grave';

/** Why a finding cannot be shared: it was withdrawn, or it belongs in a sensitive case. */
export function obstacleOf(finding: { withdrawnAt: Date | null; isZeroTolerance: boolean }): ShareObstacle | null {
  if (finding.isZeroTolerance) return 'grave';
  return finding.withdrawnAt ? 'withdrawn' : null;
}

/** Whether only workers can be its source: then its text could reveal who spoke, and is written again for the site. */
export const isByWorkersAlone = (methods: readonly (Method | string)[]): boolean => methods.length === 1 && methods[0] === 'worker';

/** The proposed text for the site: the finding's own, and empty where only workers can be its source. */
export function proposedWords(finding: { text: string; methods: readonly string[] }): string {
  return isByWorkersAlone(finding.methods) ? '' : finding.text;
}

/**
 * The number of people for the site: "unknown", "0", "under-5" or a number. Withheld for all but fewer than five of the workforce: the others could be
 * counted.
 */
export function peopleForSite(people: PeopleAffected, workers: number | null): string | null {
  if (people === null || people === 'unknown') return people;
  if (people > 0 && people < smallestGroup) return 'under-5';
  const rest = workers === null ? 0 : workers - people;
  return people > 0 && rest > 0 && rest < smallestGroup ? null : String(people);
}
