import { strToU8, zipSync } from 'fflate';
import { type LocalizedInstrument, questionsOf } from '#scoring';
import { choiceText } from '~/questionnaires/responses/choice-text';
import { onlyXml } from '~/documents/charts/write-svg';
import { m } from '~/paraglide/messages';
import { textDirection } from '~/locales/locale';
import { writeStamp } from './sign-workbook.server';
import { cellsOf, type Filled, type WorkbookRow, workbookRows } from './workbook-rows.server';

/** Positions in the sheet, which the reader shares. */
export const sheetName = 'Questionnaire';
export const stampCell = 'B3';
export const firstRow = 6;
export const columns = { code: 'A', text: 'B', answer: 'C', note: 'D', hint: 'E', before: 'F' } as const;

const styles = { plain: 0, head: 1, locked: 2, open: 3, small: 4 } as const;

/**
 * A questionnaire as a workbook for offline use: codes and questions locked, answers chosen from lists, current answers filled in, conditions as text, and a
 * stamp that reveals any change of locked cells. In the language of `shown`.
 */
export function writeQuestionnaire(options: { response: Filled; shown: LocalizedInstrument; madeAt: Date }): Uint8Array {
  const { response, shown, madeAt } = options;
  const rows = workbookRows(shown);
  const lists = new Map<string, { at: number; labels: string[] }>();
  const listOf = ({ choices }: WorkbookRow): { at: number; labels: string[] } => {
    const labels = choices.map(({ label }) => label);
    const name = JSON.stringify(labels);
    const known = lists.get(name) ?? { at: lists.size, labels };
    lists.set(name, known);
    return known;
  };
  const stamp = { response: response.id, instrument: response.instrumentKey, locale: shown.locale, madeAt: madeAt.toISOString() };
  const cells = cellsOf(rows, response, shown);
  const lines = rows.map((row, index) => [row.code, cells[index] ?? ''] as const);
  const asked = new Map(questionsOf(shown).map((question) => [question.key, question]));
  const labelOf = (key: string, value: string | number): string => {
    const question = asked.get(key);
    return (question && choiceText(shown, question, value)) ?? String(value);
  };
  const top = [
    line(1, [cell('A1', shown.title.text, styles.head)]),
    line(2, [cell('A2', m.workbook_how(), styles.small)]),
    line(3, [cell('A3', m.workbook_keep(), styles.small), cell(stampCell, writeStamp(stamp, lines), styles.small)]),
    line(5, [
      cell('A5', m.workbook_code(), styles.head),
      cell('B5', m.workbook_question(), styles.head),
      cell('C5', m.workbook_answer(), styles.head),
      cell('D5', m.workbook_note(), styles.head),
      cell('E5', m.workbook_help(), styles.head),
    ]),
  ];
  const validations: string[] = [];
  const body = rows.map((row, index) => {
    const at = firstRow + index;
    if (row.kind === 'choice') {
      const list = listOf(row);
      const column = columnName(list.at);
      validations.push(
        `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${columns.answer}${at}"><formula1>Lists!$${column}$1:$${column}$${list.labels.length}</formula1></dataValidation>`,
      );
    }
    const { dependsOn } = row;
    const condition = dependsOn
      ? (dependsOn.ticked ? m.workbook_asked_if_ticked : m.workbook_not_asked)({
          question: dependsOn.question,
          answers: (dependsOn.ticked ?? dependsOn.unless).map((value) => labelOf(dependsOn.question, value)).join(', '),
        })
      : null;
    const isFirst = row.fact === null || rows[index - 1]?.question !== row.question;
    const note = isFirst ? (response.answers.get(row.question)?.note ?? '') : '';
    return line(at, [
      cell(`${columns.code}${at}`, row.code, styles.locked),
      cell(`${columns.text}${at}`, row.text, styles.locked),
      cell(`${columns.answer}${at}`, cells[index] ?? '', styles.open),
      cell(`${columns.note}${at}`, note, styles.open),
      cell(`${columns.hint}${at}`, [row.help, hintOf(row), condition].filter(Boolean).join(' '), styles.small),
      cell(`${columns.before}${at}`, cells[index] ?? '', styles.small),
    ]);
  });
  const most = Math.max(0, ...[...lists.values()].map(({ labels }) => labels.length));
  const listRows = Array.from({ length: most }, (_, at) =>
    line(
      at + 1,
      [...lists.values()].map((list) => cell(`${columnName(list.at)}${at + 1}`, list.labels[at] ?? '', styles.plain)),
    ),
  );
  const isRightToLeft = textDirection(shown.locale) === 'rtl';
  return pack({
    questions: `${worksheet}<sheetViews><sheetView workbookViewId="0"${isRightToLeft ? ' rightToLeft="1"' : ''}><pane ySplit="5" topLeftCell="A6" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="1" width="18" customWidth="1"/><col min="2" max="2" width="70" customWidth="1"/><col min="3" max="4" width="28" customWidth="1"/><col min="5" max="5" width="48" customWidth="1"/><col min="6" max="6" width="9" hidden="1" customWidth="1"/></cols><sheetData>${top.join('')}${body.join('')}</sheetData><sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>${validations.length > 0 ? `<dataValidations count="${validations.length}">${validations.join('')}</dataValidations>` : ''}</worksheet>`,
    lists: `${worksheet}<sheetData>${listRows.join('')}</sheetData></worksheet>`,
  });
}

