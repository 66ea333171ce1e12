import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreMany } from '../odds/assess.ts';
import type { Scored } from '../odds/result.ts';
import { controlsOf } from '../engine/controls-of.ts';
import type { AnswerGiven, AnswerValue } from '../types.ts';
import { controlDomains } from '../vocabulary.ts';
import { questionsOf } from './answers.ts';
import { instrument } from './at.ts';

const asOf = '2026-11-25';
const long = 'ilo-ten-principles@1.0.0';
const versions = ['short-form@1.0.0', 'short-form@1.1.0'] as const;
/** What each question asks of the ten principles. */
const source: Record<string, string> = {
  ...{ 'S1.Q1': 'P5.Q1', 'S2.Q1': 'P5.Q2', 'S2.Q2': 'P5.Q3', 'S2.Q3': 'P5.Q6', 'S2.Q4': 'P5.Q4', 'S3.Q1': 'P6.Q1', 'S3.Q2': 'P6.Q2' },
  ...{ 'S3.Q3': 'P6.Q6', 'S4.Q1': 'P6.Q3', 'S4.Q2': 'P5.Q7', 'S4.Q3': 'P1.Q8', 'S5.Q1': 'P6.Q4', 'S5.Q2': 'P6.Q7', 'S5.Q3': 'P5.Q8' },
  ...{ 'S6.Q1': 'P1.Q1', 'S6.Q2': 'P1.Q4', 'S6.Q3': 'P4.Q5', 'S7.Q1': 'P9.Q3', 'S7.Q2': 'P8.Q6', 'S7.Q3': 'P8.Q1' },
};
const byLong = new Map(questionsOf(instrument(long)).map((question) => [question.key, question]));
const facts = { countries: { value: ['VN'] }, sector: { value: '1410' } };

const scored = (key: string, answers: AnswerGiven[]): Extract<Scored, { status: 'scored' }> => {
  const [result] = scoreMany([{ asOf, facts, instrument: key, answers }]);
  if (result?.status !== 'scored') throw new Error('not scored');
  return result;
};
const perfect = (key: string): AnswerGiven[] =>
  questionsOf(instrument(key)).flatMap(({ key: question, type }) => {
    const value = ({ YNP: 'yes', G4: 4, PCT: 100, RF: 'no' } as Partial<Record<string, AnswerValue>>)[type];
    return value === undefined ? [] : [{ question, value, evidence: 'document-checked', answeredOn: asOf }];
  });
/** An answer of the short form as the long one takes it: a yes to a graded question is "in writing, and it works". */
const inLong = ({ question, value, ...rest }: AnswerGiven): AnswerGiven => {
  const type = byLong.get(source[question] ?? '')?.type;
  const step = value === 'yes' ? 1 : value === 'partial' ? 0.5 : 0;
  const graded = { G4: 3 * step, PCT: 100 * step };
  const isWord = value === 'dont-know' || value === 'not-applicable';
  return { question: source[question] ?? '', value: isWord || (type !== 'G4' && type !== 'PCT') ? value : graded[type], ...rest };
};

