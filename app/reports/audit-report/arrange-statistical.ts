import { readStatisticalIndicators } from '#scoring';
import type { DefinitionRecorded } from './arrange-definition';
import type { Answered } from './arrange-results';
import type { ReportStatistical } from './schema';

/**
 * The statistical definition (R14) read from both lists of indicators and from whether any work was done, as the team recorded it. What would tell the answer to
 * a zero-tolerance question is read as one that nobody knows. Null without both lists.
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
