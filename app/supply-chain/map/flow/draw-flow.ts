import { bands } from '#scoring';
import { m } from '~/paraglide/messages';
import { bandMark } from '~/ui/drawing/band-mark';
import type { Drawing, Shape, Tone } from '~/ui/drawing/shapes';
import { formatNumber } from '~/ui/format';
import { shownScore } from '~/ui/shown-score';
import { tierLabel } from '../labels';
import { wrapText } from './wrap-text';
import { columnSummary } from './labels';
import { drawUnknown, outline, swatch } from './draw-unknown';
import { type FlowBox, type FlowShown, you } from './flow';
import { curve, flowLines } from './flow-lines';
import { layOutFlow, type Place, size } from './lay-out-flow';

/** Width of a character of the drawing's type in parts of its size, on the safe side. */
const perLetter = 0.56;

/**
 * The tier flow as a drawing: the organization as a bar, each tier a column of boxes, flows between neighbouring columns behind the boxes, the highest-risk path over
 * them. Targets are the boxes. `undrawn` counts links that have no line. Pure.
 */
export function drawFlow(
  shown: FlowShown,
  { open, isNarrow = false }: { open: string | null; isNarrow?: boolean },
): Drawing & { undrawn: number } {
  const layout = layOutFlow(shown.columns, isNarrow);
  const boxes = shown.columns.flatMap((column) => column.boxes);
  const opened = new Set(boxes.flatMap((box) => (box.depth > 0 || box.party?.publicId === open ? [box.id] : [])));
  const { lines, undrawn } = flowLines(shown, layout, opened);
  const shapes: Shape[] = [];
  for (const { d, weight, from, to } of lines)
    shapes.push({ kind: 'path', d, weight, tone: opened.has(from) || opened.has(to) ? 'flow-open' : 'flow' });
  shapes.push(...pathLines(shown, layout));
  shapes.push({ kind: 'rect', ...at(layout.bar), tone: 'prior' });
  shapes.push(...heading(0, { tier: 0, second: '' }));
  shown.columns.forEach((column, place) => {
    const { x = 0 } = layout.columns[place] ?? {};
    shapes.push(...heading(x, { tier: column.tier, second: column.count === 0 ? '' : columnSummary(column) }));
  });
  const onPath = new Set(shown.path?.boxes);
  for (const box of boxes) {
    const place = layout.places.get(box.id);
    if (place) shapes.push(...drawBox(box, place, { isOpen: box.isOpen || box.party?.publicId === open, isOnPath: onPath.has(box.id) }));
  }
  return {
    width: Math.max(layout.width, ...shapes.map(endOf)),
    height: layout.height,
    shapes,
    rows: [],
    targets: boxes.flatMap(({ id }) => {
      const place = layout.places.get(id);
      return place ? [{ id, ...at(place) }] : [];
    }),
    undrawn,
  };
}

/** Where a text that begins at its place ends, with a margin: the heading of the last column may be longer than its boxes. */
const endOf = (shape: Shape): number =>
  shape.kind === 'text' && (shape.anchor ?? 'start') === 'start'
    ? Math.ceil(shape.x + shape.text.length * shape.size * perLetter) + size.margin
    : 0;

const at = ({ x, y, width, height }: Place) => ({ x, y, width, height });

function heading(x: number, { tier, second }: { tier: number | null; second: string }): Shape[] {
  const start = Math.max(x, size.margin);
  return [
    { kind: 'text', x: start, y: size.margin + 12, text: tier === 0 ? m.map_you() : tierLabel(tier), size: 14, tone: 'ink', strong: true },
    ...(second === '' ? [] : [{ kind: 'text' as const, x: start, y: size.margin + 29, text: second, size: 12, tone: 'muted' as const }]),
  ];
}

/** The path from box to box, where both are in neighbouring columns. */
function pathLines({ path }: FlowShown, layout: ReturnType<typeof layOutFlow>): Shape[] {
  if (path === null) return [];
  const tone: Tone = path.band === null ? 'ink' : `mark-${path.band}`;
  return path.boxes.slice(1).flatMap((to, step): Shape[] => {
    const from = layout.places.get(path.boxes[step] ?? '');
    const end = to === you ? layout.bar : layout.places.get(to);
    if (!from || !end || from.column - end.column !== 1) return [];
    const y = from.y + from.height / 2;
    const d = curve({ x: from.x, y }, { x: end.x + end.width, y: to === you ? y : end.y + end.height / 2 });
    return [{ kind: 'path', d, tone, weight: 2.5 }];
  });
}

function drawBox(box: FlowBox, place: Place, { isOpen, isOnPath }: { isOpen: boolean; isOnPath: boolean }): Shape[] {
  if (box.kind === 'unknown') return drawUnknown(box, place);
  const { x, y, width, height } = place;
  const isLow = height < size.box;
  const shapes: Shape[] = [{ kind: 'rect', ...at(place), tone: isOpen ? 'box-open' : isOnPath ? 'box-path' : 'box' }];
  const cy = isLow ? y + height / 2 : y + 16;
  if (box.worst !== null || box.counts.none > 0) shapes.push(...bandMark(box.worst, { cx: x + 15, cy, size: 15 }));
  const end = box.party ? (box.party.score === null ? '' : formatNumber(shownScore(box.party.score))) : formatNumber(box.count);
  const unknown = box.unknown > 0 && !isLow ? m.map_box_unknown_short({ count: formatNumber(box.unknown) }) : '';
  const right = x + width - 9;
  shapes.push({ kind: 'text', x: right, y: cy + 4, text: end, size: 12.5, tone: box.party ? 'ink' : 'muted', anchor: 'end' });
  const isMarked = box.party !== null && box.unknown > 0;
  if (isMarked) shapes.push(...swatch(right - (end.length * 7 + 14), cy - 5));
  const room = width - 30 - 12 - end.length * 7.5 - (isMarked ? 16 : 0);
  const second = width - 30 - 12 - unknown.length * 10.5 * perLetter;
  const isStrong = isOpen || box.worst === 'severe' || box.worst === 'high';
  const lengths = [room, ...(isLow ? [] : [second])].map((each) => Math.floor(each / (12.5 * (isStrong ? 0.58 : perLetter))));
  for (const [line, text] of wrapText(box.label, lengths).entries())
    shapes.push({ kind: 'text', x: x + 29, y: cy + 4 + line * 14, text, size: 12.5, tone: 'ink', strong: isStrong });
  if (unknown !== '') shapes.push({ kind: 'text', x: right, y: cy + 18, text: unknown, size: 10.5, tone: 'muted', anchor: 'end' });
  return isLow ? shapes : [...shapes, ...composition(box, place)];
}

/** The suppliers of a box by band as parts of a bar, the highest band first, then those not scored. */
function composition({ counts, count }: FlowBox, { x, y, width, height }: Place): Shape[] {
  const inner = width - 8;
  let start = x + 4;
  return [...bands.toReversed(), 'none' as const].flatMap((band): Shape[] => {
    const part = (counts[band] / Math.max(1, count)) * inner;
    if (part === 0) return [];
    const box = { x: start, y: y + height - 8, width: part, height: 4 };
    start += part;
    if (band === 'none') return [{ kind: 'path', d: outline(box), tone: 'hatched' }];
    return band === 'low'
      ? [
          { kind: 'rect', ...box, tone: 'band-low' },
          { kind: 'path', d: outline(box), tone: 'axis', weight: 0.8 },
        ]
      : [{ kind: 'rect', ...box, tone: `band-${band}` }];
  });
}
