import type { Fault } from './fault';

const area = 'imports';

export const importFaults: readonly Fault[] = [
  {
    area,
    fault: 'A workbook is accepted whatever size it inflates to.',
    file: 'app/suppliers/import/pipeline/inspect-file.server.ts',
    find: `inflated > 10 * 1_048_576 && inflated / bytes.length > limits.inflationRatio`,
    replace: `inflated > limits.inflatedBytes`,
    test: 'app/suppliers/import/pipeline/parse.test.ts',
    title: 'refuses archives',
  },
  {
    area,
    fault: 'Evidence is accepted whatever size its archive inflates to.',
    file: 'app/questionnaires/evidence/measure-archive.server.ts',
    find: `done(inflated > most ? new TooMuch() : null);`,
    replace: `done(null);`,
    test: 'app/questionnaires/evidence/inspect-file.test.ts',
  },
  {
    area,
    fault: 'Rows beyond the limit are dropped without a message.',
    file: 'app/suppliers/import/pipeline/read-csv.server.ts',
    find: `  if (rows.length > limits.rows)
    return { ok: false, problem: { code: 'too-many-rows', params: { rows: rows.length, limit: limits.rows } } };`,
    replace: `  rows.length = Math.min(rows.length, limits.rows);`,
    test: 'app/suppliers/import/pipeline/parse.test.ts',
    title: 'parses as many rows',
  },
  {
    area,
    fault: 'A row without a name is left out without a message.',
    file: 'app/suppliers/import/pipeline/row-remarks.server.ts',
    find: `[{ code: 'missing-name', params: {}, severity: 'error' }]`,
    replace: `[]`,
    test: 'app/suppliers/import/pipeline/plan.test.ts',
  },
  {
    area,
    fault: 'An unknown number of workers is imported as zero.',
    file: 'app/suppliers/import/pipeline/clean/number.ts',
    find: `export function cleanCount(cell: string, habit: NumberHabit): Cleaned<number> {
  if (saysNothing(cell)) return clean<number>(null);`,
    replace: `export function cleanCount(cell: string, habit: NumberHabit): Cleaned<number> {
  if (saysNothing(cell)) return clean<number>(0);`,
    test: 'app/suppliers/import/pipeline/clean/clean.test.ts',
  },
  {
    area,
    fault: 'A share above 150 percent is imported as the whole.',
    file: 'app/suppliers/import/pipeline/clean/share.ts',
    find: `  if (share > 1.5) return flag<number>(null, 'share-impossible', 'warning', { value: cell });
`,
    replace: '',
    test: 'app/suppliers/import/pipeline/clean/clean.test.ts',
  },
  {
    area,
    fault: 'Rows of a long list that share only an identifier are planned as two suppliers.',
    file: 'app/suppliers/import/pipeline/partition.ts',
    find: `    ...idsOf(record),
`,
    replace: '',
    test: 'app/suppliers/import/pipeline/partition.test.ts',
  },
  {
    area,
    fault: 'A questionnaire workbook is accepted although its locked cells were changed.',
    file: 'app/questionnaires/workbook/sign-workbook.server.ts',
    find: `JSON.stringify([stamp, lines])`,
    replace: `JSON.stringify([stamp])`,
    test: 'app/questionnaires/workbook/workbook.db.test.ts',
  },
  {
    area,
    fault: 'Sites with an unknown number of workers count as zero in the sum of their supplier.',
    file: 'app/suppliers/import/pipeline/workforce.ts',
    find: `counts.length === sites.length ?`,
    replace: `counts.length > 0 ?`,
    test: 'app/suppliers/import/pipeline/plan.test.ts',
  },
  {
    area,
    fault: 'A questionnaire file without a form ID is taken for another that has none.',
    file: 'app/questionnaires/builder/import/import-targets.server.ts',
    find: `  if (identity === null) return null;
`,
    replace: `  if (identity === null)
    return (await db.ownInstrument.findFirst({ where: { lentBy: null, importedAs: null }, select: { code: true } }))?.code ?? null;
`,
    test: 'app/questionnaires/builder/import/import.db.test.ts',
    title: 'replaces nothing',
  },
  {
    area,
    fault: 'A questionnaire file is imported over a change that was never compared.',
    file: 'app/questionnaires/builder/import/confirm-import.server.ts',
    find: `  if (seenOf(newest) !== seen) return { kind: 'refused', code: 'changed' };
`,
    replace: '',
    test: 'app/questionnaires/builder/import/import.db.test.ts',
    title: 'changed since it was compared',
  },
  {
    area,
    fault: 'The condition of a group of an XLSForm is lost without a message.',
    file: 'app/questionnaires/builder/xls-form/read-survey.ts',
    find: `...open.flatMap(({ condition }) => condition ?? []), `,
    replace: '',
    test: 'app/questionnaires/builder/xls-form/foreign-form.test.ts',
    title: 'of groups apply to each question',
  },
  {
    area,
    fault: 'An .xls is opened whatever size its links expand to.',
    file: 'app/platform/parser/workbook/scan-xls.ts',
    find: `    if (cells > limits.cells) throw new ReadRefused('too-many-cells');
`,
    replace: '',
    test: 'app/platform/parser/workbook/scan-xls.test.ts',
    title: 'rejected by its expanded size',
  },
];
