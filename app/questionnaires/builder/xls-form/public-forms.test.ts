import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readLimits } from '~/platform/parser/limits';
import { type Draft, type DraftQuestion, questionsIn } from '../draft';
import { structuralProblems } from './sound-content';
import { type OpenedSheet, openWorkbook } from './open-workbook.server';
import { readForm } from './read-xls-form.server';
import type { Remark } from './remarks';

const forms = unzipSync(readFileSync('tests/fixtures/pyxform/forms.zip'));

/** What pyxform 4.5.0 rejects, and why we do. */
const refusedByPyxform: Record<string, [code: string, row: number]> = {
  'bug_example_xls/calculate_without_calculation.xls': ['no-calculation', 34],
  'bug_example_xls/duplicate_columns.xlsx': ['duplicate-column', 1],
  'bug_example_xls/group_name_test.xls': ['no-name', 3],
  'example_xls/include.xls': ['include', 3],
  'example_xls/include.xlsx': ['include', 3],
  'example_xls/include_json.xls': ['include', 2],
  'example_xls/include_json.xlsx': ['include', 2],
  'example_xls/unknown_question_type.xls': ['duplicate-column', 1],
};
/** Forms that only calculate, locate or show: they would become questionnaires without questions. */
const withoutQuestions = [
  'bug_example_xls/bad_calc.xlsx',
  'example_xls/calculate.xls',
  'example_xls/default_time_demo.xls',
  'example_xls/gps.xls',
  'example_xls/hidden.xls',
  'example_xls/pull_data.xlsx',
];

/** The cells of a row by the current column names of the form language; read here without the reader under test. */
function plainRows({ head, rows }: OpenedSheet): { row: number; cell: (name: string) => string }[] {
  const spellings: Record<string, string> = {
    command: 'type',
    tag: 'name',
    value: 'name',
    relevance: 'relevant',
    'bind:relevant': 'relevant',
  };
  const columns = new Map([...head].map(([at, text]) => [spellings[text.toLowerCase()] ?? text.toLowerCase().replaceAll(' ', '_'), at]));
  return rows.map(({ row, cells }) => ({ row, cell: (name) => (cells.get(columns.get(name) ?? -1) ?? '').trim() }));
}

const keyOf = (name: string) =>
  name
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

/** Rows and cells of a survey that are neither in the draft nor in a remark. */
function unaccounted(survey: OpenedSheet, { draft, remarks }: { draft: Draft; remarks: readonly Remark[] }): string[] {
  const left = [...questionsIn(draft.content)];
  const summaries = new Set(draft.content.sections.map(({ summary }) => summary.en));
  const take = (name: string): DraftQuestion | undefined => {
    const at = left.findIndex(({ key }) => key === name || key.replace(/-\d+$/, '') === keyOf(name) || key === keyOf(name));
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const groups: boolean[] = [];
  const end = remarks.find(({ code }) => code === 'beyond-gap')?.row ?? Number.POSITIVE_INFINITY;
  const lost = plainRows(survey)
    .filter(({ row }) => row < end)
    .flatMap(({ row, cell }) => {
      const said = (...codes: string[]) =>
        remarks.some((remark) => remark.sheet === survey.name && remark.row === row && (codes.length === 0 || codes.includes(remark.code)));
      const type = cell('type').toLowerCase().replaceAll('_', ' ');
      if (type.startsWith('end ') && !/^end time/.test(type)) {
        groups.pop();
        return [];
      }
      if (type.startsWith('begin ')) {
        groups.push(cell('relevant') !== '');
        return [];
      }
      if (/^(set )?form (id|title)$/.test(type)) return [];
      const question = take(cell('name'));
      if (!question)
        return said() || (type === 'note' && [...head(survey, row)].some((text) => summaries.has(text))) ? [] : [`row ${row}: ${type}`];
      const codes: [column: string, isCarried: boolean, ...codes: string[]][] = [
        ['required', /^(no|false|false\(\))$/i.test(cell('required')), 'unsupported-required', 'scale'],
        ['constraint', /^\.\s*>=\s*0$/.test(cell('constraint')), 'unsupported-constraint'],
        ['default', false, 'unsupported-default'],
        ['choice_filter', false, 'unsupported-filter'],
        ['calculation', false, 'unsupported-calculation'],
        ['relevant', question.dependsOn !== null, 'unsupported-condition'],
        ['appearance', false, 'unsupported-column'],
        ['parameters', false, 'unsupported-column'],
      ];
      const missing = codes.filter(([column, isCarried, ...reported]) => cell(column) !== '' && !isCarried && !said(...reported));
      const isAsked = !groups.includes(true) || question.dependsOn !== null || said('unsupported-condition');
      return [...missing.map(([column]) => `row ${row}: ${column}`), ...(isAsked ? [] : [`row ${row}: condition of its group`])];
    });
  return [...lost, ...left.filter(({ key }) => !key.endsWith('OTHER')).map(({ key }) => `${key} is not in the file`)];
}

const head = ({ rows }: OpenedSheet, row: number) => rows.find((each) => each.row === row)?.cells.values() ?? [];

describe('the public forms of pyxform', () => {
  it('are 57, of which pyxform rejects 8', () => {
    expect(Object.keys(forms)).toHaveLength(57);
    expect(Object.keys(refusedByPyxform)).toHaveLength(8);
  });

  it.each(Object.keys(forms).sort())('%s', async (name) => {
    const bytes = forms[name] ?? new Uint8Array();
    const sheets = (await openWorkbook(bytes, readLimits.questionnaireTemplate)) ?? [];
    const read = readForm(sheets);
    const reason = refusedByPyxform[name];
    if (reason) {
      expect(read).toMatchObject({ kind: 'refused', remarks: [{ code: reason[0], row: reason[1] }] });
      return;
    }
    if (withoutQuestions.includes(name)) {
      expect(read).toMatchObject({ kind: 'refused', remarks: [{ code: 'no-questions' }, ...read.remarks.slice(1)] });
      return;
    }
    if (read.kind !== 'read') throw new Error(JSON.stringify(read.remarks));
    expect(questionsIn(read.draft.content).length).toBeGreaterThan(0);
    expect(structuralProblems(read.draft.content)).toEqual([]);
    const survey = sheets.find((sheet) => sheet.name.toLowerCase() === 'survey') ?? sheets[0];
    if (!survey) throw new Error('no survey');
    expect(unaccounted(survey, read)).toEqual([]);
  });
});
