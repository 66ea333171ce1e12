import { type StatedStop, isStopping } from './check-gate';
import { gateInputLabel, gateInputValueLabel, gatePointLabel, isTeamFigure } from './labels';

export type ShownStop = Pick<StatedStop, 'key' | 'state'> & {
  text: string;
  isStopping: boolean;
  /** `value` null: shown to the team, and to those who decide, alone. */
  inputs: { key: string; label: string; value: string | null }[];
  acceptance: Pick<
    NonNullable<StatedStop['acceptance']>,
    'id' | 'state' | 'reason' | 'note' | 'askedById' | 'askedBy' | 'decidedBy' | 'decidedOn'
  > | null;
};

/**
 * The stops as a person reads them. Figures of interviews and samples are for the team and for those who decide on a stop: the report gives them to others, suppressed.
 */
export function showStops(stops: readonly StatedStop[], { seesFigures }: { seesFigures: boolean }): ShownStop[] {
  return stops.map((stop) => ({
    ...{ key: stop.key, state: stop.state, text: gatePointLabel(stop.point), isStopping: isStopping(stop) },
    inputs: stop.inputs.map((input) => ({
      key: input.key,
      label: gateInputLabel(input.key),
      value: !seesFigures && isTeamFigure(input) ? null : gateInputValueLabel(input.value),
    })),
    acceptance: stop.acceptance && pick(stop.acceptance),
  }));
}

const pick = ({ id, state, reason, note, askedById, askedBy, decidedBy, decidedOn }: NonNullable<StatedStop['acceptance']>) => ({
  ...{ id, state, reason, note, askedById, askedBy, decidedBy, decidedOn },
});
