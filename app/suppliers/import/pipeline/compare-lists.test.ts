import { describe, expect, it } from 'vitest';
import { compareLists, knownFromPlan } from './compare-lists';
import type { Field } from './fields';
import { type PlanRow, planImport } from './plan';
import { validateTable } from './validate.server';

const columns: Field[] = ['supplierName', 'country', 'address', 'workers', 'lei', 'externalId'];
const options = { shape: 'list', suppliesUs: true } as const;
function listOf(...lines: string[]) {
  const rows = lines.map((line, at) => ({ rowNumber: at + 2, cells: columns.map((_, column) => line.split(',')[column] ?? '') }));
  const read = validateTable({ header: columns, rows, problems: [] }, { columns, defaults: {} });
  return { rows: read.flatMap(({ rowNumber, record }): PlanRow[] => (record ? [{ rowNumber, record }] : [])), options };
}
const before = listOf(
  'Alpha,India,1 Road,100',
  'Beta,India,2 Road,50',
  'Gamma,Nepal,3 Road,10',
  'Delta,India,4 Road,5,5493001KJTIIGC8Y1R12',
);

describe('a list that takes the place of another', () => {
  it('shows who came, who went, and what changed with the rows of either', () => {
    const after = listOf(
      'beta,IND,2 Road,60',
      'Alpha,India,1 Road,100',
      'Omega,India,9 Road,1',
      'Delta Renamed,India,4 Road,5,5493001KJTIIGC8Y1R12',
    );
    const { came, gone, changed, same } = compareLists(before, after);
    expect(came).toEqual([{ name: 'Omega', country: 'IN', row: 4 }]);
    expect(gone).toEqual([{ name: 'Gamma', country: 'NP', row: 4 }]);
    expect(changed.filter(({ name }) => name !== 'Delta')).toEqual([
      { name: 'Beta', country: 'IN', row: 2, fields: [{ field: 'workers', site: null, before: 50, after: 60 }] },
    ]);
    expect(same + changed.length).toBe(3);
  });
  it('says nothing of a list that is the same in another order', () => {
    const same = listOf(
      'Delta,India,4 Road,5,5493001KJTIIGC8Y1R12',
      'Gamma,Nepal,3 Road,10',
      'BETA,India,2 Road,50',
      'Alpha,India,1 Road,100',
    );
    expect(compareLists(before, same)).toEqual({ came: [], gone: [], changed: [], same: 4 });
  });
  it('tells sites of one supplier apart, and names those that came and went', () => {
    const two = listOf('Alpha,India,1 Road,100', 'Alpha,India,2 Road,50');
    const other = listOf('Alpha,India,1 Road,120', 'Alpha,India,3 Road,50');
    expect(compareLists(two, other).changed[0]?.fields).toEqual([
      { field: 'workers', site: 'Alpha, 1 Road', before: 100, after: 120 },
      { field: 'site', site: null, before: null, after: 'Alpha, 3 Road' },
      { field: 'site', site: null, before: 'Alpha, 2 Road', after: null },
    ]);
  });
  it('knows again everybody of a plan from what it would leave behind', () => {
    const plan = planImport(before.rows);
    const again = planImport(before.rows, knownFromPlan(plan));
    expect([...again.suppliers, ...again.sites].filter(({ partyId }) => partyId === null)).toEqual([]);
  });
});
