import { describe, expect, it, test } from 'vitest';
import { mapColumns } from '../map-columns.server';
import { validateTable } from '../validate.server';
import { readNumber } from './number';
import { cleanSpend } from './spend';

/** The orders and problems of a list, its columns as they are proposed. */
function read(header: readonly string[], lines: readonly (readonly string[])[]) {
  const rows = lines.map((cells, at) => ({ rowNumber: at + 2, cells }));
  const columns = mapColumns(header, rows).map(({ field }) => field);
  return validateTable({ header, rows, problems: [] }, { columns, defaults: {} });
}
const amounts = (rows: ReturnType<typeof read>) => rows.map(({ record }) => record?.order?.volumes[0]?.amount);
const remarks = (rows: ReturnType<typeof read>) => rows.flatMap(({ problems }) => problems.map(({ code }) => code));

describe('the decimal sign of a file', () => {
  it('is read once, of all its numbers', () => {
    const header = ['Bestellnr.', 'Lieferant', 'Land', 'Artikel', 'Menge', 'Wert EUR'];
    const rows = read(header, [
      ['4500001', 'Saigon Star', 'VNM', 'T-Shirt', '12.000', '48.000,00'],
      ['4500002', 'Saigon Star', 'VNM', 'T-Shirt', '8.500', '34.000,00'],
      ['4500003', 'Saigon Star', 'VNM', 'Poloshirt', '4.000', '26.000,00'],
    ]);
    expect(amounts(rows)).toEqual([12_000, 8_500, 4_000]);
    expect(rows.map(({ record }) => record?.order?.value)).toEqual([48_000, 34_000, 26_000].map((amount) => ({ amount, currency: 'EUR' })));
    expect(remarks(rows)).not.toContain('ambiguous-number');
  });

  it('follows the language of the headings where no number tells', () => {
    const rows = read(
      ['Bestellnummer', 'Lieferant', 'Land', 'Menge'],
      [
        ['1', 'Alpha', 'DE', '12.000'],
        ['2', 'Alpha', 'DE', '8.500'],
      ],
    );
    expect(amounts(rows)).toEqual([12_000, 8_500]);
    expect(remarks(rows)).not.toContain('ambiguous-number');
  });

  it('is said to be assumed where nothing tells: goods are counted in thousands', () => {
    const rows = read(
      ['Order number', 'Supplier', 'Country', 'Quantity'],
      [
        ['1', 'Alpha', 'DE', '12.000'],
        ['2', 'Alpha', 'DE', '8.500'],
      ],
    );
    expect(amounts(rows)).toEqual([12_000, 8_500]);
    expect(rows[0]?.problems).toMatchObject([
      { code: 'ambiguous-number', severity: 'warning', params: { value: '12.000', readAs: 12_000 } },
    ]);
  });

  it('stays what the numbers of the column say', () => {
    const rows = read(
      ['Order number', 'Supplier', 'Country', 'Weight (kg)'],
      [
        ['1', 'Alpha', 'DE', '12.000'],
        ['2', 'Alpha', 'DE', '8.25'],
      ],
    );
    expect(amounts(rows)).toEqual([12, 8.25]);
  });
});

describe('an amount with both signs', () => {
  const signs = ['.', ','] as const;
  test.each([
    ['1.240.000,50', 1_240_000.5],
    ['1,240,000.50', 1_240_000.5],
    ['1 240 000,50', 1_240_000.5],
    ['1\u00a0240\u00a0000,50', 1_240_000.5],
    ['1\u202f240\u202f000,50', 1_240_000.5],
    ["1'240'000.50", 1_240_000.5],
    ['1’240’000.50', 1_240_000.5],
    ['1.240.000', 1_240_000],
    ['1,240,000', 1_240_000],
  ])('%s is read in a column of either sign', (text, value) => {
    for (const decimal of signs) expect(readNumber(text, { decimal, isSure: true })).toBe(value);
  });

  test.each(['1.24.00,5', '1,2,3', '1.240,00.5', '12..5', '1,240.000,5'])('%s is no number', (text) => {
    for (const decimal of signs) expect(readNumber(text, { decimal, isSure: true })).toBeNull();
  });

  test.each([
    '€ 1.240.000,50',
    '1.240.000,50 €',
    'EUR 1,240,000.50',
    'EUR1,240,000.50',
    '1 240 000,50 EUR',
    "eur 1'240'000.50",
    '1.240.000,50 eur',
  ])('%s is spend in euros', (cell) => {
    const context = { habit: { decimal: '.', isSure: true } as const, header: 'Spend', currency: null, fallback: null, year: null };
    expect(cleanSpend(cell, context)).toEqual({ value: 'EUR 1240000.50', problems: [] });
  });
});
