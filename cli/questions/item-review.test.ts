import { describe, expect, it } from 'vitest';
import { countCodes, ownQuestionKeys, reviewOfEditionOne, reviewsOfEditionTwo } from './item-review';

const one = reviewOfEditionOne();
const two = reviewsOfEditionTwo();
const found = new Map(Object.values(one.instruments).flatMap((items) => items.map((each) => [each.key, each.codes] as const)));

describe('the review of questions', () => {
  it('found a problem in 585 of the 647 items of edition one', () => {
    const items = Object.values(one.instruments).flat();
    const asked = Object.keys(one.instruments).flatMap(ownQuestionKeys);
    expect([items.length, asked.length]).toEqual([585, 647]);
    expect(Object.fromEntries(countCodes(items.map(({ codes }) => [...codes])))).toMatchObject({
      D: 235,
      T: 226,
      J: 142,
      F: 142,
      U: 84,
      S: 55,
      M: 68,
    });
  });

  it('names what became of every item: replaced in edition two, or dropped with the reason', () => {
    const settled = new Set(
      two.flatMap(({ items, dropped }) => [...items.flatMap(({ replaces }) => replaces), ...dropped.map(({ key }) => key)]),
    );
    const asked = Object.keys(one.instruments).flatMap(ownQuestionKeys);
    expect(asked.filter((key) => !settled.has(key))).toEqual([]);
  });

  it.each(two.map((each) => [each.instrument, each] as const))(
    'has each question of %s once, with the codes of what it replaces',
    (instrument, review) => {
      const keys = review.items.map(({ key }) => key);
      expect([...keys].sort()).toEqual(ownQuestionKeys(instrument).sort());
      const wrong = review.items.flatMap(({ before }) =>
        Object.entries(before).flatMap(([key, codes]) =>
          [...codes].sort().join('') === [...(found.get(key) ?? '')].sort().join('') ? [] : [key],
        ),
      );
      expect(wrong).toEqual([]);
    },
  );

  it('leaves fewer items of edition two with each problem than edition one had', () => {
    const before = countCodes(Object.values(one.instruments).flatMap((items) => items.map(({ codes }) => [...codes])));
    const after = countCodes(two.flatMap(({ items }) => items.map(({ left }) => left.map(({ code }) => code))));
    expect([...after].filter(([code, count]) => count >= (before.get(code) ?? 0))).toEqual([]);
  });
});
