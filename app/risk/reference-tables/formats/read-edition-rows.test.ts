// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { loadOwnTable, type OwnTableKind, ownTableKinds } from '#scoring';
import { parseFile } from '~/suppliers/import/pipeline/parse.server';
import { formatOf, remarkSchema } from './index';
import { editionTable, readEditionRows } from './read-edition-rows.server';

const table = (header: string[], ...rows: string[][]) => ({ header, rows: rows.map((cells, at) => ({ number: at + 2, cells })) });
const loads = (kind: OwnTableKind, tables: ReturnType<typeof readEditionRows>['tables']) =>
  loadOwnTable({ kind, title: 'T', producer: 'P', licence: 'L', publishedOn: null, inForceFrom: '2026-11-30', tables });

describe('a file of any type', () => {
  test.each(ownTableKinds)('of %s: the template is read in full, and the method accepts it', async (kind) => {
    const parsed = await parseFile(new TextEncoder().encode(formatOf(kind).template));
    if (!parsed.ok) throw new Error(parsed.problem.code);
    const { read, refused, tables } = readEditionRows(kind, editionTable(parsed.table));
    expect({ read, refused }).toEqual({ read: 3, refused: 0 });
    expect(() => loads(kind, tables)).not.toThrow();
  });

  test.each(ownTableKinds)('of %s: template headers are the first names of known columns', (kind) => {
    const names = new Set(formatOf(kind).columns.map(({ headers }) => headers[0]));
    const header = formatOf(kind).template.split('\r\n')[0]?.replaceAll('"Prevalence per 1,000"', 'Prevalence per 1;000').split(',') ?? [];
    for (const name of header) expect(names.has(name.replace(';', ',')), name).toBe(true);
  });

  it('is rejected where it is of another type, which is named', () => {
    const tiers = table(['Country', 'Tier'], ['Norway', '1'], ['Peru', '2']);
    const { read, refused, remarks, tables } = readEditionRows('state-sponsored', tiers);
    expect({ read, refused, remarks }).toEqual({
      ...{ read: 0, refused: 2 },
      remarks: [{ code: 'other-kind', row: null, column: null, value: 'trafficking-tiers' }],
    });
    expect(tables).toEqual({ 'state-sponsored': { rows: [], removed: [] } });
    expect(readEditionRows('governance', tiers).remarks[0]).toMatchObject({ code: 'other-kind', value: 'trafficking-tiers' });
  });

  it('is rejected with its missing columns', () => {
    const { remarks, refused } = readEditionRows('trafficking-tiers', table(['Nation', 'Rank'], ['Norway', '1']));
    expect(refused).toBe(1);
    expect(remarks.map(({ code, column }) => [code, column])).toEqual([
      ['missing-column', 'Country'],
      ['missing-column', 'Tier'],
    ]);
  });

  it('is read under a header that follows title rows', () => {
    const { tables, read } = readEditionRows(
      'trafficking-tiers',
      table(['Tier placements', ''], ['', ''], ['Country', 'Tier'], ['Norway', '1']),
    );
    expect(read).toBe(1);
    expect(tables['trafficking-tiers']?.rows).toMatchObject([{ iso2: 'NO', tier: '1' }]);
  });

  it('lists every unreadable row, with its column and cell', () => {
    const rows = [
      ['Norway', '1'],
      ['Atlantis', '1'],
      ['', '2'],
      ['Peru', '5'],
      ['Chile', '..'],
      ['Ghana', '2'],
    ];
    const { remarks, read, refused } = readEditionRows('trafficking-tiers', table(['Country', 'Tier'], ...rows));
    expect({ read, refused }).toEqual({ read: 2, refused: 4 });
    expect(remarks).toEqual([
      { code: 'unknown-country', row: 3, column: 'Country', value: 'Atlantis' },
      { code: 'missing-country', row: 4, column: 'Country', value: null },
      { code: 'unknown-tier', row: 5, column: 'Tier', value: '5' },
      { code: 'missing-value', row: 6, column: 'Tier', value: null },
    ]);
  });

  it('rejects both of two contradicting rows, and counts identical ones once', () => {
    const rows = [
      ['Norway', '1'],
      ['NOR', '2'],
      ['Peru', '2'],
      ['PE', 'Tier 2'],
    ];
    const { remarks, tables, read, refused } = readEditionRows('trafficking-tiers', table(['Country', 'Tier'], ...rows));
    expect({ read, refused }).toEqual({ read: 2, refused: 2 });
    expect(tables['trafficking-tiers']?.rows.map(({ iso2 }) => iso2)).toEqual(['PE']);
    expect(remarks).toEqual([
      { code: 'contradiction', row: 2, column: null, value: 'Norway' },
      { code: 'contradiction', row: 3, column: null, value: 'Norway' },
      { code: 'repeated', row: null, column: null, value: '1' },
    ]);
  });

  it('rejects a row whose code and name are of two countries', () => {
    const { remarks } = readEditionRows(
      'trafficking-tiers',
      table(['Country', 'ISO3', 'Tier'], ['Norway', 'PER', '1'], ['Kosovo', 'XKX', '2']),
    );
    expect(remarks).toEqual([{ code: 'country-disagrees', row: 2, column: 'ISO3', value: 'PER, Norway' }]);
  });

  it('keeps formulas and HTML as text, without control characters', () => {
    const name = '=HYPERLINK("http://x")\u0000<script>\ud800';
    const { tables } = readEditionRows('listed-entities', table(['Entity', 'Effective date'], [name, '2026-10-01']));
    expect(tables['listed-entities']?.rows[0]?.entity).toBe('=HYPERLINK("http://x") <script>\ufffd');
  });

  it('lists a thousand remarks and counts the rest', () => {
    const rows = Array.from({ length: 1500 }, () => ['Atlantis', '1']);
    const { remarks, refused } = readEditionRows('trafficking-tiers', table(['Country', 'Tier'], ...rows));
    expect(refused).toBe(1500);
    expect(remarks).toHaveLength(1001);
    expect(remarks.at(-1)).toEqual({ code: 'more-remarks', row: null, column: null, value: '500' });
  });
});

