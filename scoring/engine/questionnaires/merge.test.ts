import { describe, expect, it } from 'vitest';
import type { AnswerGiven, AnswerValue, FindingGiven, QuestionnaireGiven } from '../../types.ts';
import { assess } from '../../odds/assess.ts';
import { mergeQuestionnaires } from './merge.ts';

const asOf = '2026-11-26';
const whole = 'ilo-ten-principles@1.0.0';
const short = 'short-form@1.0.0';

const shortNow = 'short-form@1.1.0';

const answer = (question: string, value: AnswerValue, on: string, more: Partial<AnswerGiven> = {}): AnswerGiven => ({
  question,
  value,
  evidence: 'self-declared',
  answeredOn: on,
  source: `answer:${on}:${question}`,
  ...more,
});
const questionnaire = (
  id: string,
  instrument: string,
  on: string,
  answers: Record<string, AnswerValue>,
  more: Partial<AnswerGiven> = {},
) => ({
  id,
  instrument,
  submittedAt: `${on}T12:00:00.000Z`,
  answers: Object.entries(answers).map(([question, value]) => answer(question, value, on, more)),
});
const merge = (list: QuestionnaireGiven[], findings: FindingGiven[] = []) => mergeQuestionnaires(list, { asOf, findings });
const countingFor = (question: string, list: QuestionnaireGiven[], findings: FindingGiven[] = []) =>
  merge(list, findings)?.answers.find((each) => each.question === question);
const flagged = (status: FindingGiven['status'], question = 'P5.Q3'): FindingGiven => ({
  id: 'f1',
  grade: 'major',
  status,
  evidence: 'self-declared',
  question,
  indicator: 'debt-bondage',
});

const march = (answers: Record<string, AnswerValue>, more?: Partial<AnswerGiven>) =>
  questionnaire('march', whole, '2026-03-01', answers, more);
const june = (answers: Record<string, AnswerValue>, more?: Partial<AnswerGiven>) =>
  questionnaire('june', short, '2026-06-01', answers, more);

