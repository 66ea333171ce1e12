import { readFileSync } from 'node:fs';
import path from 'node:path';
import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { zip } from '../../../../tests/factories/zip';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { headerKey } from './header-key.server';
import { limits } from './limits';
import { mapColumns } from './map-columns.server';
import { type ParsedTable, parseFile } from './parse.server';
import { repairGarbled } from './repair-garbled.server';
import { costlyRuns } from '../../../../scoring/testing/costly-runs.ts';
import { linkedXls, protectedXls } from '../../../../tests/factories/hostile-xls';

const fixture = (name: string) => readFileSync(path.join('tests/fixtures/import', name));
const bytesOf = (text: string) => new TextEncoder().encode(text);
async function parsed(bytes: Uint8Array): Promise<ParsedTable> {
  const result = await parseFile(bytes);
  if (!result.ok) throw new Error(result.problem.code);
  return result.table;
}
async function refusal(bytes: Uint8Array): Promise<string> {
  const result = await parseFile(bytes);
  return result.ok ? 'accepted' : result.problem.code;
}
const workbook = (rows: unknown[][], bookType: 'xlsx' | 'biff8') => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'List');
  return new Uint8Array(write(book, { type: 'array', bookType }));
};

describe('text files', () => {
  it('finds delimiter, byte order mark and a header under a title', async () => {
    const table = await parsed(fixture('german-semicolon-bom.csv'));
    expect(table).toMatchObject({
      format: 'csv',
      encoding: 'utf-8',
      delimiter: ';',
      lineEnd: 'crlf',
      headerRow: 3,
      titleLines: ['Lieferanten Herbst'],
    });
    expect(table.rows[0]).toMatchObject({
      rowNumber: 4,
      cells: ['Công ty CP May Nguyễn', 'Vietnam', 'Bình Dương', 'Bekleidung', '1.250', '35 %', 'Xưởng In Hoa, May Thêu Co., Ltd'],
    });
  });
  it.each([
    ['cr-only-tabs.txt', { delimiter: '\t', lineEnd: 'cr', encoding: 'utf-8' }, 'Beta Dyeing', 1],
    ['latin1-pipes.csv', { delimiter: '|', lineEnd: 'lf', encoding: 'windows-1252' }, 'Confection Brûlé', 1],
    ['utf16.csv', { delimiter: ',', lineEnd: 'crlf', encoding: 'utf-16le' }, 'Tejidos Ñandú', 0],
    ['gb18030.csv', { delimiter: ',', encoding: 'gb18030' }, '东莞市美华鞋业有限公司', 1],
  ])('reads %s', async (name, expected, cell, row) => {
    const table = await parsed(fixture(name));
    expect(table).toMatchObject(expected);
    expect(table.rows[row]?.cells[0]).toBe(cell);
  });
  it('reads a file pasted from two encodings and names the odd line', async () => {
    const table = await parsed(fixture('mixed-encodings.csv'));
    expect(table.rows.map(({ cells }) => cells[0])).toEqual(['Calçados Aurora', 'Indústria São José', 'Plain Goods']);
    expect(table.problems).toEqual([expect.objectContaining({ row: 3, code: 'mixed-encoding' })]);
  });
  it('keeps row numbers over blank rows and names repeated headers', async () => {
    const table = await parsed(bytesOf('name,country,country\n\nAlpha,India,x\n\n\nBeta,China,y,z\n'));
    expect(table.header).toEqual(['name', 'country', 'country (2)', 'Column 4']);
    expect(table.rows.map(({ rowNumber }) => rowNumber)).toEqual([3, 6]);
    expect(table.problems.map(({ code, row }) => [code, row])).toEqual([
      ['duplicate-header', 1],
      ['more-cells-than-header', 6],
    ]);
  });
  it('says when there is no header', async () => {
    const table = await parsed(bytesOf('Alpha,India,12\nBeta,China,13\nGamma,Nepal,14\n'));
    expect(table.headerRow).toBe(0);
    expect(table.rows).toHaveLength(3);
    expect(table.problems[0]?.code).toBe('no-header');
  });
  it('reads back any grid it could have been given', async () => {
    const cell = fc.string({ minLength: 1, maxLength: 12 }).map((text) => `v${text.replace(/[\r\n\ufeff]/g, ' ').trim()}`);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 3, maxLength: 20 }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        async (rows, delimiter, newline) => {
          const text = Papa.unparse([['name', 'country', 'address'], ...rows], { delimiter, newline, quotes: true });
          expect((await parsed(bytesOf(text))).rows.map(({ cells }) => cells.slice(0, 3))).toEqual(rows);
        },
      ),
      costlyRuns(fc, 60),
    );
  });
});

