import { bands } from '#scoring';
import { bandMark } from '~/ui/drawing/band-mark';
import { linksOf } from '../graph';
import { box } from '../lay-out-tiers';
import type { Camera, Size } from './camera';
import type { Palette } from './palette';
import { headHeight, type Scene, weights } from './scene';

type Context = CanvasRenderingContext2D;
export type SceneMarks = { focused: number | null; open: number | null; way: { parties: ReadonlySet<number>; links: ReadonlySet<number> } };

/** Below this scale boxes are plain patches; below the second, without text. */
export const detail = { boxes: 0.12, words: 0.5 };

type Drawn = {
  scene: Scene;
  camera: Camera;
  view: Size;
  ratio: number;
  palette: Palette;
  marks: SceneMarks;
  tierName: (tier: number | null, count: number) => string;
};

/** Draws what of a scene lies within the view. `ratio`: pixels of the device for one of CSS. Cost grows with what is seen. */
export function drawScene(context: Context, drawn: Drawn): void {
  const { camera, view, ratio, palette } = drawn;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = palette.ground;
  context.fillRect(0, 0, view.width, view.height);
  context.setTransform(ratio * camera.scale, 0, 0, ratio * camera.scale, ratio * camera.x, ratio * camera.y);
  const seen = seenOf(camera, view);
  drawLinks(context, drawn, seen);
  if (camera.scale < detail.boxes) drawPatches(context, drawn, seen);
  else drawBoxes(context, drawn, seen);
  drawMarks(context, drawn);
  drawHeads(context, drawn);
}

type Seen = { left: number; top: number; right: number; bottom: number };

function seenOf({ scale, x, y }: Camera, { width, height }: Size): Seen {
  return { left: -x / scale, top: -y / scale, right: (width - x) / scale, bottom: (height - y) / scale };
}

