import { describe, expect, it } from 'vitest';
import { instrument, questionsOf, restrictedQuestions } from '#scoring';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { arrangeReport } from '~/audits/report/audit-report/arrange-report';
import { groupOf, shortCodes } from '~/audits/report/audit-report/item-groups';
import { itemBlocks } from '~/audits/report/audit-report/item-blocks';
import { buildAuditReport } from '~/audits/report/audit-report/model.server';
import { writeAuditReportJson } from '~/audits/report/audit-report/render.server';
import { auditReportKinds } from '~/documents/verification/audit-report-kinds';
import { planSheets } from '~/audits/report/exports/plan-sheets';
import { verifiedData } from '~/audits/report/exports/verified-data';
import { checkValue } from '../factories/audit-values';
import { auditReportInput } from './audit-report-input';

const key = 'better-work-cat@2.0.0';
const pointer = { en: /shown beside/, fr: /à côté\)/, es: /al lado\)/ } as const;
const locales = ['en', 'fr', 'es'] as const;
const say = { locale: 'en' } as const;

/** The audit of a factory by edition two: without young workers and prisoners, and one item not compliant. */
function editionTwo(locale: (typeof locales)[number]) {
  const shown = localizedInstrument(key, locale);
  const scaled = questionsOf(instrument(key)).filter(({ type }) => type === 'NC');
  const answers = {
    ...Object.fromEntries(scaled.map((question) => [question.key, 'compliant'])),
    ...{ 'BW.SI.h': 'no', 'BW.SI.i': 'no', 'BW.OS.5.e': 'not-applicable', 'BW.OS.3.g': 'not-applicable', 'BW.OS.3.f': 'not-applicable' },
    ...{ 'BW.CO.1.a': 'not-compliant', 'BW.WT.1.a': 'not-assessed' },
  };
  const hidden = new Set(
    scaled.filter(({ dependsOn }) => ['BW.SI.h', 'BW.SI.i'].includes(dependsOn?.question ?? '')).map((each) => each.key),
  );
  const input = auditReportInput({
    locale,
    checklist: {
      instrument: instrument(key),
      shown,
      answers: Object.fromEntries(Object.entries(answers).filter(([code]) => !hidden.has(code))),
    },
  });
  const methods = ['documents', 'management'] as const;
  const checks = new Map(
    scaled.map(({ key: code }) => [
      code,
      checkValue('compliant', {
        methods: code === 'BW.CO.1.b' ? ['documents'] : [...methods],
        agreement: code === 'BW.CO.2.a' ? 'partly' : code === 'BW.CO.1.b' ? 'single' : 'agree',
        note: code === 'BW.OS.3.f' || code === 'BW.OS.3.g' ? 'All work is done walking.' : '',
      }),
    ]),
  );
  return buildAuditReport({ ...input, record: { ...input.record, checks, findings: [] } });
}

