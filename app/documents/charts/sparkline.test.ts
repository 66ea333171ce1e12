import { expect, test } from 'vitest';
import { drawSparkline } from './sparkline-geometry';

const path = (points: readonly { on: string; score: number }[]) => {
  const [shape] = drawSparkline(points).shapes;
  return shape?.kind === 'path' ? shape.d : '';
};

test('steps lie at their distance in time, and a higher score lies higher', () => {
  const drawn = path([
    { on: '2026-01-01', score: 30 },
    { on: '2026-01-11', score: 50 },
    { on: '2026-01-21', score: 40 },
  ]);
  expect(drawn).toBe('M4 18H44V4H84V11');
});

test('a small change stays small', () => {
  const drawn = path([
    { on: '2026-01-01', score: 50 },
    { on: '2026-01-11', score: 51 },
  ]);
  expect(drawn).toBe('M4 11.4H84V10.6');
});

test('scores of one day follow each other', () => {
  const day = '2026-01-01';
  expect(path([30, 40, 50].map((score) => ({ on: day, score })))).toBe('M4 18H44V11H84V4');
});
