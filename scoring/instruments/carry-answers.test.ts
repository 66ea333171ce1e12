import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../types.ts';
import { answerChoices, type Answers, answersSchema, questionsOf } from './answers.ts';
import { instrument } from './at.ts';
import { type AnsweredInstrument, applyCarried, carryAnswers } from './carry-answers.ts';
import { crosswalkPairs } from './crosswalk.ts';
import type { CrosswalkPair } from './crosswalk-schema.ts';

const ten = 'ilo-ten-principles@1.0.0';
const short = 'short-form@1.0.0';
const shortNow = 'short-form@1.1.0';
const checklist = 'ilo-employers-checklist@1.0.0';
const ps2 = 'ifc-ps2@1.0.0';
const compliance = 'better-work-cat@1.0.0';
const signs = 'ilo-eleven-indicators@1.0.0';
const operational = 'ilo-operational-indicators@1.0.0';
const routes = [
  [ten, short],
  [short, ten],
  [short, short],
  [short, shortNow],
  [shortNow, short],
  [shortNow, ten],
  [checklist, ps2],
  [ps2, checklist],
  [ps2, 'equator-review@1.0.0'],
  [checklist, short],
  [compliance, signs],
  [operational, signs],
  [signs, operational],
  [compliance, checklist],
] as const;

const anyAnswersTo = (key: string): fc.Arbitrary<Answers> =>
  fc.record(
    Object.fromEntries(
      questionsOf(instrument(key)).flatMap((question) => {
        const choices = answerChoices(question);
        return choices.length === 0 ? [] : [[question.key, fc.constantFrom<(AnswerValue | undefined)[]>(...choices, undefined)]];
      }),
    ),
  );
const anyRoute = fc.constantFrom(...routes).chain(([from, to]) =>
  fc.record({
    from: fc.constant(from),
    to: fc.constant(to),
    given: anyAnswersTo(from),
    already: fc.oneof(fc.constant<Answers>({}), anyAnswersTo(to)),
  }),
);
const answered = (key: string, answers: Answers): AnsweredInstrument => ({ instrument: instrument(key), answers });
const carry = (from: string, given: Answers, to: string, already: Answers = {}) =>
  carryAnswers(answered(from, given), answered(to, already), crosswalkPairs(from, to));