describe('which answers count of several questionnaires (R5)', () => {
  it('of two versions of the short form the newest is scored, with what the older one says to its questions', () => {
    const next = questionnaire('next', shortNow, '2026-09-01', { 'S2.Q1': 'no', 'S5.Q2': 'yes' });
    const found = merge([june({ 'S2.Q1': 'yes', 'S3.Q1': 'yes', 'S5.Q2': 'no' }), next]);
    expect(found?.instrument).toBe(shortNow);
    expect(found?.answers.map(({ question, value, answeredOn }) => [question, value, answeredOn])).toEqual([
      ['S2.Q1', 'no', '2026-09-01'],
      ['S3.Q1', 'yes', '2026-06-01'],
      ['S5.Q2', 'yes', '2026-09-01'],
    ]);
    // Beside the whole questionnaire both speak to the same questions of it.
    const both = merge([march({ 'P9.Q1': 'yes' }), june({ 'S5.Q2': 'yes' }), next]);
    expect(both?.answers.find(({ question }) => question === 'P6.Q7')).toMatchObject({ value: 'yes', answeredOn: '2026-09-01' });
  });

  it('a short form after a whole questionnaire loses none of its answers', () => {
    const found = merge([march({ 'P1.Q1': 3, 'P2.Q1': 4, 'P9.Q1': 'yes' }), june({ 'S3.Q2': 'yes' })]);
    expect(found?.instrument).toBe(whole);
    expect(found?.answers.map(({ question, value, answeredOn }) => [question, value, answeredOn])).toEqual([
      ['P1.Q1', 3, '2026-03-01'],
      ['P2.Q1', 4, '2026-03-01'],
      ['P6.Q2', 'yes', '2026-06-01'],
      ['P9.Q1', 'yes', '2026-03-01'],
    ]);
    expect(found?.counted).toEqual(['june', 'march']);
    expect(found?.answers[2]?.from).toEqual({ questionnaire: 'june', instrument: short, question: 'S3.Q2', value: 'yes' });
  });

  it('the newest counts with its own day and its own, weaker evidence', () => {
    const list = [march({ 'P6.Q2': 'yes' }, { evidence: 'audit-unannounced' }), june({ 'S3.Q2': 'partial' })];
    expect(countingFor('P6.Q2', list)).toMatchObject({ value: 'partial', evidence: 'self-declared', answeredOn: '2026-06-01' });
    expect(countingFor('P6.Q2', list)?.setAside).toEqual([
      {
        questionnaire: 'march',
        instrument: whole,
        question: 'P6.Q2',
        value: 'yes',
        answeredOn: '2026-03-01',
        because: 'newer',
        contradicts: true,
      },
    ]);
  });

  it.each<[string, AnswerValue, AnswerValue, AnswerValue, string]>([
    ['a yes does not raise an exact answer', 2, 'yes', 2, 'march'],
    ['a yes does not lower one either', 4, 'yes', 4, 'march'],
    ['partly agrees with a written procedure', 2, 'partial', 2, 'march'],
    ['partly contradicts one that works', 3, 'partial', 1.5, 'june'],
    ['a no contradicts whatever there was', 1, 'no', 0, 'june'],
    ['a no agrees with nothing', 0, 'no', 0, 'march'],
    ['a yes raises nothing from nothing', 0, 'yes', 0, 'march'],
    ['what nobody knows any more keeps no answer alive', 4, 'dont-know', 'dont-know', 'june'],
    ['a yes where the exact answer said nothing is worth three of four', 'dont-know', 'yes', 3, 'june'],
    ['"does not apply" takes no answer’s place', 1, 'not-applicable', 1, 'march'],
  ])('%s', (_, exact, coarser, value, from) => {
    const found = countingFor('P5.Q2', [march({ 'P5.Q2': exact }), june({ 'S2.Q1': coarser })]);
    expect([found?.value, found?.from?.questionnaire]).toEqual([value, from]);
    const shown = found?.setAside?.[0];
    expect([shown?.because, shown?.contradicts]).toEqual([
      from === 'june' ? 'newer' : coarser === 'not-applicable' ? 'not-applicable' : 'coarser',
      typeof exact === 'number' &&
        ((coarser === 'partial' && exact > 2) || (coarser === 'no' && exact > 0) || (coarser === 'yes' && exact < 3)),
    ]);
  });

  it('an older short form never beats a newer exact answer', () => {
    const early = questionnaire('early', short, '2026-01-05', { 'S2.Q1': 'yes' }, { evidence: 'audit-unannounced' });
    expect(countingFor('P5.Q2', [early, march({ 'P5.Q2': 1 })])).toMatchObject({ value: 1, evidence: 'self-declared' });
  });

  it('asking again and again in vaguer words raises nothing above the newest exact answer', () => {
    const later = (id: string, on: string, value: AnswerValue) => questionnaire(id, short, on, { 'S2.Q1': value });
    expect(
      countingFor('P5.Q2', [march({ 'P5.Q2': 1 }), later('a', '2026-06-01', 'dont-know'), later('b', '2026-07-01', 'yes')])?.value,
    ).toBe('dont-know');
    expect(countingFor('P5.Q2', [march({ 'P5.Q2': 1 }), later('a', '2026-06-01', 'no'), later('b', '2026-07-01', 'yes')])?.value).toBe(0);
    // What was taken back may be told again, up to what was known exactly.
    expect(countingFor('P5.Q2', [march({ 'P5.Q2': 4 }), later('a', '2026-06-01', 'no'), later('b', '2026-07-01', 'yes')])?.value).toBe(3);
  });

  it('a share is read as all, half and none, and raised by nothing coarser', () => {
    expect(countingFor('P6.Q1', [march({ 'P9.Q1': 'yes' }), june({ 'S3.Q1': 'partial' })])?.value).toBe(50);
    expect(countingFor('P6.Q1', [march({ 'P6.Q1': 60 }), june({ 'S3.Q1': 'yes' })])?.value).toBe(60);
    expect(countingFor('P6.Q1', [march({ 'P6.Q1': 100 }), june({ 'S3.Q1': 'partial' })])?.value).toBe(50);
    expect(countingFor('P6.Q1', [march({ 'P6.Q1': 100 }), june({ 'S3.Q1': 'no' })])?.value).toBe(0);
  });

  it('a near question counts only where nothing else answers it', () => {
    expect(countingFor('P1.Q8', [march({ 'P9.Q1': 'yes' }), june({ 'S4.Q3': 'yes' })])?.value).toBe(3);
    const found = countingFor('P1.Q8', [march({ 'P1.Q8': 2 }), june({ 'S4.Q3': 'no' })]);
    expect(found).toMatchObject({ value: 2, setAside: [{ because: 'near', contradicts: false }] });
  });

  it('what the buyer held rules a question out; a claim does not where it was answered', () => {
    const out = (scopedBy?: 'facts') =>
      june(
        { 'S4.Q2': 'not-applicable' },
        { evidence: 'none', scopedOut: 'scope@1.0.0/no-foreign-workers', ...(scopedBy ? { scopedBy } : {}) },
      );
    expect(countingFor('P5.Q7', [march({ 'P5.Q7': 'no' }), out()])?.value).toBe('no');
    expect(countingFor('P5.Q7', [march({ 'P5.Q7': 'no' }), out('facts')])?.value).toBe('not-applicable');
    expect(countingFor('P5.Q7', [march({ 'P9.Q1': 'yes' }), out()])?.value).toBe('not-applicable');
    const asked = questionnaire('later', whole, '2026-09-01', { 'P5.Q7': 'no' });
    expect(countingFor('P5.Q7', [out('facts'), asked])?.value).toBe('no');
  });

  it('a short form alone counts as it always did', () => {
    const only = june({ 'S2.Q1': 'yes', 'S6.Q1': 'no' });
    expect(merge([only])).toEqual({ instrument: short, answers: only.answers, findings: [], counted: ['june'] });
  });

  it('two short forms are read question by question of the short form', () => {
    const found = merge([questionnaire('old', short, '2025-06-01', { 'S2.Q1': 'yes', 'S3.Q1': 'yes' }), june({ 'S2.Q1': 'no' })]);
    expect(found?.instrument).toBe(short);
    expect(found?.answers.map(({ question, value }) => [question, value])).toEqual([
      ['S2.Q1', 'no'],
      ['S3.Q1', 'yes'],
    ]);
  });

  it('before the rule was in force the newest questionnaire counts alone', () => {
    const before = mergeQuestionnaires([march({ 'P9.Q1': 'yes' }), june({ 'S3.Q2': 'yes' })], { asOf: '2026-11-25' });
    expect(before).toMatchObject({ instrument: short, counted: ['june'], answers: [{ question: 'S3.Q2', value: 'yes' }] });
    expect(before?.answers[0]).not.toHaveProperty('from');
  });

  it('what gives no credit counts nowhere, and nothing gives nothing', () => {
    expect(merge([])).toBeNull();
    expect(merge([questionnaire('x', 'ilo-eleven-indicators@1.0.0', '2026-06-01', { I1: 'present' })])).toBeNull();
  });
});

