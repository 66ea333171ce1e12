import type { Band } from '#scoring';

/**
 * The meaning of a part of a drawing. The page gives it a colour through the CSS class `chart-<tone>`, the PDF through its own table of inks, so one
 * description serves both.
 */
export type Tone =
  | `band-${Band}`
  | `mark-${Band}`
  | 'mark-none'
  | 'on-severe'
  | 'ground'
  | 'ink'
  | 'muted'
  | 'hairline'
  | 'axis'
  | 'interval'
  | 'mark'
  | 'prior'
  | 'hatch'
  | 'inherent'
  | 'credit'
  | 'findings'
  | 'override'
  | 'total'
  | 'connector'
  | 'box'
  | 'box-other'
  | 'box-open'
  | 'box-path'
  | 'flow'
  | 'flow-open'
  | 'basis-a'
  | 'basis-b'
  | 'basis-c'
  | 'basis-d'
  | 'land'
  | 'land-own'
  | 'border'
  | 'link'
  | 'way'
  | 'arc'
  | 'hatched';

/** One primitive of a drawing. Lengths are units of the drawing (one CSS pixel or one PDF point), y grows downwards, text is placed by its baseline. */
export type Shape =
  | { kind: 'rect'; x: number; y: number; width: number; height: number; tone: Tone }
  | { kind: 'line'; x1: number; y1: number; x2: number; y2: number; tone: Tone; weight?: number; dash?: [number, number] }
  /** Filled; with `weight` it is a line instead. The tone `hatched` fills with slanted lines. */
  | { kind: 'path'; d: string; tone: Tone; weight?: number; dash?: [number, number] }
  | { kind: 'ring'; cx: number; cy: number; r: number; tone: Tone; weight?: number }
  | { kind: 'disc'; cx: number; cy: number; r: number; tone: Tone }
  | { kind: 'text'; x: number; y: number; text: string; size: number; tone: Tone; anchor?: 'start' | 'middle' | 'end'; strong?: boolean };

/** A place of a drawing that opens something when pressed: a box, or an outline. */
export type Target = { id: string } & ({ x: number; y: number; width: number; height: number } | { d: string });

/** A finished drawing with its own size. `rows` names the strips that open something when pressed, `targets` places of any shape. */
export type Drawing = {
  width: number;
  height: number;
  shapes: Shape[];
  rows: { id: string; y: number; height: number }[];
  targets?: Target[];
};

/** Slanted lines that fill a box: the mark of "not scored". */
export function hatch(box: { x: number; y: number; width: number; height: number }, step = 6): Shape[] {
  const shapes: Shape[] = [];
  for (let start = box.x - box.height; start < box.x + box.width; start += step) {
    const x1 = Math.max(start, box.x);
    const x2 = Math.min(start + box.height, box.x + box.width);
    if (x2 <= x1) continue;
    shapes.push({
      kind: 'line',
      x1,
      y1: box.y + box.height - (x1 - start),
      x2,
      y2: box.y + box.height - (x2 - start),
      tone: 'hatch',
      weight: 1,
    });
  }
  return shapes;
}

/** The same shape at another place. Throws for a path, whose places are written out: draw it in place. */
export function shiftShape(shape: Shape, { dx, dy }: { dx: number; dy: number }): Shape {
  switch (shape.kind) {
    case 'rect':
    case 'text':
      return { ...shape, x: shape.x + dx, y: shape.y + dy };
    case 'line':
      return { ...shape, x1: shape.x1 + dx, x2: shape.x2 + dx, y1: shape.y1 + dy, y2: shape.y2 + dy };
    case 'ring':
    case 'disc':
      return { ...shape, cx: shape.cx + dx, cy: shape.cy + dy };
    case 'path':
      throw new Error('a path cannot be shifted: draw it in place');
  }
}
