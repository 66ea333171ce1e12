import { read, utils } from '@e965/xlsx';
import readWorkbook from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';
import { columnName, type XlsxCell, xlsxStream } from './xlsx-stream.server';

async function* rowsOf(...rows: XlsxCell[][]) {
  yield* rows;
}
async function bytesOf(stream: ReadableStream<Uint8Array>) {
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const hostile = ['=cmd()', '@SUM(A1)', '+1', '-2', 'a & b < c > "d"', 'two\nlines', ' spaces ', 'Nguyễn 東莞 🧵', '007'];

describe('a workbook as a stream', () => {
  const made = () =>
    bytesOf(
      xlsxStream([
        {
          name: 'List & "all"',
          widths: [10, 20],
          rows: rowsOf([{ text: 'head', style: 'head' }, 'two'], [12, ...hostile], [null, { text: 'x\u0000\ud800y', style: 'error' }]),
        },
        { name: 'Second', widths: [], rows: rowsOf([{ text: 'row 2', goTo: { sheet: 'List', cell: 'B2' } }]) },
      ]),
    );

  it('is read by two other readers, and text that looks like a formula stays text', async () => {
    const bytes = await made();
    const copy = new ArrayBuffer(bytes.byteLength);
    new Uint8Array(copy).set(bytes);
    const [first, second] = await readWorkbook(copy);
    expect([first?.sheet, second?.sheet]).toEqual(['List & "all"', 'Second']);
    expect(first?.data[1]?.slice(0, 3)).toEqual([12, '=cmd()', '@SUM(A1)']);
    expect(second?.data[0]?.[0]).toBe('row 2');
    const book = read(bytes, { type: 'array' });
    const sheet = book.Sheets['List & "all"'];
    expect(sheet && utils.sheet_to_json(sheet, { header: 1 })).toEqual([
      ['head', 'two'],
      [12, ...hostile],
      [undefined, 'xy'],
    ]);
    expect(sheet?.B2).toMatchObject({ t: 's', v: '=cmd()' });
    expect(sheet?.B2?.f).toBeUndefined();
    expect(book.Sheets.Second?.A1?.f).toBe(`HYPERLINK("#'List'!B2","row 2")`);
  });

  it('requests rows only as they are consumed', async () => {
    let asked = 0;
    async function* many() {
      for (; asked < 200_000; asked += 1) yield [asked, 'some text that fills a cell'];
    }
    const reader = xlsxStream([{ name: 'Many', widths: [], rows: many() }]).getReader();
    for (let at = 0; at < 8; at += 1) await reader.read();
    expect(asked).toBeLessThan(20_000);
    await reader.cancel();
  });
});

it.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('names column %i %s', (column, name) => expect(columnName(column)).toBe(name));
