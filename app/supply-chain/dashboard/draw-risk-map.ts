import type { Band } from '#scoring';
import { bandMark } from '~/ui/drawing/band-mark';
import type { Drawing, Shape } from '~/ui/drawing/shapes';
import { shownScore } from '~/ui/shown-score';
import { placeLabels } from './place-labels';
import type { Mark, RiskMap } from './read-risk-map.server';

const sizes: Record<Band, number> = { severe: 19, high: 16, elevated: 13, moderate: 11, low: 9 };
/** How many of the riskiest suppliers are named, and how many open their page. */
const named = 7;
const linked = 40;
const longest = 26;

const cut = (name: string) => (name.length > longest ? `${name.slice(0, longest - 1).trimEnd()}…` : name);

/** What lies above the land (world-land.svg): the countries of suppliers shaded, a mark of its band for each, the riskiest on top and named. Targets are public ids. */
export function drawRiskMap({ width, height, own, marks }: Pick<RiskMap, 'width' | 'height' | 'own' | 'marks'>): Drawing {
  const shapes: Shape[] = own.map((d) => ({ kind: 'path', d, tone: 'land-own' }));
  const top = marks.filter(({ band }) => band === 'severe' || band === 'high').slice(0, named);
  const labels = placeLabels(
    top.map(({ x, y, name, score }) => ({ x, y, text: `${cut(name)} · ${shownScore(score)}` })),
    { width, height, avoid: marks.filter((mark) => !top.includes(mark)) },
  );
  for (const [at, label] of labels.entries()) {
    const mark = top[at];
    if (label && mark) shapes.push({ kind: 'line', x1: label.from.x, y1: label.from.y, x2: mark.x, y2: mark.y, tone: 'axis', weight: 0.8 });
  }
  for (const { band, x, y } of [...marks].reverse()) shapes.push(...bandMark(band, { cx: x, cy: y, size: sizes[band] }));
  for (const [at, label] of labels.entries())
    if (label)
      shapes.push({
        ...{ kind: 'text', x: label.x, y: label.y, text: label.text, size: 12, anchor: label.anchor },
        ...(top[at]?.band === 'severe' ? { tone: 'mark-severe', strong: true } : { tone: 'ink' }),
      });
  return { width, height, shapes, rows: [], targets: marks.slice(0, linked).reverse().map(targetOf) };
}

function targetOf({ publicId, x, y }: Mark) {
  return { id: publicId, x: x - 12, y: y - 12, width: 24, height: 24 };
}
