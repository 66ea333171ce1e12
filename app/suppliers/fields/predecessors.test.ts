import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Locale, overwriteGetLocale } from '~/paraglide/runtime';
import { fieldName } from '~/suppliers/import/field-words';
import { fields } from '~/suppliers/import/pipeline/fields';
import { habitChoices, learnHabits } from '~/suppliers/import/pipeline/habits';
import { headerWords, tellingWords } from '~/suppliers/import/pipeline/header-words';
import { planFacts } from '~/suppliers/import/pipeline/plan-facts';
import { validateTable } from '~/suppliers/import/pipeline/validate.server';
import { fieldName as oldFieldName } from './predecessors/field-words';
import { fields as oldFields } from './predecessors/fields';
import { learnHabits as oldLearnHabits } from './predecessors/habits';
import * as oldHeaders from './predecessors/header-words';
import { planFacts as oldPlanFacts } from './predecessors/plan-facts';
import { validateTable as oldValidateTable } from './predecessors/validate.server';

const locales: Locale[] = ['en', 'fr', 'es', 'pt'];
const inEach = <Result>(read: () => Result): Result[] =>
  locales.map((locale) => {
    overwriteGetLocale(() => locale);
    const result = read();
    overwriteGetLocale(() => 'en');
    return result;
  });

describe('columns of lists', () => {
  test('are the same, in the same order, with the same names', () => {
    expect(fields).toEqual(oldFields);
    for (const field of oldFields) expect(inEach(() => fieldName(field))).toEqual(inEach(() => oldFieldName(field)));
  });

  test('are told by the same headers, and the same words claim a header first', () => {
    const sorted = (words: ReadonlyMap<string, readonly string[]>) =>
      Object.fromEntries([...words].map(([field, list]) => [field, [...new Set(list)].sort()]));
    // "cap" is the postal code, which came first: the other column never took it.
    const { tier = [], ...others } = sorted(oldHeaders.headerWords);
    expect(sorted(headerWords)).toEqual({ ...others, tier: tier.filter((word) => word !== 'cap') });
    expect(Object.values(sorted(headerWords)).flat().length).toBeGreaterThan(800);
    expect(tellingWords).toEqual(oldHeaders.tellingWords);
  });
});

const cell = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  fc.constantFrom(
    ...[
      'Alpha Mills',
      'Beta Ltd',
      'VN',
      'Vietnam',
      'Atlantis',
      '12',
      '1.250',
      '1,250',
      '12,5',
      '35 %',
      '0.35',
      '120 %',
      '160 %',
      '-3',
      '2,5',
      '1e9',
    ],
    ...[
      '99999999999',
      'Tier 2',
      '14',
      'C14.10',
      'cotton shirts',
      'Cotton; Yarn',
      'unknown',
      'n/a',
      '10.5',
      '106.7',
      '91',
      '2024-05-01',
      '05/06/2024',
    ],
    ...[
      'x'.repeat(51),
      'x'.repeat(301),
      'x'.repeat(501),
      '=SUM(A1)',
      'Hanoi',
      '100000',
      'Mill',
      'A | B',
      '5-10',
      '250 workers',
      'VN2021250D1DTN7',
    ],
  ),
);
const columns = fc.shuffledSubarray(
  oldFields.filter((field) => field !== 'ignore'),
  { minLength: 3, maxLength: 12 },
);
const table = fc.tuple(columns, fc.constantFrom('list', 'edges', 'hierarchy', 'osh')).chain(([own, shape]) =>
  fc.array(fc.array(cell, { minLength: own.length + 2, maxLength: own.length + 2 }), { minLength: 1, maxLength: 6 }).map((cells) => ({
    shape,
    columns: ['supplierName', ...own.filter((field) => field !== 'supplierName'), 'country'].slice(0, own.length + 1),
    rows: cells.map((row, at) => ({ rowNumber: at + 2, cells: [row[0] || `Mill ${at % 3}`, ...row.slice(1)] })),
  })),
);

describe('rows of lists', () => {
  test('are cleaned and become facts as before', () => {
    let seen = 0;
    fc.assert(
      fc.property(table, (each) => {
        const columns = each.columns.map((column) => oldFields.find((field) => field === column) ?? 'ignore');
        const shape = each.shape as 'list';
        const mapping = { columns, shape, suppliesUs: true, defaults: {} };
        const input = { header: columns, rows: each.rows, problems: [] };
        const [now, before] = [validateTable(input, mapping), oldValidateTable(input, mapping)];
        expect(now.map(({ problems, changes, ...row }) => ({ ...row, problems: sortedBy(problems), changes: sortedBy(changes) }))).toEqual(
          before.map(({ problems, changes, ...row }) => ({ ...row, problems: sortedBy(problems), changes: sortedBy(changes) })),
        );
        expect(learnHabits(each.rows, mapping, {}, [])).toEqual(oldLearnHabits(each.rows, mapping, {}, []));
        const chosen = Object.fromEntries(columns.map((_, at) => [at, habitChoices.number[at % 2] ?? '']));
        expect(learnHabits(each.rows, mapping, chosen, [])).toEqual(oldLearnHabits(each.rows, mapping, chosen, []));
        const rows = now.flatMap(({ rowNumber, record }) =>
          record ? [{ rowNumber, record, supplierKey: record.supplierName, siteKey: record.siteName ?? '' }] : [],
        );
        seen += rows.length;
        const other = { partyId: 'x', supplierPartyId: 'y', name: 'Other', address: null, identifier: null };
        const sites = new Map([['Alpha Mills', [{ ...other, workers: 100, femaleShare: 0.2, migrantShare: null, agencyShare: 0.5 }]]]);
        expect(planFacts(rows, sites, shape)).toEqual(oldPlanFacts(rows, sites, shape));
      }),
      { numRuns: 4000 },
    );
    expect(seen).toBeGreaterThan(2000);
  });
});

const sortedBy = (items: readonly object[]) => items.map((item) => JSON.stringify(item)).sort();
