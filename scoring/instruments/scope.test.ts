import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countryRow } from '../reference/at.ts';
import { questionsOf } from './answers.ts';
import { instrument, instrumentKeys } from './at.ts';
import { scopeKeyAt, scopeKeys, scopeRules } from './scope-at.ts';
import { presenceFacts, type ScopeFacts } from './scope-schema.ts';
import { scopeFactsOf, skippedQuestions } from './scope.ts';

const rules = scopeRules('scope@1.0.0');
const ten = instrument('ilo-ten-principles@1.0.0');
const short = instrument('short-form@1.0.0');
const all = instrumentKeys().flatMap((key) => questionsOf(instrument(key)));
const nobodyFromAbroad: ScopeFacts = { foreignWorkers: 'none', labourProviders: 'none' };

describe('scope rules', () => {
  it('name only questions that are there, each rule once and each with its reason and source', () => {
    const keys = new Set(all.map(({ key }) => key));
    for (const rule of rules.rules) {
      expect(
        rule.skips.filter((key) => !keys.has(key)),
        rule.id,
      ).toEqual([]);
      expect(new Set(rule.skips).size, rule.id).toBe(rule.skips.length);
      expect(
        (rule.unlessAnswered ?? []).filter(({ question }) => !keys.has(question)),
        rule.id,
      ).toEqual([]);
    }
    expect(new Set(rules.rules.map(({ id }) => id)).size).toBe(rules.rules.length);
    for (const { question, none, some } of rules.answers) {
      const options = all.find(({ key }) => key === question)?.options?.map(({ value }) => value);
      expect([...none, ...some].sort(), question).toEqual([...(options ?? [])].sort());
    }
  });

  it('never skip a red flag, a zero-tolerance question, an input fact, or what raises a finding unless it may not apply', () => {
    const skips = new Set(rules.rules.flatMap((rule) => rule.skips));
    const untouchable = all.filter(
      (question) =>
        question.type === 'RF' ||
        question.type === 'FACT' ||
        question.zeroTolerance === true ||
        (question.raises !== null && !question.mayBeNotApplicable),
    );
    expect(untouchable.filter(({ key }) => skips.has(key)).map(({ key }) => key)).toEqual([]);
  });

  it('are in force from their day', () => {
    expect(scopeKeyAt('2026-11-25', ten.key)).toBeNull();
    expect(scopeKeyAt('2026-11-26', ten.key)).toBe('scope@1.0.0');
    expect(scopeKeyAt('2027-11-26', ten.key)).toBe('scope@1.0.0');
    expect(scopeKeyAt('2026-11-30', 'workshop-core@1.0.0')).toBeNull();
    expect(scopeKeyAt('2026-12-01', 'workshop-core@1.0.0')).toBe('scope@2.0.0');
    expect(scopeKeys()).toContain('scope@1.0.0');
    expect(() => scopeRules('scope@9.0.0')).toThrow(RangeError);
  });

  it('hold the designated countries of the table', () => {
    const listed = rules.rules.find(({ id }) => id === 'designated-country')?.when.countries ?? [];
    expect(listed).toHaveLength(34);
    for (const code of listed) expect(countryRow(code, '2026-11-26')?.epDesignated2021, code).toBe(true);
  });
});

