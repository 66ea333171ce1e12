import { z } from 'zod';
import r1 from './r1.json';
import r3 from './r3.json';
import r4 from './r4.json';
import r5 from './r5.json';
import r6 from './r6.json';
import r7 from './r7.json';
import r8 from './r8.json';
import r9 from './r9.json';
import r10 from './r10.json';
import r11 from './r11.json';
import r12 from './r12.json';
import r13 from './r13.json';
import child from './child.json';
import { type ParameterEntry, type ParameterId, type ParameterValue, parameterEntrySchema, parameterShapes } from './schema.ts';

export type { ParameterEntry, ParameterId, ParameterValue } from './schema.ts';

/** A dated number with what it is measured in, why it is so and from whom it comes. */
export type Parameter<Id extends ParameterId = ParameterId> = {
  id: Id;
  value: ParameterValue<Id>;
  effectiveFrom: string;
  unit: string;
  reason: string;
  source: string;
};

const entries: ParameterEntry[] = z
  .array(parameterEntrySchema)
  .parse([...r1, ...r3, ...r4, ...r5, ...r6, ...r7, ...r8, ...r9, ...r10, ...r11, ...r12, ...r13, ...child]);

const byId = new Map<string, ParameterEntry[]>();
for (const entry of entries) byId.set(entry.id, [...(byId.get(entry.id) ?? []), entry]);
for (const dated of byId.values()) dated.sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1));

/** Every dated value ever in force, for the list of releases and the method pages. */
export function allParameters(): readonly ParameterEntry[] {
  return entries;
}

/** Of every parameter the value in force on a day (ISO date), by id; a parameter that has none yet is left out. */
export function parametersInForce(asOf: string): ParameterEntry[] {
  return [...byId.keys()].sort().flatMap((id) => byId.get(id)?.find((each) => each.effectiveFrom <= asOf) ?? []);
}

/** The newest entry of a parameter that is in force on a day (ISO date). @throws RangeError before the first of them */
export function parameterEntry(id: ParameterId, asOf: string): ParameterEntry {
  const entry = byId.get(id)?.find((each) => each.effectiveFrom <= asOf);
  if (!entry) throw new RangeError(`parameter ${id} has no value in force on ${asOf}`);
  return entry;
}

/**
 * The value of a parameter in force on a day: the newest whose `effectiveFrom` is not after `asOf` (ISO date).
 * Throws RangeError when none is in force yet, so that nothing is scored by numbers that were not released.
 */
export function parameterAt<Id extends ParameterId>(id: Id, asOf: string): Parameter<Id> {
  const entry = parameterEntry(id, asOf);
  const value = parse(id, entry.value);
  return { id, value, effectiveFrom: entry.effectiveFrom, unit: entry.unit, reason: entry.reason, source: entry.source };
}

const shapes: { [Id in ParameterId]: z.ZodType<ParameterValue<Id>> } = parameterShapes;

function parse<Id extends ParameterId>(id: Id, value: unknown): ParameterValue<Id> {
  return shapes[id].parse(value);
}
