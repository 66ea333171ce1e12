import type { Size } from '../canvas/camera';
import { bandStamps, type DrawBand, drawDoubt, hatching, pointSize } from './draw-shapes';
import type { Mark } from './gather-marks';
import { drawLabels, type Label } from './draw-labels';
import type { Outline } from './outlines';
import { overlap, type Rect, tagBoxes, type TagBox } from './tag-boxes';
import { type Box, fromView, scaleOf, toView, type WorldCamera } from './world-camera';
import { markColour, type WorldPalette } from './world-palette';

type Context = CanvasRenderingContext2D;
export type Corridor = { from: { x: number; y: number }; to: { x: number; y: number }; suppliers: number };
/** What a frame shows beside the camera. */
export type WorldScene = {
  outlines: readonly Outline[];
  /** Country to the place of its band, -1 for hatched; a country without an entry is plain. */
  fills: ReadonlyMap<string, number>;
  marks: readonly Mark[];
  areas: Parameters<typeof tagBoxes>[0];
  corridors: readonly Corridor[];
  labels: readonly Label[];
  /** The mark or area count that the keyboard is at, and the one whose list is open. */
  focused: { x: number; y: number } | null;
  writeCount: (count: number) => string;
  /** The name of the supplier of a mark that has only one. */
  nameOf: (mark: Mark) => string;
};
/** What is kept between frames of one theme and one density of pixels. */
export type Inks = { palette: WorldPalette; drawBand: DrawBand; hatch: CanvasPattern | null };

export function mixInks(context: Context, palette: WorldPalette, ratio: number): Inks {
  return { palette, drawBand: bandStamps(palette, ratio), hatch: hatching(context, palette, ratio) };
}

export type Frame = { scene: WorldScene; camera: WorldCamera; view: Size; ratio: number; inks: Inks };

/** Draws the part of the world in view. Cost grows with what is seen. Returns where the area counts were put, for pointers. */
export function drawWorldMap(context: Context, frame: Frame): TagBox[] {
  const { camera, view, ratio, inks, scene } = frame;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.globalAlpha = 1;
  context.fillStyle = inks.palette.ground;
  context.fillRect(0, 0, view.width, view.height);
  const seen = seenOf(camera, view);
  drawCountries(context, frame, seen);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  drawCorridors(context, frame);
  const marks = scene.marks.filter(({ x, y }) => x >= seen.west && x <= seen.east && y >= seen.north && y <= seen.south);
  const tags = tagBoxes(scene.areas, { camera, view, marks, widthOf: (text) => text.length * 7 });
  drawLabels(context, { labels: scene.labels, taken: takenBy(marks, tags, frame), camera, view, palette: inks.palette });
  for (const tag of tags) drawTag(context, tag, frame);
  // The highest risk is drawn last, on top.
  for (let at = marks.length - 1; at >= 0; at -= 1) {
    const mark = marks[at];
    if (mark) drawMark(context, mark, frame);
  }
  drawNames(context, marks, frame);
  if (scene.focused) drawFocus(context, frame);
  return tags;
}

/** Names of suppliers are written from this zoom on, where no more marks than this are in view. */
const namedFrom = 4;
const mostNamed = 60;
/** Among more marks than this there is no room that could be kept free. */
const mostAvoided = 400;

/** Where no text may be put. */
function takenBy(marks: readonly Mark[], tags: readonly TagBox[], { camera, view }: Frame): Rect[] {
  const around = marks.length > mostAvoided ? [] : marks.map((mark) => toView(camera, mark, view));
  return [...tags, ...around.map(({ x, y }) => ({ x: x - 12, y: y - 28, width: 24, height: 44 }))];
}

/** The part in view with room for the marks at its edge. */
function seenOf(camera: WorldCamera, view: Size): Box {
  const first = fromView(camera, { x: -30, y: -30 }, view);
  const last = fromView(camera, { x: view.width + 30, y: view.height + 30 }, view);
  return { west: first.x, north: first.y, east: last.x, south: last.y };
}

const meets = (a: Box, b: Box) => a.west <= b.east && a.east >= b.west && a.north <= b.south && a.south >= b.north;

/** How strongly bands fill countries: less the nearer, so that marks are seen on them. */
export const fillStrength = (zoom: number): number => Math.max(0.22, Math.min(0.6, 0.85 - zoom * 0.11));

function drawCountries(context: Context, { scene, camera, view, ratio, inks }: Frame, seen: Box): void {
  const scale = scaleOf(camera);
  const { palette, hatch } = inks;
  context.setTransform(
    ratio * scale,
    0,
    0,
    ratio * scale,
    ratio * (view.width / 2 - camera.x * scale),
    ratio * (view.height / 2 - camera.y * scale),
  );
  // The hatching keeps its size and stays with the land while it is moved.
  hatch?.setTransform(new DOMMatrix().scale(1 / (ratio * scale)));
  const shown = scene.outlines.filter(({ box }) => meets(box, seen));
  context.fillStyle = palette.land;
  const plain = new Path2D();
  for (const { path } of shown) plain.addPath(path);
  context.fill(plain);
  for (const { code, path } of shown) {
    const fill = scene.fills.get(code);
    if (fill === undefined) continue;
    context.globalAlpha = fill < 0 ? 1 : fillStrength(camera.zoom);
    context.fillStyle = fill < 0 ? (hatch ?? palette.none) : (palette.fills[fill] ?? palette.land);
    context.fill(path);
  }
  context.globalAlpha = 1;
  context.lineWidth = (camera.zoom < 4 ? 0.7 : 1) / scale;
  context.strokeStyle = palette.border;
  context.stroke(plain);
}