describe('skipped questions', () => {
  const skip = (asked: typeof ten, facts: ScopeFacts, more: Partial<Parameters<typeof skippedQuestions>[1]> = {}) =>
    skippedQuestions(asked, { rules, facts, answers: {}, ...more });

  it('A16: without foreign workers and agencies the questions on fees and passports go, the red flags stay', () => {
    const skipped = skip(ten, nobodyFromAbroad);
    expect([...skipped.keys()].sort()).toEqual(['P5.Q2', 'P5.Q4', 'P5.Q5', 'P5.Q6', 'P5.Q7', 'P5.Q8', 'P6.Q4']);
    for (const form of [short, instrument('short-form@1.1.0')])
      expect([...skip(form, nobodyFromAbroad).keys()].sort()).toEqual(['S2.Q1', 'S2.Q3', 'S2.Q4', 'S4.Q2', 'S5.Q1', 'S5.Q3']);
    expect(skipped.get('P6.Q4')).toEqual({ rule: 'no-foreign-workers', facts: [{ fact: 'foreignWorkers', answered: false }] });
  });

  it('lets an answer scope on at once, and win over what was known', () => {
    expect(skip(short, {}).size).toBe(0);
    const none = skip(short, {}, { shares: { migrantShare: 0, agencyShare: 0 } });
    expect(none.get('S2.Q1')?.facts).toEqual([
      { fact: 'foreignWorkers', answered: true },
      { fact: 'labourProviders', answered: true },
    ]);
    expect(skip(short, nobodyFromAbroad, { shares: { migrantShare: 12 } }).has('S5.Q1')).toBe(false);
    const factory = instrument('better-work-cat@1.0.0');
    expect(skippedQuestions(factory, { rules, facts: { outsideWork: 'none' }, answers: { 'BW.SI.r': 'yes' } }).has('BW.HR.2.f')).toBe(
      false,
    );
  });

  it('asks about fees again once somebody paid, and never takes an answer or what was opened away', () => {
    const paid = skip(ten, nobodyFromAbroad, { answers: { 'P5.Q3': 'yes' } });
    expect([paid.has('P5.Q2'), paid.has('P5.Q6'), paid.has('P5.Q4')]).toEqual([false, false, true]);
    expect(skip(ten, nobodyFromAbroad, { answers: { 'P6.Q4': 'no' } }).has('P6.Q4')).toBe(false);
    expect(skip(ten, nobodyFromAbroad, { opened: ['P6.Q4'] }).has('P6.Q4')).toBe(false);
  });

  it('keeps the questions on migrants where they come from other parts of the country', () => {
    expect(skip(ten, { ...nobodyFromAbroad, internalMigrants: 'some' }).has('P5.Q8')).toBe(false);
    expect(skip(ten, { ...nobodyFromAbroad, internalMigrants: 'none' }).has('P5.Q8')).toBe(true);
  });

  it('reads country and sector', () => {
    const review = instrument('equator-review@1.0.0');
    expect([...skippedQuestions(review, { rules, facts: { countries: ['DE'] }, answers: {} }).keys()]).toEqual(['EQ3.3', 'EQ3.4']);
    expect([...skippedQuestions(review, { rules, facts: { countries: ['VN'] }, answers: {} }).keys()]).toEqual(['EQ3.5']);
    expect(skippedQuestions(review, { rules, facts: { countries: ['DE', 'VN'] }, answers: {} }).size).toBe(0);
    expect(skippedQuestions(review, { rules, facts: {}, answers: {} }).size).toBe(0);
    expect(skip(ten, { sector: '9700' }).has('P3.Q1')).toBe(true);
    expect(skip(ten, { sector: '14' }).size).toBe(0);
  });

  it('an unknown fact never skips: knowing less never skips more', () => {
    const facts = fc.record(Object.fromEntries(presenceFacts.map((fact) => [fact, fc.constantFrom('none' as const, 'some' as const)])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(facts, fc.constantFrom(...presenceFacts), fc.constantFrom(...instrumentKeys()), (known, forgotten, key) => {
        const { [forgotten]: gone, ...rest } = known;
        // What is known to be there holds a rule back, so only a "none" that is forgotten may skip less.
        if (gone === 'some') return true;
        const asked = instrument(key);
        const before = skippedQuestions(asked, { rules, facts: known, answers: {} });
        const after = skippedQuestions(asked, { rules, facts: rest, answers: {} });
        return [...after.keys()].every((question) => before.has(question));
      }),
    );
  });
});

describe('facts for scoping', () => {
  it('come from the party, a link makes people present, what was withdrawn is unknown', () => {
    const given = (value: number) => ({ value });
    expect(
      scopeFactsOf({ migrantShare: given(0), agencyShare: given(0.2), housing: { value: 'none' }, subcontracting: { value: 'declared' } }),
    ).toEqual({
      foreignWorkers: 'none',
      labourProviders: 'some',
      employerHousing: 'none',
      outsideWork: 'some',
    });
    expect(scopeFactsOf({ agencyShare: given(0) }, { recruits: true })).toEqual({ labourProviders: 'some' });
    expect(scopeFactsOf({ migrantShare: { value: 0, withdrawn: true } })).toEqual({});
    expect(scopeFactsOf({ migrantShare: given(0), migrantOrigins: { value: ['NP'] } })).toEqual({ foreignWorkers: 'some' });
    expect(scopeFactsOf({ countries: { value: ['VN'] }, sector: { value: '14' } })).toEqual({ countries: ['VN'], sector: '14' });
  });
});