describe.each(versions)('%s', (short) => {
  const asked = questionsOf(instrument(short));

  it('asks twenty questions, each for one question of the ten principles, in its domain, with its indicators', () => {
    expect(asked).toHaveLength(20);
    expect(Object.keys(source).sort()).toEqual(asked.map(({ key }) => key).sort());
    expect(new Set(Object.values(source)).size).toBe(20);
    for (const question of asked) {
      const whole = byLong.get(source[question.key] ?? '');
      expect(question.domain, question.key).toBe(whole?.domain);
      expect(question.indicators, question.key).toEqual(whole?.indicators);
      expect(question.raises, question.key).toEqual(whole?.raises);
      expect(question.mayBeNotApplicable, question.key).toBe(whole?.mayBeNotApplicable);
      const share = whole?.type === 'G4' ? 0.75 : 1;
      if (question.type !== 'FACT') expect(question.weight, question.key).toBeCloseTo((whole?.weight ?? 0) * share, 12);
    }
  });

  it('is written in short sentences for a small screen', () => {
    for (const { key, text } of asked) expect(text.en.split(' ').length, key).toBeLessThanOrEqual(26);
    for (const { key, text } of asked) for (const word of text.en.split(' ')) expect(word.length, key).toBeLessThanOrEqual(12);
  });

  it('leaves most of the weight of policy, supply chain and remedy unasked, and counts it as such', () => {
    const { leftOut } = controlsOf(short);
    const all = controlsOf(long).questions;
    for (const domain of controlDomains) {
      const whole = all.filter((each) => each.domain === domain).reduce((sum, each) => sum + each.weight, 0);
      expect(leftOut[domain], domain).toBeGreaterThanOrEqual(0);
      expect(leftOut[domain], domain).toBeLessThan(whole);
    }
    expect(controlsOf(long).leftOut).toEqual({});
  });

  it('gives the credit that the same answers give in the ten principles, and never more', () => {
    const answer = fc.constantFrom<AnswerValue[]>('yes', 'partial', 'no', 'dont-know');
    const controls = asked.filter(({ type }) => type !== 'FACT');
    fc.assert(
      fc.property(fc.array(answer, { minLength: controls.length, maxLength: controls.length }), (values) => {
        const answers = controls.map(({ key, type }, at): AnswerGiven => {
          const value = values[at] ?? 'dont-know';
          return {
            question: key,
            value: type === 'RF' && value === 'partial' ? 'no' : value,
            evidence: 'document-checked',
            answeredOn: asOf,
          };
        });
        const credit = -scored(short, answers).lines.controlCredit;
        const same = -scored(long, answers.map(inLong)).lines.controlCredit;
        // Two rules are the short form's own: a swapped contract speaks against the promised one, and rules nobody wrote were agreed by nobody.
        const isOwn = answers.some(
          ({ question, value }) =>
            (question === 'S3.Q3' && value === 'yes') || (question === 'S6.Q1' && value !== 'yes' && value !== 'partial'),
        );
        expect(credit).toBeLessThanOrEqual(same + 0.1);
        if (!isOwn) expect(Math.abs(credit - same)).toBeLessThanOrEqual(0.1);
      }),
    );
  });

  it('gives a perfect answerer about half of what a perfect answerer of the ten principles gets', () => {
    const [part, whole] = [scored(short, perfect(short)), scored(long, perfect(long))];
    const share = part.lines.controlCredit / whole.lines.controlCredit;
    expect(share).toBeGreaterThan(0.5);
    expect(share).toBeLessThan(0.7);
    expect(part.low).toBeLessThan(part.score);
  });

  it('voids controls that its own red flags contradict', () => {
    const flagged = (flag: string) =>
      scored(
        short,
        perfect(short).map((each) => (each.question === flag ? { ...each, value: 'yes' } : each)),
      );
    expect(flagged('S2.Q2').contradictions.map(({ code }) => code)).toEqual(['fees-declared-but-reported']);
    expect(flagged('S3.Q3').contradictions.map(({ code }) => code)).toEqual(['contract-kept-but-swapped']);
    for (const flag of ['S2.Q2', 'S3.Q3'])
      expect(flagged(flag).lines.controlCredit).toBeGreaterThan(scored(short, perfect(short)).lines.controlCredit);
  });
});

describe('short-form@1.1.0', () => {
  const [before, now] = versions.map((key) => instrument(key));
  const questions = now ? questionsOf(now) : [];

  it('asks the same things as 1.0 under the same keys, and leaves what it counts alone', () => {
    const was = new Map((before ? questionsOf(before) : []).map((question) => [question.key, question]));
    expect(questions.map(({ key }) => key)).toEqual([...was.keys()]);
    for (const question of questions) {
      const { text: _text, hint: _hint, whyWeAsk: _why, people: _people, ...same } = question;
      expect(was.get(question.key)).toMatchObject(same);
    }
    expect(now?.scales).toEqual(before?.scales);
    expect(now?.consistency).toEqual(before?.consistency);
  });

  it('says under each question what its words mean and, where an answer may be partly so, what that is', () => {
    for (const { key, type, hint, mayBeNotApplicable } of questions) {
      expect(hint?.en, key).toMatch(/\.$/);
      for (const word of hint?.en.split(/[\s:,;]+/) ?? []) expect(word.length, `${key} ${word}`).toBeLessThanOrEqual(12);
      for (const sentence of hint?.en.split(/\. /) ?? []) expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(26);
      if (type === 'YNP' && !mayBeNotApplicable) expect(hint?.en, key).toContain('Partly: ');
      if (mayBeNotApplicable) expect(hint?.en, key).toMatch(/Partly: |Does not apply: /);
    }
  });

  it('asks in fewer words than 1.0, and nothing by an “or” between two things to answer', () => {
    const words = (asked: { text: { en: string } }[]) => asked.reduce((sum, { text }) => sum + text.en.split(' ').length, 0);
    expect(words(questions)).toBeLessThan(words(before ? questionsOf(before) : []));
    for (const { key, text } of questions) if (key !== 'S5.Q3') expect(text.en, key).not.toMatch(/ or (?!she)/);
  });

  it('counts people instead of asking for shares', () => {
    expect(questions[0]?.people.map(({ key }) => key)).toEqual(['all', 'foreign', 'internal', 'agency', 'busiest', 'quietest']);
    expect(questions.slice(1).flatMap(({ people }) => people)).toEqual([]);
  });
});