describe('workbooks', () => {
  const rows = [
    [],
    ['Export of the spring'],
    ['Factory Name', 'Country', 'Workers', 'Date'],
    ['Alpha', 'Viet Nam', 120, new Date(Date.UTC(2024, 2, 31))],
    ['Beta', 'India', 0.5, ''],
  ];
  it.each([
    ['xlsx', 'xlsx'],
    ['biff8', 'xls'],
  ] as const)('reads %s with the row numbers of the sheet', async (bookType, format) => {
    const table = await parsed(workbook(rows, bookType));
    expect(table).toMatchObject({ format, sheetName: 'List', headerRow: 3, titleLines: ['Export of the spring'] });
    expect(table.rows[0]).toMatchObject({ rowNumber: 4, cells: ['Alpha', 'Viet Nam', '120', '2024-03-31'] });
    expect(table.rows[1]?.cells[2]).toBe('0.5');
  });

  it('counts the cells of an .xls before it makes sheets of them', async () => {
    expect(await refusal(new Uint8Array(linkedXls()))).toBe('too-many-cells');
    expect(await refusal(new Uint8Array(protectedXls()))).toBe('unreadable-workbook');
  });

  const several = (bookType: 'xlsx' | 'biff8') => {
    const book = utils.book_new();
    const sheet = (name: string, cells: unknown[][]) => utils.book_append_sheet(book, utils.aoa_to_sheet(cells), name);
    sheet('Read me', [['Name and country of every supplier'], ['Spring'], ['Summer'], ['Autumn']]);
    sheet('Closed', [
      ['Supplier name', 'Country'],
      ['Gone Mills', 'India'],
    ]);
    sheet('Open ', rows);
    sheet('Nothing', []);
    return new Uint8Array(write(book, { type: 'array', bookType }));
  };
  it.each(['xlsx', 'biff8'] as const)(
    'names all sheets of %s, reads the likeliest list, and any other that is asked for',
    async (bookType) => {
      const bytes = several(bookType);
      const table = await parsed(bytes);
      expect(table.sheetName).toBe('Open ');
      expect(table.sheets).toEqual([
        { name: 'Read me', rows: 4, problem: 'one-column' },
        { name: 'Closed', rows: 2, problem: null },
        { name: 'Open ', rows: 4, problem: null },
        { name: 'Nothing', rows: 0, problem: 'no-rows' },
      ]);
      const other = await parseFile(bytes, { sheetName: 'Closed' });
      expect(other).toMatchObject({ ok: true, table: { sheetName: 'Closed', rows: [{ rowNumber: 2, cells: ['Gone Mills', 'India'] }] } });
      for (const { name, problem } of table.sheets.filter((each) => each.problem !== null))
        expect(await parseFile(bytes, { sheetName: name })).toMatchObject({ ok: false, problem: { code: problem } });
      expect(await parseFile(bytes, { sheetName: 'closed' })).toMatchObject({ ok: false });
    },
  );

  it('reads a sheet that is a list before one that only has its words', async () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['Supplier name', 'Country', 'Address', 'Sector', 'Workers']]), 'Template');
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([
        ['Supplier name', 'Country'],
        ['Alpha', 'India'],
      ]),
      'List',
    );
    expect((await parsed(new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' })))).sheetName).toBe('List');
  });
});