describe('red flags of several questionnaires', () => {
  const told = march({ 'P5.Q2': 4, 'P5.Q3': 'yes' });
  const denied = june({ 'S2.Q2': 'no' });

  it('a later no does not take back a yes whose finding nobody verified', () => {
    for (const findings of [[], [flagged('open')], [flagged('fixed')]])
      expect(countingFor('P5.Q3', [told, denied], findings)).toMatchObject({
        value: 'yes',
        setAside: [{ because: 'red-flag', contradicts: true }],
      });
    expect(countingFor('P5.Q3', [told, denied], [flagged('verified')])?.value).toBe('no');
  });

  it('a later yes counts whatever was verified before', () => {
    const again = questionnaire('again', short, '2026-09-01', { 'S2.Q2': 'yes' });
    expect(countingFor('P5.Q3', [told, denied, again], [flagged('verified')])?.value).toBe('yes');
  });

  it('a finding of a short form is one against the question it represents, and still voids its control and triggers its override', () => {
    const flaggedThere = june({ 'S2.Q2': 'yes' });
    const late = questionnaire('late', whole, '2026-09-01', { 'P5.Q2': 4, 'P5.Q3': 'no' });
    const found = merge([flaggedThere, late], [flagged('open', 'S2.Q2'), { ...flagged('open', 'BW.FL.1.b'), id: 'f2' }]);
    expect(found?.findings.map(({ question }) => question)).toEqual(['P5.Q3', 'BW.FL.1.b']);
    const findings = [{ ...flagged('open', 'S2.Q2'), foundOn: '2026-06-01', evidence: 'document-checked' as const }];
    const merged = merge([flaggedThere, late], findings);
    if (!merged) throw new Error('nothing counts');
    const result = assess({
      asOf,
      facts: { countries: { value: ['VN'] }, sector: { value: '14' } },
      instrument: merged.instrument,
      answers: merged.answers,
      findings: merged.findings,
    });
    expect(result.status === 'scored' && result.contradictions.map(({ code }) => code)).toEqual(['fees-declared-but-reported']);
    expect(result.overrides.map(({ code }) => code)).toEqual(['O7']);
    expect(result.status === 'scored' && result.lines.controlCredit).toBe(0);
  });
});

describe('the calculation', () => {
  it('says of each question which questionnaire and day it came from, and what does not count', () => {
    const merged = merge([march({ 'P5.Q2': 2, 'P6.Q2': 'yes' }), june({ 'S2.Q1': 'yes', 'S3.Q2': 'no' })]);
    if (!merged) throw new Error('nothing counts');
    const { trace } = assess({
      asOf,
      facts: { countries: { value: ['VN'] }, sector: { value: '14' } },
      instrument: merged.instrument,
      answers: merged.answers,
    });
    const text = JSON.stringify(trace);
    expect(text).toContain(
      'P5.Q2: 2, self-declared, 2026-03-01 (ilo-ten-principles@1.0.0 P5.Q2: 2; not counted short-form@1.0.0 S2.Q1: yes, 2026-06-01, coarser, contradicts)',
    );
    expect(text).toContain(
      'P6.Q2: no, self-declared, 2026-06-01 (short-form@1.0.0 S3.Q2: no; not counted ilo-ten-principles@1.0.0 P6.Q2: yes, 2026-03-01, newer, contradicts)',
    );
  });
});
