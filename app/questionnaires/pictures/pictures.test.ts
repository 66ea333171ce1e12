import { expect, it } from 'vitest';
import { instrument, questionsOf } from '#scoring';
import { pictureOf, pictures } from './pictures';

const core = questionsOf(instrument('workshop-core@1.0.0'));

it('has a picture for every question of the core, one for all rows of a table, and none that is not asked', () => {
  expect(core.filter((question) => pictureOf(question) === null).map(({ key }) => key)).toEqual([]);
  const drawn = new Set(core.map((question) => pictureOf(question)));
  expect(Object.keys(pictures).filter((key) => !drawn.has(key))).toEqual([]);
});

it('draws no two pieces of a picture at the same place', () => {
  for (const [key, pieces] of Object.entries(pictures))
    expect(new Set(pieces.map(({ x = 0, y = 0 }) => `${x} ${y}`)).size, key).toBe(pieces.length);
});
