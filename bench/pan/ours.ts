import { type Camera, fitCamera } from '~/supply-chain/map/canvas/camera';
import { drawScene } from '~/supply-chain/map/canvas/draw-scene';
import { buildScene, type Scene } from '~/supply-chain/map/canvas/scene';
import type { MapGraph } from '~/supply-chain/map/graph';
import { palette } from './palette';

const view = { width: 1_200, height: 800 };
const marks = { focused: null, open: null, way: { parties: new Set<number>(), links: new Set<number>() } };
let scene: Scene | undefined;
let context: CanvasRenderingContext2D | null = null;

function openGraph(graph: MapGraph): void {
  const canvas = document.createElement('canvas');
  canvas.width = view.width;
  canvas.height = view.height;
  document.getElementById('place')?.append(canvas);
  context = canvas.getContext('2d', { alpha: false });
  scene = buildScene({ graph, hidden: [] });
}

/** Median time of so many frames, each panned by some pixels and read back. */
function panFrames(count: number): number {
  if (!scene || !context) throw new Error('no graph');
  const whole = fitCamera(scene.layout, view);
  const times: number[] = [];
  for (let step = 0; step < count; step += 1) {
    const start = performance.now();
    const camera: Camera = { ...whole, x: whole.x + 3 * step, y: whole.y - 2 * step };
    drawScene(context, { scene, camera, view, ratio: 1, palette, marks, tierName: (tier, many) => `Tier ${tier} · ${many}` });
    context.getImageData(0, 0, 1, 1);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(count / 2)] ?? 0;
}

Object.assign(window, { openGraph, panFrames });
