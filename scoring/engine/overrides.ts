import type { LiftingGiven, LiftingIgnored, OverrideGiven, OverrideShown, OverrideState } from '../override-types.ts';
import type { AssessInput } from '../types.ts';
import { type OverrideCode, overrideCodes } from '../vocabulary.ts';
import { compareText } from './compare-text.ts';
import { overrideLabels } from './labels.ts';
import { decideLiftings } from './liftings.ts';
import type { Method } from './method.ts';
import { daysBetween } from './months.ts';
import { type Trigger, triggersFromFindings } from './override-triggers.ts';

export type Overrides = {
  /** By code, then by id. */
  all: OverrideShown[];
  ignored: LiftingIgnored[];
  /** The greatest floor in force, in points; 0 when none is. */
  floor: number;
  /** The first override in force by which what was checked counts as claimed (O8). */
  lowersConfidence?: OverrideCode;
};

/**
 * The critical overrides of a party (R7): those given and those that follow from its findings, each in force, lifted, or not yet holding on the day.
 * A derived one that the caller has kept as a fact under the same key is there once. Throws RangeError for a code that is not of the nine, a date that
 * is none, a fact without a reason, or two facts under one key: a trigger is never dropped in silence.
 */
export function weighOverrides(input: AssessInput, method: Method): Overrides {
  const given = checkAll(input.overrides ?? []);
  const isKept = ({ id, code }: Trigger) =>
    given.some((each) => each.id === id && each.code === code && stateOn(each, method.asOf) !== 'not-yet');
  const triggers: Trigger[] = [...given, ...triggersFromFindings(input, method).filter((derived) => !isKept(derived))];
  const { lifts, ignored } = decideLiftings(triggers, input.liftings ?? [], method);
  const all = triggers
    .map((trigger): OverrideShown => {
      const decision = lifts(trigger);
      return show(trigger, { state: decision ? 'lifted' : stateOn(trigger, method.asOf), decision, method });
    })
    .sort((a, b) => compareText(a.code, b.code) || compareText(a.id, b.id));
  const inForce = all.filter(({ state }) => state === 'in-force');
  const lowers = inForce.find(({ code }) => method.of[`R7.${code}`].lowersBasis);
  return {
    all,
    ignored,
    floor: inForce.reduce((most, { floor }) => Math.max(most, floor), 0),
    ...(lowers ? { lowersConfidence: lowers.code } : {}),
  };
}

function show(
  { id, code, reason, evidence, since, source, findings }: Trigger,
  { state, decision, method }: { state: OverrideState; decision: LiftingGiven | undefined; method: Method },
): OverrideShown {
  const { floor, status } = method.of[`R7.${code}`];
  return {
    id,
    code,
    floor,
    status,
    state,
    text: overrideLabels[code],
    reason,
    evidence,
    since,
    ...(source === undefined ? {} : { source }),
    ...(findings === undefined ? {} : { findings }),
    ...(decision === undefined ? {} : { lifted: withoutKey(decision) }),
  };
}

function withoutKey({ override: _, ...decision }: LiftingGiven): Omit<LiftingGiven, 'override'> {
  return decision;
}

/** Raises points to the floor, never lowers them. */
export function raiseTo(floor: number, points: number): number {
  return Math.max(floor, points);
}

function stateOn({ since }: Trigger, asOf: string): OverrideState {
  return since !== null && daysBetween(since, asOf) < 0 ? 'not-yet' : 'in-force';
}

function checkAll(given: readonly OverrideGiven[]): readonly OverrideGiven[] {
  for (const { id, code, reason, since } of given) {
    if (!overrideCodes.includes(code)) throw new RangeError(`override ${id} has the code ${String(code)}, which no rule has`);
    if (reason.trim() === '') throw new RangeError(`override ${id} gives no reason`);
    daysBetween(since, since);
  }
  const ids = new Set(given.map(({ id }) => id));
  if (ids.size < given.length) throw new RangeError('two different overrides have the same key');
  return given;
}
