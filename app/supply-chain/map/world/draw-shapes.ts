import { bands } from '#scoring';
import { bandMark } from '~/ui/drawing/band-mark';
import type { Shape } from '~/ui/drawing/shapes';
import type { WorldPalette } from './world-palette';

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** The silhouette of a band by its place in the rising order (-1: not scored), with a rim in the colour of the ground so that it is legible on any fill. */
export function drawBand(
  context: Context,
  { x, y, size, worst, palette }: { x: number; y: number; size: number; worst: number; palette: WorldPalette },
): void {
  const shapes = bandMark(bands[worst] ?? null, { cx: x, cy: y, size });
  context.lineJoin = 'round';
  context.setLineDash([]);
  context.strokeStyle = palette.surface;
  context.fillStyle = palette.surface;
  context.lineWidth = 3;
  const rim = worst < 0 ? round(x, y, size / 3.2) : pathOf(shapes.find(({ tone }) => tone !== 'ground') ?? shapes[0]);
  if (worst < 2) context.fill(worst < 0 ? rim : round(x, y, size / 3.2));
  context.stroke(worst === 1 ? round(x, y, size / 3.1) : rim);
  for (const shape of shapes) {
    const path = pathOf(shape);
    const colour = shape.tone === 'ground' ? palette.surface : (palette.marks[shape.tone] ?? palette.muted);
    if (shape.kind === 'ring' || (shape.kind === 'path' && shape.weight !== undefined)) {
      context.strokeStyle = colour;
      context.lineWidth = shape.weight ?? 1;
      context.setLineDash(shape.kind === 'path' ? (shape.dash ?? []) : []);
      context.stroke(path);
      context.setLineDash([]);
    } else {
      context.fillStyle = colour;
      context.fill(path);
    }
  }
}

function round(x: number, y: number, r: number): Path2D {
  const path = new Path2D();
  path.arc(x, y, r, 0, 2 * Math.PI);
  return path;
}

function pathOf(shape: Shape | undefined): Path2D {
  if (shape?.kind === 'path') return new Path2D(shape.d);
  return shape?.kind === 'ring' || shape?.kind === 'disc' ? round(shape.cx, shape.cy, shape.r) : new Path2D();
}

/** Slanted lines that fill what is not scored. */
export function hatching(context: CanvasRenderingContext2D, { hatch, land }: WorldPalette, ratio: number): CanvasPattern | null {
  const side = Math.round(6 * ratio);
  const tile = new OffscreenCanvas(side, side);
  const ink = tile.getContext('2d');
  if (!ink) return null;
  ink.fillStyle = land;
  ink.fillRect(0, 0, side, side);
  ink.strokeStyle = hatch;
  ink.globalAlpha = 0.7;
  ink.lineWidth = ratio;
  for (const shift of [-side, 0, side]) {
    ink.beginPath();
    ink.moveTo(shift, side);
    ink.lineTo(shift + side, 0);
    ink.stroke();
  }
  return context.createPattern(tile, 'repeat');
}

/** Pictures of points by band and doubt, drawn once: thousands of them are copied in a frame. */
export function pointSprites(palette: WorldPalette, ratio: number): (worst: number, isDoubtful: boolean) => OffscreenCanvas {
  const made = new Map<number, OffscreenCanvas>();
  return (worst, isDoubtful) => {
    const key = worst * 2 + Number(isDoubtful);
    const known = made.get(key);
    if (known) return known;
    const side = Math.ceil(spriteSide * ratio);
    const sprite = new OffscreenCanvas(side, side);
    const context = sprite.getContext('2d');
    if (context) {
      context.scale(ratio, ratio);
      const middle = spriteSide / 2;
      if (isDoubtful) drawDoubt(context, { x: middle, y: middle, r: pointSize(worst) / 2 + 3.5, palette });
      drawBand(context, { x: middle, y: middle, size: pointSize(worst), worst, palette });
    }
    made.set(key, sprite);
    return sprite;
  };
}

/** CSS pixels of the side of a sprite. */
export const spriteSide = 34;
/** CSS pixels of a point by the place of its band. */
export const pointSize = (worst: number): number => [11, 11, 13, 15, 17, 20][worst + 1] ?? 11;

/** The dashed outline of a mark whose coordinates are doubtful. */
export function drawDoubt(context: Context, { x, y, r, palette }: { x: number; y: number; r: number; palette: WorldPalette }): void {
  context.lineWidth = 3;
  context.strokeStyle = palette.surface;
  context.setLineDash([]);
  context.stroke(round(x, y, r));
  context.lineWidth = 1.5;
  context.strokeStyle = palette.ink;
  context.setLineDash([3, 2.6]);
  context.stroke(round(x, y, r));
  context.setLineDash([]);
}
