import { describe, expect, it } from 'vitest';
import type { AnswerGiven, AnswerValue, FindingGiven } from '../types.ts';
import { type EvidenceGrade, evidenceGrades } from '../vocabulary.ts';
import { type ControlQuestion, shareCredit, weighControls } from './control-credit.ts';
import type { CreditRule } from './credit-rules.ts';
import { domainLabels } from './labels.ts';
import { methodAt } from './method.ts';

const method = methodAt('2026-11-25');
const question = (id: string, change: Partial<ControlQuestion> = {}): ControlQuestion => ({
  id,
  domain: 'contracts',
  scale: 'YNP',
  weight: 1,
  mayBeNotApplicable: false,
  ...change,
});
const answer = (id: string, value: AnswerValue, evidence: EvidenceGrade = 'audit-unannounced', answeredOn = '2026-11-01'): AnswerGiven => ({
  question: id,
  value,
  evidence,
  answeredOn,
});
const weigh = (questions: ControlQuestion[], answers: AnswerGiven[], more: { rules?: CreditRule[]; findings?: FindingGiven[] } = {}) =>
  weighControls({ questions, answers, rules: more.rules ?? [], findings: more.findings ?? [] }, method);
const scopedOut = (id: string): AnswerGiven => ({ ...answer(id, 'not-applicable', 'none'), scopedOut: 'scope@1.0.0/no-foreign-workers' });
const contracts = (effect: ReturnType<typeof weigh>) => effect.domains.find((each) => each.domain === 'contracts');

describe('value x evidence x freshness (R5)', () => {
  it.each<[ControlQuestion['scale'], AnswerValue, number]>([
    ['YNP', 'yes', 1],
    ['YNP', 'partial', 0.5],
    ['YNP', 'no', 0],
    ['G4', 0, 0],
    ['G4', 1, 0.25],
    ['G4', 3, 0.75],
    ['G4', 4, 1],
    ['PCT', 0, 0],
    ['PCT', 37, 0.37],
    ['PCT', 100, 1],
  ])('on the scale %s the answer %s is worth %d', (scale, value, credit) => {
    expect(weigh([question('A', { scale })], [answer('A', value)]).answers[0]?.credit).toBeCloseTo(credit, 12);
  });

  it.each([
    ['none', 0],
    ['self-declared', 0.2],
    ['document-uploaded', 0.5],
    ['document-checked', 0.7],
    ['audit-announced', 0.85],
    ['audit-unannounced', 1],
  ] as const)('evidence "%s" makes a yes worth %d', (evidence, credit) => {
    expect(weigh([question('A')], [answer('A', 'yes', evidence)]).answers[0]?.credit).toBe(credit);
  });

  it('evidence grades are named from weakest to strongest', () => {
    const factors = evidenceGrades.map((grade) => method.of['R5.evidence'][grade]);
    expect([...factors].sort((a, b) => a - b)).toEqual(factors);
  });

  it('an old answer is worth less', () => {
    expect(weigh([question('A')], [answer('A', 'yes', 'document-checked', '2025-01-01')]).answers[0]?.credit).toBeCloseTo(0.49, 12);
  });

  it('an answer off its scale says nothing', () => {
    expect(weigh([question('A')], [answer('A', 3)]).answers[0]).toMatchObject({ state: 'unknown', credit: 0, best: 1 });
    expect(weigh([question('A', { scale: 'G4' })], [answer('A', 'yes')]).answers[0]?.state).toBe('unknown');
  });
});

