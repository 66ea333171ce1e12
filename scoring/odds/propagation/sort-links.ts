import type { LinkColumns } from './types.ts';

export type SortedLinks = { start: Int32Array; supplier: Int32Array; share: Float64Array; row: Int32Array; selfLoops: number[] };

/** The most buyers of a bucket, so that its links fit the CPU caches. */
const bucketBits = 10;
/** Longer lists of suppliers are sorted by the platform. */
const shortList = 32;

/**
 * Groups links by buyer and sorts each group by supplier, then share, then row. Links of a party to itself are set aside.
 * First spread over buckets of neighbouring buyers, then placed within each: both steps write to near places, which is what makes millions of links cheap.
 */
export function sortLinks({ nodeCount, supplier, buyer, share }: LinkColumns): SortedLinks {
  const rows = supplier.length;
  const buckets = (nodeCount >> bucketBits) + 1;
  const bucketStart = new Int32Array(buckets + 1);
  const selfLoops: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    const to = buyer[row] ?? 0;
    if (supplier[row] === to) selfLoops.push(row);
    else bucketStart[(to >> bucketBits) + 1] = (bucketStart[(to >> bucketBits) + 1] ?? 0) + 1;
  }
  for (let each = 0; each < buckets; each += 1) bucketStart[each + 1] = (bucketStart[each + 1] ?? 0) + (bucketStart[each] ?? 0);

  const links = rows - selfLoops.length;
  const spread = {
    buyer: new Int32Array(links),
    supplier: new Int32Array(links),
    share: new Float64Array(links),
    row: new Int32Array(links),
  };
  const next = bucketStart.slice(0, buckets);
  for (let row = 0; row < rows; row += 1) {
    const to = buyer[row] ?? 0;
    const from = supplier[row] ?? 0;
    if (from === to) continue;
    const at = next[to >> bucketBits] ?? 0;
    next[to >> bucketBits] = at + 1;
    spread.buyer[at] = to;
    spread.supplier[at] = from;
    spread.share[at] = share[row] ?? 0;
    spread.row[at] = row;
  }

  const start = new Int32Array(nodeCount + 1);
  for (let at = 0; at < links; at += 1) {
    const to = (spread.buyer[at] ?? 0) + 1;
    start[to] = (start[to] ?? 0) + 1;
  }
  for (let node = 0; node < nodeCount; node += 1) start[node + 1] = (start[node + 1] ?? 0) + (start[node] ?? 0);

  const sorted = { start, supplier: new Int32Array(links), share: new Float64Array(links), row: new Int32Array(links), selfLoops };
  const place = start.slice(0, nodeCount);
  for (let at = 0; at < links; at += 1) {
    const to = spread.buyer[at] ?? 0;
    const position = place[to] ?? 0;
    place[to] = position + 1;
    sorted.supplier[position] = spread.supplier[at] ?? 0;
    sorted.share[position] = spread.share[at] ?? 0;
    sorted.row[position] = spread.row[at] ?? 0;
  }
  for (let node = 0; node < nodeCount; node += 1) sortGroup(sorted, start[node] ?? 0, start[node + 1] ?? 0);
  return sorted;
}

function sortGroup(links: SortedLinks, from: number, to: number): void {
  if (to - from > shortList) {
    sortLongGroup(links, from, to);
    return;
  }
  const { supplier, share, row } = links;
  for (let at = from + 1; at < to; at += 1) {
    const who = supplier[at] ?? 0;
    const much = share[at] ?? 0;
    const which = row[at] ?? 0;
    let hole = at;
    while (hole > from) {
      const before = supplier[hole - 1] ?? 0;
      if (before < who || (before === who && (share[hole - 1] ?? 0) <= much)) break;
      supplier[hole] = before;
      share[hole] = share[hole - 1] ?? 0;
      row[hole] = row[hole - 1] ?? 0;
      hole -= 1;
    }
    supplier[hole] = who;
    share[hole] = much;
    row[hole] = which;
  }
}

function sortLongGroup({ supplier, share, row }: SortedLinks, from: number, to: number): void {
  const who = supplier.slice(from, to);
  const much = share.slice(from, to);
  const which = row.slice(from, to);
  const order = Int32Array.from(who, (_, index) => index).sort(
    (a, b) => (who[a] ?? 0) - (who[b] ?? 0) || (much[a] ?? 0) - (much[b] ?? 0) || (which[a] ?? 0) - (which[b] ?? 0),
  );
  order.forEach((index, offset) => {
    supplier[from + offset] = who[index] ?? 0;
    share[from + offset] = much[index] ?? 0;
    row[from + offset] = which[index] ?? 0;
  });
}
