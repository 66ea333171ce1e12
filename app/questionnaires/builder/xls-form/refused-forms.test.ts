import { describe, expect, it, test } from 'vitest';
import { named as v, tableOf, workbookFile, xlsFormFile, yesNo } from '../../../../tests/factories/xls-form';
import { readInstrumentFile } from '../instrument-file.server';
import { releasedDraft } from '../start-draft.server';
import { writeXlsForm } from './write-xls-form.server';

const q = (name: string, more: Record<string, string> = {}) => ({ type: 'text', name, label: name, ...more });
type Row = Record<string, string>;

/** Code, sheet, row and detail of each rejection; null where the file was read. */
async function refusals(bytes: Uint8Array): Promise<unknown[] | null> {
  const read = await readInstrumentFile(bytes);
  return read.kind === 'read' ? null : read.remarks.map(({ code, sheet, row, detail }) => [code, sheet, row, detail]);
}
const survey = (rows: Row[], choices: Row[] = [...yesNo]) => refusals(xlsFormFile({ survey: rows, choices }));

describe('a form is rejected, with row and reason,', () => {
  it.each<[string, Row[], unknown[]]>([
    [
      'for a type that does not exist',
      [q('a'), { type: 'select_on yn', name: 'b', label: 'B' }],
      ['unknown-type', 'survey', 3, 'select_on yn'],
    ],
    ['for a question without a name', [q('a'), { type: 'text', label: 'B' }], ['no-name', 'survey', 3, undefined]],
    ['for text without a type', [q('a'), { name: 'b', label: 'B' }], ['no-type', 'survey', 3, 'b']],
    ['for an invalid name', [q('a'), q('2 b')], ['bad-name', 'survey', 3, '2 b']],
    ['for a name twice in a group', [q('a'), q('a')], ['duplicate-name', 'survey', 3, 'a']],
    ['for a list that is missing', [q('a'), { type: 'select_one yes', name: 'b', label: 'B' }], ['no-list', 'survey', 3, 'yes']],
    ['for a group that does not end', [{ type: 'begin group', name: 'g', label: 'G' }, q('a')], ['unmatched-begin', 'survey', 2, 'g']],
    ['for a group without a beginning', [q('a'), { type: 'end group' }], ['unmatched-end', 'survey', 3, 'end group']],
    [
      'for groups that cross',
      [{ type: 'begin group', name: 'g', label: 'G' }, q('a'), { type: 'end repeat', name: 'g' }, { type: 'end group' }],
      ['unmatched-end', 'survey', 4, 'g'],
    ],
    ['for an unknown reference', [q('a', { relevant: `${v('b')} = 1` })], ['unknown-reference', 'survey', 2, 'b']],
    ['for an unknown reference in text', [q('a', { label: `Hello ${v('b')}` })], ['unknown-reference', 'survey', 2, 'b']],
    ['for an incomplete reference', [q('a', { relevant: '${a = 1' })], ['broken-reference', 'survey', 2, '${a = 1']],
    ['for a missing calculation', [q('a'), { type: 'calculate', name: 'c' }], ['no-calculation', 'survey', 3, 'c']],
    ['for another file that it includes', [q('a'), { type: 'include', name: 'other' }], ['include', 'survey', 3, 'other']],
    [
      'for or_other with a filter',
      [{ type: 'select_one yn or_other', name: 'b', label: 'B', choice_filter: 'x = 1' }],
      ['or-other-filter', 'survey', 2, 'b'],
    ],
  ])('%s', async (_title, rows, refusal) => {
    expect(await survey(rows)).toEqual([refusal]);
  });

  it('for choices without a name, or twice, and without a sheet of choices', async () => {
    const ask = [{ type: 'select_one yn', name: 'a', label: 'A' }];
    expect(await survey(ask, [...yesNo, { list_name: 'yn', name: '', label: 'Maybe' }])).toEqual([
      ['no-choice-name', 'choices', 4, undefined],
    ]);
    expect(await survey(ask, [...yesNo, { list_name: 'yn', name: 'yes', label: 'Yes!' }])).toEqual([
      ['duplicate-choice', 'choices', 4, 'yes'],
    ]);
    expect(await survey(ask, [])).toEqual([['no-choices', 'survey', 2, 'yn']]);
  });

  it('for two columns with one meaning, however they are spelt', async () => {
    const twice = (one: string, other: string) =>
      workbookFile({
        survey: [
          ['type', 'name', one, other],
          ['text', 'a', 'x', 'y'],
        ],
      });
    for (const [one, other] of [
      ['label', 'label'],
      ['label', 'Caption'],
      ['relevant', 'bind::relevant'],
      ['label::English', 'label:english'],
    ] as const)
      expect(await refusals(twice(one, other))).toEqual([['duplicate-column', 'survey', 1, `${one}, ${other}`]]);
  });

  it('where it asks nothing, with what was left out', async () => {
    expect(await survey([{ type: 'geopoint', name: 'a', label: 'A' }])).toEqual([
      ['no-questions', undefined, undefined, undefined],
      ['unsupported-type', 'survey', 2, 'geopoint (a)'],
    ]);
    expect(await refusals(workbookFile({ survey: [['type', 'name', 'label']] }))).toEqual([
      ['no-questions', undefined, undefined, undefined],
    ]);
    expect(
      await refusals(
        workbookFile({
          survey: [
            ['name', 'label'],
            ['a', 'A'],
          ],
        }),
      ),
    ).toEqual([['no-type-column', 'survey', undefined, undefined]]);
  });

  it('with every problem of the file, not only the first', async () => {
    expect(await survey([q('a'), q('a'), { type: 'nothing', name: 'b' }, { type: 'end group' }])).toHaveLength(3);
  });
});

