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
