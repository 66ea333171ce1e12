import { describe, expect, test } from 'vitest';
import { mapColumns } from '../map-columns.server';
import { spendBySupplier } from '../spend-of-rows';
import { validateTable } from '../validate.server';
import { cleanEmail } from './contact';
import { cleanTaxNumber } from './identifiers';
import { cleanSpend } from './spend';

const point = { decimal: '.', isSure: true } as const;
const comma = { decimal: ',', isSure: true } as const;
const read = (cell: string, header = 'Spend', given: Partial<Parameters<typeof cleanSpend>[1]> = {}) =>
  cleanSpend(cell, { habit: point, header, currency: null, fallback: null, year: null, ...given });

describe('an amount of spend', () => {
  test.each([
    ['EUR 1,200,000', 'Spend', 'EUR 1200000'],
    ['1,200,000.50 €', 'Spend', 'EUR 1200000.50'],
    ['US$ 450k', 'Spend', 'USD 450000'],
    ['₹ 1,20,000', 'Spend', 'INR 120000'],
    ['1.2m', 'Annual spend USD', 'USD 1200000'],
    ['450', 'Spend 2025 (kEUR)', 'EUR 450000 2025'],
    ['0', 'Spend EUR', 'EUR 0'],
  ])('%s under %s is read as %s', (cell, header, spend) => {
    expect(read(cell, header)).toEqual({ value: spend, problems: [] });
  });

  test('takes the currency of its cell before that of the column of currencies, the header and all rows', () => {
    expect(read('GBP 5', 'Spend EUR', { currency: 'USD', fallback: 'VND' }).value).toBe('GBP 5');
    expect(read('5', 'Spend EUR', { currency: 'USD', fallback: 'VND' }).value).toBe('USD 5');
    expect(read('5', 'Spend EUR', { fallback: 'VND' }).value).toBe('EUR 5');
    expect(read('5', 'Spend', { fallback: 'VND', year: 2024 }).value).toBe('VND 5 2024');
  });

  test('without a currency stays unknown, and a sign of several currencies is a guess', () => {
    expect(read('5,000')).toMatchObject({ value: null, problems: [{ code: 'spend-without-currency' }] });
    expect(read('$5,000')).toMatchObject({ value: 'USD 5000', problems: [{ code: 'currency-guessed' }] });
    expect(read('$5,000', 'Spend', { fallback: 'AUD' })).toEqual({ value: 'AUD 5000', problems: [] });
    expect(read('about five')).toMatchObject({ value: null, problems: [{ code: 'not-an-amount' }] });
    expect(read('-5', 'Spend EUR')).toMatchObject({ value: null, problems: [{ code: 'not-an-amount' }] });
    expect(read('n/a', 'Spend EUR')).toEqual({ value: null, problems: [] });
  });

  test('is read by the decimal sign of its column, whatever currency signs it bears', () => {
    expect(read('€ 1.200,50', 'Spend', { habit: comma }).value).toBe('EUR 1200.50');
    const header = ['Vendor', 'Country', 'Spend EUR'];
    const rows = ['€ 1.200.000', '€ 88.000,50', '€ 450'].map((cell, at) => ({ rowNumber: at + 2, cells: [`Mill ${at}`, 'IN', cell] }));
    const columns = mapColumns(header, rows).map(({ field }) => field);
    expect(columns).toEqual(['supplierName', 'country', 'annualSpend']);
    const records = validateTable({ header, rows, problems: [] }, { columns, defaults: {} }).map(({ record }) => record?.annualSpend);
    expect(records).toEqual(['EUR 1200000', 'EUR 88000.50', 'EUR 450']);
  });

  test('of several sites of one supplier adds up in one currency, and never in two', () => {
    const row = (supplierKey: string, siteKey: string, annualSpend: string | null) => ({
      ...{ supplierKey, siteKey },
      record: { annualSpend, asOf: null },
    });
    const spends = spendBySupplier([
      ...[row('a', '1', 'EUR 100.10'), row('a', '2', 'EUR 200.20'), row('a', '3', null)],
      ...[row('b', '1', 'EUR 100'), row('b', '2', 'EUR 100')],
      ...[row('c', '1', 'EUR 100'), row('c', '2', 'USD 100')],
    ]);
    expect([...spends.values()].map(({ annualSpend }) => annualSpend)).toEqual(['EUR 300.30', 'EUR 100', 'USD 100']);
  });
});

test.each([
  ['Main contact', 'contactName'],
  ['VAT no.', 'taxNumber'],
  ['Annual spend USD', 'annualSpend'],
  ['Nb of employees', 'workers'],
  ['Headcount', 'workers'],
  ['What they make', 'product'],
  ['E-mail', 'contactEmail'],
  ['Ansprechpartner', 'contactName'],
  ['Téléphone', 'contactPhone'],
  ['联系人', 'contactName'],
  ['Registration no.', 'registration'],
])('a column headed %s is proposed as %s', (header, field) => {
  expect(mapColumns([header], [{ cells: ['Alpha 123'] }])[0]?.field).toBe(field);
});

test('a tax number is kept with its country, and a VAT number brings its own', () => {
  expect(cleanTaxNumber('300 456 7890', 'SA').value).toBe('SA:300 456 7890');
  expect(cleanTaxNumber('de 123456789', 'DE').value).toBe('DE:DE 123456789');
  expect(cleanTaxNumber('DE123456789', null).value).toBe('DE:DE123456789');
  expect(cleanTaxNumber('123456789', null)).toMatchObject({ value: null, problems: [{ code: 'tax-number-without-country' }] });
  expect(cleanTaxNumber('applied for', 'IN')).toMatchObject({ value: null, problems: [{ code: 'bad-tax-number' }] });
});

test('an email address is found in its cell, and other text is left out with a remark', () => {
  expect(cleanEmail('Ana Roy <Ana.Roy@Mill.example>; b@mill.example').value).toBe('ana.roy@mill.example');
  expect(cleanEmail('ask reception')).toMatchObject({ value: null, problems: [{ code: 'bad-contact-email', severity: 'warning' }] });
});
