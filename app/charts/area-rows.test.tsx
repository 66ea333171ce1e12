import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { validationReport } from '#scoring';
import { figureWord } from '~/features/method/validation-words';
import { AreaRows } from './area-rows';
import { type AreaRow, drawAreaRows, placeOfArea } from './area-rows-geometry';

const row = (value: number, low: number, high: number, mark: AreaRow['mark'] = 'index'): AreaRow => ({
  label: 'Rule of law',
  value,
  low,
  high,
  written: value.toFixed(2),
  mark,
});
const options = {
  width: 640,
  labelWidth: 210,
  from: 0.3,
  ticks: [{ at: 0.5, label: '0.5' }],
  lines: [{ at: 0.5, label: 'chance', isDashed: false }],
};

describe('rows of areas', () => {
  test('an area stands where it belongs, and never outside the scale', () => {
    const scale = { from: 0.2, left: 100, right: 500 };
    expect(placeOfArea(0.2, scale)).toBe(100);
    expect(placeOfArea(0.6, scale)).toBeCloseTo(300, 9);
    expect(placeOfArea(1, scale)).toBe(500);
    fc.assert(
      fc.property(fc.double({ min: -1, max: 2, noNaN: true }), fc.double({ min: -1, max: 2, noNaN: true }), (a, b) => {
        const [left, right] = [placeOfArea(Math.min(a, b), scale), placeOfArea(Math.max(a, b), scale)];
        expect(left >= 100 && right <= 500 && left <= right).toBe(true);
      }),
    );
  });

  test('the mark lies on its interval, ours is larger, population alone a ring', () => {
    const drawing = drawAreaRows([row(0.66, 0.55, 0.76, 'ours'), row(0.65, 0.5, 0.7), row(0.67, 0.5, 0.8, 'trap')], options);
    const bars = drawing.shapes.filter((shape) => shape.kind === 'rect');
    const marks = drawing.shapes.filter((shape) => shape.kind === 'disc' || shape.kind === 'ring');
    expect(marks.map((mark) => mark.kind)).toEqual(['disc', 'disc', 'ring']);
    for (const [at, mark] of marks.entries()) {
      const bar = bars[at];
      expect(bar && mark.cx >= bar.x && mark.cx <= bar.x + bar.width && mark.cy > bar.y && mark.cy < bar.y + bar.height).toBe(true);
    }
    expect((marks[0]?.r ?? 0) > (marks[1]?.r ?? 9)).toBe(true);
    for (const shape of drawing.shapes) if (shape.kind === 'text') expect(shape.y <= drawing.height && shape.x <= drawing.width).toBe(true);
  });

  test('on a narrow page labels stand above their rows', () => {
    const narrow = drawAreaRows([row(0.6, 0.5, 0.7)], { ...options, width: 330, labelWidth: 0 });
    const label = narrow.shapes.find((shape) => shape.kind === 'text' && shape.text === 'Rule of law');
    const bar = narrow.shapes.find((shape) => shape.kind === 'rect');
    expect(label?.kind === 'text' && bar?.kind === 'rect' && label.y <= bar.y).toBe(true);
  });

  test('a page shows title, legend and every value as words', () => {
    const html = renderToStaticMarkup(
      <AreaRows rows={[row(0.66, 0.55, 0.76, 'ours'), row(0.4, 0.28, 0.5)]} lines={[]} title="Our figure 0.66" legend="Full mark: ours" />,
    );
    for (const words of ['Our figure 0.66', 'Full mark: ours', '0.66', '0.40', 'Rule of law']) expect(html).toContain(words);
    expect(html).not.toContain('style=');
  });
});

test('every figure of the published report has a name', () => {
  const { countries, pairs, additions } = validationReport();
  for (const { figures } of [...countries, ...pairs, ...additions]) for (const { id } of figures) expect(figureWord(id), id).not.toBe(id);
});
