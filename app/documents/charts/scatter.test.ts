import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandAt } from '~/ui/shown-score';
import { drawScatter, leverageScale, type ScatterPoint } from './scatter-geometry';

const words = {
  bands: { low: 'low', moderate: 'moderate', elevated: 'elevated', high: 'high', severe: 'severe' },
  risk: 'Risk',
  leverage: 'Purchases',
  unknown: ['not known'],
  percent: (share: number) => `${Math.round(share * 100)}%`,
};
const pointOf = (risk: number, leverage: number | null, index: number): ScatterPoint => ({
  id: `p${index}`,
  number: String(index + 1),
  risk,
  band: bandAt(risk),
  leverage,
});
const points = fc
  .array(fc.tuple(fc.double({ min: 0, max: 100, noNaN: true }), fc.option(fc.double({ min: 0, max: 1, noNaN: true }))), { maxLength: 15 })
  .map((pairs) => pairs.map(([risk, leverage], index) => pointOf(risk, leverage, index)));

test('every point is inside the drawing, wide and narrow, and can be pressed', () => {
  fc.assert(
    fc.property(
      points,
      fc.constantFrom({ width: 760, height: 340, stripWidth: 120 }, { width: 328, height: 320, stripWidth: 64 }),
      (all, size) => {
        const { targets = [] } = drawScatter(all, { words, ...size });
        expect(targets.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
        for (const target of targets) {
          if ('d' in target) throw new Error('a point is a box');
          expect(target.width).toBeGreaterThanOrEqual(24);
          expect(target.height).toBeGreaterThanOrEqual(24);
          expect(target.x).toBeGreaterThanOrEqual(0);
          expect(target.x + 12).toBeLessThanOrEqual(size.width);
          expect(target.y + 12).toBeGreaterThanOrEqual(0);
          expect(target.y + 12).toBeLessThanOrEqual(size.height);
        }
      },
    ),
  );
});

test('higher risk is higher, more leverage further right, and points without known leverage before the axis', () => {
  const { targets = [] } = drawScatter([pointOf(20, 0.1, 0), pointOf(70, 0.3, 1), pointOf(90, null, 2)], {
    words,
    width: 760,
    height: 340,
    stripWidth: 120,
  });
  const [low, high, unknown] = targets.flatMap((target) => ('d' in target ? [] : [target]));
  expect(low && high && unknown && [high.y < low.y, high.x > low.x, unknown.x < low.x, unknown.y < high.y]).toEqual([
    true,
    true,
    true,
    true,
  ]);
});

test('the scale includes the largest share with few marks', () => {
  expect(leverageScale([{ leverage: 0.18 }])).toMatchObject({ end: expect.closeTo(0.2) });
  expect(leverageScale([{ leverage: null }]).ticks).toHaveLength(3);
  for (const leverage of [0.001, 0.05, 0.31, 0.99, 1]) {
    const { end, ticks } = leverageScale([{ leverage }]);
    expect([end >= leverage, ticks.length >= 2, ticks.length <= 6]).toEqual([true, true, true]);
  }
});
