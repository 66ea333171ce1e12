import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawDistribution, placeOf } from './distribution-geometry';

const columns = (counts: readonly number[]) =>
  counts.map((count, at) => ({ from: at * 10, to: (at + 1) * 10, count, tone: 'credit' as const }));
const words = { edge: String, count: String, unit: 'hours' };

test('columns are as high as their counts, side by side, and none is higher than the drawing', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(500), { minLength: 1, maxLength: 20 }), (counts) => {
      const { shapes, height } = drawDistribution(columns(counts), { width: 700, height: 220, lines: [], words });
      const bars = shapes.flatMap((shape) => (shape.kind === 'rect' ? [shape] : []));
      const filled = counts.filter((count) => count > 0);
      expect(bars).toHaveLength(filled.length);
      const highest = Math.max(0, ...bars.map((bar) => bar.height));
      bars.forEach((bar, at) => {
        expect(bar.height / highest).toBeCloseTo((filled[at] ?? 0) / Math.max(...filled), 1);
        expect(bar.y).toBeGreaterThan(0);
        expect(bar.y + bar.height).toBeLessThanOrEqual(height);
      });
    }),
  );
});

test('a limit lies between the columns that it separates, and within one that spans it', () => {
  expect(placeOf(20, columns([1, 1, 1]))).toBe(2);
  expect(placeOf(25, columns([1, 1, 1]))).toBe(2.5);
  expect(placeOf(60, [{ from: 48, to: null }])).toBe(0.5);
});

test('the text of each limit is inside the drawing, on the side with room', () => {
  const { shapes } = drawDistribution(columns([3, 4, 5, 6]), {
    width: 328,
    height: 200,
    lines: [
      { at: 10, text: '48 hours' },
      { at: 38, text: '60 hours' },
    ],
    words,
  });
  const texts = shapes.flatMap((shape) => (shape.kind === 'text' && shape.strong ? [shape] : []));
  expect(texts.map(({ anchor }) => anchor)).toEqual(['start', 'end']);
});
