import { expect, test } from 'vitest';
import { drawHeatMap, type HeatMap } from './heat-map-geometry';

const map: HeatMap = {
  rows: [
    { key: '13', label: 'Manufacture of textiles' },
    { key: '14', label: 'Manufacture of wearing apparel' },
  ],
  columns: [
    { key: 'CN', label: 'China' },
    { key: 'PT', label: 'Portugal' },
  ],
  cells: [
    { row: '13', column: 'CN', count: 3, band: 'severe' },
    { row: '14', column: 'CN', count: 2, band: null },
    { row: '14', column: 'PT', count: 0, band: null },
  ],
};
const draw = (labelWidth: number, width = 500) => drawHeatMap(map, { width, labelWidth, written: String });
const textsOf = ({ shapes }: ReturnType<typeof draw>) => shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));

test('a cell is drawn on the ground of its highest band, one without a score hatched, one without records not at all', () => {
  const { shapes, targets } = draw(200);
  expect(shapes.flatMap((shape) => (shape.kind === 'rect' ? [shape.tone] : []))).toEqual(['band-severe']);
  expect(shapes.flatMap((shape) => (shape.kind === 'path' ? [shape.tone] : []))).toEqual(['hatched']);
  expect(targets?.map(({ id }) => id)).toEqual(['13 CN', '14 CN']);
  expect(textsOf(draw(200))).not.toContain('0');
});

test('all of it lies within the drawing, labels beside or above the rows', () => {
  for (const [labelWidth, width] of [
    [200, 500],
    [0, 328],
  ] as const) {
    const drawing = draw(labelWidth, width);
    for (const target of drawing.targets ?? []) {
      if (!('x' in target)) throw new Error('a cell is a box');
      expect(target.x).toBeGreaterThanOrEqual(labelWidth);
      expect(target.x + target.width).toBeLessThanOrEqual(width);
      expect(target.y + target.height).toBeLessThanOrEqual(drawing.height);
    }
  }
});

test('long labels are shortened', () => {
  expect(textsOf(draw(80)).some((text) => text.endsWith('…'))).toBe(true);
});
