import { expect, it } from 'vitest';
import { testsReachedBy } from './reach';

const distances = (...changed: string[]) => new Map(testsReachedBy(changed).map(({ file, distance }) => [file, distance]));

it('orders tests by the number of imports between them and the change', () => {
  const reached = testsReachedBy(['scoring/odds/country-points.ts']);
  expect(reached[0]?.distance).toBe(1);
  expect(reached.map(({ distance }) => distance)).toEqual(reached.map(({ distance }) => distance).toSorted((a, b) => a - b));
  const found = distances('scoring/odds/country-points.ts');
  expect(found.get('scoring/odds/country-points.test.ts')).toBe(1);
  expect(found.get('app/risk/scores/score-all.db.test.ts')).toBeGreaterThan(2);
});

it('reaches a changed test itself, and route tests through the route', () => {
  expect(distances('tests/routes/score.db.test.ts').get('tests/routes/score.db.test.ts')).toBe(0);
  expect(distances('app/routes/org/organizations/members.tsx').get('tests/routes/members.db.test.ts')).toBe(1);
});

it('reaches nothing from a file that no test imports, nor from a deleted one', () => {
  expect(testsReachedBy(['README.md', 'app/suppliers/gone/never-there.ts'])).toEqual([]);
});
