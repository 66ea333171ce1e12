import { m } from '~/paraglide/messages';
import type { Shape } from '~/ui/drawing/shapes';
import { formatNumber } from '~/ui/format';
import type { FlowBox } from './flow';

type Area = { x: number; y: number; width: number; height: number };
export const outline = ({ x, y, width, height }: Area): string => {
  const round = (value: number) => Math.round(value * 10) / 10;
  return `M${round(x)} ${y}H${round(x + width)}V${y + height}H${round(x)}Z`;
};

/** The mark of suppliers that are not known. */
export function swatch(x: number, y: number): Shape[] {
  const area = { x, y, width: 10, height: 10 };
  return [
    { kind: 'path', d: outline(area), tone: 'hatched' },
    { kind: 'path', d: outline(area), tone: 'axis', weight: 1 },
  ];
}

/** The box of suppliers that are not known: hatched at its beginning, with a dashed edge. */
export function drawUnknown(box: Pick<FlowBox, 'label' | 'count' | 'of'>, place: Area): Shape[] {
  const { x, y, width, height } = place;
  return [
    { kind: 'path', d: outline({ x, y, width: 22, height }), tone: 'hatched' },
    { kind: 'path', d: outline(place), tone: 'axis', weight: 1, dash: [3, 2] },
    { kind: 'text', x: x + 29, y: y + 20, text: box.label, size: 12.5, tone: 'ink' },
    { kind: 'text', x: x + width - 9, y: y + 20, text: formatNumber(box.count), size: 12.5, tone: 'ink', anchor: 'end', strong: true },
    {
      kind: 'text',
      x: x + 29,
      y: y + 36,
      text: m.map_unknown_of({ all: formatNumber(box.of) }),
      size: 10.5,
      tone: 'muted',
    },
  ];
}
