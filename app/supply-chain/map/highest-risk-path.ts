import { indexLinks, linksOf, type MapGraph } from './graph';

/** The way from a party upstream to the worst of what is drawn: public IDs, beginning with the party. `own` are the points of the last. */
export type Way = { ids: string[]; own: number };

/**
 * The shortest way upstream, over relations that supply or subcontract, to the party with the highest own score; of equal ones the nearest, then
 * the first by position. Null when nothing scored lies upstream. Cost grows with parties and links.
 */
export function highestRiskPath(graph: MapGraph, from: string): Way | null {
  const start = graph.parties.findIndex(({ id }) => id === from);
  if (start < 0) return null;
  const into = indexLinks(graph, { count: graph.parties.length, end: 'to' });
  const before = new Int32Array(graph.parties.length).fill(-1);
  before[start] = start;
  const queue = [start];
  let worst: { at: number; own: number } | null = null;
  for (let next = 0; next < queue.length; next += 1) {
    const at = queue[next] ?? start;
    const own = at === start ? null : (graph.parties[at]?.own ?? null);
    if (own !== null && own > (worst?.own ?? Number.NEGATIVE_INFINITY)) worst = { at, own };
    for (const position of linksOf(into, at)) {
      const link = graph.links[position];
      if (!link || (link.kind !== 'supplies' && link.kind !== 'subcontracts') || before[link.from] !== -1) continue;
      before[link.from] = at;
      queue.push(link.from);
    }
  }
  if (worst === null) return null;
  const ids: string[] = [];
  for (let at = worst.at; ; at = before[at] ?? start) {
    const party = graph.parties[at];
    if (party) ids.unshift(party.id);
    if (at === start) break;
  }
  return { ids, own: worst.own };
}
