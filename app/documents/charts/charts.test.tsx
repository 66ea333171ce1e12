import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { bands, parameterAt } from '#scoring';
import { BandLine, BandLineCompact } from './band-line';
import { bandAt, bandStarts, shownScore } from '~/ui/shown-score';
import { drawBandLine, placeOnLine } from './band-line-geometry';
import { bandMark } from '~/ui/drawing/band-mark';
import type { Shape } from '~/ui/drawing/shapes';
import { Waterfall } from './waterfall';
import { drawWaterfall, waterfallRows } from './waterfall-geometry';
import { bandLineWords, type WaterfallResult, waterfallInput, waterfallTitle, waterfallWords } from './labels';

/** How wide a part of a silhouette is, with its outline. */
function widthOf(shape: Shape): number {
  if (shape.kind === 'ring' || shape.kind === 'disc') return 2 * shape.r + (shape.kind === 'ring' ? (shape.weight ?? 1) : 0);
  if (shape.kind !== 'path') return 0;
  const xs = [...shape.d.matchAll(/[ML](-?[\d.]+) /g)].map(([, x]) => Number(x));
  return Math.max(...xs) - Math.min(...xs);
}

const result: WaterfallResult = {
  components: [
    { id: 'country', rule: 'R1', label: 'Country', points: -6.2, error: 7, known: true },
    { id: 'sector', rule: 'R2', label: 'Sector', points: 9, error: 6, known: true },
    { id: 'migrant', rule: 'R4', label: 'Migrants', points: 15.5, error: 1.5, known: true },
    { id: 'agency', rule: 'R4', label: 'Agency', points: 0, error: 4, known: false },
  ],
  domains: [
    { domain: 'policy', label: 'Policy', weight: 8, effectiveness: 0.5, credit: -1.6, questions: 8, answered: 8 },
    { domain: 'hours', label: 'Hours', weight: 8, effectiveness: 0, credit: 0, questions: 1, answered: 0 },
    { domain: 'remedy', label: 'Remedy', weight: 8, effectiveness: 0.5, credit: -18.9, questions: 9, answered: 9 },
  ],
  lines: { inherent: 68.3, controlCredit: -20.5, findingsUplift: 5.8, overrideUplift: 0 },
  score: 53.6,
};

describe('waterfall', () => {
  test('each step begins where the previous one ended and the last is the score', () => {
    const rows = waterfallRows(waterfallInput(result, 'en'), waterfallWords('en'));
    let at = 50;
    for (const row of rows) {
      if (row.kind !== 'part') expect(row.to).toBe(at);
      else expect(row.from).toBe(at);
      at = row.to;
    }
    expect(at).toBe(53.6);
    expect(rows.map((row) => row.id)).not.toContain('residual-rounding');
    for (const empty of ['hours', 'agency']) expect(rows.map((row) => row.id)).not.toContain(empty);
  });

  test('shown parts add up to the shown score for all parts', () => {
    const points = fc.integer({ min: -300, max: 600 }).map((value) => value / 10);
    fc.assert(
      fc.property(fc.array(points, { maxLength: 11 }), points, points, points, points, (parts, inherent, credit, findings, score) => {
        const input = {
          components: parts.map((value, index) => ({ id: `c${index}`, label: 'c', points: value })),
          domains: [{ id: 'policy', label: 'p', points: -credit }],
          lines: { inherent, controlCredit: -credit, findingsUplift: findings, overrideUplift: 0 },
          score,
        };
        const shown = waterfallRows(input, waterfallWords('en')).filter((row) => row.kind === 'part');
        const tenths = shown.reduce((sum, row) => sum + Math.round(row.points * 10), 0);
        return tenths === Math.round(score * 10) - 500;
      }),
    );
  });

  test('a floor is a step of its own up to the score', () => {
    const raised = { ...result, lines: { ...result.lines, overrideUplift: 26.4 }, score: 80 };
    const rows = waterfallRows(waterfallInput(raised, 'en'), waterfallWords('en'));
    expect(rows.find(({ id }) => id === 'overrideUplift')).toMatchObject({ points: 26.4, from: 53.6, to: 80, tone: 'override' });
    expect(rows.map(({ id }) => id)).not.toContain('residual-rounding');
    expect(waterfallTitle(raised, 'en')).toContain('32.2');
  });

  test('shows a note when there is no credit', () => {
    const bare = { ...result, domains: [], lines: { ...result.lines, controlCredit: 0, findingsUplift: 0 }, score: 68.3 };
    const rows = waterfallRows(waterfallInput(bare, 'en'), waterfallWords('en'));
    expect(rows.find((row) => row.id === 'controlCredit')).toMatchObject({ kind: 'part', points: 0 });
    expect(waterfallTitle(bare, 'en')).toContain('no credit for controls');
  });

  test('bars stay inside the drawing and have one strip each', () => {
    const words = waterfallWords('fr');
    const rows = waterfallRows(waterfallInput(result, 'fr'), words);
    for (const width of [330, 720]) {
      const drawing = drawWaterfall(rows, { words, width });
      expect(drawing.rows).toHaveLength(rows.length);
      for (const shape of drawing.shapes) if (shape.kind === 'rect') expect(shape.x + shape.width).toBeLessThanOrEqual(width);
    }
  });

  test('a score beyond 100 stays inside the drawing, whose axis is extended', () => {
    const region = { id: 'region' as const, rule: 'R3' as const, label: 'Region', points: 63.1, error: 6, known: true };
    const severe = { ...result, components: [...result.components, region], domains: [], score: 131.4 };
    const words = waterfallWords('en');
    const lines = { inherent: 131.4, controlCredit: 0, findingsUplift: 0, overrideUplift: 0 };
    const drawing = drawWaterfall(waterfallRows(waterfallInput({ ...severe, lines }, 'en'), words), { words, width: 720 });
    for (const shape of drawing.shapes) if (shape.kind === 'rect') expect(shape.x + shape.width).toBeLessThanOrEqual(720);
    expect(drawing.shapes.some((shape) => shape.kind === 'text' && shape.text === '150')).toBe(true);
  });

  test('renders links, an equivalent table and no style attribute', () => {
    const html = renderToStaticMarkup(<Waterfall result={result} hrefFor={(id) => `#trace-${id}`} />);
    expect(html).not.toContain('style=');
    expect(html).toContain('href="#trace-country"');
    expect(html).toContain('<table>');
    expect(html).toContain('\u221218.9');
  });
});

