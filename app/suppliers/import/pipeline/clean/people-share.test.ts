import { describe, expect, it, test } from 'vitest';
import { mapColumns } from '../map-columns.server';
import type { Field } from '../fields';
import { validateTable } from '../validate.server';

function read(header: readonly string[], lines: readonly (readonly string[])[], chosen: readonly Field[] | null = null) {
  const rows = lines.map((cells, at) => ({ rowNumber: at + 2, cells }));
  const columns = chosen ?? mapColumns(header, rows).map(({ field }) => field);
  return validateTable({ header, rows, problems: [] }, { columns: [...columns], defaults: {} });
}
const people: readonly Field[] = ['supplierName', 'country', 'workers', 'femaleShare'];
const shares = (rows: ReturnType<typeof read>) => rows.map(({ record }) => record?.femaleShare);

describe('numbers of women in a list', () => {
  it('are shares of the workforce of their row, and never exclude it', () => {
    const rows = read(
      ['Tên nhà máy', 'Quốc gia', 'Số lao động', 'Lao động nữ'],
      [
        ['Tân Tạo', 'VN', '1.850', '1.420'],
        ['Củ Chi', 'VN', '620', '510'],
        ['Bình Minh', 'VN', '30', '24'],
        ['Bao Bì', 'VN', '85', '?'],
        ['Bắc Ninh', 'VN', '', '40'],
        ['Nam Định', 'VN', '100', '180'],
      ],
    );
    expect(rows.map(({ status }) => status)).not.toContain('invalid');
    expect(shares(rows)).toEqual([0.767568, 0.822581, 0.8, null, null, null]);
    expect(rows.map(({ problems }) => problems.filter(({ field }) => field === 'femaleShare').map(({ code }) => code))).toEqual([
      ...[['share-of-people'], ['share-of-people'], ['share-of-people'], []],
      ...[['people-without-workforce'], ['people-over-workforce']],
    ]);
    expect(rows[2]?.problems[0]?.params).toEqual({ value: '24', workers: 30, readAs: '80 %' });
  });

  test.each([
    ['Female workers', [['30', '24']], [0.8]],
    ['Frauen', [['30', '24']], [0.8]],
    ['Number of women', [['400', '80']], [0.2]],
    ['Mujeres', [['400', '250']], [0.625]],
    ['% women', [['400', '80']], [0.8]],
    ['Frauenanteil', [['400', '80']], [0.8]],
    ['Tỷ lệ nữ', [['400', '80']], [0.8]],
    [
      'Women',
      [
        ['400', '80'],
        ['900', '62'],
      ],
      [0.8, 0.62],
    ],
    [
      'Women',
      [
        ['60', '80'],
        ['900', '62'],
      ],
      [0.8, 0.62],
    ],
    ['Female workers', [['400', '80 %']], [0.8]],
    ['Female workers', [['400', '0.8']], [0.8]],
  ])('%s %j', (header, lines, expected) => {
    const rows = read(
      ['Name', 'Country', 'Workers', header],
      lines.map((cells) => ['A', 'VN', ...cells]),
      people,
    );
    expect(shares(rows)).toEqual(expected);
  });

  it('can be called shares by a person, and a share that is none leaves the row', () => {
    const rows = read(
      ['Name', 'Country', 'Workers', '% women'],
      [
        ['A', 'VN', '620', '510'],
        ['B', 'VN', '620', '-5'],
      ],
      people,
    );
    expect(rows.map(({ record }) => record?.femaleShare)).toEqual([null, null]);
    expect(rows.flatMap(({ problems }) => problems.map(({ code, severity }) => [code, severity]))).toEqual([
      ['share-impossible', 'warning'],
      ['negative-number', 'warning'],
    ]);
  });
});