describe('a file that is not a form', () => {
  const text = (words: string) => new TextEncoder().encode(words);

  it.each<[string, Uint8Array, string]>([
    ['a web page with the extension .xls', text('<html><table><tr><td>type</td></tr></table></html>'), 'is-markup'],
    ['XML of Excel 2003', text('\ufeff<?xml version="1.0"?><Workbook/>'), 'is-markup'],
    ['CSV with the extension .xls', text('type,name,label\ntext,a,A\n'), 'is-text'],
    ['text as Excel saves it', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('type\tname\n', 'utf16le')]), 'is-text'],
    ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff]), 'not-a-workbook'],
    ['an archive', Buffer.from('PK\u0003\u0004nothing'), 'not-a-workbook'],
    ['another container', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0]), 'not-a-workbook'],
    ['an incomplete JSON file', text('{"a": 1'), 'not-json'],
  ])('%s is rejected with a message', async (_title, bytes, code) => {
    expect((await refusals(bytes))?.map((refusal) => (refusal as string[])[0])).toEqual([code]);
  });

  it('without a survey names its sheets', async () => {
    expect(await refusals(workbookFile({ list: [['a']], more: [['b']] }))).toEqual([['no-survey', undefined, undefined, 'list, more']]);
    // A workbook of one sheet that is a survey is valid, whatever its name.
    expect(await refusals(workbookFile({ Sheet1: tableOf([q('a')]) }))).toBeNull();
  });

  it('of JSON names the invalid question', async () => {
    const broken = { ...releasedDraft('short-form@1.0.0')?.content, sections: [{ key: 'A', questions: [{ key: 'A.Q1', type: 'YNP' }] }] };
    const read = await readInstrumentFile(text(JSON.stringify(broken)));
    expect(read.remarks.some(({ detail }) => detail?.startsWith('A.Q1: '))).toBe(true);
  });
});

test('an own file with a broken column is rejected, not stored', async () => {
  const draft = releasedDraft('short-form@1.0.0');
  if (!draft) throw new Error('no draft');
  const [section] = draft.content.sections;
  if (!section) throw new Error('no section');
  const broken = section.questions.map((question, at) => (at === 0 ? { ...question, indicators: 'all' } : question));
  const file = writeXlsForm({ ...draft, content: { ...draft.content, sections: [{ ...section, questions: broken as never }] } });
  expect(await refusals(file)).toEqual([['not-an-instrument', undefined, undefined, expect.stringMatching(/^S1\.Q1: /)]]);
});
