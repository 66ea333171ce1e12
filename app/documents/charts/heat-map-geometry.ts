import type { Band } from '#scoring';
import type { Drawing, Shape, Tone } from '~/ui/drawing/shapes';

/** The records of one row and one column: how many, and the highest band among those scored; null where none is scored. */
export type HeatCell = { row: string; column: string; count: number; band: Band | null };
export type HeatMap = { rows: { key: string; label: string }[]; columns: { key: string; label: string }[]; cells: HeatCell[] };

const cellHeight = 26;
const labelHeight = 16;
/** The width of a letter on average, as part of its size. */
const letterWidth = 0.48;
const space = 2;

/** The tone of a cell. What is not scored is hatched: it is unknown, not low. */
export const cellTone = (band: Band | null): Tone => (band === null ? 'hatched' : `band-${band}`);
export const cellId = ({ row, column }: { row: string; column: string }): string => `${row} ${column}`;

/**
 * Numbers of records on grounds of the highest band, rows under one another, names of columns above. A place without records is empty. With `labelWidth` 0 the label
 * of a row is above it, for narrow pages. Each cell with records is a target.
 */
export function drawHeatMap(map: HeatMap, options: { width: number; labelWidth: number; written: (count: number) => string }): Drawing {
  const { width, labelWidth, written } = options;
  const cellWidth = map.columns.length === 0 ? 0 : (width - labelWidth) / map.columns.length;
  const rowHeight = cellHeight + (labelWidth === 0 ? labelHeight : 0);
  const left = (at: number) => labelWidth + at * cellWidth;
  const top = (at: number) => labelHeight + 4 + at * rowHeight + (rowHeight - cellHeight);
  const heads = map.columns.map(
    ({ label }, at): Shape => ({
      ...{ kind: 'text', x: left(at) + cellWidth / 2, y: 12, text: cut(label, { width: cellWidth - 4, size: 11 }), size: 11 },
      ...{ tone: 'muted', anchor: 'middle' },
    }),
  );
  const labels = map.rows.map(({ label }, at): Shape => {
    const y = labelWidth === 0 ? top(at) - 4 : top(at) + 17;
    return {
      kind: 'text',
      x: 0,
      y,
      text: cut(label, { width: (labelWidth === 0 ? width : labelWidth) - 8, size: 12 }),
      size: 12,
      tone: 'ink',
    };
  });
  const rules = map.rows.map((_, at): Shape => {
    const y = top(at) + cellHeight - space / 2;
    return { kind: 'line', x1: labelWidth, x2: width, y1: y, y2: y, tone: 'hairline' };
  });
  const placed = map.cells.flatMap((cell) => {
    const [row, column] = [map.rows.findIndex(({ key }) => key === cell.row), map.columns.findIndex(({ key }) => key === cell.column)];
    if (row < 0 || column < 0 || cell.count === 0) return [];
    const box = { x: left(column) + space / 2, y: top(row), width: cellWidth - space, height: cellHeight - space };
    return [{ cell, box }];
  });
  const cells = placed.flatMap(({ cell, box }): Shape[] => {
    const tone = cellTone(cell.band);
    const ground: Shape = tone === 'hatched' ? { kind: 'path', d: outline(box), tone } : { kind: 'rect', ...box, tone };
    const isDark = cell.band === 'high' || cell.band === 'severe';
    const text: Shape = {
      ...{ kind: 'text', x: box.x + box.width / 2, y: box.y + 16, text: written(cell.count), size: 12, anchor: 'middle', strong: true },
      tone: isDark ? 'on-severe' : 'ink',
    };
    return [ground, text];
  });
  return {
    ...{ width, height: labelHeight + 4 + map.rows.length * rowHeight, rows: [] },
    shapes: [...heads, ...labels, ...rules, ...cells],
    targets: placed.map(({ cell, box }) => ({ id: cellId(cell), ...box })),
  };
}

const outline = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) =>
  `M${x} ${y}L${x + width} ${y}L${x + width} ${y + height}L${x} ${y + height}Z`;

/** A text of about so many units in width, shortened where it is longer. */
function cut(text: string, { width, size }: { width: number; size: number }): string {
  const characters = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);
  const most = Math.max(2, Math.floor(width / (letterWidth * size)));
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
