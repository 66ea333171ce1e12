import { ticksOf } from '#scoring';
import { editionTwo } from './edition-two';
import type { Input, RecordedValue } from './record';

/** One of these answers; or an option ticked (`any`: at least one), or not ticked. */
type Match = readonly string[] | { ticks: string } | { lacks: string };
/**
 * What answers of edition two say of a fact that edition one asked under another key. Ok: every question says so, or does not apply; bad: one of them does
 * (of `badIn`, where that is narrower). `same`: the answer as it is; `sum`: of the numbers given.
 */
export type Follows = {
  keys: readonly string[];
  ok?: Match | undefined;
  bad?: Match | undefined;
  badIn?: readonly string[];
  says: 'same' | 'sum' | { ok?: string | number | undefined; bad?: string | number | undefined };
};

/** The keys under which edition two asks a fact of edition one; none where the key stays or the fact is asked no more. */
export const laterKeys = (key: string): readonly string[] => editionTwo[key]?.keys ?? [];

const earlier = new Map<string, string[]>();
for (const [key, { keys }] of Object.entries(editionTwo))
  for (const later of keys) earlier.set(later, [...(earlier.get(later) ?? []), key]);

/** A question with the keys under which edition one asked the same. */
export const inBothEditions = (key: string): string[] => [key, ...(earlier.get(key) ?? [])];

/** Whether two questions ask the same, each in its own edition. */
export const asksTheSame = (one: string, other: string): boolean => {
  const names = inBothEditions(one);
  return inBothEditions(other).some((name) => names.includes(name));
};

/** Adds, under the keys of edition one, what answers of edition two say. What was answered under a key itself stays. */
export function followEditions(values: Map<string, RecordedValue>): void {
  for (const [key, follows] of Object.entries(editionTwo)) {
    if (values.has(key)) continue;
    const found = follow(follows, values);
    if (found !== null) values.set(key, found);
  }
}

function follow({ keys, ok, bad, badIn = keys, says }: Follows, values: ReadonlyMap<string, RecordedValue>): RecordedValue | null {
  const given = keys.flatMap((key) => {
    const recorded = values.get(key);
    return recorded ? [{ key, recorded }] : [];
  });
  if (given.length === 0) return null;
  if (says === 'same') return followed(given, given[0]?.recorded.value);
  if (says === 'sum') {
    const numbers = given.filter(({ recorded }) => typeof recorded.value === 'number');
    return followed(
      numbers,
      numbers.reduce((total, { recorded }) => total + Number(recorded.value), 0),
    );
  }
  const faults = given.filter(({ key, recorded }) => badIn.includes(key) && fits(recorded, bad));
  if (faults.length > 0) return followed(faults, says.bad);
  const applying = given.filter(({ recorded }) => recorded.value !== 'not-applicable');
  if (given.length < keys.length) return null;
  if (applying.length === 0) return followed(given, 'not-applicable');
  return applying.every(({ recorded }) => fits(recorded, ok)) ? followed(applying, says.ok) : null;
}

type Given = readonly { key: string; recorded: RecordedValue }[];

function followed(given: Given, value: string | number | undefined): RecordedValue | null {
  const [first] = given;
  if (first === undefined || value === undefined) return null;
  const methods = [...new Set(given.flatMap(({ recorded }) => recorded.methods ?? []))];
  return {
    ...{ value, on: first.recorded.on, methods },
    ...(given.every(({ recorded }) => recorded.isOwn) ? { isOwn: true as const } : {}),
    from: given.map(({ key, recorded }): Input => ({ key, value: recorded.value, on: recorded.on })),
  };
}

function fits({ value }: RecordedValue, match: Match | undefined): boolean {
  if (match === undefined || typeof value !== 'string') return false;
  if (Array.isArray(match)) return match.includes(value);
  const ticked = ticksOf(value);
  if (ticked === null) return false;
  if ('lacks' in match) return !ticked.includes(match.lacks);
  return 'ticks' in match && (match.ticks === 'any' ? ticked.length > 0 : ticked.includes(match.ticks));
}
