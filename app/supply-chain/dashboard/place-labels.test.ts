import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeLabels } from './place-labels';

const size = { width: 900, height: 330 };
const boxOf = ({ x, y, text, anchor }: { x: number; y: number; text: string; anchor: 'start' | 'end' }) => {
  const wide = text.length * 6.4;
  return { left: anchor === 'start' ? x : x - wide, right: anchor === 'start' ? x + wide : x, top: y - 11, bottom: y + 3 };
};

test('labels cover neither marks nor each other, and stay within the drawing', () => {
  const mark = fc.record({
    x: fc.integer({ min: 0, max: 900 }),
    y: fc.integer({ min: 0, max: 330 }),
    text: fc.stringMatching(/^[a-z]{1,24}$/),
  });
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 12 }), (marks) => {
      const boxes = placeLabels(marks, size).flatMap((placed) => (placed ? [boxOf(placed)] : []));
      const own = marks.map(({ x, y }) => ({ left: x - 9, right: x + 9, top: y - 9, bottom: y + 9 }));
      for (const [index, box] of boxes.entries()) {
        expect(box.left >= 0 && box.right <= size.width && box.top >= 0 && box.bottom <= size.height).toBe(true);
        for (const other of [...own, ...boxes.slice(index + 1)])
          expect(box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom).toBe(false);
      }
    }),
  );
});

test('a mark alone has its label beside it', () => {
  expect(placeLabels([{ x: 100, y: 100, text: 'Tarim · 96' }], size)).toEqual([
    { x: 122, y: 104, text: 'Tarim · 96', anchor: 'start', from: { x: 119, y: 100 } },
  ]);
});
