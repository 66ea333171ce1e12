import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { numbersAt, type Propagation, type SupplyGraph } from '#scoring';
import { probabilityOf, scoreOf } from '../scoring/odds/points.ts';
import { asOf } from './propagate-1m';

const { 'R10.damping': factor, 'R4.world-odds': odds } = numbersAt(asOf);

/** Probability of a score, and back: passes run on probabilities, where the rule is linear. */
export const raise = (score: number): number => probabilityOf(score, odds);
export const root = (probability: number): number => scoreOf(probability, odds);

/** Reading every array of the graph and the scores once: what one pass cannot do without. The sum is returned so that nothing is left out. */
export function readOnce({ start, supplier, share }: SupplyGraph, { own }: Propagation): number {
  let sum = 0;
  for (let at = 0; at < supplier.length; at += 1) sum += (supplier[at] ?? 0) + (share[at] ?? 0);
  for (let node = 0; node < own.length; node += 1) sum += (own[node] ?? 0) + (start[node] ?? 0);
  return sum;
}

type PlainNode = { own: number; probability: number; links: { supplier: PlainNode; share: number }[] };

/** The same graph as objects that point at each other. */
export function plainNodes({ start, supplier, share }: SupplyGraph, own: Float64Array): PlainNode[] {
  const nodes = Array.from(own, (score): PlainNode => ({ own: score, probability: raise(score), links: [] }));
  nodes.forEach((node, number) => {
    for (let at = start[number] ?? 0; at < (start[number + 1] ?? 0); at += 1) {
      const from = nodes[supplier[at] ?? 0];
      if (from) node.links.push({ supplier: from, share: share[at] ?? 0 });
    }
  });
  return nodes;
}

/** So many passes over objects, in place. */
export function solvePlain(nodes: readonly PlainNode[], passes: number): Float64Array {
  for (const node of nodes) node.probability = raise(node.own);
  for (let pass = 0; pass < passes; pass += 1) {
    for (const node of nodes) {
      let sum = 0;
      for (const { supplier, share } of node.links) sum += share * supplier.probability;
      node.probability = Math.max(node.probability, factor * sum);
    }
  }
  return Float64Array.from(nodes, (node) => root(node.probability));
}

/** The same graph in graphology, and so many passes over it by its own iterators. */
export async function graphologySolver(graph: SupplyGraph, own: Float64Array): Promise<(passes: number) => Float64Array> {
  const { MultiDirectedGraph } = await import('graphology');
  const held = new MultiDirectedGraph<{ probability: number }, { share: number }>();
  own.forEach((score, node) => {
    held.addNode(node, { probability: raise(score) });
  });
  for (let node = 0; node < graph.nodeCount; node += 1)
    for (let at = graph.start[node] ?? 0; at < (graph.start[node + 1] ?? 0); at += 1)
      held.addDirectedEdge(graph.supplier[at], node, { share: graph.share[at] ?? 0 });
  return (passes) => {
    held.forEachNode((node, attributes) => {
      attributes.probability = raise(own[Number(node)] ?? 0);
    });
    for (let pass = 0; pass < passes; pass += 1)
      held.forEachNode((node, attributes) => {
        let sum = 0;
        held.forEachInboundEdge(node, (_edge, { share }, _source, _target, from) => {
          sum += share * from.probability;
        });
        attributes.probability = Math.max(attributes.probability, factor * sum);
      });
    return Float64Array.from(held.mapNodes((_node, { probability }) => root(probability)));
  };
}

export type Numpy = { solve: (passes: number) => { ms: number; gap: number }; close: () => void };

/** The same arrays handed to numpy in a process of its own; null where there is no Python with numpy. */
export function numpySolver(graph: SupplyGraph, { own, total }: Propagation): Numpy | null {
  if (spawnSync('python3', ['-c', 'import numpy']).status !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), 'manumit-numpy-'));
  for (const [name, array] of Object.entries({ start: graph.start, supplier: graph.supplier, share: graph.share, own, total }))
    writeFileSync(join(folder, name), new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  const script = fileURLToPath(new URL('./propagate-numpy.py', import.meta.url));
  return {
    solve(passes) {
      const sizes = [graph.nodeCount, graph.linkCount, passes, factor, odds].map(String);
      const run = spawnSync('python3', [script, folder, ...sizes], { encoding: 'utf8' });
      if (run.status !== 0) throw new Error(run.stderr);
      return JSON.parse(run.stdout);
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