function drawCorridors(context: Context, { scene, camera, view, inks }: Frame): void {
  context.strokeStyle = inks.palette.recruits;
  context.fillStyle = inks.palette.recruits;
  for (const { from, to, suppliers } of scene.corridors) {
    const [a, b] = [toView(camera, from, view), toView(camera, to, view)];
    const bow = Math.hypot(b.x - a.x, b.y - a.y) / 5 + 6;
    context.lineWidth = Math.min(4, 1 + Math.log2(suppliers) / 2);
    context.globalAlpha = 0.6;
    context.beginPath();
    context.moveTo(a.x, a.y);
    context.quadraticCurveTo((a.x + b.x) / 2, (a.y + b.y) / 2 - 2 * bow, b.x, b.y);
    context.stroke();
    context.globalAlpha = 1;
    context.beginPath();
    context.arc(b.x, b.y, 3.5, 0, 2 * Math.PI);
    context.fill();
  }
}

/** Half the width of a mark in CSS pixels. */
export function markRadius({ suppliers, sites }: Mark): number {
  return suppliers === 1 && sites.length === 1 ? 10 : 11 + 3 * Math.log10(Math.max(1, suppliers));
}

function drawMark(context: Context, mark: Mark, { scene, camera, view, inks }: Frame): void {
  const { x, y } = toView(camera, mark, view);
  const { palette } = inks;
  if (mark.sites.length === 1) {
    const size = pointSize(mark.worst);
    if (mark.doubtful > 0) drawDoubt(context, { x, y, r: size / 2 + 3.5, palette });
    inks.drawBand(context, { x, y, size, worst: mark.worst });
    return;
  }
  const r = markRadius(mark);
  if (mark.doubtful > 0) drawDoubt(context, { x, y, r: r + 3.5, palette });
  context.beginPath();
  context.arc(x, y, r, 0, 2 * Math.PI);
  context.fillStyle = palette.surface;
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = palette.edge;
  context.setLineDash(mark.worst < 0 ? [3, 2.5] : []);
  context.stroke();
  context.setLineDash([]);
  if (mark.atRisk > 0) {
    context.lineWidth = 3.5;
    context.strokeStyle = markColour(palette, mark.worst);
    context.beginPath();
    context.arc(x, y, r, -Math.PI / 2, -Math.PI / 2 + (2 * Math.PI * mark.atRisk) / mark.suppliers);
    context.stroke();
  }
  context.font = `600 11px ${palette.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = palette.ink;
  context.fillText(scene.writeCount(mark.suppliers), x, y + 2);
  inks.drawBand(context, { x, y: y - r, size: 14, worst: mark.worst });
}

/** Names of single suppliers beside their points, where there are few; none over another mark or name. */
function drawNames(context: Context, marks: readonly Mark[], frame: Frame): void {
  const { scene, camera, view, inks } = frame;
  if (camera.zoom < namedFrom || marks.length > mostNamed) return;
  const taken = takenBy(marks, [], frame).map((rect) => ({ ...rect, y: rect.y + 14, height: 26 }));
  context.font = `11px ${inks.palette.font}`;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = inks.palette.surface;
  context.fillStyle = inks.palette.ink;
  for (const mark of marks) {
    if (mark.suppliers !== 1) continue;
    const text = scene.nameOf(mark);
    const { x, y } = toView(camera, mark, view);
    const box = { x: x + 13, y: y - 7, width: context.measureText(text).width + 4, height: 14 };
    if (box.x + box.width > view.width || taken.some((other) => overlap(box, other))) continue;
    taken.push(box);
    context.strokeText(text, box.x, y);
    context.fillText(text, box.x, y);
  }
}

/** The count of a country: a hatched label with a dashed edge, which no place has. */
function drawTag(context: Context, { x, y, width, height, area, text }: TagBox, { inks, ratio }: Frame): void {
  const { palette, hatch } = inks;
  hatch?.setTransform(new DOMMatrix().scale(1 / ratio));
  context.fillStyle = hatch ?? palette.sunken;
  context.beginPath();
  context.roundRect(x, y, width, height, 3);
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = palette.muted;
  context.setLineDash([3, 2.5]);
  context.stroke();
  context.setLineDash([]);
  if (text === '') return;
  context.fillStyle = palette.surface;
  context.fillRect(x + 21, y + 3, width - 24, height - 6);
  context.font = `600 11px ${palette.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = palette.ink;
  context.fillText(text, x + 21 + (width - 24) / 2, y + height / 2 + 0.5);
  inks.drawBand(context, { x: x + 11, y: y + height / 2, size: 13, worst: area.worst });
}

function drawFocus(context: Context, { scene, camera, view, inks }: Frame): void {
  if (!scene.focused) return;
  const { x, y } = toView(camera, scene.focused, view);
  for (const [width, colour] of [
    [5, inks.palette.surface],
    [2.5, inks.palette.accent],
  ] as const) {
    context.lineWidth = width;
    context.strokeStyle = colour;
    context.beginPath();
    context.arc(x, y, 24, 0, 2 * Math.PI);
    context.stroke();
  }
}
