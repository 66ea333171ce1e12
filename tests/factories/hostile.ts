import { randomBytes } from 'node:crypto';
import { zip } from './zip';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;

/** A workbook of one sheet from the XML of its rows and of what follows them. */
export function workbookOf(
  sheetName: string,
  rows: string,
  options: { behind?: string; beside?: Parameters<typeof zip>[0] } = {},
): Uint8Array<ArrayBuffer> {
  const { behind = '', beside = {} } = options;
  const files: Record<string, string> = {
    '[Content_Types].xml': `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${sheetName}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${declaration}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${behind}</worksheet>`,
  };
  return new Uint8Array(zip({ ...Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, Buffer.from(xml)])), ...beside }));
}

const row = (number: number, cells: Record<string, string>) =>
  `<row r="${number}">${Object.entries(cells)
    .map(([column, value]) => text(`${column}${number}`, value))
    .join('')}</row>`;

/** Some rows, and one value in a far cell, such as XFD1048576: a kilobyte and a half. */
export function farCell(at: string, { sheetName = 'List', head = { A: 'name', B: 'country' } as Record<string, string> } = {}) {
  const [, column = '', number = ''] = /^([A-Z]+)(\d+)$/.exec(at) ?? [];
  const first = Object.fromEntries(Object.keys(head).map((key) => [key, key === 'B' ? 'India' : 'Alpha']));
  return workbookOf(sheetName, row(1, head) + row(2, first) + row(Number(number), { [column]: 'far' }));
}

/** A link over every cell of a sheet: a program that expands it makes 17 billion. */
export const linkedEverywhere = (sheetName = 'List') =>
  workbookOf(sheetName, row(1, { A: 'name', B: 'country' }) + row(2, { A: 'Alpha', B: 'India' }), {
    behind: '<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>',
  });

/** 2.7 MB that inflate to 220 MB, at a ratio below the limit for suspicious files. */
export const bombWorkbook = (sheetName = 'List') =>
  workbookOf(sheetName, row(1, { A: 'name', B: 'country' }) + row(2, { A: 'Alpha', B: 'India' }), {
    beside: { 'xl/media/noise.bin': [randomBytes(2_500_000), { level: 0 }], 'xl/zeros.xml': new Uint8Array(220 * 1024 * 1024) },
  });

/** Nested lists of JSON. */
export const deepJson = (depth: number) => `{"type":"FeatureCollection","features":${'['.repeat(depth)}${']'.repeat(depth)}}`;
