import type { LiftingGiven, LiftingIgnored } from '../override-types.ts';
import type { Method } from './method.ts';
import { daysBetween } from './months.ts';
import type { Trigger } from './override-triggers.ts';

const texts: Record<LiftingIgnored['code'], string> = {
  'no-such-override': 'No override has this key.',
  'second-reviewer-missing': 'No second reviewer is named.',
  'second-reviewer-same': 'The second reviewer is the one who proposed it.',
  'evidence-too-weak': 'The evidence is weaker than an audit on site.',
  'before-override': 'It was decided before the override held.',
  'after-day': 'It was decided after the day of this assessment.',
};

export type Decisions = { lifts: (trigger: Trigger) => LiftingGiven | undefined; ignored: LiftingIgnored[] };

/** Sorts decisions into those that lift an override (R7) and those that do not, with the first reason that speaks against them. */
export function decideLiftings(triggers: readonly Trigger[], given: readonly LiftingGiven[], method: Method): Decisions {
  const lifting = new Map<Trigger, LiftingGiven>();
  const ignored: LiftingIgnored[] = [];
  for (const decision of [...given].sort((a, b) => daysBetween(b.liftedOn, a.liftedOn))) {
    const named = triggers.filter(({ id }) => id === decision.override);
    const covered = named.filter(({ since }) => since === null || daysBetween(since, decision.liftedOn) >= 0);
    const code = objectionTo(decision, { named, covered }, method);
    if (code === undefined) for (const trigger of covered) lifting.set(trigger, lifting.get(trigger) ?? decision);
    else ignored.push({ ...decision, code, text: texts[code] });
  }
  return { lifts: (trigger) => lifting.get(trigger), ignored };
}

function objectionTo(
  { reviewer, secondReviewer, evidence, liftedOn }: LiftingGiven,
  { named, covered }: { named: Trigger[]; covered: Trigger[] },
  { asOf, of }: Method,
): LiftingIgnored['code'] | undefined {
  if (named.length === 0) return 'no-such-override';
  if (secondReviewer.trim() === '') return 'second-reviewer-missing';
  if (secondReviewer.trim() === reviewer?.trim()) return 'second-reviewer-same';
  if (of['R5.evidence'][evidence] < of['R7.evidence'].lifting) return 'evidence-too-weak';
  if (daysBetween(liftedOn, asOf) < 0) return 'after-day';
  return covered.length === 0 ? 'before-override' : undefined;
}
