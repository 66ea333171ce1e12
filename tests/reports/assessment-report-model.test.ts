import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { describe, expect, test } from 'vitest';
import { assess } from '#scoring';
import { walk } from '~/risk/supplier-report/assessment-report/arrange-trace';
import { buildAssessmentReport } from '~/risk/supplier-report/assessment-report/model.server';
import { showPeople, showShare } from '~/suppliers/fields/reported/people-count';
import { reportHash } from '~/documents/verification/report-hash.server';
import { assessmentReportSchema } from '~/risk/supplier-report/assessment-report/schema';
import { reportInput } from './report-input';

describe('the model of the assessment report', () => {
  test('contains the input, numbered and in order', () => {
    const report = buildAssessmentReport(reportInput());
    expect(report.sources).toEqual([expect.objectContaining({ kind: 'file', rowNumber: 17 }), { kind: 'entered', on: '2026-10-01' }]);
    expect(report.facts.find((fact) => fact.field === 'workers')).toEqual({
      field: 'workers',
      value: { kind: 'people', count: 1250 },
      source: 1,
    });
    expect(report.questionnaire?.sections).toHaveLength(10);
    expect(report.tables.length).toBeGreaterThan(5);
    for (const table of report.tables) expect(table.licence).not.toBe('');
    expect(report.parameters.map((parameter) => parameter.id)).toContain('R4.world-odds');
  });

  test('is the same for the same input, and survives storage', () => {
    const report = buildAssessmentReport(reportInput());
    expect(buildAssessmentReport(reportInput())).toEqual(report);
    const stored = assessmentReportSchema.parse(JSON.parse(JSON.stringify(report)));
    expect(reportHash(stored)).toBe(report.hash);
  });

  test('prints the result without figures from which the number of workers could be derived', () => {
    const { result } = buildAssessmentReport(reportInput());
    if (result.status !== 'scored') throw new Error('expected a score');
    const { inherent, controlCredit, findingsUplift, overrideUplift } = result.lines;
    expect(inherent + controlCredit + findingsUplift + overrideUplift).toBeCloseTo(result.score, 9);
    expect(result).not.toHaveProperty('drawable');
    expect(result.people).not.toHaveProperty('expected');
    expect(result.child.components.map(({ id }) => id)).toContain('young-workers');
  });

  test('names the answers that would lower the score most, with the wording of the questionnaire', () => {
    const { lowering, result } = buildAssessmentReport(reportInput());
    if (lowering === null || result.status !== 'scored') throw new Error('expected answers');
    expect(lowering.answers[0]?.text).not.toBe('');
    expect(result.score - lowering.lowers).toBeCloseTo(lowering.score, 9);
    expect(buildAssessmentReport(reportInput({ lowering: null })).lowering).toBeNull();
  });

  test('contains the SHA-256 of its RFC 8785 form without the hash, and any change breaks it', () => {
    const { hash, ...content } = buildAssessmentReport(reportInput());
    expect(
      createHash('sha256')
        .update(canonicalize(content) ?? '')
        .digest('hex'),
    ).toBe(hash);
    expect(reportHash({ ...content, organization: { name: 'Somebody else' } })).not.toBe(hash);
  });

  test('shows no count of people from 1 to 4, not even as a share', () => {
    expect([0, 1, 4, 5].map((count) => showPeople(count).kind)).toEqual(['people', 'few', 'few', 'people']);
    expect(showShare(0.02, 100)).toEqual({ kind: 'few' });
    expect(showShare(0.98, 100)).toEqual({ kind: 'nearly-all' });
    expect(showShare(0.5, 100)).toEqual({ kind: 'share', share: 0.5 });
    expect(showShare(0, 100)).toEqual({ kind: 'share', share: 0 });
    const report = buildAssessmentReport(reportInput());
    expect(report.facts.find((fact) => fact.field === 'internalMigrantShare')?.value).toEqual({ kind: 'few' });
    expect(report.findings.map((finding) => finding.people)).toEqual([{ kind: 'people', count: 41 }, { kind: 'few' }]);
    walk(report.trace, (node) => {
      if (node.fact?.field === 'internalMigrantShare') expect(node.value).toBeNull();
    });
    expect(JSON.stringify(report)).not.toContain('0.002');
  });

  test('shows which answer excluded a hidden question', () => {
    const questions = buildAssessmentReport(reportInput()).questionnaire?.sections.flatMap((section) => section.questions) ?? [];
    expect(questions.find((question) => question.code === 'P1.Q2')).toMatchObject({ answer: null, closedBy: 'P1.Q1' });
    expect(questions.find((question) => question.code === 'P9.Q5')).toMatchObject({ answer: null });
    expect(questions.find((question) => question.code === 'P9.Q5')).not.toHaveProperty('closedBy');
  });

  test('lists first what concerns people, and asks for facts when there is no score', () => {
    const kinds = buildAssessmentReport(reportInput()).nextActs.map((act) => act.kind);
    expect(kinds[0]).toBe('finding');
    expect(kinds.length).toBeLessThanOrEqual(6);
    const bare = { facts: {}, questionnaire: null, findings: [], lowering: null, assessed: assess({ asOf: '2026-11-24', facts: {} }) };
    expect(buildAssessmentReport(reportInput(bare)).nextActs).toEqual([
      { kind: 'fact', component: 'country', error: null },
      { kind: 'questionnaire' },
    ]);
  });

  test('rejects input that is not a report', () => {
    expect(() => buildAssessmentReport(reportInput({ preparedAt: 'yesterday' }))).toThrow();
    expect(() => buildAssessmentReport(reportInput({ organization: { name: '' } }))).toThrow();
  });
});
