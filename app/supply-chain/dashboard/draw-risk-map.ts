import type { Band } from '#scoring';
import { bandMark } from '~/ui/drawing/band-mark';
import type { Drawing, Shape } from '~/ui/drawing/shapes';
import { shownScore } from '~/ui/shown-score';
import { placeLabels } from './place-labels';
import type { Mark, RiskMap } from './read-risk-map.server';

const sizes: Record<Band, number> = { severe: 19, high: 16, elevated: 13, moderate: 11, low: 9 };
/** How many of the suppliers in the highest band are named, and how many open their page. */
const mostNamed = 7;
const linked = 40;
const longest = 26;

const cut = (name: string) => (name.length > longest ? `${name.slice(0, longest - 1).trimEnd()}…` : name);

/** The marks that are named: of one band only, since to name some of suppliers with nearly equal scores would set them apart. The riskiest first. */
export function namedOf<Any extends Pick<Mark, 'band'>>(marks: readonly Any[]): Any[] {
  const highest = marks.some(({ band }) => band === 'severe') ? 'severe' : 'high';
  return marks.filter(({ band }) => band === highest).slice(0, mostNamed);
}

/** What lies above the land (world-land.svg): the countries of suppliers shaded, a mark of its band for each, the riskiest on top and named, with why. `reasons`: by public id. Targets are public ids. */
export function drawRiskMap(
  { width, height, own, marks }: Pick<RiskMap, 'width' | 'height' | 'own' | 'marks'>,
  reasons: ReadonlyMap<string, string>,
): Drawing {
  const shapes: Shape[] = own.map((d) => ({ kind: 'path', d, tone: 'land-own' }));
  const top = namedOf(marks);
  const named = top.map((mark) => {
    const reason = reasons.get(mark.publicId);
    return { ...mark, title: `${cut(mark.name)} · ${shownScore(mark.score)}`, ...(reason === undefined ? {} : { reason: cut(reason) }) };
  });
  const labels = placeLabels(
    named.map(({ x, y, title, reason }) => ({ x, y, text: reason !== undefined && reason.length > title.length ? reason : title })),
    { width, height, avoid: marks.filter((mark) => !top.includes(mark)), lines: 2 },
  );
  const labelled = named.flatMap((mark, at) => {
    const label = labels[at];
    return label ? [{ mark, label }] : [];
  });
  for (const { mark, label } of labelled)
    shapes.push({ kind: 'line', x1: label.from.x, y1: label.from.y, x2: mark.x, y2: mark.y, tone: 'axis', weight: 0.8 });
  for (const { band, x, y } of [...marks].reverse()) shapes.push(...bandMark(band, { cx: x, cy: y, size: sizes[band] }));
  for (const { mark, label } of labelled) {
    const { x, y, anchor } = label;
    const tone = mark.band === 'severe' ? 'mark-severe' : 'ink';
    shapes.push({ kind: 'text', x, y: y - 14, text: mark.title, size: 12, anchor, strong: true, tone });
    if (mark.reason !== undefined) shapes.push({ kind: 'text', x, y, text: mark.reason, size: 12, anchor, tone: 'muted' });
  }
  return { width, height, shapes, rows: [], targets: marks.slice(0, linked).reverse().map(targetOf) };
}

function targetOf({ publicId, x, y }: Mark) {
  return { id: publicId, x: x - 12, y: y - 12, width: 24, height: 24 };
}
