import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reduceTable } from './reduce-table';
import { codeMaker } from './read-sample-file.server';

const codeOf = codeMaker('key of a test');
const rowsOf = (lines: readonly (readonly string[])[]) => lines.map((cells, at) => ({ rowNumber: at + 1, cells }));
const reduce = (lines: readonly (readonly string[])[], kind: 'hours' | 'wage' = 'hours') =>
  reduceTable(rowsOf(lines), { kind, codeOf, codeColumn: null });

const people = [
  'Rahima Begum',
  'Nguyễn Thị Lan',
  'José Ángel',
  'Ali',
  'May June',
  'Mar',
  'Augusta',
  'Sat',
  'Le',
  '陳大文',
  'রহিমা',
  'De Souza',
];
const telling = [
  ...people,
  ...[
    'rahima@example.org',
    '+880 1712 345678',
    '01712-345678',
    '0171 555 1234',
    '1990123456789',
    'A1234567',
    'GB29NWBK60161331926819',
    '35202-1234567-1',
  ],
  ...['14/02/1991', '1991-02-14', 'P1234567', '123456789012'],
];

describe('a table of workers', () => {
  it('keeps no name, contact or identity number, whatever column it is in', () => {
    const text = fc.constantFrom(...telling);
    const hours = fc.constantFrom('8', '8h30', '7,5', '', 'OFF', '22:00');
    const headers = ['Emp ID', 'Name', 'Date', 'Hours', 'OT', 'Mobile', 'Bank A/C', 'NID', 'DOB', 'Remarks', 'Line', ''];
    fc.assert(
      fc.property(fc.array(fc.array(fc.oneof(text, hours), { minLength: 12, maxLength: 12 }), { minLength: 3, maxLength: 12 }), (lines) => {
        const read = reduce([['Payroll of Rahima Begum'], headers, ...lines]);
        const kept = JSON.stringify(read);
        for (const each of telling) if (each.length > 3) expect(kept).not.toContain(each);
        if (read.kind === 'read')
          for (const [, code, cells] of read.table.rows) {
            expect(code).toMatch(/^[0-9A-Z]{8}$/);
            for (const cell of cells) expect(cell).toMatch(/^(\?|[\d\s.,:'’/-]*|[a-z/]{1,8}|[A-Z]{3})$/);
          }
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same worker the same code, written as a number or with zeros, and another key another code', () => {
    const read = reduce([
      ['Worker ID', 'Date', 'Hours'],
      ['0012', '2026-03-02', '8'],
      ['12', '2026-03-03', '8'],
      ['13', '2026-03-03', '8'],
    ]);
    if (read.kind !== 'read') throw new Error(read.code);
    const [first, second, third] = read.table.rows.map(([, code]) => code);
    expect([first === second, first === third]).toEqual([true, false]);
    expect(codeMaker('another key')('12')).not.toBe(first);
  });

  it('makes codes from names where the file has no code, and drops the names', () => {
    const read = reduce([
      ['Employee Name', 'Date', 'Hours'],
      ['Rahima Begum', '2026-03-02', '8'],
    ]);
    expect(read).toMatchObject({ kind: 'read', table: { codesFrom: 'name' } });
    expect(JSON.stringify(read)).not.toContain('Rahima');
  });

  it('finds the header under titles, and says which columns it dropped and why', () => {
    const read = reduce([
      ['Sunrise Garments Ltd'],
      ['March 2026', '', ''],
      [],
      ['Card No', 'Name', 'Date', 'In Time', 'Out Time', 'Mobile', 'Passport No'],
      ['K-01', 'Rahima', '02/03/2026', '08:00', '18:30', '01712345678', 'A1234567'],
    ]);
    if (read.kind !== 'read') throw new Error(read.code);
    expect(read.table.headerRow).toBe(4);
    expect(read.table.columns.map(({ letter, field, dropped }) => `${letter} ${field ?? dropped}`)).toEqual([
      'A code',
      'B name',
      'C date',
      'D timeIn',
      'E timeOut',
      'F contact',
      'G identity',
    ]);
    expect(read.table.rows).toEqual([[5, codeOf('K-01'), ['02/03/2026', '8:00', '18:30']]]);
  });

  it('names rows without a worker code, and leaves out totals', () => {
    const read = reduce([
      ['Worker ID', 'Date', 'Hours'],
      ['1', '2026-03-02', '8'],
      ['', '2026-03-03', '9'],
      ['Total', '', '17'],
    ]);
    expect(read).toMatchObject({ kind: 'read', table: { withoutCode: [3], rows: [[2, expect.any(String), expect.any(Array)]] } });
  });

  it('rejects a table without names of columns, or without workers', () => {
    expect(reduce([['1', '2', '3']])).toEqual({ kind: 'refused', code: 'no-header' });
    expect(
      reduce([
        ['Date', 'Hours'],
        ['2026-03-02', '8'],
      ]),
    ).toEqual({ kind: 'refused', code: 'no-code' });
  });

  it('keeps long figures in columns of pay only', () => {
    const read = reduce(
      [
        ['Emp ID', 'Month', 'Gross Pay', 'Net Pay', 'Number'],
        ['1', '03/2026', '12500000', '11000000', '12345678'],
      ],
      'wage',
    );
    expect(read).toMatchObject({ kind: 'read', table: { rows: [[2, codeOf('1'), ['2026-03', '12500000', '11000000']]] } });
  });
});
