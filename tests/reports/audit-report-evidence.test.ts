import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findingGrades, instrument, localizedInstrument, questionsOf, restrictedQuestions } from '#scoring';
import { arrangeReport } from '~/audits/report/audit-report/arrange-report';
import { affectedLabel, affectedRange } from '~/audits/report/audit-report/affected-label';
import { arrangeLaw } from '~/audits/report/audit-report/arrange-law';
import { restsOn } from '~/audits/report/audit-report/arrange-sources';
import { arrangeSystems } from '~/audits/report/audit-report/arrange-systems';
import { findingSentences } from '~/audits/report/audit-report/key-findings';
import { buildAuditReport } from '~/audits/report/audit-report/model.server';
import { momentLabel } from '~/audits/report/audit-report/moment-label';
import { countInterviews } from '~/audits/report/count-interviews';
import { auditReportKinds } from '~/documents/verification/audit-report-kinds';
import { checkValue } from '../factories/audit-values';
import { answered, auditReportInput, tally } from './audit-report-input';

const en = { locale: 'en' } as const;
const interviewed = (people: number) => countInterviews([tally({ women: people, men: 0 })], en);
const workersBeside = checkValue('compliant', {
  methods: ['documents', 'workers'],
  agreement: 'contradict',
  interviews: ['individual', 'group'],
});
const requirement = (number: number) =>
  ({ number, text: `Rule ${number}`, law: `Act, s.${number}`, certainty: 'confirmed', checkedOn: '2026-11-29' }) as const;

describe('what an answer rests on', () => {
  it('names workers and how they were interviewed only where so many were interviewed that none can be identified', () => {
    expect(restsOn(workersBeside, interviewed(12))).toEqual({
      sources: ['documents', 'workers'],
      interviews: ['individual'],
      agreement: 'contradict',
    });
    for (const interviews of [interviewed(9), interviewed(3), { state: 'not-yet' } as const])
      expect(restsOn(workersBeside, interviews)).toEqual({ sources: 'several', interviews: [], agreement: null });
  });

  it('names no source for what workers alone said', () => {
    expect(restsOn(checkValue('compliant', { methods: ['workers'], agreement: 'single' }), interviewed(40)).sources).toBe('several');
  });

  it('names sources other than workers in a draft too, and none that was not recorded', () => {
    const documents = checkValue('compliant', { methods: ['documents', 'management'], agreement: 'agree' });
    expect(restsOn(documents, { state: 'not-yet' })).toEqual({ sources: ['documents', 'management'], interviews: [], agreement: 'agree' });
    expect(restsOn(undefined, interviewed(40))).toEqual({ sources: [], interviews: [], agreement: null });
  });

  it('is neither stated nor held against a law for a zero-tolerance question', () => {
    const [question = ''] = [...restrictedQuestions()].filter((key) => key.startsWith('BW.'));
    const input = auditReportInput({ law: { country: 'MY', on: '2026-12-01', byQuestion: { [question]: [requirement(1)] } } });
    const checks = new Map([[question, checkValue('not-compliant', { methods: ['observation'] })]]);
    const report = buildAuditReport({ ...input, record: { ...input.record, checks } });
    const found = report.clusters.flatMap(({ questions }) => questions).find(({ code }) => code === question);
    expect(found).toMatchObject({ isNotStated: true, answer: null });
    expect(found).not.toHaveProperty('sources');
    expect(report.law?.requirements).toEqual([]);
  });
});

describe('the legal requirements', () => {
  const law = {
    country: 'MY',
    on: '2026-12-01',
    byQuestion: { 'BW.WT.1.a': [requirement(7), requirement(2)], 'BW.CO.1.a': [requirement(2)] },
  };

  it('are numbered in the order of the questions, one number for one requirement', () => {
    const arranged = arrangeLaw(law, ['BW.CO.1.a', 'BW.WT.1.a', 'BW.WT.2.b']);
    expect(arranged.law?.requirements.map(({ no, text }) => `${no} ${text}`)).toEqual(['L1 Rule 2', 'L2 Rule 7']);
    expect(arranged.requirementsOf('BW.WT.1.a')).toEqual(['L2', 'L1']);
    expect(arranged.requirementsOf('BW.WT.2.b')).toEqual([]);
  });

  it('keep apart what members entered for the country', () => {
    const entered = { ...requirement(0), entered: { id: 'a', url: 'https://example.org/law' } };
    const other = { ...requirement(0), text: 'Another', entered: { id: 'b', url: null } };
    const { law: shown } = arrangeLaw({ ...law, byQuestion: { 'BW.WT.1.a': [entered, other] } }, ['BW.WT.1.a']);
    expect(shown?.requirements.map(({ no, url }) => [no, url])).toEqual([
      ['L1', 'https://example.org/law'],
      ['L2', null],
    ]);
  });

  it('say in the report that none is known, instead of leaving the question open', () => {
    const parts = JSON.stringify(arrangeReport(buildAuditReport(auditReportInput({ law: null })), 'full').parts);
    expect(parts).toContain('No requirement of national law is known');
  });
});

