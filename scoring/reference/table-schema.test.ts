import { describe, expect, it } from 'vitest';
import { problemsOfTable } from './check-table.ts';
import { referenceTableIds, tableDefinition, tableRow, tableRows, tableTitle } from './at.ts';
import { rowSchemaOf, tableDefinitionSchema } from './table-schema.ts';

const figure = { unit: 'per cent', direction: 'none' as const, range: [0, 100] as [number, number] };

describe('the definition of a table', () => {
  it.each(referenceTableIds)('%s: every vintage has its key, its columns, their units and cells that they allow', (id) => {
    expect(problemsOfTable(id)).toEqual([]);
  });

  it('has a name in each language of members, no two tables the same one', () => {
    for (const locale of ['en', 'fr', 'es'])
      expect(new Set(referenceTableIds.map((id) => tableTitle(id, locale))).size).toBe(referenceTableIds.length);
    expect(tableTitle('governance', 'de')).toBe(tableTitle('governance', 'en'));
  });

  it('rejects a column of two kinds or of none, and members of anything but a list', () => {
    const definition = tableDefinition('informality');
    const withColumn = (column: object) => tableDefinitionSchema.safeParse({ ...definition, columns: { share: column } }).success;
    expect(withColumn({ number: figure })).toBe(true);
    for (const column of [{ number: figure, text: true }, { blank: 'not known' }, { text: true, of: { a: 'b' } }, { colour: 'red' }])
      expect(withColumn(column), JSON.stringify(column)).toBe(false);
  });
});

describe('a row', () => {
  const schema = rowSchemaOf({
    key: { iso2: { country: true } },
    columns: {
      share: { number: figure, blank: 'not known' },
      sure: { flag: true },
      tier: { choice: { a: 'first', b: 'second' } },
      codes: { list: ';', blank: 'none' },
      months: { list: '|', of: { may: 'May', june: 'June' } },
    },
  });
  const cells = { iso2: 'VN', share: 12.5, sure: 1, tier: 'a', codes: '01; 02;', months: 'may|june', more: 'left out' };

  it('is read by the kinds of its columns', () => {
    expect(schema.parse(cells)).toEqual({
      ...{ iso2: 'VN', share: 12.5, sure: true, tier: 'a' },
      ...{ codes: ['01', '02'], months: ['may', 'june'] },
    });
    expect(schema.parse({ ...cells, share: null, codes: null })).toMatchObject({ share: null, codes: [] });
  });

  it.each([
    ['iso2', 'Viet Nam'],
    ['iso2', null],
    ['share', 101],
    ['share', '12'],
    ['sure', 2],
    ['sure', null],
    ['tier', 'c'],
    ['months', 'may|july'],
  ])('is rejected where %s is %j', (column, cell) => {
    expect(schema.safeParse({ ...cells, [column]: cell }).success).toBe(false);
  });

  it('is found by its key as of a day, with where it was read', () => {
    expect(tableRow('governance', { iso2: 'VN', year: 2023 }, '2026-11-25')).toMatchObject({
      ruleOfLaw: -0.0855,
      provenance: { table: 'governance', vintage: '2024', row: 'VN:2023' },
    });
    expect(tableRow('governance', { iso2: 'VN', year: 1999 }, '2026-11-25')).toBeNull();
    expect(tableRow('displacement', { iso2: 'JO' }, '2026-06-19')?.provenance.vintage).toBe('2025-06');
    expect(tableRow('displacement', { iso2: 'JO' }, undefined)?.provenance.vintage).toBe('2026-06');
    expect(() => tableRows('countries', '2025-12-31')).toThrow(RangeError);
  });
});