const likely = fc.constantFrom(
  ...['Norway', 'PER', 'Korea, Dem. Rep.', '1', '2WL', '2024', '-1.5', '1,5', '..', '', '12/31/2025', 'va', 'RL.EST', 'C029', 'In Force'],
  ...[
    'SEX_T',
    'Active',
    'Finding',
    'named',
    'Example Co., Ltd. (also known as A; B)',
    '45 %',
    'ii; v',
    '=1+1',
    'NaN',
    '1e999',
    '__proto__',
  ],
);
const cell = fc.oneof({ weight: 3, arbitrary: likely }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) });

describe('any text at all', () => {
  const known = ownTableKinds.map((kind) => [kind, [...formatOf(kind).columns.map(({ headers }) => headers[0] ?? '')]] as const);

  test.each(known)('in a file of %s: never throws, every row is read or rejected, and the method accepts the result', (kind, header) => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: header.length + 1 }), { maxLength: 25 }), (rows) => {
        const { read, refused, remarks, tables } = readEditionRows(kind, table([...header], ...rows));
        expect(read + refused).toBe(rows.length);
        expect(read).toBeGreaterThanOrEqual(0);
        for (const remark of remarks) expect(remarkSchema.parse(remark)).toEqual(remark);
        if (refused > 0) expect(remarks.length).toBeGreaterThan(0);
        loads(kind, tables);
        expect(JSON.stringify(tables)).not.toMatch(/\\u0000|\\ud[89a-f]/);
      }),
    );
  });

  test('under any header: never throws', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ownTableKinds),
        fc.array(cell, { maxLength: 6 }),
        fc.array(fc.array(cell, { maxLength: 6 })),
        (kind, header, rows) => {
          const { read, refused } = readEditionRows(kind, table(header, ...rows));
          expect(read + refused).toBeLessThanOrEqual(rows.length);
        },
      ),
    );
  });
});
