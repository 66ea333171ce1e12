import { expect, it } from 'vitest';
import { type FlowBox, type FlowShown, noCounts, you } from './flow';
import { drawFlow } from './draw-flow';
import { layOutFlow } from './lay-out-flow';
import { wrapText } from './wrap-text';

const box = (tier: number, value: string, given: Partial<FlowBox> = {}): FlowBox => ({
  id: `${tier}/${value}`,
  kind: 'group',
  address: { tier, values: [value] },
  depth: 0,
  label: value,
  count: 3,
  of: 0,
  counts: { ...noCounts(), low: 3 },
  worst: 'low',
  unknown: 0,
  refused: 0,
  isOpen: false,
  party: null,
  ...given,
});
const shown: FlowShown = {
  grouping: 'country',
  columns: [1, 2, 3].map((tier) => ({
    tier,
    count: 12,
    atRisk: 0,
    boxes: [...['VN', 'IN', 'BD', 'PK'].map((value) => box(tier, value)), box(tier, '?', { kind: 'unknown' })],
  })),
  flows: [
    { from: '3/VN', to: '1/PK', links: 9 },
    { from: '2/VN', to: '2/PK', links: 4 },
    ...['VN', 'IN', 'BD', 'PK'].flatMap((value) => [
      { from: `1/${value}`, to: you, links: 3 },
      { from: `2/${value}`, to: '1/VN', links: 40 },
      { from: `1/BD`, to: `2/${value}`, links: 1 },
    ]),
  ],
  path: { boxes: ['3/PK', '2/IN', '1/BD', you], band: 'high', name: 'gin', score: 70, parties: [] },
  opened: null,
  crumbs: [],
};

it('draws every line between two columns, so that none passes behind a box, and counts the links without a line', () => {
  const drawing = drawFlow(shown, { open: null });
  const { places, bar } = layOutFlow(shown.columns);
  const columns = [bar, ...['1/VN', '2/VN', '3/VN'].flatMap((id) => places.get(id) ?? [])];
  const lines = drawing.shapes.flatMap((shape) =>
    shape.kind === 'path' && /^(flow|mark-high)/.test(shape.tone) && shape.weight ? [shape.d] : [],
  );
  expect(lines).toHaveLength(4 + 4 + 4 + 3);
  for (const d of lines) {
    const [x1 = 0, , , , , , x2 = 0] = d.match(/-?[\d.]+/g)?.map(Number) ?? [];
    const [left, right] = [Math.min(x1, x2), Math.max(x1, x2)];
    expect(columns.some(({ x, width }) => left < x + width && right > x)).toBe(false);
  }
  expect(drawing.undrawn).toBe(13);
});

it('keeps the lines of one side of a box within the box', () => {
  const drawing = drawFlow(shown, { open: null });
  const { places } = layOutFlow(shown.columns);
  const target = places.get('1/VN');
  const ends = drawing.shapes.flatMap((shape) => {
    if (shape.kind !== 'path' || shape.tone !== 'flow') return [];
    const [, , , , , , x2 = 0, y2 = 0] = shape.d.match(/-?[\d.]+/g)?.map(Number) ?? [];
    return x2 === (target?.x ?? 0) + (target?.width ?? 0) ? [y2] : [];
  });
  expect(ends).toHaveLength(4);
  expect(Math.min(...ends)).toBeGreaterThan(target?.y ?? 0);
  expect(Math.max(...ends)).toBeLessThan((target?.y ?? 0) + (target?.height ?? 0));
});

it('offers every box as a target, also one of unknown suppliers', () => {
  expect(drawFlow(shown, { open: null }).targets).toHaveLength(15);
});

it('breaks a label between words and cuts what does not fit', () => {
  expect(wrapText('Manufacture of wearing apparel', [20, 12])).toEqual(['Manufacture of', 'wearing app…']);
  expect(wrapText('India', [20, 12])).toEqual(['India']);
  expect(wrapText('Unbreakablelongname', [10, 12])).toEqual(['Unbreakab…']);
});

it('is wide enough for the heading of the last column, however many suppliers it counts', () => {
  const [first, second, third] = shown.columns;
  if (!first || !second || !third) throw new Error('three columns');
  const drawing = drawFlow({ ...shown, columns: [first, second, { ...third, count: 104_889, atRisk: 51_158 }] }, { open: null });
  expect(drawing.width).toBeGreaterThan(drawFlow(shown, { open: null }).width);
});
