import type { Band } from '#scoring';
import { bandMark } from '~/ui/drawing/band-mark';
import type { Drawing, Shape } from '~/ui/drawing/shapes';
import { shownScore } from '~/ui/shown-score';
import { placeLabels } from './place-labels';
import type { Mark, RiskMap } from './read-risk-map.server';

const sizes: Record<Band, number> = { severe: 19, high: 16, elevated: 13, moderate: 11, low: 9 };
/** How many of the suppliers in the highest band are named, and how many open their page. */
const named = 7;
const linked = 40;
const longest = 26;

const cut = (name: string) => (name.length > longest ? `${name.slice(0, longest - 1).trimEnd()}…` : name);

/** The marks that are named: of one band only, since to name some of suppliers with nearly equal scores would set them apart. The riskiest first. */
export function namedOf<Any extends Pick<Mark, 'band'>>(marks: readonly Any[]): Any[] {
  const highest = marks.some(({ band }) => band === 'severe') ? 'severe' : 'high';
  return marks.filter(({ band }) => band === highest).slice(0, named);
}

const longestOf = (lines: readonly string[] = []): string => lines.reduce((long, line) => (line.length > long.length ? line : long), '');

/** What lies above the land (world-land.svg): the countries of suppliers shaded, a mark of its band for each, the riskiest on top and named, with why. `reasons`: by public id. Targets are public ids. */
export function drawRiskMap(
  { width, height, own, marks }: Pick<RiskMap, 'width' | 'height' | 'own' | 'marks'>,
  reasons: ReadonlyMap<string, string>,
): Drawing {
  const shapes: Shape[] = own.map((d) => ({ kind: 'path', d, tone: 'land-own' }));
  const top = namedOf(marks);
  const lines = top.map(({ publicId, name, score }) => [`${cut(name)} · ${shownScore(score)}`, cut(reasons.get(publicId) ?? '')] as const);
  const labels = placeLabels(
    top.map(({ x, y }, at) => ({ x, y, text: longestOf(lines[at]) })),
    { width, height, avoid: marks.filter((mark) => !top.includes(mark)), lines: 2 },
  );
  for (const [at, label] of labels.entries()) {
    const mark = top[at];
    if (label && mark) shapes.push({ kind: 'line', x1: label.from.x, y1: label.from.y, x2: mark.x, y2: mark.y, tone: 'axis', weight: 0.8 });
  }
  for (const { band, x, y } of [...marks].reverse()) shapes.push(...bandMark(band, { cx: x, cy: y, size: sizes[band] }));
  for (const [at, label] of labels.entries())
    if (label)
      shapes.push(
        {
          ...{ kind: 'text', x: label.x, y: label.y - 14, text: lines[at]?.[0] ?? '', size: 12, anchor: label.anchor, strong: true },
          tone: top[at]?.band === 'severe' ? 'mark-severe' : 'ink',
        },
        { kind: 'text', x: label.x, y: label.y, text: lines[at]?.[1] ?? '', size: 12, anchor: label.anchor, tone: 'muted' },
      );
  return { width, height, shapes, rows: [], targets: marks.slice(0, linked).reverse().map(targetOf) };
}

function targetOf({ publicId, x, y }: Mark) {
  return { id: publicId, x: x - 12, y: y - 12, width: 24, height: 24 };
}
