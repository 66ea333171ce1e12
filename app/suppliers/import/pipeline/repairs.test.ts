import { describe, expect, it } from 'vitest';
import { learnListHabit, splitByHabit } from './clean/list-habit';
import { cleanYear } from './clean/year';
import type { Field } from './fields';
import { repairGarbled } from './repair-garbled.server';
import { fixesFor, noRepairs, type Repairs } from './repairs';
import { rowReader, validateTable } from './validate.server';

/** A table as parsed, from its cells alone. Row 1 is the header. */
function tableOf(header: string[], ...rows: string[][]) {
  return { header, rows: rows.map((cells, at) => ({ rowNumber: at + 2, cells })), problems: [] };
}
const repairsOf = (some: Partial<Repairs>): Repairs => ({ ...noRepairs, ...some });

describe('cells settled at once', () => {
  const header = ['name', 'country', 'workers', '% migrant'];
  const columns: Field[] = ['supplierName', 'country', 'workers', 'migrantShare'];
  const table = tableOf(
    header,
    ['Alpha', 'Viet Namm', '100-200', '10-20 %'],
    ['Beta', 'Viet Namm', '-4', '30 %'],
    ['Gamma', 'Atlantis', '300 - 400', '40 %'],
  );
  const read = (some: Partial<Repairs>) => validateTable(table, { columns, defaults: {} }, { repairs: repairsOf(some) });

  it('are left out or unknown until somebody decides', () => {
    expect(read({}).map(({ status, record }) => [status, record?.workers ?? null])).toEqual([
      ['invalid', null],
      ['invalid', null],
      ['invalid', null],
    ]);
    const [problem] = read({})[0]?.problems ?? [];
    expect(problem && fixesFor(problem)).toEqual(['suggestion', 'empty']);
    expect(fixesFor({ code: 'unknown-country', params: { value: 'Atlantis' } })).toEqual(['empty']);
  });
  it('take the suggestion, one end of a range, or stay unknown, and say what they were', () => {
    const rows = read({
      fixes: [
        { column: 1, code: 'unknown-country', how: 'suggestion' },
        { column: 2, code: 'number-range', how: 'upper' },
        { column: 2, code: 'negative-number', how: 'empty' },
        { column: 3, code: 'number-range', how: 'lower' },
      ],
    });
    expect(rows.map(({ status }) => status)).toEqual(['valid', 'valid', 'invalid']);
    expect(rows[0]?.record).toMatchObject({ country: 'VN', workers: 200, migrantShare: 0.1 });
    expect(rows[1]?.record).toMatchObject({ country: 'VN', workers: null });
    expect(rows[1]?.changes).toContainEqual({ column: 2, field: 'workers', reason: 'fixed', before: '-4', after: '' });
    expect(rows[2]?.problems.map(({ code }) => code)).toEqual(['unknown-country']);
  });
  it('are replaced by value, and the row as written stays', () => {
    const rows = read({
      edits: [
        { column: 1, from: 'Atlantis', to: 'India' },
        { column: 1, from: 'Viet Namm', to: '' },
        { column: 2, from: '-4', to: '4' },
      ],
    });
    expect(rows[2]?.record).toMatchObject({ country: 'IN' });
    expect(rows[1]).toMatchObject({ status: 'warned', record: { country: null, workers: 4 } });
    expect(rows[2]?.changes).toContainEqual({ column: 1, field: 'country', reason: 'edited', before: 'Atlantis', after: 'India' });
    expect(table.rows[2]?.cells[1]).toBe('Atlantis');
  });
});

