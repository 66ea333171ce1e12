import Graph from 'graphology';
import Sigma from 'sigma';
import type { MapGraph } from '~/supply-chain/map/graph';
import { layOutTiers } from '~/supply-chain/map/lay-out-tiers';

const colours = ['#f6e9dd', '#ecc9ab', '#d99e72', '#b3663a', '#7a3415'];
let sigma: Sigma | undefined;

/** The same graph at the same places; without labels, which ours does not draw at that size either. */
function openGraph({ parties, links }: MapGraph): void {
  const layout = layOutTiers({ parties, links });
  const graph = new Graph({ multi: true, type: 'directed' });
  parties.forEach(({ id }, at) => {
    graph.addNode(id, { x: layout.x[at], y: -(layout.y[at] ?? 0), size: 2, color: colours[at % colours.length] });
  });
  for (const { from, to } of links) graph.addDirectedEdge(parties[from]?.id, parties[to]?.id, { size: 0.5, color: '#9aa3a1' });
  const place = document.getElementById('place');
  if (!place) throw new Error('no place');
  sigma = new Sigma(graph, place, { renderLabels: false, renderEdgeLabels: false });
}

/** Median time of so many frames, each panned by some pixels and read back. */
function panFrames(count: number): number {
  if (!sigma) throw new Error('no graph');
  const contexts = Object.values(sigma.getCanvases()).flatMap((canvas) => canvas.getContext('webgl2') ?? []);
  const camera = sigma.getCamera();
  const pixel = new Uint8Array(4);
  const times: number[] = [];
  for (let step = 0; step < count; step += 1) {
    const start = performance.now();
    camera.setState({ x: 0.5 + step * 0.003, y: 0.5 - step * 0.002 });
    // What it does by itself in the next frame after its camera moved, and no more.
    Reflect.get(sigma, 'render').call(sigma);
    for (const context of contexts) context.readPixels(0, 0, 1, 1, context.RGBA, context.UNSIGNED_BYTE, pixel);
    times.push(performance.now() - start);
  }
  camera.setState({ x: 0.5, y: 0.5 });
  return times.sort((a, b) => a - b)[Math.floor(count / 2)] ?? 0;
}

Object.assign(window, { openGraph, panFrames });