describe('the sentences about a finding', () => {
  const [finding] = buildAuditReport(auditReportInput()).findings;
  if (!finding) throw new Error('The input has no finding.');
  const written = {
    ...finding,
    no: 'NC-4',
    what: 'Wages were paid late',
    affected: { kind: 'people', count: 262 } as const,
    extent: 'systemic' as const,
  };
  const sentences = (more: Partial<typeof finding>, workers: number | null = 1120) =>
    findingSentences({ ...written, ...more }, { workers, say: en });

  it.each(findingGrades)('name what was found and the grade %s', (grade) => {
    expect(sentences({ grade }).lead).toBe(`NC-4, ${grade}: Wages were paid late.`);
  });

  it('give the people affected as a range within the workforce, never as a count of few', () => {
    expect(sentences({}).text).toContain('People affected: 250 to 300 of 1,120 workers (systemic).');
    expect(sentences({ affected: { kind: 'few' } }).text).toContain('fewer than 5');
    expect(sentences({ affected: null }).text).toContain('could not be established');
    expect(affectedRange(262, 270)).toEqual({ from: 250, to: 270 });
    for (let count = 5; count < 3000; count += 1) {
      const { from, to } = affectedRange(count, null);
      expect(from <= count && count <= to && from >= 5 && to - from >= 5).toBe(true);
    }
    expect(affectedLabel({ kind: 'people', count: 17 }, { workers: null, say: en })).toBe('15 to 20');
  });

  it('name the evidence, its sources and whether they agree, and no source for what workers alone said', () => {
    const shown = sentences({ evidence: 'Payroll of May', sources: ['documents', 'management'], agreement: 'agree' }).text;
    expect(shown).toContain('Evidence: Payroll of May. Sources: documents, management interviews. Sources agree.');
    expect(sentences({ sources: 'several', agreement: null, evidence: '' }).text).toContain('Sources: several sources.');
    expect(sentences({ sources: [], agreement: null, evidence: '' }).text).toContain('No evidence is recorded.');
  });

  it('say that the site disputes it, and what became of it', () => {
    const reply = { on: '2026-12-03', isDispute: true, text: 'Not so.' };
    expect(sentences({ replies: [reply], dueOn: '2027-01-31', verifiedOn: null }).text).toMatch(
      /disputes this finding\. Corrective action due by 31 Jan 2027/,
    );
    expect(sentences({ verifiedOn: '2027-01-15' }).text).toContain('verified on 15 Jan 2027');
  });
});

describe('the management systems', () => {
  const read = (answers: Record<string, string>) => {
    const checklist = answered('better-work-cat@1.0.0', { locale: 'en', words: ['not-assessed'] });
    const form = { instrument: instrument('short-form@1.1.0'), shown: localizedInstrument('short-form@1.1.0', 'en'), answers };
    return new Map(arrangeSystems([checklist, form]).map((system) => [system.element, system]));
  };

  it('are in place where all answers show it, absent where none does, partly in place in between', () => {
    expect(read({ 'S6.Q1': 'yes', 'S6.Q3': 'yes' }).get('policy')).toMatchObject({ state: 'in-place', assessed: 2, met: 2, gaps: [] });
    expect(read({ 'S6.Q1': 'no', 'S6.Q3': 'no' }).get('policy')).toMatchObject({ state: 'absent', gaps: ['S6.Q1', 'S6.Q3'] });
    expect(read({ 'S6.Q1': 'yes', 'S6.Q3': 'partial' }).get('policy')).toMatchObject({ state: 'partly', met: 1, gaps: ['S6.Q3'] });
  });

  it('are not assessed where no question was answered, and the report says so', () => {
    const systems = read({ 'S6.Q1': 'dont-know' });
    expect([...systems.values()].map(({ state }) => state)).toEqual(Array.from({ length: 5 }, () => 'not-assessed'));
    const report = { ...buildAuditReport(auditReportInput()), systems: [...systems.values()] };
    expect(JSON.stringify(arrangeReport(report, 'full').parts)).toContain(
      'because no question about it was answered: Policy, People and responsibilities',
    );
  });
});

