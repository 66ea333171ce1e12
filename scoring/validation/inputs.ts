import { allParameters } from '../parameters/at.ts';
import { referenceTableIds, vintagesOf } from '../reference/at.ts';

/** The day (ISO date) on which the last table or dated number came into force: the day the targets are measured for, so that they need no clock. */
export function latestInputDay(): string {
  const days = [
    ...referenceTableIds.flatMap((id) => vintagesOf(id).map((each) => each.inForceFrom)),
    ...allParameters().map((each) => each.effectiveFrom),
  ];
  return days.reduce((latest, day) => (day > latest ? day : latest), '');
}