describe('effectiveness of a domain', () => {
  it('is the weighted mean of its questions', () => {
    const effect = weigh([question('A', { weight: 3 }), question('B', { weight: 1 })], [answer('A', 'yes'), answer('B', 'no')]);
    expect(contracts(effect)).toMatchObject({ point: 0.75, best: 0.75, questions: 2, answered: 2 });
    expect(effect.point).toBeCloseTo(0.12 * 0.75, 12);
  });

  it('don’t-know and no answer earn nothing and could be best', () => {
    const effect = weigh([question('A'), question('B')], [answer('A', 'dont-know')]);
    expect(contracts(effect)).toMatchObject({ point: 0, best: 1, questions: 2, answered: 0 });
    expect(effect).toMatchObject({ answeredShare: 0, meanEvidence: 0, meanAge: 0 });
  });

  it('"does not apply" leaves the mean alone', () => {
    const questions = [question('A'), question('B', { mayBeNotApplicable: true })];
    expect(contracts(weigh(questions, [answer('A', 'yes'), answer('B', 'not-applicable')]))).toMatchObject({ point: 1, questions: 1 });
  });

  it('of two answers to one question the later counts', () => {
    const answers = [answer('A', 'no', 'audit-unannounced', '2026-10-01'), answer('A', 'yes', 'audit-unannounced', '2026-11-01')];
    expect(contracts(weigh([question('A')], answers))?.point).toBe(1);
    expect(contracts(weigh([question('A')], [...answers].reverse()))?.point).toBe(1);
  });

  it('keeps the means of evidence and freshness over answered questions', () => {
    const effect = weigh(
      [question('A'), question('B'), question('C')],
      [answer('A', 'yes', 'self-declared'), answer('B', 'no', 'audit-unannounced', '2025-01-01')],
    );
    expect(effect.answeredShare).toBeCloseTo(2 / 3, 12);
    expect(effect.meanEvidence).toBeCloseTo(0.6, 12);
    expect(effect.meanAge).toBeCloseTo(0.85, 12);
  });
});

describe('what one answer does to another', () => {
  const flag: CreditRule = { kind: 'void', control: 'A', flag: 'F' };
  const open: FindingGiven = { id: 'f1', grade: 'major', status: 'open', evidence: 'audit-announced' };

  it('a red flag takes the evidence of its control, whatever its value', () => {
    for (const value of [1, 2, 4]) {
      const effect = weigh([question('A', { scale: 'G4' })], [answer('A', value), answer('F', 'yes')], { rules: [flag] });
      expect(effect.answers[0]).toMatchObject({ evidence: 0, credit: 0, voidedBy: 'F' });
    }
    expect(weigh([question('A')], [answer('A', 'yes'), answer('F', 'no')], { rules: [flag] }).answers[0]?.credit).toBe(1);
  });

  it('a red flag also closes the best case of an unanswered control', () => {
    expect(weigh([question('A')], [answer('F', 'yes')], { rules: [flag] }).answers[0]).toMatchObject({ state: 'unknown', best: 0 });
  });

  it('a finding against the question voids its credit until its correction is verified', () => {
    const on = (change: Partial<FindingGiven>) =>
      weigh([question('A')], [answer('A', 'yes')], { findings: [{ ...open, question: 'A', ...change }] }).answers[0];
    expect(on({})).toMatchObject({ credit: 0, voidedBy: 'f1' });
    expect(on({ status: 'fixed' })?.credit).toBe(0);
    expect(on({ status: 'verified' })?.credit).toBe(1);
  });

  it('a finding of the named indicator does the same', () => {
    const rules: CreditRule[] = [{ kind: 'void', control: 'A', indicator: 'retention-of-identity-documents' }];
    const on = (indicator: FindingGiven['indicator']) =>
      weigh([question('A')], [answer('A', 'yes')], { rules, findings: [{ ...open, ...(indicator ? { indicator } : {}) }] }).answers[0]
        ?.credit;
    expect(on('retention-of-identity-documents')).toBe(0);
    expect(on('deception')).toBe(1);
    expect(on(undefined)).toBe(1);
  });

  const cap: CreditRule = { kind: 'cap', control: 'A', by: 'P', below: 50, cap: 0.5 };
  it.each<[AnswerValue | undefined, number, number]>([
    [60, 1, 1],
    [50, 1, 1],
    [49, 0.5, 0.5],
    [0, 0.5, 0.5],
    ['dont-know', 0.5, 1],
    [undefined, 0.5, 1],
    ['not-applicable', 1, 1],
  ])('with %s per cent accepted a yes is worth %d, at best %d', (percent, credit, best) => {
    const answers = [answer('A', 'yes'), ...(percent === undefined ? [] : [answer('P', percent)])];
    const questions = [question('A'), question('P', { scale: 'PCT', mayBeNotApplicable: true, domain: 'policy' })];
    expect(weigh(questions, answers, { rules: [cap] }).answers[0]).toMatchObject({ credit, best });
  });

  it('a ceiling lets a control count at most its percentage', () => {
    const rules: CreditRule[] = [{ kind: 'ceiling', control: 'A', by: 'P' }];
    const on = (value: number, percent: AnswerValue) =>
      weigh([question('A', { scale: 'G4' })], [answer('A', value), answer('P', percent)], { rules }).answers[0];
    expect(on(4, 30)).toMatchObject({ credit: 0.3, cappedBy: 'P' });
    expect(on(1, 30)).toMatchObject({ credit: 0.25 });
    expect(on(1, 30)?.cappedBy).toBeUndefined();
    expect(on(4, 'dont-know')).toMatchObject({ credit: 0, best: 1 });
  });

  it('a question hidden by its parent earns nothing but stays in the mean', () => {
    const rules: CreditRule[] = [{ kind: 'parent', control: 'A', parent: 'Q', unless: [0] }];
    const on = (parent: AnswerValue) =>
      weigh([question('A'), question('Q', { scale: 'G4' })], [answer('A', 'yes'), answer('Q', parent)], { rules });
    expect(on(0).answers[0]).toMatchObject({ state: 'not-asked', credit: 0, best: 0 });
    expect(contracts(on(0))).toMatchObject({ point: 0, questions: 2 });
    expect(on(1).answers[0]).toMatchObject({ state: 'answered', credit: 1 });
    expect(on('dont-know').answers[0]).toMatchObject({ state: 'answered', credit: 0, best: 1, cappedBy: 'Q' });
  });

  it('"does not apply" where it may not be said counts as don’t-know, for the rules too', () => {
    const questions = [question('A'), question('P', { scale: 'PCT', domain: 'policy' })];
    const effect = weigh(questions, [answer('A', 'yes'), answer('P', 'not-applicable')], { rules: [cap] });
    expect(effect.answers[0]?.credit).toBe(0.5);
    expect(effect.answers[1]?.state).toBe('unknown');
  });
});