function hintOf({ kind }: WorkbookRow): string {
  switch (kind) {
    case 'percent':
      return m.workbook_percent();
    case 'ratio':
      return m.workbook_number();
    case 'number':
      return m.workbook_number();
    case 'date':
      return m.workbook_date();
    default:
      return '';
  }
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const parts = 'http://schemas.openxmlformats.org/package/2006';
const worksheet = `${declaration}<worksheet xmlns="${main}">`;

const escapeXml = (text: string): string =>
  onlyXml(text).slice(0, 32_767).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const line = (row: number, cells: readonly string[]): string => `<row r="${row}">${cells.join('')}</row>`;
const cell = (at: string, text: string, style: number): string =>
  text === ''
    ? `<c r="${at}" s="${style}"/>`
    : `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;

/** "A" for 0, "AA" for 26. */
function columnName(column: number): string {
  return `${column >= 26 ? columnName(Math.floor(column / 26) - 1) : ''}${String.fromCharCode(65 + (column % 26))}`;
}

function pack({ questions, lists }: { questions: string; lists: string }): Uint8Array {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const override = (name: string, of: string) => `<Override PartName="/xl/${name}" ContentType="${type}.${of}+xml"/>`;
  const relation = (id: string, of: string, target: string) => `<Relationship Id="${id}" Type="${office}/${of}" Target="${target}"/>`;
  const wrap = '<alignment vertical="top" wrapText="1"/>';
  const files: Record<string, string> = {
    '[Content_Types].xml': `${declaration}<Types xmlns="${parts}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook.xml', 'sheet.main')}${override('styles.xml', 'styles')}${override('worksheets/sheet1.xml', 'worksheet')}${override('worksheets/sheet2.xml', 'worksheet')}</Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="${parts}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${sheetName}" sheetId="1" r:id="rId1"/><sheet name="Lists" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="${parts}/relationships">${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relation('rId2', 'worksheet', 'worksheets/sheet2.xml')}${relation('rId3', 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml': `${declaration}<styleSheet xmlns="${main}"><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="12"/><name val="Calibri"/></font><font><sz val="9"/><color rgb="FF57534E"/><name val="Calibri"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF5F5F4"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFEF9C3"/></patternFill></fill></fills><borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf fontId="1" applyFont="1"/><xf fillId="2" borderId="1" applyFill="1" applyAlignment="1">${wrap}</xf><xf numFmtId="49" fillId="3" borderId="1" applyNumberFormat="1" applyFill="1" applyAlignment="1" applyProtection="1">${wrap}<protection locked="0"/></xf><xf fontId="2" applyFont="1" applyAlignment="1">${wrap}</xf></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': questions,
    'xl/worksheets/sheet2.xml': lists,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), { level: 6 });
}
