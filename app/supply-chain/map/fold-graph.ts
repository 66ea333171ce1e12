import { indexLinks, linksOf, type MapGraph } from './graph';

/** A graph of which parts are folded away. `hidden[n]`: how many parties are folded behind party n of the new graph. */
export type FoldedGraph = { graph: MapGraph; hidden: number[] };

/**
 * Folds away what is reached only through the named parties: a party stays when the organization, or a party without buyers in the graph, reaches it upstream
 * by another path. Cycles are allowed. The named parties stay themselves.
 */
export function foldGraph(graph: MapGraph, folded: readonly string[]): FoldedGraph {
  const { parties, links } = graph;
  const shut = new Set(folded);
  if (!parties.some(({ id }) => shut.has(id))) return { graph, hidden: parties.map(() => 0) };
  const into = indexLinks(graph, { count: parties.length, end: 'to' });
  const out = indexLinks(graph, { count: parties.length, end: 'from' });
  const reached = new Uint8Array(parties.length);
  const walk = (root: number) => {
    if (reached[root]) return;
    reached[root] = 1;
    const stack = [root];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const party = parties[at];
      if (party && shut.has(party.id)) continue;
      for (const position of linksOf(into, at)) {
        const from = links[position]?.from ?? 0;
        if (reached[from]) continue;
        reached[from] = 1;
        stack.push(from);
      }
    }
  };
  const isRoot = (at: number) => parties[at]?.kind === 'buyer' || linksOf(out, at).length === 0;
  parties.forEach((_, at) => {
    if (isRoot(at)) walk(at);
  });
  // Parties that no root reaches (a separate cycle) are hidden only behind a folded party.
  const behind = countBehind(graph, { reached, shut });
  parties.forEach((_, at) => {
    if (!reached[at] && !behind.covered[at]) walk(at);
  });
  const kept = parties.flatMap((_, at) => (reached[at] ? [at] : []));
  const place = new Map(kept.map((old, now) => [old, now]));
  return {
    graph: {
      parties: kept.flatMap((at) => parties[at] ?? []),
      links: links.flatMap((link) => {
        const from = place.get(link.from);
        const to = place.get(link.to);
        return from === undefined || to === undefined ? [] : [{ ...link, from, to }];
      }),
    },
    hidden: kept.map((at) => behind.counts.get(at) ?? 0),
  };
}

/** How many parties that are not reached lie upstream of each folded one, and which those are. */
function countBehind(
  { parties, links }: MapGraph,
  { reached, shut }: { reached: Uint8Array; shut: ReadonlySet<string> },
): { counts: Map<number, number>; covered: Uint8Array } {
  const into = indexLinks({ links }, { count: parties.length, end: 'to' });
  const covered = new Uint8Array(parties.length);
  const counts = new Map<number, number>();
  parties.forEach(({ id }, root) => {
    if (!shut.has(id) || !reached[root]) return;
    const seen = new Set([root]);
    const stack = [root];
    for (let at = stack.pop(); at !== undefined; at = stack.pop())
      for (const position of linksOf(into, at)) {
        const from = links[position]?.from ?? 0;
        if (reached[from] || seen.has(from)) continue;
        seen.add(from);
        covered[from] = 1;
        stack.push(from);
      }
    counts.set(root, seen.size - 1);
  });
  return { counts, covered };
}
