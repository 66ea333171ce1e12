import { expect, it } from 'vitest';
import { instrument, questionsOf } from '#scoring';
import { arrangeReport } from '~/audits/report/audit-report/arrange-report';
import { buildAuditReport } from '~/audits/report/audit-report/model.server';
import { auditReportKinds } from '~/documents/verification/audit-report-kinds';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { checkValue, findingValue } from '../factories/audit-values';
import { auditReportInput } from './audit-report-input';

const key = 'better-work-cat@2.0.0';

/** An audit of which two items of forced labour are recorded: one without fault, and one that may be bad, on a point that no report states. */
function report(locale: 'en' | 'fr' | 'es', isBad: boolean) {
  const answer = isBad ? 'not-compliant' : 'compliant';
  const answers = { 'BW.FL.2.a.1': 'compliant', 'BW.FL.1.c.1': answer } as const;
  const input = auditReportInput({ locale, checklist: { instrument: instrument(key), shown: localizedInstrument(key, locale), answers } });
  const checks = new Map(
    questionsOf(instrument(key)).flatMap((each) => (each.key in answers ? [[each.key, checkValue(answer)] as const] : [])),
  );
  const finding = { id: '00000000-0000-4000-8000-000000000001', value: findingValue('BW.FL.1.c.1', { grade: 'major' }) };
  return buildAuditReport({ ...input, record: { ...input.record, checks, findings: isBad ? [finding] : [] } });
}

it('a rate that leaves a finding out says so, wherever it is printed', () => {
  const model = report('en', true);
  const forced = model.clusters.find((cluster) => cluster.key === 'BW.FL');
  expect(forced?.rate).toEqual({ nonCompliant: 0, assessed: 1, rate: 0 });
  expect(model.findings).toMatchObject([{ section: 'BW.FL', point: 'BW.FL.1', grade: 'major' }]);
  const rates = (kind: (typeof auditReportKinds)[number]) =>
    textsOf(arrangeReport(model, kind)).filter((text) => text.includes('0 of 1 (0'));
  for (const kind of auditReportKinds.filter((each) => each !== 'summary'))
    for (const text of rates(kind)) expect(text, kind).toContain('findings on points not counted: 1');
  expect(rates('full').length).toBeGreaterThan(2);
  expect(rates('better-work').length).toBeGreaterThan(2);
  // The report of two pages says it once, in its first sentence.
  expect(rates('summary')[0]).toContain('findings on points not counted: 1');
});

/** All texts of a report; a cell of a table with its note. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  if ('text' in value && 'note' in value) return [`${value.text} ${value.note}`];
  return Object.values(value).flatMap(textsOf);
}

it('a rate that leaves no finding out is printed alone', () => {
  for (const locale of ['en', 'fr', 'es'] as const) {
    const words = { en: 'points not counted', fr: 'points non comptés', es: 'puntos no contados' }[locale];
    expect(JSON.stringify(auditReportKinds.map((kind) => arrangeReport(report(locale, true), kind)))).toContain(words);
    expect(JSON.stringify(auditReportKinds.map((kind) => arrangeReport(report(locale, false), kind)))).not.toContain(words);
  }
});
