export type Placed = { x: number; y: number; text: string; anchor: 'start' | 'end'; from: { x: number; y: number } };
type Room = {
  width: number;
  height: number;
  avoid?: readonly { x: number; y: number }[];
  charWidth?: number;
  size?: number;
  lines?: number;
};
type Box = { left: number; top: number; right: number; bottom: number };

const lineHeight = 14;
const gap = 22;
const overlaps = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * A place for the label of each mark, in the order given, where it covers no mark of the list or of `avoid` and no earlier label; null where there is none. Positions are
 * tried beside the mark, then above and below on both sides, farther out each time. `y`: of the base of its last line; `from`: where its line to the mark begins. Pure.
 */
export function placeLabels(
  marks: readonly { x: number; y: number; text: string }[],
  { width, height, avoid = [], charWidth = 6.4, size = 18, lines = 1 }: Room,
): (Placed | null)[] {
  const taken: Box[] = [...marks, ...avoid].map(({ x, y }) => ({
    left: x - size / 2,
    top: y - size / 2,
    right: x + size / 2,
    bottom: y + size / 2,
  }));
  const tall = lines * lineHeight;
  return marks.map(({ x, y, text }) => {
    const wide = text.length * charWidth;
    for (const reach of [0, 1, 2, 3, 4, 5, 6, 7, 8])
      for (const rise of reach === 0 ? [0] : [-18 * reach, 18 * reach])
        for (const side of [1, -1] as const) {
          const at = { x: x + side * (gap + 10 * reach), y: y + rise };
          const [left, right] = side === 1 ? [at.x, at.x + wide] : [at.x - wide, at.x];
          const box = { left, right, top: at.y - tall / 2, bottom: at.y + tall / 2 };
          if (left < 2 || right > width - 2 || box.top < 2 || box.bottom > height - 2) continue;
          if (taken.some((other) => overlaps(box, other))) continue;
          taken.push(box);
          return { x: at.x, y: at.y + tall / 2 - 3, text, anchor: side === 1 ? 'start' : 'end', from: { x: at.x - side * 3, y: at.y } };
        }
    return null;
  });
}
