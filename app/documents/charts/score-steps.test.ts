import { expect, test } from 'vitest';
import { drawScoreSteps } from './score-steps-geometry';

const draw = (...points: [on: string, score: number][]) =>
  drawScoreSteps(
    points.map(([on, score]) => ({ on, score, low: score - 8, high: score + 8 })),
    { width: 500, height: 100, dateLabel: (on) => on, scoreLabel: (score) => String(Math.min(100, Math.round(score))) },
  );
const discX = (...points: Parameters<typeof draw>) => draw(...points).shapes.find(({ kind }) => kind === 'disc');

test('draws scores as steps by day, the first and the last day under them, within the drawing', () => {
  const { shapes } = draw(['2026-01-01', 63], ['2026-11-24', 96], ['2026-11-30', 96]);
  const line = shapes.find((shape) => shape.kind === 'path' && shape.tone === 'ink');
  expect(line?.kind === 'path' && line.d).toMatch(/^M0 [\d.]+H[\d.]+V[\d.]+H[\d.]+V[\d.]+$/);
  const texts = shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
  expect(texts).toEqual(expect.arrayContaining(['80', '96', '2026-01-01', '2026-11-30']));
  for (const shape of shapes)
    if (shape.kind === 'text') expect(shape.x >= 0 && shape.x <= 500 && shape.y >= 0 && shape.y <= 100).toBe(true);
});

test('puts scores of one day at equal distances, and those beyond the scale at its end', () => {
  expect(discX(['2026-01-01', 50], ['2026-01-01', 60], ['2026-01-01', 70])).toMatchObject({ cx: 460 });
  const { shapes } = draw(['2026-01-01', 120], ['2026-02-01', 140]);
  expect(JSON.stringify(shapes)).not.toContain('NaN');
});
