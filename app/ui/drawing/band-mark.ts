import type { Band } from '#scoring';
import type { Shape } from './shapes';

const octagon: readonly Point[] = [
  [4.9, 0.6],
  [11.1, 0.6],
  [15.4, 4.9],
  [15.4, 11.1],
  [11.1, 15.4],
  [4.9, 15.4],
  [0.6, 11.1],
  [0.6, 4.9],
];
const exclamation: readonly Point[] = [
  [7, 3.6],
  [9, 3.6],
  [8.7, 9.2],
  [7.3, 9.2],
];
const triangle: readonly Point[] = [
  [8, 1.8],
  [15, 14],
  [1, 14],
];
const diamond: readonly Point[] = [
  [8, 1.6],
  [14.4, 8],
  [8, 14.4],
  [1.6, 8],
];

type Point = readonly [number, number];

/**
 * The silhouette of a band around a point, within a square box of `size`: a small ring, a circle with its lower half filled, a diamond, a triangle, the largest
 * an octagon with "!"; a dashed ring when not scored. Size, darkness and hue rise together, so that bands are told apart in grey at 12 units.
 */
export function bandMark(band: Band | null, { cx, cy, size }: { cx: number; cy: number; size: number }): Shape[] {
  const scale = size / 16;
  const at = ([x, y]: Point) => `${round(cx + (x - 8) * scale)} ${round(cy + (y - 8) * scale)}`;
  const outline = (points: readonly Point[]) => `M${points.map(at).join('L')}Z`;
  const weightOf = (weight: number) => round(Math.max(0.8, weight * scale));
  switch (band) {
    case 'severe':
      return [
        { kind: 'path', d: outline(octagon), tone: 'band-severe' },
        { kind: 'path', d: outline(exclamation), tone: 'on-severe' },
        { kind: 'disc', cx, cy: round(cy + 3.7 * scale), r: round(1.2 * scale), tone: 'on-severe' },
      ];
    case 'high':
      return [
        { kind: 'path', d: outline(triangle), tone: 'band-high' },
        { kind: 'path', d: outline(triangle), tone: 'mark-high', weight: weightOf(1.2) },
      ];
    case 'elevated':
      return [
        { kind: 'path', d: outline(diamond), tone: 'band-elevated' },
        { kind: 'path', d: outline(diamond), tone: 'mark-elevated', weight: weightOf(1.3) },
      ];
    case 'moderate': {
      const r = round(5.1 * scale);
      return [
        { kind: 'disc', cx, cy, r, tone: 'ground' },
        { kind: 'path', d: `M${at([2.9, 8])}A${r} ${r} 0 0 0 ${at([13.1, 8])}Z`, tone: 'mark-moderate' },
        { kind: 'ring', cx, cy, r, tone: 'mark-moderate', weight: weightOf(1.5) },
      ];
    }
    case 'low': {
      const r = round(4.2 * scale);
      return [
        { kind: 'disc', cx, cy, r, tone: 'ground' },
        { kind: 'ring', cx, cy, r, tone: 'mark-low', weight: weightOf(1.5) },
      ];
    }
    case null: {
      const r = round(5 * scale);
      const circle = `M${at([3, 8])}A${r} ${r} 0 1 1 ${at([13, 8])}A${r} ${r} 0 1 1 ${at([3, 8])}`;
      return [{ kind: 'path', d: circle, tone: 'mark-none', weight: weightOf(1.3), dash: [round(2 * scale), round(1.7 * scale)] }];
    }
  }
}

const round = (value: number) => Math.round(value * 100) / 100;
