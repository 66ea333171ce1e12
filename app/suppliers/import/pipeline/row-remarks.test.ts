import { describe, expect, it } from 'vitest';
import { isNoteRow } from './row-remarks.server';

describe('a row that is no entry', () => {
  it.each([
    ['TOTAL', '', '', '6715400.5', '9,720'],
    ['Gesamt', '€ 1.240.000,50', '', '', ''],
    ['', 'Tổng cộng:', '', '12.000', ''],
    ['合计', '1 200', '', '', ''],
    ['Grand total', '', '', 'EUR 12', ''],
    ['Source: customs data, 2026', '', '', '', ''],
  ])('is a line of sums or a note: %s %s %s', (...cells) => expect(isNoteRow(cells, 5)).toBe(true));

  it.each([
    ['Total Garments Ltd', 'Bangladesh', '', '120', ''],
    ['Total', 'France', '', '120', ''],
    ['Suma', 'PL', '', '', ''],
    ['Acme', '', '', '12', ''],
  ])('is not a supplier whose name begins like one: %s %s', (...cells) => expect(isNoteRow(cells, 5)).toBe(false));
});
