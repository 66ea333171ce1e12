import { fingerprint } from '~/audits/consistency/fingerprint';
import type { Input } from '~/audits/consistency/record';
import { type GatePoint, type GatePointId, type GateRecord, gateLimits, gatePoints } from './points';

/** A point that stops the conclusion. `key`: the point and its subject, under which it is accepted; `fingerprint`: of the values it was found with. */
export type GateStop = { point: GatePointId; key: string; inputs: Input[]; fingerprint: string };

/** *open*; *asked*: another person is to decide; *accepted*; *lapsed*: accepted, and a value changed since; *rejected*. */
export type StopState = 'open' | 'asked' | 'accepted' | 'lapsed' | 'rejected';

/** What was asked and decided about a stop, the latest. */
export type Acceptance = {
  id: string;
  key: string;
  fingerprint: string;
  state: 'open' | 'approved' | 'rejected' | 'withdrawn' | 'revoked';
  /** Why it was asked for, and why it was accepted or not. */
  reason: string;
  note: string;
  askedById: string;
  askedBy: string | null;
  decidedBy: string | null;
  decidedOn: string | null;
};
export type StatedStop = GateStop & { state: StopState; acceptance: Acceptance | null };

/** All that stops the conclusion of a record, in the order of the points. The same for any order of entries. */
export function checkGate(gate: GateRecord, points: readonly GatePoint[] = gatePoints): GateStop[] {
  const limit = gateLimits(gate);
  return points.flatMap(({ id, version, check }) =>
    check(gate, limit).map(({ subject = '', inputs }) => ({
      ...{ point: id, key: subject === '' ? id : `${id}:${subject}`, inputs: [...inputs] },
      fingerprint: fingerprint(JSON.stringify([id, version, inputs.map(({ key, value }) => [key, value])])),
    })),
  );
}

/** The stops with their acceptances: one whose values changed since lapses. `acceptances`: the newest first. */
export function stateStops(stops: readonly GateStop[], acceptances: readonly Acceptance[]): StatedStop[] {
  return stops.map((stop) => {
    const last = acceptances.find(({ key, state }) => key === stop.key && state !== 'withdrawn') ?? null;
    return { ...stop, acceptance: last, state: stateOf(stop, last) };
  });
}

function stateOf(stop: GateStop, last: Acceptance | null): StopState {
  if (last === null || last.state === 'revoked' || last.state === 'withdrawn') return 'open';
  if (last.state === 'rejected') return 'rejected';
  if (last.fingerprint !== stop.fingerprint) return 'lapsed';
  return last.state === 'approved' ? 'accepted' : 'asked';
}

/** Whether a stop prevents the conclusion. */
export const isStopping = ({ state }: Pick<StatedStop, 'state'>): boolean => state !== 'accepted';