describe('carrying answers from one instrument to another', () => {
  it('never touches an answer, whatever it is', () => {
    fc.assert(
      fc.property(anyRoute, ({ from, to, given, already }) => {
        const carried = carry(from, given, to, already);
        for (const { question } of carried) expect(already[question]).toBeUndefined();
        const after = applyCarried(already, carried);
        for (const [question, value] of Object.entries(already)) if (value !== undefined) expect(after[question]).toBe(value);
      }),
    );
    expect(applyCarried({ 'S2.Q1': 'dont-know' }, [{ question: 'S2.Q1', value: 'yes' }])).toEqual({ 'S2.Q1': 'dont-know' });
  });

  it('applied twice changes nothing, nor does applying a part of it and then the rest', () => {
    fc.assert(
      fc.property(anyRoute, fc.infiniteStream(fc.boolean()), ({ from, to, given, already }, choice) => {
        const carried = carry(from, given, to, already);
        const after = applyCarried(already, carried);
        expect(carry(from, given, to, after)).toEqual([]);
        const part = applyCarried(
          already,
          carried.filter(() => choice.next().value === true),
        );
        expect(applyCarried(part, carry(from, given, to, part))).toEqual(after);
      }),
    );
  });

  it('never carries what is not known or was not assessed, and gives only answers that the question takes', () => {
    fc.assert(
      fc.property(anyRoute, ({ from, to, given, already }) => {
        const carried = carry(from, given, to, already);
        for (const { value, sources } of carried) {
          for (const each of [value, ...sources.map((source) => source.value)])
            expect(['dont-know', 'not-assessed', 'unknown']).not.toContain(each);
          expect(sources.length).toBeGreaterThan(0);
        }
        expect(
          answersSchema(instrument(to)).safeParse(Object.fromEntries(carried.map((each) => [each.question, each.value]))).success,
        ).toBe(true);
      }),
    );
    const silent = Object.fromEntries(
      questionsOf(instrument(checklist)).map(({ key, type }) => [key, type === 'NC' ? 'not-assessed' : 'dont-know']),
    );
    expect(carry(checklist, silent as Answers, ps2)).toEqual([]);
  });

  it('carries what somebody says of itself to no instrument of those who assess, nor the reverse', () => {
    const claims = { 'HT.1': 'yes', 'H12.1': 'compliant' } as const;
    const pairs: CrosswalkPair[] = [{ question: 'H12.1', target: 'S5.Q1', relation: 'equal' }];
    expect(carryAnswers(answered(checklist, claims), answered(short, {}), pairs)).toEqual([]);
    expect(
      carryAnswers(answered(short, { 'S5.Q1': 'yes' }), answered(checklist, {}), [
        { question: 'S5.Q1', target: 'H12.1', relation: 'equal' },
      ]),
    ).toEqual([]);
  });

  it.each([
    [4, 'yes'],
    [3, 'yes'],
    [2, 'partial'],
    [0, 'no'],
  ] as const)('a grade of %s to an equal question is %s', (grade, word) => {
    expect(carry(ten, { 'P9.Q3': grade }, short)).toEqual([
      { question: 'S7.Q1', value: word, coverage: 'full', sources: [{ question: 'P9.Q3', value: grade, relation: 'equal' }] },
    ]);
  });

  it('a yes is no grade and no percentage of a part: those are asked anew, but nothing is nothing', () => {
    expect(carry(short, { 'S7.Q1': 'yes' }, ten)).toEqual([]);
    expect(carry(short, { 'S7.Q1': 'no' }, ten)).toMatchObject([{ question: 'P9.Q3', value: 0, coverage: 'full' }]);
    expect(carry(short, { 'S3.Q1': 'yes' }, ten)).toMatchObject([{ question: 'P6.Q1', value: 100, coverage: 'full' }]);
    expect(carry(short, { 'S3.Q1': 'partial' }, ten)).toEqual([]);
  });

  it('more than was asked: in order carries fully, not in order in part', () => {
    expect(carry(ten, { 'P5.Q4': 3 }, short)).toMatchObject([{ question: 'S2.Q4', value: 'yes', coverage: 'full' }]);
    expect(carry(ten, { 'P5.Q4': 0 }, short)).toMatchObject([{ question: 'S2.Q4', value: 'no', coverage: 'partial' }]);
    expect(carry(ten, { 'P5.Q4': 2 }, short)).toEqual([]);
  });

  it('a part: a failure makes the whole partly met; met only when all parts are, and then for a person to judge', () => {
    expect(carry(checklist, { 'H12.1': 'not-compliant' }, ps2)).toMatchObject([
      { question: 'PS2-22.1', value: 'partial', coverage: 'partial' },
    ]);
    expect(carry(checklist, { 'H12.1': 'compliant' }, ps2)).toEqual([]);
    const parts = crosswalkPairs(checklist, ps2).filter(({ target, relation }) => target === 'PS2-22.2' && relation === 'narrower');
    const whole = Object.fromEntries(parts.map(({ question }) => [question, 'compliant' as const]));
    expect(carry(checklist, whole, ps2)).toMatchObject([{ question: 'PS2-22.2', value: 'met', coverage: 'partial' }]);
  });

  it('of several answers the worst counts, and all are named', () => {
    const [carried] = carry(checklist, { 'H9.3': 'compliant', 'H9.4': 'not-compliant' }, ps2);
    expect(carried).toMatchObject({ question: 'PS2-22.3', value: 'partial', sources: [{ question: 'H9.4' }] });
  });

  it('an answer to a question that is no longer asked does not carry, nor does one to a question that would not be asked', () => {
    expect(carry(short, { 'S6.Q1': 'no', 'S6.Q3': 'yes' }, ten)).toMatchObject([{ question: 'P1.Q1', value: 0 }]);
    expect(carry(ten, { 'P4.Q5': 'yes' }, short, { 'S6.Q1': 'no' })).toEqual([]);
  });

  it('answers to the first short form carry to the next; of a question that asks more now only a fault does, for a person to judge', () => {
    const given = { 'S2.Q1': 'partial', 'S2.Q2': 'no', 'S5.Q2': 'yes', 'S7.Q3': 'yes' } as const;
    const found = (answers: Answers) => carry(short, answers, shortNow).map(({ question, value, coverage }) => [question, value, coverage]);
    expect(found(given)).toEqual([
      ['S2.Q1', 'partial', 'full'],
      ['S2.Q2', 'no', 'full'],
      ['S5.Q2', 'yes', 'partial'],
      ['S7.Q3', 'yes', 'full'],
    ]);
    expect(found({ 'S5.Q2': 'no' })).toEqual([['S5.Q2', 'partial', 'partial']]);
    expect(found({ 'S5.Q2': 'dont-know', 'S7.Q3': 'dont-know' })).toEqual([]);
  });

  it('last year’s answers to the same instrument carry as they are', () => {
    const given = { 'S2.Q1': 'partial', 'S2.Q2': 'no', 'S2.Q3': 'dont-know' } as const;
    expect(carry(short, given, short).map(({ question, value, coverage }) => [question, value, coverage])).toEqual([
      ['S2.Q1', 'partial', 'full'],
      ['S2.Q2', 'no', 'full'],
    ]);
  });
});

describe('A15: the forced-labour cluster of Better Work and the eleven indicators of the ILO', () => {
  const cluster = questionsOf(instrument(compliance)).filter(({ key }) => key.startsWith('BW.FL.'));
  const inOrder = Object.fromEntries(cluster.map(({ key }) => [key, 'compliant' as AnswerValue]));

  it('papers that workers cannot get are papers held; violence or its threat may be either', () => {
    const found = carry(compliance, { ...inOrder, 'BW.FL.1.c': 'not-compliant', 'BW.FL.1.f': 'not-compliant' }, signs);
    const byKey = new Map(found.map(({ question, value, coverage }) => [question, `${value} ${coverage}`]));
    expect(byKey.get('I7')).toBe('present full');
    expect(byKey.get('I6')).toBe('present full');
    expect(byKey.get('I5')).toBe('present partial');
  });

  it('a compliant cluster answers that wages are not withheld, and leaves other indicators for a person to judge', () => {
    const found = carry(compliance, inOrder, signs);
    expect(found.filter(({ coverage }) => coverage === 'full').map(({ question, value }) => [question, value])).toEqual([
      ['I5', 'absent'],
      ['I8', 'absent'],
    ]);
    for (const { value } of found) expect(value).toBe('absent');
    const unlooked = carry(compliance, { ...inOrder, 'BW.FL.1.i': 'not-assessed' }, signs);
    expect(unlooked.find(({ question }) => question === 'I5')).toMatchObject({ value: 'absent', coverage: 'partial' });
    expect(found.map(({ question }) => question)).not.toContain('I1');
  });

  it('what was not assessed answers nothing, and never replaces an answer', () => {
    const silent = Object.fromEntries(cluster.map(({ key }) => [key, 'not-assessed' as AnswerValue]));
    expect(carry(compliance, silent, signs)).toEqual([]);
    expect(carry(compliance, { 'BW.FL.1.c': 'not-compliant' }, signs, { I7: 'absent' })).toEqual([]);
  });
});