describe('credit in points', () => {
  it('is shared out by domain in tenths that add up', () => {
    const effect = weigh(
      [question('A'), question('B', { domain: 'wages' }), question('C', { domain: 'remedy' })],
      [answer('A', 'yes'), answer('B', 'yes', 'self-declared'), answer('C', 'no')],
    );
    const shown = shareCredit(effect, -5.1, domainLabels);
    expect(shown.reduce((sum, each) => sum + Math.round(each.credit * 10), 0)).toBe(-51);
    expect(shown.find((each) => each.domain === 'remedy')?.credit).toBe(0);
    expect(shown.map((each) => each.weight).reduce((sum, each) => sum + each, 0)).toBe(100);
  });
});

describe('questions that scope rules leave out', () => {
  const questions = [question('A'), question('B'), question('C', { mayBeNotApplicable: true })];

  it('leave numerator, denominator and coverage as they are (T12), also where the question offers no "does not apply"', () => {
    const whole = weigh([question('A')], [answer('A', 'yes')]);
    const scoped = weigh(questions, [answer('A', 'yes'), scopedOut('B'), scopedOut('C')]);
    expect(contracts(scoped)?.point).toBe(contracts(whole)?.point);
    expect(contracts(scoped)?.best).toBe(contracts(whole)?.best);
    expect(contracts(scoped)?.questions).toBe(1);
    expect(scoped.answeredShare).toBe(1);
    expect(contracts(weigh(questions, [answer('A', 'yes'), answer('B', 'not-applicable')]))?.point).toBeCloseTo(1 / 3, 12);
  });

  it('count as unknown once a finding shows that they do apply, so that a finding never helps (T4)', () => {
    const finding: FindingGiven = { id: 'f', grade: 'major', status: 'open', evidence: 'self-declared', question: 'B' };
    const before = weigh(questions, [answer('A', 'yes'), scopedOut('B')]);
    const after = weigh(questions, [answer('A', 'yes'), scopedOut('B')], { findings: [finding] });
    expect(after.answers.find((each) => each.question.id === 'B')?.state).toBe('unknown');
    expect(contracts(after)?.point).toBeLessThan(contracts(before)?.point ?? 0);
  });
});
