import { describe, expect, it } from 'vitest';
import { depths } from '../testing/depths.ts';
import { type Answers, questionsOf } from './answers.ts';
import { instrument } from './at.ts';
import { scopeRules } from './scope-at.ts';
import type { ScopeFacts } from './scope-schema.ts';
import { skippedQuestions } from './scope.ts';

const rules = scopeRules('scope@2.0.0');
const whole = instrument('ilo-ten-principles@2.0.0');
const skipped = (answers: Answers, facts: ScopeFacts = {}, shares = {}) => [
  ...skippedQuestions(whole, { rules, facts, answers, shares }).keys(),
];
const ruleOf = (id: string) => rules.rules.find((rule) => rule.id === id)?.skips ?? [];

describe('scope rules of edition two', () => {
  it('are for its three depths and name only questions and ticks that these have', () => {
    expect(rules.instruments).toEqual(depths);
    const questions = new Map(questionsOf(whole).map((question) => [question.key, question]));
    for (const { skips, unlessAnswered = [] } of rules.rules) {
      for (const key of [...skips, ...unlessAnswered.map(({ question }) => question)]) expect(questions.has(key), key).toBe(true);
      for (const { question, answers } of unlessAnswered)
        for (const value of answers) expect(questions.get(question)?.options?.map((option) => option.value)).toContain(value);
    }
    for (const { question, ticked } of rules.answers) expect(questions.get(question)?.options?.map(({ value }) => value)).toContain(ticked);
  });

  it('read what was ticked of the site: without the tick there is none, unless it is not known', () => {
    expect(skipped({ 'SIT.1': 'housing guards' })).toEqual([...ruleOf('no-labour-providers'), ...ruleOf('no-outside-work')]);
    expect(skipped({ 'SIT.1': 'none' })).toContain('MOV.2');
    expect(skipped({ 'SIT.1': 'dont-know' })).toEqual([]);
    expect(skipped({})).toEqual([]);
  });

  it('take what is ticked before what was known, and what is counted before a tick that is missing', () => {
    expect(skipped({ 'SIT.1': 'housing agency outwork' }, { employerHousing: 'none', labourProviders: 'none' })).toEqual([]);
    expect(skipped({ 'SIT.1': 'housing outwork' }, {}, { agencyShare: 12 })).toEqual([]);
    expect(skipped({ 'SIT.1': 'housing outwork' }, {}, { agencyShare: 0 })).toEqual(ruleOf('no-labour-providers'));
  });

  it('ask the kinds of cost again where some workers had paid, and always who keeps identity documents', () => {
    const local: ScopeFacts = { foreignWorkers: 'none', labourProviders: 'none', internalMigrants: 'none' };
    expect(skipped({}, local)).toContain('FEE.2.agent');
    expect(skipped({ 'FEE.1': 'asked-none' }, local)).toContain('FEE.2.agent');
    expect(skipped({ 'FEE.1': 'asked-some' }, local)).not.toContain('FEE.2.agent');
    expect(skipped({}, local)).not.toContain('DOC.1');
    expect(skipped({}, { ...local, internalMigrants: 'some' })).not.toContain('CON.3');
  });
});
