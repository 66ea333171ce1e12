import type { Drawing, Shape, Target } from '~/ui/drawing/shapes';
import type { Span } from './rank-issues';
import { mostGrade } from './rights-lists';

/** An issue on the matrix: its number in the table, and its range. */
export type MatrixPoint = { number: number; severity: Span; likelihood: Span };

const left = 34;
const top = 26;
const foot = 38;

/**
 * Severity (vertical) against likelihood (horizontal), five by five. An issue is placed at its worst case, with its number; unknown scores give a broken ring,
 * with a broken line to the best case.
 */
export function drawMatrix(
  points: readonly MatrixPoint[],
  { words, width, height }: { words: { severity: string; likelihood: string }; width: number; height: number },
): Drawing {
  const [cellWidth, cellHeight] = [(width - left - 2) / mostGrade, (height - top - foot) / mostGrade];
  const bottom = height - foot;
  const xOf = (grade: number) => left + (grade - 0.5) * cellWidth;
  const yOf = (grade: number) => bottom - (grade - 0.5) * cellHeight;
  const shapes: Shape[] = [
    { kind: 'text', x: 0, y: 12, text: words.severity, size: 11, tone: 'ink', strong: true },
    { kind: 'text', x: width, y: height - 4, text: words.likelihood, size: 11, tone: 'ink', strong: true, anchor: 'end' },
  ];
  for (let grade = 1; grade <= mostGrade; grade++) {
    const [x, y] = [left + grade * cellWidth, bottom - grade * cellHeight];
    shapes.push(
      { kind: 'text', x: xOf(grade), y: bottom + 15, text: String(grade), size: 11, tone: 'muted', anchor: 'middle' },
      { kind: 'text', x: left - 8, y: yOf(grade) + 4, text: String(grade), size: 11, tone: 'muted', anchor: 'end' },
      { kind: 'line', x1: left, y1: y, x2: width - 2, y2: y, tone: 'hairline' },
      { kind: 'line', x1: x, y1: top, x2: x, y2: bottom, tone: 'hairline' },
    );
  }
  shapes.push(
    { kind: 'line', x1: left, y1: bottom, x2: width - 2, y2: bottom, tone: 'axis' },
    { kind: 'line', x1: left, y1: top, x2: left, y2: bottom, tone: 'axis' },
  );
  const targets: Target[] = [];
  const places = placePoints(points, { cellWidth, cellHeight, xOf, yOf });
  for (const { point, x, y } of places) {
    const isKnown = point.severity.low === point.severity.high && point.likelihood.low === point.likelihood.high;
    if (!isKnown)
      shapes.push({
        ...{ kind: 'line', x1: x, y1: y, x2: xOf(point.likelihood.low), y2: yOf(point.severity.low), tone: 'muted', dash: [3, 3] },
      });
  }
  for (const { point, x, y, r } of places) {
    const isKnown = point.severity.low === point.severity.high && point.likelihood.low === point.likelihood.high;
    shapes.push(
      { kind: 'disc', cx: x, cy: y, r, tone: 'land' },
      isKnown
        ? { kind: 'ring', cx: x, cy: y, r, tone: 'ink', weight: 1.6 }
        : { kind: 'path', d: circle(x, y, r), tone: 'ink', weight: 1.4, dash: [3, 2] },
      { kind: 'text', x, y: y + 4, text: String(point.number), size: 11, tone: 'ink', anchor: 'middle', strong: true },
    );
    targets.push({ id: String(point.number), x: x - r, y: y - r, width: 2 * r, height: 2 * r });
  }
  return { width, height, shapes, rows: [], targets };
}

const circle = (x: number, y: number, r: number) => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;

/** The marks of one cell are placed in rows, smaller where there are many. */
function placePoints(
  points: readonly MatrixPoint[],
  cell: { cellWidth: number; cellHeight: number; xOf: (grade: number) => number; yOf: (grade: number) => number },
) {
  const cells = new Map<string, MatrixPoint[]>();
  for (const point of points) {
    const key = `${point.severity.high}/${point.likelihood.high}`;
    cells.set(key, [...(cells.get(key) ?? []), point]);
  }
  return [...cells.values()].flatMap((group) => {
    let columns = 1;
    while (Math.floor(cell.cellHeight / (cell.cellWidth / columns)) * columns < group.length && columns < 12) columns += 1;
    const rows = Math.ceil(group.length / columns);
    const r = Math.min(11, cell.cellWidth / columns / 2 - 1, cell.cellHeight / rows / 2 - 1);
    return group.map((point, at) => ({
      point,
      r,
      x: cell.xOf(point.likelihood.high) + ((at % columns) - (Math.min(columns, group.length) - 1) / 2) * (cell.cellWidth / columns),
      y: cell.yOf(point.severity.high) + (Math.floor(at / columns) - (rows - 1) / 2) * (cell.cellHeight / rows),
    }));
  });
}
