import type { OverrideGiven } from '../override-types.ts';
import type { SourceRef } from '../types.ts';
import type { EvidenceGrade, OverrideCode } from '../vocabulary.ts';
import type { Screening } from './delphi.ts';

/**
 * The critical overrides that a screening triggers (R7), by its lower reading alone: O2 when exploitation and coercion at destination are positive; O3 when
 * the list for children shows trafficking, a worst form of child labour (ILO Convention No. 182, art. 3). Empty when it triggers none. The reason names
 * the reading and no sign, so that what workers told stays in its restricted record.
 */
export function overridesFromScreening(
  { list, lower, dimensions }: Screening,
  given: { id: string; since: string; evidence: EvidenceGrade; source?: SourceRef },
): OverrideGiven[] {
  const holds = (wanted: string) => dimensions.some(({ code, lower: positive }) => code === wanted && positive);
  const codes: OverrideCode[] = [
    ...(holds('D4') && holds('D5') ? (['O2'] as const) : []),
    ...(lower === 'child-trafficking' ? (['O3'] as const) : []),
  ];
  return codes.map((code) => ({
    ...given,
    id: `${code}:${given.id}`,
    code,
    reason: `Delphi screening, list for ${list}, lower reading: ${lower.replaceAll('-', ' ')}.`,
  }));
}
