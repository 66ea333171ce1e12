import type { Method, PeopleAffected } from '~/findings/findings/finding-lists';
import { smallestGroup } from '~/suppliers/sites/protect-counts';

/** Why a finding cannot be shown to the site that it is about. */
export type ShareObstacle = 'withdrawn' | 'grave';

/** What stands against showing a finding: it was taken back, or it belongs into a restricted matter. */
export function obstacleOf(finding: { withdrawnAt: Date | null; isZeroTolerance: boolean }): ShareObstacle | null {
  if (finding.isZeroTolerance) return 'grave';
  return finding.withdrawnAt ? 'withdrawn' : null;
}

/** Whether nobody but workers can have said it: then its words could lead to who did, and are written anew for the site. */
export const isByWorkersAlone = (methods: readonly (Method | string)[]): boolean => methods.length === 1 && methods[0] === 'worker';

/** What the site is told, as it is proposed: the finding's own words, and nothing where only workers can have said it. */
export function proposedWords(finding: { text: string; methods: readonly string[] }): string {
  return isByWorkersAlone(finding.methods) ? '' : finding.text;
}

/**
 * How many people, as the site may read it: "unknown", "0", "under-5" or a number. Not said where all but fewer than five of the workforce are meant: who
 * is left out could be counted.
 */
export function peopleForSite(people: PeopleAffected, workers: number | null): string | null {
  if (people === null || people === 'unknown') return people;
  if (people > 0 && people < smallestGroup) return 'under-5';
  const rest = workers === null ? 0 : workers - people;
  return people > 0 && rest > 0 && rest < smallestGroup ? null : String(people);
}
