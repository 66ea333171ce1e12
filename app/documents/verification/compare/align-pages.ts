/** How the pages of a file differ from those that were issued. Numbers from 1: of removed pages among those issued, of all others in the file. */
export type PageDifferences = { removed: number[]; added: number[]; moved: number[]; changed: number[] };

/** Finds which pages of `issued` are in `found`, in which order, and pairs the unmatched pages between them. Pages are compared by digest. */
export function alignPages(issued: readonly string[], found: readonly string[]): PageDifferences {
  const places = new Map<string, number[]>();
  for (const [at, digest] of issued.entries()) places.set(digest, [...(places.get(digest) ?? []), at]);
  /** Of each page found the place of the same among those issued, each of them once. */
  const same = found.map((digest) => places.get(digest)?.shift() ?? null);
  const inOrder = longestRising(same);
  const [anchors, moved]: [number[], number[]] = [[], []];
  for (const [at, place] of same.entries()) if (place !== null) (inOrder.has(at) ? anchors : moved).push(at);
  const used = new Set(same.filter((place) => place !== null));
  const differences: PageDifferences = { removed: [], added: [], moved: moved.map((at) => at + 1), changed: [] };
  let [fromIssued, fromFound] = [0, 0];
  for (const at of [...anchors, found.length]) {
    const place = same[at] ?? issued.length;
    const lost = range(fromIssued, place).filter((each) => !used.has(each));
    const others = range(fromFound, at).filter((each) => same[each] === null);
    const pairs = Math.min(lost.length, others.length);
    differences.changed.push(...others.slice(0, pairs).map((each) => each + 1));
    differences.added.push(...others.slice(pairs).map((each) => each + 1));
    differences.removed.push(...lost.slice(pairs).map((each) => each + 1));
    [fromIssued, fromFound] = [place + 1, at + 1];
  }
  return differences;
}

const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);

/** The places of the longest run of numbers that rise, others left out. */
function longestRising(numbers: readonly (number | null)[]): Set<number> {
  /** By length of a run, less one: where the run ends that ends lowest. */
  const ends: number[] = [];
  const before = new Map<number, number>();
  for (const [at, value] of numbers.entries()) {
    if (value === null) continue;
    const low = ends.findIndex((end) => (numbers[end] ?? 0) >= value);
    const length = low < 0 ? ends.length : low;
    const previous = ends[length - 1];
    if (previous !== undefined) before.set(at, previous);
    ends[length] = at;
  }
  const kept = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = before.get(at)) kept.add(at);
  return kept;
}

/** How many pages differ in all. */
export const countDifferences = ({ removed, added, moved, changed }: PageDifferences): number =>
  removed.length + added.length + moved.length + changed.length;