describe('a report by edition two', () => {
  it.each(locales)('has no pointer to the recorder in any form, in the data or in what is exported, in %s', (locale) => {
    const model = editionTwo(locale);
    const printed = auditReportKinds.map((kind) => JSON.stringify(arrangeReport(model, kind)));
    for (const text of [
      ...printed,
      writeAuditReportJson(model).toString(),
      JSON.stringify(verifiedData(model)),
      JSON.stringify(planSheets(model)),
    ])
      expect(text).not.toMatch(pointer[locale]);
    // The statements themselves are there.
    expect(printed.join()).toContain(questionsOf(localizedInstrument(key, locale)).find((each) => each.key === 'BW.WT.1.b')?.text.text);
  });

  it('prints each item once, by what was found of it, and those that do not apply under their reason', () => {
    const model = editionTwo('en');
    const results = arrangeReport(model, 'full').parts.find((part) => part.key === 'results');
    const tables = (results?.blocks ?? []).flatMap((block) => (block.kind === 'table' ? [block] : []));
    const rows = tables.flatMap(({ columns, rows: all }) =>
      all.map((row) => ({ head: columns[0]?.label ?? '', text: JSON.stringify(row) })),
    );
    const under = (code: string) =>
      rows.filter(({ text }) => new RegExp(`"${code.replaceAll('.', '\\.')}  `).test(text)).map(({ head }) => head);
    expect(under('BW.CO.1.a')).toEqual(['Question']);
    expect(under('BW.WT.1.a')).toEqual(['Not assessed (1)']);
    expect(under('BW.CO.1.b')[0]).toMatch(/^Compliant \(\d+\)$/);
    const reasons = rows.filter(({ head }) => head.startsWith('Does not apply')).map(({ text }) => text);
    expect(reasons.filter((text) => text.includes('All work is done walking.'))).toHaveLength(1);
    expect(reasons.find((text) => text.includes('All work is done walking.'))).toContain('BW.OS.3.f, g');
    expect(reasons.find((text) => text.includes('BW.OS.5.e'))).toContain('No reason recorded');
    expect(reasons.find((text) => text.includes('BW.SI.h'))).toMatch(
      /Do people under 18 work here, trainees included\? No \(BW\.SI\.h\).*BW\.CL\.2\.b\.1/,
    );
    // Each code is printed: with its text, or shortened behind the first of its point.
    for (const { code } of model.clusters.flatMap(({ questions }) => questions)) {
      const last = code.split('.').slice(3).join('.');
      const isListed = reasons.some(
        (text) => text.includes(code) || new RegExp(`${code.split('.').slice(0, 3).join('\\.')}[^"]*[ ,]${last}[",]`).test(text),
      );
      expect(under(code).length + (isListed ? 1 : 0), code).toBe(1);
    }
  });

  it('says of agreement only where sources differ, and names the requirement only where there is one', () => {
    const text = JSON.stringify(arrangeReport(editionTwo('en'), 'full').parts.find((part) => part.key === 'results'));
    expect(text.match(/sources agree in part/g)).toHaveLength(1);
    // The one item that is not compliant.
    expect(text.match(/"sources agree"/g)).toHaveLength(1);
    expect(text.includes('"one source"')).toBe(false);
    expect(text.includes('Legal requirement')).toBe(false);
  });

  it('keeps all of an item in the data, and counts what was not asked as not applying', () => {
    const model = editionTwo('en');
    const item = (code: string) => model.clusters.flatMap(({ questions }) => questions).find((each) => each.code === code);
    expect(item('BW.CO.1.b')).toMatchObject({ answer: 'compliant', sources: ['documents'], agreement: 'single' });
    expect(item('BW.CL.2.b.1')).toMatchObject({
      answer: null,
      doesNotApply: 'Do people under 18 work here, trainees included? No (BW.SI.h)',
    });
    expect(item('BW.CO.1.b')).not.toHaveProperty('doesNotApply');
    expect(JSON.stringify(arrangeReport(model, 'full').parts)).toContain('Not assessed: 1. ');
  });

  it('gives no reason for a zero-tolerance question: it is not stated, whatever was answered', () => {
    const model = editionTwo('en');
    for (const question of model.clusters.flatMap(({ questions }) => questions).filter(({ code }) => restrictedQuestions().has(code))) {
      expect(question).not.toHaveProperty('doesNotApply');
      expect(groupOf(question)).toBe('not-stated');
    }
  });
});

describe('items', () => {
  const item = {
    code: 'X.1',
    text: 'It is so.',
    answer: 'compliant',
    answerText: 'Compliant',
    note: '',
    isLegalContext: false,
    findings: [] as string[],
  };

  it('about which there is a finding are among those not compliant, whatever was answered', () => {
    expect(groupOf({ ...item, findings: ['NC-1'] })).toBe('not-compliant');
    expect(groupOf({ ...item, answer: 'not-applicable', findings: ['NC-1'] })).toBe('not-compliant');
  });

  it('that are compliant keep their note, and say where it is not recorded whether several sources agree', () => {
    const blocks = itemBlocks([{ ...item, note: 'Seen twice.', sources: ['documents', 'observation'], agreement: null }], {
      section: 'S',
      law: null,
      usual: { interviews: [] },
      say,
    });
    expect(JSON.stringify(blocks)).toContain('Seen twice.');
    expect(JSON.stringify(blocks)).toContain('agreement not recorded');
  });

  it('of one point have short codes', () => {
    expect(shortCodes(['BW.OS.7.a', 'BW.OS.7.b', 'BW.OS.7.d.1', 'BW.OS.8.a'])).toBe('BW.OS.7.a, b, d.1, BW.OS.8.a');
    expect(shortCodes(['H8.3', 'H8.5'])).toBe('H8.3, H8.5');
  });
});
