import { expect, test } from 'vitest';
import { can, roles } from '~/access/permissions';
import { tourOf } from './stories';

test('every role of a company and of a lender has a tour that begins at home and offers only pages it may open', () => {
  for (const kind of ['company', 'lender'])
    for (const role of roles) {
      const tour = tourOf({ kind, role });
      expect([kind, role, tour[0]?.key]).toEqual([kind, role, 'home']);
      expect(tour.length).toBeGreaterThan(4);
      for (const { needs } of tour) expect(needs === undefined || can(role, needs)).toBe(true);
    }
});

test('a viewer’s tour leaves out the import', () => {
  expect(tourOf({ kind: 'company', role: 'viewer' }).map(({ key }) => key)).not.toContain('import');
  expect(tourOf({ kind: 'company', role: 'manager' }).map(({ key }) => key)).toContain('import');
});