describe('what is no list', () => {
  it.each([
    ['pdf-renamed.csv', 'not-a-table'],
    ['one-column.csv', 'one-column'],
    ['unclosed-quote.csv', 'unclosed-quote'],
  ])('refuses %s as %s', async (name, code) => expect(await refusal(fixture(name))).toBe(code));
  it('refuses by content, whatever the name', async () => {
    expect(await refusal(new Uint8Array())).toBe('empty-file');
    expect(await refusal(bytesOf(' \r\n\r\n'))).toBe('empty-file');
    expect(await refusal(bytesOf('name,country\n'))).toBe('no-rows');
    expect(await refusal(bytesOf('{"type":"FeatureCollection"}'))).toBe('not-a-table');
    expect(await refusal(bytesOf('<!DOCTYPE html><table>'))).toBe('not-a-table');
    expect(await refusal(new Uint8Array(51 * 1024 * 1024))).toBe('too-large');
    expect(await refusal(zipSync({ 'readme.txt': bytesOf('hello') }))).toBe('not-a-table');
    expect(await refusal(new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]))).toBe('unreadable-workbook');
    expect(await refusal(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]))).toBe('unreadable-workbook');
  });
  it('refuses archives by what they would become, without inflating them', async () => {
    const zeros = new Uint8Array(60 * 1024 * 1024);
    const bomb = zip({ 'xl/workbook.xml': bytesOf('<workbook/>'), 'xl/worksheets/sheet1.xml': zeros });
    expect(await refusal(bomb)).toBe('inflation-ratio');
    expect(await refusal(zipSync(Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`f${at}`, new Uint8Array()]))))).toBe(
      'too-many-entries',
    );
  });
  it('never throws, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect([true, false]).toContain((await parseFile(bytes)).ok);
      }),
    );
  });
  it('parses as many rows as are let in, and refuses one more', async () => {
    const list = (count: number) =>
      bytesOf(`name,country,workers\n${Array.from({ length: count }, (_, at) => `Supplier ${at},Viet Nam,${at}`).join('\n')}`);
    expect((await parsed(list(limits.rows - 1))).rows).toHaveLength(limits.rows - 1);
    expect(await parseFile(list(limits.rows))).toMatchObject({ ok: false, problem: { code: 'too-many-rows' } });
  });
});

describe('garbled text', () => {
  it.each([
    ['N¬∫ 280', 'Nº 280'],
    ['NÂº 280', 'Nº 280'],
    ['SÃ£o JosÃ©', 'São José'],
    ['Drake‚Äôs', 'Drake’s'],
  ])('repairs %s', (garbled, meant) => expect(repairGarbled(garbled)).toBe(meant));
  it.each(['São José', 'Công ty Nguyễn', '深圳市', 'AÇÃO', 'Ürün ÖĞ', 'Œuvre – Été', '“quoted”'])('leaves %s alone', (text) =>
    expect(repairGarbled(text)).toBeNull(),
  );
});

describe('columns', () => {
  const fieldsOf = (header: string[], cells: string[][] = [header]) =>
    mapColumns(
      header,
      cells.map((row) => ({ cells: row })),
    ).map(({ field }) => field);
  it.each([
    [
      [
        'Factory Name',
        'Supplier Group',
        'Country/Region',
        'Region',
        'State',
        'Total Workers',
        'Line Workers',
        '% Female Workers',
        '% Migrant Workers',
        'Subcons',
      ],
      ['siteName', 'parentCompany', 'country', 'region', 'ignore', 'workers', 'ignore', 'femaleShare', 'migrantShare', 'subcontractors'],
    ],
    [
      ['Lieferant', 'Land', 'PLZ', 'Mitarbeiter', 'Wanderarbeiteranteil'],
      ['supplierName', 'country', 'postalCode', 'workers', 'migrantShare'],
    ],
    [
      ['Tên công ty', 'Quốc gia', 'Địa chỉ', 'Số lao động'],
      ['supplierName', 'country', 'address', 'workers'],
    ],
    [
      ['供应商名称', '国家', '员工人数'],
      ['supplierName', 'country', 'workers'],
    ],
    [
      ['Nom du fournisseur', 'Pays', 'Effectif', 'Sous-traitants'],
      ['supplierName', 'country', 'workers', 'subcontractors'],
    ],
    [
      ['Proveedor', 'País', 'Dirección'],
      ['supplierName', 'country', 'address'],
    ],
    [
      ['os_id', 'name', 'country_code', 'lat', 'lng'],
      ['osId', 'supplierName', 'country', 'lat', 'lng'],
    ],
  ])('maps %j', (header, expected) => expect(fieldsOf(header)).toEqual(expected));
  it('sees a country by its values, says why, and believes what was chosen before', () => {
    const rows = [{ cells: ['A', 'Viet Nam'] }, { cells: ['B', 'PRC'] }];
    expect(mapColumns(['name', 'where'], rows)[1]).toMatchObject({
      field: 'country',
      confidence: 0.6,
      reason: 'values',
      samples: ['Viet Nam', 'PRC'],
    });
    expect(mapColumns(['name', 'where'], rows, ['ignore', 'city'])[1]).toMatchObject({ field: 'city', reason: 'remembered' });
  });
  it('gives one key to one shape of file', () => {
    expect(headerKey(['Factory  Name', 'COUNTRY'])).toBe(headerKey(['factory name', 'Country']));
    expect(headerKey(['a', 'b'])).not.toBe(headerKey(['b', 'a']));
  });
});
