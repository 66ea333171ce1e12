import type { Size } from '../canvas/camera';
import { overlap, type Rect } from './tag-boxes';
import { scaleOf, toView, type WorldCamera } from './world-camera';
import type { WorldPalette } from './world-palette';

/** The name of a country at its middle; `room` is its width in the plane. */
export type Label = { text: string; x: number; y: number; room: number };

const mostLabels = 60;

/** Names of countries that have room for theirs, the largest first; none over another or over what is `taken`. */
export function drawLabels(
  context: CanvasRenderingContext2D,
  {
    labels,
    taken,
    camera,
    view,
    palette,
  }: { labels: readonly Label[]; taken: readonly Rect[]; camera: WorldCamera; view: Size; palette: WorldPalette },
): void {
  const scale = scaleOf(camera);
  const put: { x: number; y: number; half: number }[] = [];
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
    if (taken.some((other) => overlap({ x: x - half, y: y - 7, width: 2 * half, height: 14 }, other))) continue;
    put.push({ x, y, half });
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
    if (put.length === mostLabels) return;
  }
}