describe('band line', () => {
  test('the bands are those of the method (R8.bands)', () => {
    const { moderate, elevated, high, severe } = parameterAt('R8.bands', '2026-11-24').value;
    expect(bandStarts.map((entry) => entry.from)).toEqual([0, moderate, elevated, high, severe]);
  });

  test('a shown score is in the band of the score, and within the scale', () => {
    expect([79.6, 79.4, 80, 24.9, 64.5, 56.5, -3.2, 131.5].map(shownScore)).toEqual([79, 79, 80, 24, 64, 57, 0, 100]);
  });

  test('bands begin at their edges', () => {
    expect([0, 24.9, 25, 45, 64.9, 65, 79.9, 80, 100].map(bandAt)).toEqual([
      'low',
      'low',
      'moderate',
      'elevated',
      'elevated',
      'high',
      'high',
      'severe',
      'severe',
    ]);
  });

  test('positions rise with the score and stay inside', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 0, max: 100, noNaN: true }), (a, b) => {
        const [x, y] = [placeOnLine(Math.min(a, b), 300), placeOnLine(Math.max(a, b), 300)];
        return x <= y && x >= 0 && y <= 300;
      }),
    );
  });

  test('the silhouettes of bands differ without colour and grow with the risk', () => {
    const marks = [...bands, null].map((band) => bandMark(band, { cx: 8, cy: 8, size: 16 }));
    const outlines = marks.map((shapes) => JSON.stringify(shapes.map(({ tone: _, ...shape }) => shape)));
    expect(new Set(outlines).size).toBe(6);
    const widths = marks.slice(0, 5).map((shapes) => Math.max(...shapes.map(widthOf)));
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
    expect(Math.max(...widths)).toBeLessThanOrEqual(16);
  });

  test('a silhouette is drawn around its point at any size', () => {
    expect(bandMark('high', { cx: 100, cy: 50, size: 8 })[0]).toMatchObject({
      kind: 'path',
      d: 'M100 46.9L103.5 53L96.5 53Z',
      tone: 'band-high',
    });
  });

  test('without a score the line is hatched, with a note', () => {
    const reading = { score: null };
    const drawing = drawBandLine(reading, { words: bandLineWords(reading, 'fr'), width: 400 });
    expect(drawing.shapes.some((shape) => shape.kind === 'disc' && shape.tone === 'mark')).toBe(false);
    expect(drawing.shapes.filter((shape) => shape.kind === 'line' && shape.tone === 'hatch').length).toBeGreaterThan(20);
    expect(JSON.stringify(drawing.shapes)).toContain('Sans score');
  });

  test('renders score, interval and prior as text and without style attributes', () => {
    const html = renderToStaticMarkup(<BandLine reading={{ score: 55.7, low: 49, high: 68, prior: 61 }} />);
    expect(html).toContain('Risk is elevated: 56, 90% interval from 49 to 68');
    expect(html).not.toContain('style=');
    expect(renderToStaticMarkup(<BandLineCompact reading={{ score: null }} />)).toContain('aria-label="No score"');
  });

  test('values beyond the scale are shown at its end, without a meaningless interval', () => {
    const html = renderToStaticMarkup(<BandLine reading={{ score: 131.4, low: 104.7, high: 158.4 }} />);
    expect(html).toContain('Risk is severe: 100, with the whole interval at the end of the scale');
    expect(html).toContain('<td>100</td>');
    expect(html).not.toMatch(/131|158|90%/);
  });
});
