import { readStatisticalIndicators } from '#scoring';
import type { DefinitionRecorded } from './arrange-definition';
import type { Answered } from './arrange-results';
import type { ReportStatistical } from './schema';

/**
 * The statistical definition (R14) from both indicator lists and the recorded work status. An indicator that would reveal the answer to a zero-tolerance
 * question counts as unknown. Null without both lists.
 */
export function arrangeStatistical(given: {
  eleven: Answered | null;
  operational: Answered | null;
  definition: DefinitionRecorded | null;
  asOf: string;
}): ReportStatistical | null {
  const { eleven, operational, definition, asOf } = given;
  if (!eleven || !operational) return null;
  const state = definition?.elements.get('work')?.state ?? null;
  const worked = state === 'supported' ? 'present' : state === 'not-supported' ? 'absent' : 'unknown';
  return readStatisticalIndicators({ asOf, worked, answers: { ...eleven.answers, ...operational.answers } });
}
