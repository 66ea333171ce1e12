import type { Point, Size } from '../canvas/camera';
import { scaleOf, toView, type WorldCamera } from './world-camera';
import type { WorldPalette } from './world-palette';

/** The name of a country at its middle; `room` is its width in the plane. */
export type Label = { text: string; x: number; y: number; room: number };

const mostLabels = 60;
/** Among more marks than this there is no room that could be kept free. */
const mostAvoided = 400;

/** Names of countries that have room for theirs, the largest first; none over another or under a mark. */
export function drawLabels(
  context: CanvasRenderingContext2D,
  {
    labels,
    marks,
    camera,
    view,
    palette,
  }: { labels: readonly Label[]; marks: readonly Point[]; camera: WorldCamera; view: Size; palette: WorldPalette },
): void {
  const scale = scaleOf(camera);
  const put: { x: number; y: number; half: number }[] = [];
  const taken = marks.length > mostAvoided ? [] : marks.map((mark) => toView(camera, mark, view));
  context.font = `11px ${palette.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = palette.muted;
  context.strokeStyle = palette.land;
  context.lineWidth = 2.5;
  context.lineJoin = 'round';
  for (const { text, x: planeX, y: planeY, room } of labels) {
    // Names are about six pixels a letter: measured only where they may fit.
    if (room * scale < text.length * 5) continue;
    const { x, y } = toView(camera, { x: planeX, y: planeY }, view);
    if (y < 0 || y > view.height) continue;
    const half = context.measureText(text).width / 2 + 4;
    if (x < half || x > view.width - half) continue;
    if (2 * half > room * scale || put.some((other) => Math.abs(other.y - y) < 14 && Math.abs(other.x - x) < half + other.half)) continue;
    if (taken.some((mark) => Math.abs(mark.x - x) < half + 10 && mark.y - y > -18 && mark.y - y < 28)) continue;
    put.push({ x, y, half });
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
    if (put.length === mostLabels) return;
  }
}
