import { compareText } from '../../engine/compare-text.ts';
import type { Method } from '../../engine/method.ts';
import { isListedAnywhere } from '../product-points.ts';
import type { Ends, Network, NetworkLink, NetworkNode, NetworkProblem, Standing } from './network.ts';
import type { LinkColumns, Propagation, SupplyGraph } from './types.ts';

export type ReadNode = { node: NetworkNode; standing: Standing; ends: Ends };
/** A network as columns: nodes and links by id, so that their order in lists does not count. */
export type ReadNetwork = {
  nodes: ReadNode[];
  numberOf: Map<string, number>;
  links: NetworkLink[];
  columns: LinkColumns;
  problems: NetworkProblem[];
};

/** A network solved at its three ends; `point` is what is shown, `low` and `high` its interval. */
export type Solved = { read: ReadNetwork; graph: SupplyGraph; method: Method; point: Propagation; low: Propagation; high: Propagation };

/** Sorts, numbers and checks what only names can tell; numbers are checked where the graph is built and solved. */
export function readNetwork({ nodes, links }: Network, method: Method): ReadNetwork {
  const problems: NetworkProblem[] = [];
  const sortedNodes = [...nodes].sort(byId);
  const sortedLinks = [...links].sort(byId);
  const numberOf = new Map<string, number>();
  for (const [number, { id }] of sortedNodes.entries()) {
    if (numberOf.has(id)) problems.push({ code: 'duplicate-node', node: id, text: `Party ${id} is given twice.` });
    numberOf.set(id, number);
  }
  const read = sortedNodes.map((node) => readNode(node, problems, method));
  for (const [index, link] of sortedLinks.entries())
    checkLink(link, { before: sortedLinks[index - 1], numberOf, nodes: sortedNodes, problems });
  checkOutputs(sortedLinks, problems);
  const columns = {
    nodeCount: sortedNodes.length,
    supplier: Int32Array.from(sortedLinks, (link) => numberOf.get(link.supplier) ?? -1),
    buyer: Int32Array.from(sortedLinks, (link) => numberOf.get(link.buyer) ?? -1),
    share: Float64Array.from(sortedLinks, (link) => link.share ?? 0),
    shareUnknown: Uint8Array.from(sortedLinks, (link) => (link.share === null ? 1 : 0)),
  };
  return { nodes: read, numberOf, links: sortedLinks, columns, problems };
}

function readNode(node: NetworkNode, problems: NetworkProblem[], method: Method): ReadNode {
  if (node.kind === 'unknown-origin')
    return standIn(node, isListedAnywhere(node.products ?? [], method.of) ? 'unknown-origin-listed' : 'unknown-origin', method);
  if (node.own === null) return standIn(node, 'unscored', method);
  const { score, low = score, high = score } = node.own;
  if (low > score || high < score)
    problems.push({
      code: 'interval-crossed',
      node: node.id,
      text: `The score ${score} of ${node.id} is not between its ends ${low} and ${high}.`,
    });
  return { node, standing: 'scored', ends: { score, low, high } };
}

function standIn(node: NetworkNode, standing: Exclude<Standing, 'scored'>, { of }: Method): ReadNode {
  const { point, low, high } = of['R10.prior'][standing];
  return { node, standing, ends: { score: point, low, high } };
}

function checkLink(
  { id, supplier, buyer, outputShare }: NetworkLink,
  {
    before,
    numberOf,
    nodes,
    problems,
  }: { before: NetworkLink | undefined; numberOf: Map<string, number>; nodes: NetworkNode[]; problems: NetworkProblem[] },
): void {
  if (before?.id === id) problems.push({ code: 'duplicate-link', link: id, text: `Link ${id} is given twice.` });
  for (const end of [supplier, buyer])
    if (!numberOf.has(end))
      problems.push({ code: 'unknown-node', link: id, node: end, text: `Link ${id} names ${end}, which is not among the parties.` });
  if (nodes[numberOf.get(buyer) ?? -1]?.kind === 'unknown-origin')
    problems.push({
      code: 'unknown-origin-supplied',
      link: id,
      text: `Link ${id} names a supplier of ${buyer}, which is of unknown origin.`,
    });
  if (outputShare !== undefined && outputShare !== null && !(outputShare >= 0 && outputShare <= 1))
    problems.push({ code: 'output-share-not-valid', link: id, text: `The output share of link ${id} is not within 0 and 1.` });
}

/** What buyers take of one supplier cannot be more than all of it; as much over 1 as six decimals a link may round. */
function checkOutputs(links: readonly NetworkLink[], problems: NetworkProblem[]): void {
  const sums = new Map<string, { sum: number; links: number }>();
  for (const { supplier, outputShare } of links) {
    const { sum, links: count } = sums.get(supplier) ?? { sum: 0, links: 0 };
    sums.set(supplier, { sum: sum + (outputShare ?? 0), links: count + 1 });
  }
  for (const [node, { sum, links: count }] of sums)
    if (sum > 1 + 1e-6 * count)
      problems.push({ code: 'output-share-not-valid', node, text: `The output shares of ${node} add to ${sum}.` });
}

const byId = (a: { id: string }, b: { id: string }): number => compareText(a.id, b.id);

/** The node at a position of the network. Throws RangeError outside of it. */
export function nodeAt({ nodes }: ReadNetwork, number: number): NetworkNode {
  const found = nodes[number];
  if (found === undefined) throw new RangeError(`no node ${number} in the network`);
  return found.node;
}

/** The link at a position of the network. Throws RangeError outside of it. */
export function linkAt({ links }: ReadNetwork, row: number | undefined): NetworkLink {
  const found = row === undefined ? undefined : links[row];
  if (found === undefined) throw new RangeError(`no link ${row} in the network`);
  return found;
}
