import { type Grouping, groupings } from './flow';
import type { MemberRow } from './read-flow.server';

/** An opened box shows so many suppliers one by one; more are grouped once more, at most twice. */
export const mostParties = 30;
const deepest = 2;
const nested = ['country', 'sector', 'owner'] as const satisfies readonly Grouping[];

/**
 * What groups the boxes of each level that is open: the grouping of the page first. A level that is missing consists of single suppliers. `values` are those of the
 * opened boxes. Pure.
 */
export function levelsOf({
  grouping,
  members,
  values,
}: {
  grouping: Grouping;
  members: readonly MemberRow[];
  values: readonly string[];
}): Grouping[] {
  const levels: Grouping[] = [grouping];
  let inside = members;
  for (let depth = 0; depth < Math.min(values.length, deepest); depth += 1) {
    const level = levels[depth];
    if (level === undefined) break;
    inside = inside.filter((member) => member[level] === values[depth]);
    const next = inside.length > mostParties ? nested.find((each) => !levels.includes(each) && isSplit(inside, each)) : undefined;
    if (next === undefined) break;
    levels.push(next);
  }
  return levels;
}

const isSplit = (members: readonly MemberRow[], level: Grouping): boolean => new Set(members.map((member) => member[level])).size > 1;

/** Whether a name is one of the groupings. */
export const groupingOf = (text: string | null): Grouping | null => groupings.find((each) => each === text) ?? null;
