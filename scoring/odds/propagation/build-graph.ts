import type { Method } from '../../engine/method.ts';
import { checkLinks } from './check-links.ts';
import { problemList } from './problems.ts';
import { sortLinks } from './sort-links.ts';
import type { LinkColumns, Refused, SupplyGraph } from './types.ts';

/**
 * Makes a graph of links (R10), the same whatever the order of the rows. Two links between the same parties add up. A link of a party to
 * itself is left out and named in `selfLoops`. Shares nobody knows split evenly what the known ones of that buyer leave. Shares that add to
 * more than 1 by no more than the rounding of stored shares are scaled to 1; by more, the graph is refused, as for every share or node that
 * cannot be.
 */
export function buildGraph(columns: LinkColumns, { of }: Method): SupplyGraph | Refused {
  const refused = checkLinks(columns);
  if (refused) return refused;
  const links = sortLinks(splittable(columns));
  const linkCount = links.row.length;
  const assumed = new Uint8Array(linkCount);
  if (columns.shareUnknown) for (let at = 0; at < linkCount; at += 1) assumed[at] = columns.shareUnknown[links.row[at] ?? 0] ?? 0;
  const { add, refusal } = problemList();
  const settled = { ...links, assumed };
  for (let node = 0; node < columns.nodeCount; node += 1) {
    const sum = settleShares(settled, node, of['R10.share-rounding']);
    if (sum !== null) add({ code: 'shares-add-above-one', node, text: `The shares of the suppliers of party ${node} add to ${sum}.` });
  }
  return refusal() ?? { nodeCount: columns.nodeCount, linkCount, ...settled };
}

/** Unknown shares as 0, so that their place in the order does not hang on what happened to stand there. */
function splittable(columns: LinkColumns): LinkColumns {
  const { shareUnknown } = columns;
  return shareUnknown?.includes(1)
    ? { ...columns, share: columns.share.map((share, row) => (shareUnknown[row] === 1 ? 0 : share)) }
    : columns;
}

/** Brings the shares of one buyer to a sum of at most 1, in place. Answers the sum when it is too large to be rounding, else null. */
function settleShares(
  { start, share, assumed }: Pick<SupplyGraph, 'start' | 'share' | 'assumed'>,
  node: number,
  rounding: number,
): number | null {
  const from = start[node] ?? 0;
  const to = start[node + 1] ?? 0;
  let sum = 0;
  let unknown = 0;
  for (let at = from; at < to; at += 1) {
    sum += share[at] ?? 0;
    unknown += assumed[at] ?? 0;
  }
  if (sum > 1 + rounding * (to - from)) return sum;
  if (sum > 1) for (let at = from; at < to; at += 1) share[at] = (share[at] ?? 0) / sum;
  else if (unknown > 0) for (let at = from; at < to; at += 1) if (assumed[at] === 1) share[at] = (1 - sum) / unknown;
  return null;
}
