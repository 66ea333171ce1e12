import { smallestGroup } from '~/platform/privacy/protect-counts';
import type { SampleDimension } from './states';

/** `isTooSmall`: fewer than five people work in the group. All of them are planned, shown as four: the size of the group is not revealed. */
export type SampleRow = { dimension: SampleDimension; value: string; people: number; isTooSmall?: true };
export type SamplePlan = { interviews: number; rows: SampleRow[]; unknown: SampleDimension[] };
type Known = { workers: number | null; femaleShare: number | null; migrantShare: number | null; agencyShare: number | null };
/** The most that a group too small to be reported can be. */
const mostOfTooSmall = smallestGroup - 1;

/**
 * The share of the interviews that a group at risk gets: by the square root of its size while it is less than half of the workers, never less than in
 * proportion; from half on in proportion.
 */
function shareOfInterviews(share: number): number {
  if (share >= 0.5) return share;
  const root = Math.sqrt(share);
  return root / (root + Math.sqrt(1 - share));
}

/**
 * How many of so many interviews a group at risk and the others get. Each gets five, or all its people, as far as the interviews go: the group at risk first;
 * of two people to interview neither group is left out. `workers` null: how large the groups are is not known.
 */
function split(interviews: number, share: number, workers: number | null): { people: number; isTooSmall?: true }[] {
  const isFew = (people: number | null) => people !== null && people > 0 && people < smallestGroup;
  const all = isFew(workers) ? tooSmall(interviews) : { people: interviews };
  if (share === 0) return [{ people: 0 }, all];
  if (share === 1) return [all, { people: 0 }];
  // A counted group has at least one person.
  const size = workers === null ? null : Math.min(Math.max(Math.round(workers * share), 1), Math.max(workers - 1, 1));
  const others = size === null || workers === null ? null : workers - size;
  const isOne = interviews < 2;
  const rest = (planned: number) => Math.max(0, interviews - planned);
  if (isFew(size) && isFew(others)) {
    const first = tooSmall(Math.max(1, interviews - 1));
    return [first, tooSmall(Math.max(1, rest(first.people)))];
  }
  if (isFew(size)) return [tooSmall(interviews), { people: isOne ? interviews : Math.max(1, rest(mostOfTooSmall)) }];
  if (isFew(others)) return [{ people: isOne ? interviews : Math.max(1, rest(mostOfTooSmall)) }, tooSmall(interviews)];
  const wanted = Math.max(Math.round(interviews * shareOfInterviews(share)), smallestGroup);
  const least = isOne ? 0 : Math.min(smallestGroup, Math.max(1, interviews - smallestGroup));
  const people = Math.max(Math.min(wanted, size ?? wanted, rest(least)), rest(others ?? interviews));
  return [{ people }, { people: rest(people) }];
}

const tooSmall = (interviews: number) => ({ people: Math.min(mostOfTooSmall, interviews), isTooSmall: true as const });

/**
 * Proposes whom to interview by sex, origin and contract, each partition with the same total: women, migrant workers and agency workers above their proportion
 * (rule and sources in the README). Shares are 0 to 1; an unknown share is named in `unknown` and left to the planner, never guessed. So are shifts and
 * languages, which no record contains.
 */
export function proposeSample(interviews: number, known: Known): SamplePlan {
  const rows: SampleRow[] = [];
  const unknown: SampleDimension[] = [];
  const add = (dimension: SampleDimension, share: number | null, values: [string, string]) => {
    if (share === null) {
      unknown.push(dimension);
      return;
    }
    for (const [at, part] of split(interviews, share, known.workers).entries()) rows.push({ dimension, value: values[at] ?? '', ...part });
  };
  add('sex', known.femaleShare, ['women', 'men']);
  add('origin', known.migrantShare, ['migrants', 'locals']);
  add('contract', known.agencyShare, ['agency', 'direct']);
  return { interviews, rows, unknown: [...unknown, 'shift', 'language'] };
}
