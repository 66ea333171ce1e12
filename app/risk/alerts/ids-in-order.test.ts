import { expect, test } from 'vitest';
import { idsInOrder } from './ids-in-order';

test('IDs of records created together increase, are of version 7 and differ each time', () => {
  const ids = idsInOrder(5_000, Date.UTC(2026, 10, 30));
  expect([...ids].sort()).toEqual(ids);
  expect(new Set([...ids, ...idsInOrder(5_000, Date.UTC(2026, 10, 30))]).size).toBe(10_000);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(idsInOrder(0)).toEqual([]);
});
