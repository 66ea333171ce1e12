import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { AnswerValue } from '../types.ts';
import { type Answers, answersSchema, questionsOf, tickAnswer } from './answers.ts';
import { instrument } from './at.ts';
import { carryAnswers } from './carry-answers.ts';
import { crosswalkPairs } from './crosswalk.ts';
import type { CrosswalkPair } from './crosswalk-schema.ts';

vi.mock('./files.ts', async () => ({ files: (await import('../testing/depths.ts')).smallFiles }));
vi.mock('./crosswalk.json', async () => ({ default: (await import('../testing/depths.ts')).smallCrosswalk }));

const [old, core, whole] = ['small-old@1.0.0', 'small-core@1.0.0', 'small-whole@1.0.0'] as const;
const carry = (from: string, given: Answers, to: string, pairs: readonly CrosswalkPair[] = crosswalkPairs(from, to)) =>
  carryAnswers({ instrument: instrument(from), answers: given }, { instrument: instrument(to), answers: {} }, pairs);
const carried = (...args: Parameters<typeof carry>) => carry(...args).map(({ question, value, coverage }) => [question, value, coverage]);

describe('carrying answers between depths of one bank', () => {
  const given: Answers = {
    'SIT.1': 'housing',
    'CON.1': 'pay notice',
    'FEE.1': 'mostly',
    'FEE.2.visa': 'not-applicable',
    'MOV.1': 'permission',
  };

  it('carries every answer under its key, in both directions, and never what is not known', () => {
    expect(carried(core, { ...given, 'EXI.1': 'dont-know' }, whole)).toEqual([
      ['SIT.1', 'housing', 'full'],
      ['CON.1', 'pay notice', 'full'],
      ['FEE.1', 'mostly', 'full'],
      ['FEE.2.visa', 'not-applicable', 'full'],
      ['MOV.1', 'permission', 'full'],
    ]);
    const both: Answers = { ...given, 'POL.1': 'yes' };
    expect(new Map(carry(whole, both, core).map(({ question, value }) => [question, value]))).toEqual(new Map(Object.entries(given)));
  });

  it('whatever was answered arrives as it was', () => {
    const answers = fc.record(
      Object.fromEntries(
        questionsOf(instrument(core)).map(({ key, type, options = [] }) => [
          key,
          type === 'TICKS'
            ? fc.subarray(options.map(({ value }) => value)).map((ticked) => tickAnswer(options, ticked))
            : fc.constantFrom<AnswerValue>(...options.map(({ value }) => value)),
        ]),
      ),
      { requiredKeys: ['SIT.1', 'CON.1'] },
    );
    fc.assert(
      fc.property(answers, (given) => {
        const found = Object.fromEntries(carry(core, given, whole).map(({ question, value }) => [question, value]));
        expect(answersSchema(instrument(whole)).safeParse(found).success).toBe(true);
        for (const [question, value] of Object.entries(found)) expect(value).toBe(given[question]);
        const isHoused = String(given['SIT.1']).includes('housing');
        for (const key of Object.keys(given).filter((each) => isHoused || each !== 'MOV.1'))
          if (key !== 'CON.2' || given['CON.1'] !== 'none') expect(found, key).toHaveProperty(key);
      }),
    );
  });
});

describe('carrying answers of an earlier edition to options', () => {
  it('carries an equal answer that the crosswalk names, and no other', () => {
    expect(carried(old, { 'Q.1': 'yes' }, core)).toEqual([['FEE.1', 'always', 'full']]);
    expect(carried(old, { 'Q.1': 'no' }, core)).toEqual([['FEE.1', 'never', 'full']]);
    expect(carried(old, { 'Q.1': 'partial' }, core)).toEqual([]);
    expect(carried(core, { 'FEE.1': 'always' }, old)).toEqual([['Q.1', 'yes', 'full']]);
  });

  it('makes no yes the best option where the pair does not say so', () => {
    expect(carried(old, { 'Q.3': 'yes', 'Q.4': 'yes', 'Q.5': 'yes' }, whole)).toEqual([['POL.1', 'yes', 'full']]);
    expect(carried(old, { 'Q.3': 'no', 'Q.5': 'no' }, whole)).toEqual([]);
  });

  it('never ticks a list from another question, even an equal one', () => {
    const pairs: CrosswalkPair[] = [
      { question: 'Q.1', target: 'CON.1', relation: 'equal', values: { yes: 'pay hours notice', no: 'none' } },
      { question: 'Q.2', target: 'CON.1', relation: 'narrower' },
    ];
    expect(carried(old, { 'Q.1': 'no', 'Q.2': 0 }, core, pairs)).toEqual([]);
  });

  it('reads options as in order, partly or not by what they are worth', () => {
    const pairs: CrosswalkPair[] = [{ question: 'EXI.1', target: 'Q.5', relation: 'broader' }];
    expect(carried(core, { 'EXI.1': 'none' }, old, pairs)).toEqual([['Q.5', 'yes', 'full']]);
    expect(carried(core, { 'EXI.1': 'wage' }, old, pairs)).toEqual([['Q.5', 'no', 'partial']]);
    expect(carried(core, { 'EXI.1': 'deposit' }, old, pairs)).toEqual([]);
  });
});
