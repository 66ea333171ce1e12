import { engineSince } from '../odds/version.ts';
import { allParameters } from '../parameters/at.ts';
import { referenceTableIds, vintagesOf } from '../reference/at.ts';

/** The day (ISO date) on which the engine, the last table or the last dated number came into force: the day of the targets, so that they need no clock. */
export function latestInputDay(): string {
  const days = [
    engineSince,
    ...referenceTableIds.flatMap((id) => vintagesOf(id).map((each) => each.inForceFrom)),
    ...allParameters().map((each) => each.effectiveFrom),
  ];
  return days.reduce((latest, day) => (day > latest ? day : latest), '');
}