describe('times', () => {
  it('are those of the clocks at the site, with their difference from UTC', () => {
    const at = '2026-08-03T23:30:00.000Z';
    expect(momentLabel(at, { offset: 480, say: en })).toBe('4 Aug 2026, 07:30 (UTC+8)');
    expect(momentLabel(at, { offset: 330, say: en })).toBe('4 Aug 2026, 05:00 (UTC+5:30)');
    expect(momentLabel(at, { offset: -240, say: en })).toBe('3 Aug 2026, 19:30 (UTC−4)');
    expect(momentLabel(at, { offset: null, say: en })).toBe('3 Aug 2026, 23:30 UTC');
  });
});

describe('a final report', () => {
  const narratives = new Map([
    ['summary', { text: 'Risk comes with the agency.', isWithdrawn: false }],
    ['BW.WT', { text: 'Hours rise before holidays.', isWithdrawn: false }],
    ['systems', { text: 'Agencies are outside the system.', isWithdrawn: false }],
  ]);
  const input = (locale: 'en' | 'fr' | 'es') => {
    const base = auditReportInput({ locale, law: { country: 'MY', on: '2026-12-01', byQuestion: { 'BW.FL.1.a': [requirement(1)] } } });
    return { ...base, record: { ...base.record, narratives } };
  };

  it('prints what the team wrote about the whole, its sections and the management systems', () => {
    const parts = new Map(arrangeReport(buildAuditReport(input('en')), 'full').parts.map((part) => [part.key, JSON.stringify(part)]));
    expect(parts.get('summary')).toContain('Risk comes with the agency.');
    expect(parts.get('results')).toContain('Hours rise before holidays.');
    expect(parts.get('systems')).toContain('Agencies are outside the system.');
  });

  it('never prints hints, leads, reasons for asking or evidence to look for', () => {
    for (const locale of ['en', 'fr', 'es'] as const) {
      const shown = ['better-work-cat@1.0.0', 'ilo-eleven-indicators@1.0.0', 'ilo-operational-indicators@1.0.0'].map((key) =>
        localizedInstrument(key, locale),
      );
      const ofQuestions = shown.flatMap((each) => [
        ...each.sections.flatMap(({ summary, points }) => [summary.text, ...points.map(({ whyWeAsk }) => whyWeAsk.text)]),
        ...questionsOf(each).flatMap(({ whyWeAsk, typicalEvidence }) => [whyWeAsk.text, typicalEvidence.text]),
      ]);
      const ofMessages = ['recorder', 'screening', 'auditpapers', 'audits', 'narrative', 'consistency'].flatMap((file) =>
        Object.entries(JSON.parse(readFileSync(`app/locales/${locale}/${file}.json`, 'utf8')) as Record<string, unknown>).flatMap(
          ([key, text]) =>
            typeof text === 'string' && /_(hint|lead|ask|missing|add)$/.test(key) && key !== 'consistency_report_lead' ? [text] : [],
        ),
      );
      // Shorter texts are words that a report may contain by itself.
      const instructions = [...ofQuestions, ...ofMessages].filter((text) => text.length > 30);
      expect(instructions.length).toBeGreaterThan(100);
      const model = buildAuditReport(input(locale));
      const printed = auditReportKinds.map((kind) => JSON.stringify(arrangeReport(model, kind))).join('\n');
      expect(instructions.filter((text) => printed.includes(JSON.stringify(text).slice(1, -1)))).toEqual([]);
    }
  });

  it('says the same of a finding in every form', () => {
    const model = buildAuditReport(input('en'));
    for (const kind of ['full', 'better-work'] as const)
      for (const { no, affected } of model.findings.filter((each) => each.affected?.kind === 'people'))
        expect(JSON.stringify(arrangeReport(model, kind).parts), `${kind} ${no}`).toContain(
          affectedLabel(affected, { workers: 496, say: en }),
        );
  });
});
