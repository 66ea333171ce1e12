import { describe, expect, test } from 'vitest';
import { loadOwnTable, ownTableKinds, recordsOf, type ReferenceTableId, tableDefinition, vintagesOf } from '#scoring';
import { tableDefinitionSchema } from '../../../../scoring/reference/table-schema';
import { declaredFormat } from './declared-format';
import { parseEditionFile } from './parse-edition-file.server';
import { readEditionRows } from './read-edition-rows.server';

/** Tables of figures by country, read in their own columns. */
const figures = ['child-indicators', 'conflict', 'displacement', 'informality', 'migrant-share'] as const;

async function read(id: ReferenceTableId, text: string, options: { year?: number } = {}) {
  const parsed = await parseEditionFile(id, new TextEncoder().encode(text));
  if (!parsed.ok) throw new Error(parsed.problem.code);
  return readEditionRows(id, parsed.table, options);
}
const codesOf = ({ remarks }: Awaited<ReturnType<typeof read>>) => remarks.map(({ code, row, column }) => [code, row, column]);

describe('a table in the columns of its table.json', () => {
  test.each(figures)('%s: the template is its first released rows, and is read in full', async (id) => {
    const { tables, refused } = await read(id, declaredFormat(id).template);
    const { key, columns } = tableDefinition(id);
    const newest = vintagesOf(id).at(-1);
    const first = newest ? recordsOf(newest).slice(0, 3) : [];
    const names = Object.keys({ ...key, ...columns });
    expect(refused).toBe(0);
    expect(tables[id]?.rows).toEqual(first.map(({ cells }) => Object.fromEntries(names.map((name) => [name, cells[name]]))));
  });

  test('rejects values that the columns do not allow, by row and column', async () => {
    const wrong = await read('conflict', 'Country,Year,Total\nSudan,2024,12.5\nSudan,soon,3\nSudan,2024,-1\nSudan,2024,\nSudan,2024,7\n');
    expect(codesOf(wrong)).toEqual([
      ['not-a-number', 2, 'Total'],
      ['not-a-year', 3, 'Year'],
      ['out-of-range', 4, 'Total'],
      ['missing-value', 5, 'Total'],
    ]);
    expect(wrong.tables.conflict?.rows).toEqual([{ iso2: 'SD', year: 2024, total: 7 }]);
  });

  test('rejects two different rows with one key, and uses the year of the whole file where rows have none', async () => {
    const twice = await read('migrant-share', 'Country,Share\nNorway,16\nNorge,17\nPeru,3.5\n');
    expect(codesOf(twice).map(([code, row]) => [code, row])).toEqual([
      ['contradiction', 2],
      ['contradiction', 3],
    ]);
    expect(twice.tables['migrant-share']?.rows).toEqual([{ iso2: 'PE', share: 3.5 }]);
    const dated = await read('conflict', 'Country,Year,Total\nSudan,,7\n', { year: 2025 });
    expect(dated.tables.conflict?.rows).toEqual([{ iso2: 'SD', year: 2025, total: 7 }]);
  });

  test('is offered only where table.json says so, and only for figures by country', () => {
    expect(ownTableKinds).not.toContain('migrant-share');
    const edition = { kind: 'migrant-share', title: 'Own', producer: 'Us', licence: 'Own', publishedOn: null, inForceFrom: '2026-12-01' };
    expect(() => loadOwnTable({ ...edition, tables: {} })).toThrow(/migrant-share|kind/);
    const allows = (id: ReferenceTableId) => tableDefinitionSchema.safeParse({ ...tableDefinition(id), ownEditions: true }).success;
    expect(figures.filter((id) => !allows(id))).toEqual([]);
    expect((['sectors', 'corridors', 'sponsorship', 'listed-goods'] as const).filter(allows)).toEqual([]);
  });
});
