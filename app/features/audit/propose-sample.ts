import type { SampleDimension } from './states';

export type SampleRow = { dimension: SampleDimension; value: string; people: number };
export type SamplePlan = { interviews: number; rows: SampleRow[]; unknown: SampleDimension[] };
type Shares = { femaleShare: number | null; migrantShare: number | null; agencyShare: number | null };

/** Two parts of a whole, nearest to the share; a group that exists is never left out while there are two people to talk to. */
function split(total: number, share: number): [number, number] {
  const part = Math.round(total * share);
  if (total < 2) return [part, total - part];
  const held = share > 0 && part === 0 ? 1 : share < 1 && part === total ? total - 1 : part;
  return [held, total - held];
}

/**
 * Whom to talk to, in proportion to who works there: by sex, by origin, by contract, each of the same people. `shares` are 0 to 1; one that is not known
 * is named in `unknown` and left to the plan, never guessed; so are shifts and languages, which no record holds.
 */
export function proposeSample(interviews: number, shares: Shares): SamplePlan {
  const rows: SampleRow[] = [];
  const unknown: SampleDimension[] = [];
  const add = (dimension: SampleDimension, share: number | null, [one, other]: [string, string]) => {
    if (share === null) {
      unknown.push(dimension);
      return;
    }
    const [first, second] = split(interviews, share);
    rows.push({ dimension, value: one, people: first }, { dimension, value: other, people: second });
  };
  add('sex', shares.femaleShare, ['women', 'men']);
  add('origin', shares.migrantShare, ['migrants', 'locals']);
  add('contract', shares.agencyShare, ['agency', 'direct']);
  return { interviews, rows, unknown: [...unknown, 'shift', 'language'] };
}
