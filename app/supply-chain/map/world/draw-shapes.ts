import { bands } from '#scoring';
import { bandMark } from '~/ui/drawing/band-mark';
import type { Shape, Tone } from '~/ui/drawing/shapes';
import { markColour, type WorldPalette } from './world-palette';

type Context = CanvasRenderingContext2D;

/** One part of a silhouette around the origin: an area to fill, or a dashed line. */
type Part = { path: Path2D; colour: string; dash?: [number, number] };
/** Draws the silhouette of a band by its place in the rising order (-1: not scored) around a point. */
export type DrawBand = (context: CanvasRenderingContext2D, mark: { x: number; y: number; size: number; worst: number }) => void;

/**
 * Silhouettes with a rim in the colour of the surface, so that they are legible on any fill. Each is made once and of areas alone: thousands are drawn in a
 * frame, and filling is faster than drawing lines or copying pictures.
 */
export function bandStamps(palette: WorldPalette, ratio: number): DrawBand {
  const made = new Map<number, Part[]>();
  return (context, { x, y, size, worst }) => {
    const key = worst * 100 + size;
    let parts = made.get(key);
    if (!parts) {
      parts = partsOf(worst, size, palette);
      made.set(key, parts);
    }
    context.setTransform(ratio, 0, 0, ratio, ratio * x, ratio * y);
    for (const { path, colour, dash } of parts) {
      if (dash) {
        context.strokeStyle = colour;
        context.lineWidth = 1.3;
        context.setLineDash(dash);
        context.stroke(path);
        context.setLineDash([]);
      } else {
        context.fillStyle = colour;
        context.fill(path);
      }
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
  };
}

function partsOf(worst: number, size: number, palette: WorldPalette): Part[] {
  const { surface, marks, muted } = palette;
  const inkOf = (tone: Tone) => marks[tone] ?? muted;
  const at = (larger: number) => bandMark(bands[worst] ?? null, { cx: 0, cy: 0, size: size * larger });
  const [first] = at(1);
  const rim = { path: pathOf(at(1.3)[0]), colour: surface };
  switch (bands[worst]) {
    case 'severe':
      return [rim, ...at(1).map((shape) => ({ path: pathOf(shape), colour: inkOf(shape.tone) }))];
    case 'high':
    case 'elevated':
      return [
        rim,
        { path: pathOf(at(1.1)[0]), colour: inkOf(bands[worst] === 'high' ? 'mark-high' : 'mark-elevated') },
        { path: pathOf(at(0.92)[0]), colour: inkOf(first?.tone ?? 'mark-none') },
      ];
    case 'moderate':
    case 'low': {
      const colour = markColour(palette, worst);
      const half = at(1).filter((shape) => shape.kind === 'path');
      return [
        { path: pathOf(at(1.45)[0]), colour: surface },
        { path: pathOf(at(1.12)[0]), colour },
        { path: pathOf(at(0.86)[0]), colour: surface },
        ...half.map((shape) => ({ path: pathOf(shape), colour })),
      ];
    }
    default: {
      const [ring] = at(1);
      return [
        { path: circle(size / 2.4), colour: surface },
        { path: pathOf(ring), colour: muted, dash: ring?.kind === 'path' && ring.dash ? ring.dash : [2, 1.7] },
      ];
    }
  }
}

function circle(r: number): Path2D {
  const path = new Path2D();
  path.arc(0, 0, r, 0, 2 * Math.PI);
  return path;
}

function pathOf(shape: Shape | undefined): Path2D {
  if (shape?.kind === 'path') return new Path2D(shape.d);
  if (shape?.kind !== 'ring' && shape?.kind !== 'disc') return new Path2D();
  const path = new Path2D();
  path.arc(shape.cx, shape.cy, shape.r, 0, 2 * Math.PI);
  return path;
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

/** CSS pixels of a point by the place of its band. */
export const pointSize = (worst: number): number => [11, 11, 13, 15, 17, 20][worst + 1] ?? 11;

/** The dashed outline of a mark whose coordinates are doubtful. */
export function drawDoubt(context: Context, { x, y, r, palette }: { x: number; y: number; r: number; palette: WorldPalette }): void {
  context.beginPath();
  context.arc(x, y, r, 0, 2 * Math.PI);
  context.lineWidth = 3;
  context.strokeStyle = palette.surface;
  context.stroke();
  context.lineWidth = 1.5;
  context.strokeStyle = palette.ink;
  context.setLineDash([3, 2.6]);
  context.stroke();
  context.setLineDash([]);
}
