import { describe, expect, it } from 'vitest';
import { instrument, restrictedQuestions } from '#scoring';
import { auditReportInput } from '../../../../tests/reports/audit-report-input';
import { buildAuditReport } from '~/audits/report/audit-report/model.server';
import type { AuditReport } from '~/audits/report/audit-report/schema';
import { planSheets } from './plan-sheets';
import { verifiedData } from './verified-data';
import { sectionOf, verifiedSections } from './verified-sections';

const model = buildAuditReport(auditReportInput());
const cells = (of: AuditReport) => planSheets(of)[1]?.table ?? { head: [], rows: [] };

/** The report with two actions on its first finding. */
function withActions(): AuditReport {
  const [first, ...rest] = model.findings;
  if (!first) throw new Error('no finding');
  const action = {
    ...{ kind: 'corrective' as const, what: 'Lock boxes for workers', rootCause: 'No rule', responsible: 'HR manager' },
    ...{ timescale: '30' as const, dueOn: '2026-12-31', verification: 'follow-up-visit' as const, agreedBy: 'Plant manager' },
    ...{ agreedOn: '2026-12-01', evidence: '', verifiedOn: null, status: 'pending' as const },
  };
  return {
    ...model,
    findings: [{ ...first, actions: [action, { ...action, kind: 'remediation', what: 'Return the passports' }] }, ...rest],
  };
}

describe('the corrective action plan as a workbook', () => {
  it('has the columns of a plan report in their order, and says what it is structured after', () => {
    const [details] = planSheets(model);
    expect(details?.table.head[1]).toContain('Structured after the columns of a SMETA corrective action plan report');
    expect(details?.table.rows).toContainEqual(['Hash', model.hash]);
    expect(cells(model).head).toEqual([
      ...['No.', 'New or carried over', 'Grade', 'Details', 'Legal reference', 'Code of conduct clause', 'Evidence', 'Sources'],
      ...['People affected', 'Root cause', 'Preventive and corrective action', 'Remediation for workers', 'Person responsible'],
      ...['Timescale', 'Due date', 'Verification method', 'Agreed by', 'Agreed on', 'Verification evidence and comments'],
      ...['Verified', 'Action status', 'Status', 'Site reply'],
    ]);
  });

  it('has a row for each action, and one for a finding without an action', () => {
    const { head, rows } = cells(withActions());
    expect(rows).toHaveLength(model.findings.length + 1);
    const value = (row: number, title: string) => rows[row]?.[head.indexOf(title)];
    expect([value(0, 'No.'), value(1, 'No.')]).toEqual(['NC-1', 'NC-1']);
    expect(value(0, 'Preventive and corrective action')).toBe('Lock boxes for workers');
    expect(value(1, 'Remediation for workers')).toBe('Return the passports');
    expect(value(1, 'Preventive and corrective action')).toBeNull();
    expect([value(0, 'Verification method'), value(0, 'Due date'), value(0, 'Agreed by')]).toEqual([
      'Follow-up visit',
      '2026-12-31',
      'Plant manager',
    ]);
    expect(value(2, 'Preventive and corrective action')).toBe('To be agreed');
  });

  it('names no source and no exact number where the report names none', () => {
    const [first, ...rest] = model.findings;
    if (!first) throw new Error('no finding');
    const redacted: AuditReport = { ...model, findings: [{ ...first, sources: 'several', affected: { kind: 'few' } }, ...rest] };
    const { head, rows } = cells(redacted);
    expect(rows[0]?.[head.indexOf('Sources')]).toBe('several sources');
    expect(rows[0]?.[head.indexOf('People affected')]).toBe('fewer than 5 people');
  });
});

describe('the verified data', () => {
  const data = verifiedData(model);

  it('has the sections in their order, every question once, and says what it is structured after', () => {
    expect(data.structuredAfter).toContain('Structured after the sections of the SLCP Data Collection Tool');
    expect(data.sections.map(({ key }) => key)).toEqual([...verifiedSections]);
    const asked = [
      ...model.clusters.flatMap(({ questions }) => questions),
      ...(model.further ?? []).flatMap(({ sections }) => sections.flatMap(({ questions }) => questions)),
    ];
    const given = data.sections.flatMap(({ questions }) => questions.map(({ code }) => code));
    expect(given.toSorted()).toEqual(asked.map(({ code }) => code).toSorted());
    expect(data.sections.flatMap(({ findings }) => findings)).toHaveLength(model.findings.length);
  });

  it('states nothing about a zero-tolerance question', () => {
    const given = data.sections.flatMap(({ questions }) => questions).filter(({ code }) => restrictedQuestions().has(code));
    expect(given.length).toBeGreaterThan(0);
    for (const question of given) expect(Object.keys(question).toSorted()).toEqual(['checklist', 'code', 'isNotStated', 'text']);
  });

  it('grades nothing', () => {
    expect(JSON.stringify(data)).not.toMatch(/"(grade|rate|nonCompliant)":/);
  });
});

describe('the assignment of topics to sections', () => {
  it('covers every compliance point of the checklist', () => {
    const points = instrument('better-work-cat@1.0.0').sections.flatMap(({ points: each }) => each.map(({ key }) => key));
    const missing = points.filter((point) => !sectionOf.has(point) && !sectionOf.has(point.replace(/\.[^.]*$/, '')));
    expect(points.length).toBeGreaterThan(30);
    expect(missing).toEqual([]);
  });

  it('names only topics that exist', () => {
    const known = new Set(
      ['better-work-cat@1.0.0', 'ilo-employers-checklist@1.0.0', 'ilo-ten-principles@1.0.0'].flatMap((key) =>
        instrument(key).sections.flatMap((section) => [
          ...section.points.flatMap(({ key: point }) => [point, point.replace(/\.[^.]*$/, '')]),
          `${key.replace(/@.*/, '')} ${section.key}`,
        ]),
      ),
    );
    expect([...sectionOf.keys()].filter((topic) => !known.has(topic))).toEqual([]);
  });
});
