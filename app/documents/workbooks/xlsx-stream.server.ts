import { AsyncLocalStorage } from 'node:async_hooks';
import { Zip, ZipDeflate } from 'fflate';

/** How a cell looks. `text`: kept as text by spreadsheets, whatever is typed into it. */
export type XlsxStyle = 'text' | 'head' | 'error' | 'warning' | 'wrap';
/** Text is written as text, never as a formula. `goTo` makes the cell a link to a cell of the workbook ("List", "C17"). */
export type XlsxCell = string | number | null | { text: string | number; style?: XlsxStyle; goTo?: { sheet: string; cell: string } };
/** One sheet: its rows are asked for only as fast as they are taken. Widths are in characters; the first row stays in view. */
export type XlsxSheet = { name: string; widths: readonly number[]; rows: AsyncIterable<readonly XlsxCell[]> };

export const xlsxMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const styleNumbers: Record<XlsxStyle, number> = { text: 1, head: 2, error: 3, warning: 4, wrap: 5 };
/** Text that is passed on at once; more rows wait until it is taken. */
const pieceLength = 64 * 1024;
/** The most a spreadsheet keeps in one cell. */
const cellLength = 32_767;

/** A workbook as a stream: memory does not grow with its rows, which are made in the language of the request that asked. */
export function xlsxStream(sheets: readonly XlsxSheet[]): ReadableStream<Uint8Array> {
  const made = makeWorkbook(sheets);
  const inRequest = AsyncLocalStorage.snapshot();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await inRequest(() => made.next());
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await made.return(undefined);
    },
  });
}

async function* makeWorkbook(sheets: readonly XlsxSheet[]): AsyncGenerator<Uint8Array, undefined> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  const open = (path: string) => {
    const file = new ZipDeflate(path, { level: 6 });
    zip.add(file);
    return (text: string, isLast = false) => file.push(Buffer.from(text, 'utf8'), isLast);
  };
  for (const [path, text] of fixedParts(sheets)) open(path)(text, true);
  for (const [at, sheet] of sheets.entries()) {
    const write = open(`xl/worksheets/sheet${at + 1}.xml`);
    let piece = sheetHead(sheet);
    let row = 0;
    for await (const cells of sheet.rows) {
      row += 1;
      piece += `<row r="${row}">${cells.map((cell, column) => cellXml(cell, `${columnName(column)}${row}`)).join('')}</row>`;
      if (piece.length < pieceLength) continue;
      write(piece);
      piece = '';
      yield* ready.splice(0);
    }
    write(`${piece}</sheetData></worksheet>`, true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
  return undefined;
}

function sheetHead({ widths }: XlsxSheet): string {
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('');
  return `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${columns === '' ? '' : `<cols>${columns}</cols>`}<sheetData>`;
}

function cellXml(cell: XlsxCell, reference: string): string {
  if (cell === null) return '';
  const { text, style, goTo } = typeof cell === 'object' ? cell : { text: cell, style: undefined, goTo: undefined };
  const look = style === undefined ? '' : ` s="${styleNumbers[style]}"`;
  if (goTo) {
    const target = `#'${goTo.sheet}'!${goTo.cell}`.replaceAll('"', '');
    return `<c r="${reference}"${look} t="str"><f>HYPERLINK("${escapeXml(target)}","${escapeXml(String(text)).replaceAll('"', '""')}")</f><v>${escapeXml(String(text))}</v></c>`;
  }
  if (typeof text === 'number') return `<c r="${reference}"${look}><v>${text}</v></c>`;
  if (text === '') return look === '' ? '' : `<c r="${reference}"${look}/>`;
  return `<c r="${reference}"${look} t="inlineStr"><is><t xml:space="preserve">${escapeXml(text.slice(0, cellLength))}</t></is></c>`;
}

/** "A" for 0, "Z" for 25, "AA" for 26. */
export function columnName(column: number): string {
  return `${column >= 26 ? columnName(Math.floor(column / 26) - 1) : ''}${String.fromCharCode(65 + (column % 26))}`;
}

/** What XML cannot contain, control characters and lone surrogates, is left out. */
function escapeXml(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, (sign) => ('\t\n\r'.includes(sign) ? sign : ''))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

function fixedParts(sheets: readonly XlsxSheet[]): [string, string][] {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const sheetTypes = sheets.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${type}.worksheet+xml"/>`);
  const names = sheets.map(
    ({ name }, at) => `<sheet name="${escapeXml(name).replaceAll('"', '&quot;')}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const targets = sheets.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const fill = (colour: string) => `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/></patternFill></fill>`;
  return [
    [
      '[Content_Types].xml',
      `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${sheetTypes.join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    ['xl/workbook.xml', `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names.join('')}</sheets></workbook>`],
    [
      'xl/_rels/workbook.xml.rels',
      `${declaration}<Relationships xmlns="${packages}/relationships">${targets.join('')}<Relationship Id="rId${sheets.length + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      'xl/styles.xml',
      `${declaration}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('E7E5E4')}${fill('F8C9C4')}${fill('FBE8B0')}</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf fontId="1" fillId="2" applyFont="1" applyFill="1"/><xf numFmtId="49" fillId="3" applyNumberFormat="1" applyFill="1"/><xf numFmtId="49" fillId="4" applyNumberFormat="1" applyFill="1"/><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`,
    ],
  ];
}
