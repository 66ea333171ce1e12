import { expect, test } from 'vitest';
import { listHead, placesOf } from './exported-columns';
import { supplierColumns } from './list-columns';

const named = (places: readonly number[]) => places.map((at) => listHead[at]);

test('a file has the columns that the list shows, in its order, or all of them', () => {
  expect(named(placesOf(['alerts', 'tier', 'due']))).toEqual([
    ...['id', 'name', 'status', 'band', 'score', 'score_low', 'score_high'],
    ...['state_imposed', 'alerts', 'tier_computed', 'tier_declared', 'due_on', 'link'],
  ]);
  expect(named(placesOf([]))).toEqual(['id', 'name', 'status', 'band', 'score', 'score_low', 'score_high', 'link']);
  expect(named(placesOf(null))).toEqual(listHead);
});

test('every column of the list is in a file at most once', () => {
  const places = placesOf(supplierColumns);
  expect(new Set(places).size).toBe(places.length);
});