/** Links in as few strokes as there are widths and styles; straight where boxes are patches. */
function drawLinks(context: Context, { scene, camera, palette, marks }: Drawn, seen: Seen): void {
  const { x1, y1, x2, y2, style, weight } = scene;
  const isFine = camera.scale >= detail.boxes;
  let count = 0;
  const paths = new Map<number, Path2D>();
  for (let link = 0; link < x1.length; link += 1) {
    const [ax, ay, bx, by] = [x1[link] ?? 0, y1[link] ?? 0, x2[link] ?? 0, y2[link] ?? 0];
    if (Math.max(ax, bx) + 40 < seen.left || Math.min(ax, bx) > seen.right || Math.max(ay, by) < seen.top || Math.min(ay, by) > seen.bottom)
      continue;
    if (marks.way.links.has(link)) continue;
    // At small scales styles are indistinguishable and light lines have one width.
    const key = isFine ? (style[link] ?? 0) * 8 + (weight[link] ?? 0) : Math.max(0, (weight[link] ?? 0) - 1);
    count += 1;
    let path = paths.get(key);
    if (!path) {
      path = new Path2D();
      paths.set(key, path);
    }
    trace(path, { ax, ay, bx, by, isFine });
  }
  for (const [key, path] of paths) {
    const of = isFine ? key >> 3 : 0;
    context.strokeStyle = of === 3 ? palette.recruits : palette.link;
    context.setLineDash(of === 1 ? [6, 5] : of === 2 ? [2, 4] : []);
    // A line is never thinner than half a pixel, nor as wide as to hide what lies under it.
    context.lineWidth = isFine ? (weights[key & 7] ?? 1) : (0.4 + key * 0.6) / camera.scale;
    context.globalAlpha = isFine ? (count > manyLinks ? 0.16 : 1) : 0.45;
    context.stroke(path);
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
}

/** So many links in view are drawn faintly, so that they do not hide one another and the parties; those of the party in focus are not. */
const manyLinks = 800;

type Stretch = { ax: number; ay: number; bx: number; by: number; isFine: boolean };

function trace(path: Path2D, { ax, ay, bx, by, isFine }: Stretch): void {
  path.moveTo(ax, ay);
  if (!isFine) path.lineTo(bx, by);
  else if (Math.abs(ax - bx) < box.gapX) path.bezierCurveTo(ax + 32, ay, bx + 32, by, bx, by);
  else path.bezierCurveTo((ax + bx) / 2, ay, (ax + bx) / 2, by, bx, by);
}

/** Far out: a patch a party, in one fill a band; those not scored are the lightest. */
function drawPatches(context: Context, { scene, palette }: Drawn, seen: Seen): void {
  const { layout, band } = scene;
  for (let which = -2; which < palette.bands.length; which += 1) {
    context.fillStyle = which === -2 ? palette.ink : which === -1 ? palette.none : (palette.bands[which] ?? palette.none);
    context.beginPath();
    for (let party = 0; party < band.length; party += 1) {
      if (band[party] !== which) continue;
      const [x, y] = [layout.x[party] ?? 0, layout.y[party] ?? 0];
      if (x + box.width < seen.left || x > seen.right || y + box.height < seen.top || y > seen.bottom) continue;
      context.rect(x, y, box.width, box.height);
    }
    context.fill();
  }
}

/** At large scales: boxes with the silhouette of the band, and from a further scale with text. */
function drawBoxes(context: Context, { scene, camera, palette }: Drawn, seen: Seen): void {
  const { layout, band, label, tail } = scene;
  const hasWords = camera.scale >= detail.words;
  context.lineWidth = Math.max(1, 0.6 / camera.scale);
  context.textBaseline = 'middle';
  for (let party = 0; party < band.length; party += 1) {
    const [x, y] = [layout.x[party] ?? 0, layout.y[party] ?? 0];
    if (x + box.width < seen.left || x > seen.right || y + box.height < seen.top || y > seen.bottom) continue;
    const which = band[party] ?? -2;
    context.fillStyle = which === -2 ? palette.sunken : palette.surface;
    context.strokeStyle = palette.edge;
    context.fillRect(x, y, box.width, box.height);
    context.strokeRect(x, y, box.width, box.height);
    if (which !== -2) drawBandMark(context, { x: x + 15, y: y + box.height / 2, which, palette });
    if (!hasWords) continue;
    context.font = `${which === -2 ? 600 : 400} 12px ${palette.font}`;
    context.fillStyle = palette.ink;
    context.textAlign = 'left';
    context.fillText(label[party] ?? '', x + (which === -2 ? 10 : 29), y + box.height / 2 + 1);
    context.font = `10.5px ${palette.font}`;
    context.fillStyle = palette.muted;
    context.textAlign = 'right';
    context.fillText(tail[party] ?? '', x + box.width - 8, y + box.height / 2 + 1);
  }
}

/** The silhouette of a band, by its place in the rising order; -1: not scored. */
function drawBandMark(context: Context, { x, y, which, palette }: { x: number; y: number; which: number; palette: Palette }): void {
  for (const shape of bandMark(bands[which] ?? null, { cx: x, cy: y, size: 15 })) {
    const colour = palette.marks[shape.tone] ?? palette.muted;
    let path: Path2D;
    if (shape.kind === 'path') path = new Path2D(shape.d);
    else if (shape.kind === 'ring' || shape.kind === 'disc') {
      path = new Path2D();
      path.arc(shape.cx, shape.cy, shape.r, 0, 2 * Math.PI);
    } else continue;
    if (shape.kind === 'disc' || (shape.kind === 'path' && shape.weight === undefined)) {
      context.fillStyle = colour;
      context.fill(path);
    } else {
      context.strokeStyle = colour;
      context.setLineDash(shape.kind === 'path' ? (shape.dash ?? []) : []);
      context.stroke(path);
      context.setLineDash([]);
    }
  }
}

/** The way to the worst, the relations of the party in focus, what is open and what has the focus, over all the rest. */
function drawMarks(context: Context, { scene, camera, palette, marks }: Drawn): void {
  const { x1, y1, x2, y2, layout } = scene;
  const thin = 1 / camera.scale;
  context.strokeStyle = palette.accent;
  context.lineWidth = Math.max(3, 2.5 * thin);
  for (const link of marks.way.links) {
    const path = new Path2D();
    trace(path, { ax: x1[link] ?? 0, ay: y1[link] ?? 0, bx: x2[link] ?? 0, by: y2[link] ?? 0, isFine: true });
    context.stroke(path);
  }
  const near = marks.focused ?? marks.open;
  if (near !== null) {
    context.strokeStyle = palette.ink;
    for (const link of [...linksOf(scene.into, near), ...linksOf(scene.out, near)]) {
      if (marks.way.links.has(link)) continue;
      const path = new Path2D();
      trace(path, { ax: x1[link] ?? 0, ay: y1[link] ?? 0, bx: x2[link] ?? 0, by: y2[link] ?? 0, isFine: true });
      context.lineWidth = Math.max(weights[scene.weight[link] ?? 0] ?? 1, 1.2 * thin);
      context.stroke(path);
    }
  }
  const ring = (party: number, { by, width }: { by: number; width: number }) => {
    context.lineWidth = width;
    context.strokeRect((layout.x[party] ?? 0) - by, (layout.y[party] ?? 0) - by, box.width + 2 * by, box.height + 2 * by);
  };
  for (const party of marks.way.parties) ring(party, { by: 0, width: Math.max(1.5, 1.5 * thin) });
  if (marks.open !== null) ring(marks.open, { by: 2, width: Math.max(3, 2 * thin) });
  if (marks.focused !== null) {
    context.strokeStyle = palette.ink;
    ring(marks.focused, { by: 4 * Math.max(1, thin), width: Math.max(2, 2 * thin) });
  }
}

/** The names of the tiers stay at the upper edge of the view. */
function drawHeads(context: Context, { scene, camera, view, ratio, palette, tierName }: Drawn): void {
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = palette.ground;
  context.globalAlpha = 0.88;
  context.fillRect(0, 0, view.width, headHeight);
  context.globalAlpha = 1;
  context.font = `600 12px ${palette.font}`;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.fillStyle = palette.muted;
  let free = 0;
  for (const { tier, x, width, count } of scene.layout.columns) {
    const [left, right] = [x * camera.scale + camera.x, (x + width) * camera.scale + camera.x];
    if (right < 0 || left > view.width) continue;
    const text = tierName(tier, count);
    const at = Math.max(8, left, free);
    context.fillText(text, at, headHeight / 2);
    free = at + context.measureText(text).width + 14;
  }
}