describe('habits of columns', () => {
  it('are told with how sure they are, and give way to a choice', () => {
    const table = tableOf(
      ['name', 'as of', 'workers', 'migrants'],
      ['Alpha', '01/02/2026', '1.250', '0,5'],
      ['Beta', '03/04/2026', '900', '1'],
    );
    const columns: Field[] = ['supplierName', 'asOf', 'workers', 'migrantShare'];
    const seen = rowReader(table, { columns, defaults: {} });
    expect(seen.habits.columns).toMatchObject([
      { column: 1, kind: 'date', value: 'alone', isSure: false, isChosen: false },
      { column: 2, kind: 'number', value: 'comma' },
      { column: 3, kind: 'share', value: 'fraction-comma' },
    ]);
    expect(table.rows.map((row) => seen.row(row).record?.asOf)).toEqual([null, null]);
    const chosen = rowReader(
      table,
      { columns, defaults: {} },
      { repairs: repairsOf({ habits: { 1: 'day-first', 3: 'percent-comma', 0: 'nonsense' } }) },
    );
    expect(chosen.habits.columns[0]).toMatchObject({ value: 'day-first', isSure: true, isChosen: true });
    const [alpha, beta] = table.rows.map((row) => chosen.row(row).record);
    expect([alpha?.asOf, alpha?.migrantShare, beta?.asOf, beta?.migrantShare]).toEqual(['2026-02-01', 0.005, '2026-04-03', 0.01]);
  });

  const none = new Set<string>();
  it.each([
    [['Alpha Co., Ltd', 'Beta Print; Gamma, Inc'], 'names', 'marks'],
    [['Beta Dyeing, Gamma Print Co., Ltd', 'Delta Sewing'], 'names', 'commas'],
    [['12 Long Road, Old Town, 7000 Hill', '3 Mill Street, Port'], 'names', 'marks'],
    [['shirts, trousers', 'shirts', 'trousers, shirts'], 'goods', 'commas'],
    [['cotton, woven and dyed', 'leather, tanned'], 'goods', 'marks'],
    [['shirts|trousers, long'], 'goods', 'marks'],
  ] as const)('part %j', (cells, of, parts) => {
    expect(learnListHabit(cells, none, of).parts).toBe(parts);
  });
  it('part by what is known of the file, and not at all when asked not to', () => {
    const known = new Set(['beta dyeing', 'gamma']);
    expect(learnListHabit(['beta dyeing, gamma'], known, 'names')).toEqual({ parts: 'commas', isSure: true });
    expect(splitByHabit('Beta, Gamma; Delta', { parts: 'marks', isSure: true }, none)).toEqual(['Beta, Gamma', 'Delta']);
    expect(splitByHabit('Beta, Gamma; Delta', { parts: 'whole', isSure: true }, none)).toEqual(['Beta, Gamma; Delta']);
    expect(splitByHabit('Beta, Beta; n/a', { parts: 'commas', isSure: true }, none)).toEqual(['Beta']);
  });
});

describe('garbled text', () => {
  const garble = (text: string, encoding: string) => new TextDecoder(encoding).decode(new TextEncoder().encode(text));
  it.each([
    ['Ramón', 'windows-1252'],
    ['Íñigo & Ávila', 'windows-1252'],
    ['Nguyễn Thị', 'windows-1252'],
    ['Calçados São João', 'macintosh'],
    ['Фабрика', 'windows-1251'],
    ['东莞鞋业', 'windows-1252'],
  ])('%s read as %s is repaired', (meant, encoding) => expect(repairGarbled(garble(meant, encoding))).toBe(meant));
  it('is repaired when it was misread twice', () => {
    expect(repairGarbled(garble(garble('Ramón', 'windows-1252'), 'windows-1252'))).toBe('Ramón');
  });
  it.each(['Ramón', 'Nguyễn', 'Фабрика №5', 'Рёбра', 'ÄÖÜ', 'Ą Ł Ź', '«Étoile»', '東莞', 'Αθήνα'])('%s is left alone', (text) =>
    expect(repairGarbled(text)).toBeNull(),
  );
  it('stays when a person wants it so', () => {
    const table = tableOf(['name', 'country'], ['RamÃ³n', 'India']);
    const columns: Field[] = ['supplierName', 'country'];
    expect(validateTable(table, { columns, defaults: {} })[0]).toMatchObject({
      record: { supplierName: 'Ramón' },
      changes: [{ reason: 'garbled', before: 'RamÃ³n', after: 'Ramón' }, { column: 1 }],
    });
    const kept = validateTable(
      table,
      { columns, defaults: {} },
      { repairs: repairsOf({ fixes: [{ column: 0, code: 'garbled-text', how: 'keep' }] }) },
    );
    expect(kept[0]).toMatchObject({ status: 'valid', record: { supplierName: 'RamÃ³n' } });
  });
});

it.each([
  ['2021', 2021],
  ['2020/21', 2020],
  ['2021-06-30', 2021],
  ['n/a', null],
  ['12', null],
])('reads the year of %s', (cell, year) => expect(cleanYear(cell).value).toBe(year));
