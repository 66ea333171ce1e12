import type { Band, Basis } from '#scoring';
import { bandMark } from '~/ui/drawing/band-mark';
import type { Shape, Tone } from '~/ui/drawing/shapes';
import { bandStarts, shownScore } from '~/ui/shown-score';

export const basisTones = { A: 'basis-a', B: 'basis-b', C: 'basis-c', D: 'basis-d', E: 'hatched' } as const satisfies Record<Basis, Tone>;
/** The order in which a paper names the bands, with what has no score last. */
export const bandOrder = ['severe', 'high', 'elevated', 'moderate', 'low', 'none'] as const;

const clamp = (value: number) => Math.min(100, Math.max(0, value));

const scale = (width: number, y: number): Shape[] => [
  { kind: 'line', x1: 0, x2: width, y1: y, y2: y, tone: 'axis', weight: 0.5 },
  ...bandStarts.slice(1).map(({ from }): Shape => {
    const x = (from / 100) * width;
    return { kind: 'line', x1: x, x2: x, y1: y - 3, y2: y + 3, tone: 'axis', weight: 0.5 };
  }),
];

/** A score with its interval on a line from 0 to 100. */
export function intervalShapes(
  { score, low, high }: { score: number; low: number; high: number },
  { width, y }: { width: number; y: number },
): Shape[] {
  const [from, at, to] = [low, score, high].map((value) => (clamp(value) / 100) * width) as [number, number, number];
  return [
    ...scale(width, y),
    { kind: 'rect', x: from, y: y - 2.2, width: Math.max(1, to - from), height: 4.4, tone: 'axis' },
    { kind: 'rect', x: Math.min(width - 1.8, Math.max(0, at - 0.9)), y: y - 4.5, width: 1.8, height: 9, tone: 'ink' },
  ];
}

/** A ring where the score was, an arrow to where it is. */
export function movementShapes({ from, to }: { from: number; to: number }, { width, y }: { width: number; y: number }): Shape[] {
  const [start, end] = [from, to].map((value) => 3 + (clamp(value) / 100) * (width - 6)) as [number, number];
  const back = end > start ? -5 : 5;
  return [
    ...scale(width, y),
    { kind: 'line', x1: start, x2: end, y1: y, y2: y, tone: 'ink', weight: 1.6 },
    { kind: 'path', d: `M${end} ${y}L${end + back} ${y - 3}L${end + back} ${y + 3}Z`, tone: 'ink' },
    { kind: 'disc', cx: start, cy: y, r: 2.4, tone: 'ground' },
    { kind: 'ring', cx: start, cy: y, r: 2.4, tone: 'ink', weight: 1.2 },
  ];
}

/** The mark of a band and its score on a ground of the band. */
export function riskShapes(band: Band, score: number, y: number): Shape[] {
  return [
    ...bandMark(band, { cx: 5, cy: y, size: 9 }),
    { kind: 'rect', x: 14, y: y - 6, width: 22, height: 12, tone: `band-${band}` },
    {
      ...{ kind: 'text', x: 25, y: y + 3, text: String(shownScore(score)), size: 8, anchor: 'middle', strong: true },
      tone: band === 'severe' || band === 'high' ? 'on-severe' : 'ink',
    },
  ];
}

/** What a score rests on: a letter in a disc, darker with more evidence. */
export function basisShapes(basis: Basis, { cx, y }: { cx: number; y: number }): Shape[] {
  const isDark = basis === 'A' || basis === 'B';
  return [
    { kind: 'disc', cx, cy: y, r: 5.6, tone: basis === 'D' || basis === 'E' ? 'ground' : basisTones[basis] },
    { kind: 'ring', cx, cy: y, r: 5.6, tone: isDark ? basisTones[basis] : 'muted', weight: 0.7 },
    { kind: 'text', x: cx, y: y + 2.6, text: basis, size: 7, tone: isDark ? 'on-severe' : 'ink', anchor: 'middle', strong: true },
  ];
}

type Part = { size: number; tone: Tone; text?: string; textTone?: Tone };

/** Parts in one bar of full width, each framed, with its number where there is room. */
export function barShapes(parts: readonly Part[], { width, height }: { width: number; height: number }): Shape[] {
  const total = parts.reduce((sum, { size }) => sum + size, 0);
  let x = 0;
  return parts.flatMap(({ size, tone, text, textTone = 'ink' }): Shape[] => {
    const wide = total === 0 ? 0 : (size / total) * width;
    if (wide === 0) return [];
    const [start, end] = [x, x + wide];
    x = end;
    const box: Shape =
      tone === 'hatched'
        ? { kind: 'path', d: `M${start} 0L${end} 0L${end} ${height}L${start} ${height}Z`, tone }
        : { kind: 'rect', x: start, y: 0, width: wide, height, tone };
    const edge: Shape = { kind: 'path', d: `M${start} 0L${end} 0L${end} ${height}L${start} ${height}Z`, tone: 'ink', weight: 0.5 };
    const word: Shape[] =
      text !== undefined && wide > 5 * text.length + 2
        ? [{ kind: 'text', x: start + wide / 2, y: height / 2 + 3, text, size: 8, tone: textTone, anchor: 'middle', strong: true }]
        : [];
    return [box, edge, ...word];
  });
}
