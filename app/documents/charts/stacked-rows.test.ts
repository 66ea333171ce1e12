import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawStackedRows } from './stacked-rows-geometry';

test('the parts of a bar are side by side and fill its width, for all sizes', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(500), { minLength: 1, maxLength: 5 }), (sizes) => {
      const parts = sizes.map((size) => ({ size, tone: 'credit' as const }));
      const { shapes } = drawStackedRows([{ label: 'Tier 1', written: '', parts }], { width: 600, labelWidth: 100, writtenWidth: 100 });
      const bars = shapes.flatMap((shape) => (shape.kind === 'rect' ? [shape] : []));
      const sum = sizes.reduce((total, size) => total + size, 0);
      expect(bars.reduce((total, { width }) => total + width, 0)).toBeCloseTo(sum === 0 ? 0 : 400);
      bars.forEach(({ x }, at) => {
        const before = bars[at - 1];
        expect(x).toBeCloseTo(before ? before.x + before.width : 100);
      });
    }),
  );
});

test('bars by number are as long as their sums, the longest fills the room', () => {
  const row = (size: number, id: string) => ({ label: id, written: '', id, parts: [{ size, tone: 'basis-c' as const }] });
  const drawing = drawStackedRows([row(4, 'a'), row(8, 'b'), row(0, 'c')], {
    width: 600,
    labelWidth: 100,
    writtenWidth: 100,
    isByNumber: true,
  });
  expect(drawing.shapes.flatMap((shape) => (shape.kind === 'rect' ? [shape.width] : []))).toEqual([200, 400]);
  expect(drawing.rows.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});
