import type { FlowBox, FlowColumn } from './flow';

/** Sizes in units of the drawing. */
export const size = { head: 44, margin: 8, bar: 14, box: 46, party: 32, gap: 8, indent: 12 };

export type Place = { x: number; y: number; width: number; height: number; column: number };
export type FlowLayout = { width: number; height: number; columns: { x: number; width: number }[]; places: Map<string, Place>; bar: Place };

const wide = [
  { box: 216, between: 112 },
  { box: 204, between: 88 },
  { box: 190, between: 68 },
  { box: 176, between: 49 },
  { box: 158, between: 35 },
];
const narrow = [
  { box: 204, between: 76 },
  { box: 186, between: 52 },
  { box: 156, between: 36 },
];

/** The width of a box and the space between columns, so that seven columns fit on a wide page and five beside the panel. */
export function widths(columns: number, isNarrow: boolean): { box: number; between: number } {
  const sizes = isNarrow ? narrow : wide;
  return sizes[Math.min(Math.max(0, columns - 3), sizes.length - 1)] ?? { box: 158, between: 35 };
}

/** Places every column from top to bottom in the order given: no box moves towards its neighbours, so that the highest risk is read first. Pure. */
export function layOutFlow(columns: readonly FlowColumn[], isNarrow = false): FlowLayout {
  const { box, between } = widths(columns.length, isNarrow);
  const top = size.margin + size.head;
  const places = new Map<string, Place>();
  let bottom = top + size.box;
  const placed = columns.map((column, at) => {
    const x = size.margin + size.bar + between + at * (box + between);
    let y = top;
    for (const each of column.boxes) {
      const inset = each.depth * size.indent;
      const height = heightOf(each);
      places.set(each.id, { x: x + inset, y, width: box - inset, height, column: at });
      y += height + size.gap;
    }
    bottom = Math.max(bottom, y - size.gap);
    return { x, width: box };
  });
  const last = placed.at(-1);
  return {
    width: (last ? last.x + last.width : size.margin + size.bar) + size.margin,
    height: bottom + size.margin,
    columns: placed,
    places,
    bar: { x: size.margin, y: top, width: size.bar, height: bottom - top, column: -1 },
  };
}

export const heightOf = ({ kind, isOpen }: Pick<FlowBox, 'kind' | 'isOpen'>): number =>
  kind === 'party' || isOpen ? size.party : size.box;
