import { describe, expect, it } from 'vitest';
import { questionsOf } from '../instruments/answers.ts';
import { instrument } from '../instruments/at.ts';
import type { AnswerGiven, AnswerValue } from '../types.ts';
import { contradictionsIn, controlsOf } from './controls-of.ts';
import { findingsFromAnswers } from './findings-from-answers.ts';

const key = 'ilo-ten-principles@1.0.0';
const answer = (question: string, value: AnswerValue, answeredOn = '2026-11-01'): AnswerGiven => ({
  question,
  value,
  evidence: 'self-declared',
  answeredOn,
});

describe('controls of the ten principles', () => {
  it('are all questions but red flags and input facts', () => {
    const { questions } = controlsOf(key);
    const all = questionsOf(instrument(key));
    expect(questions).toHaveLength(all.filter((each) => each.type !== 'RF' && each.type !== 'FACT').length);
    expect(questions.map((each) => each.id)).not.toContain('P5.Q1');
    expect(questions.map((each) => each.id)).not.toContain('P5.Q3');
  });

  it('carry the rules between answers and the conditions of questions', () => {
    const { rules } = controlsOf(key);
    expect(rules.find((each) => each.kind === 'void' && 'flag' in each)).toMatchObject({ control: 'P5.Q2', flag: 'P5.Q3' });
    expect(rules.find((each) => each.kind === 'cap')).toMatchObject({ control: 'P1.Q2', by: 'P1.Q4', below: 50, cap: 0.5 });
    expect(rules.find((each) => each.kind === 'ceiling')).toMatchObject({ control: 'P2.Q1', by: 'P2.Q4' });
    expect(rules.filter((each) => each.kind === 'parent').map((each) => each.control)).toContain('P1.Q2');
  });

  it('are none when nothing was asked, and an unknown instrument is refused', () => {
    expect(controlsOf(undefined)).toEqual({ questions: [], rules: [], leftOut: {}, unasked: [], flags: [] });
    expect(() => controlsOf('no-such@9.9.9')).toThrow(RangeError);
  });
});

describe('contradictions', () => {
  it('are found between answers, whatever their order', () => {
    const answers = [answer('P5.Q2', 4), answer('P5.Q3', 'yes')];
    expect(contradictionsIn(key, answers, []).map((each) => each.code)).toEqual(['fees-declared-but-reported']);
    expect(contradictionsIn(key, [...answers].reverse(), [])).toEqual(contradictionsIn(key, answers, []));
  });

  it('follow the latest answer', () => {
    const answers = [answer('P5.Q3', 'no', '2026-11-20'), answer('P5.Q2', 4), answer('P5.Q3', 'yes', '2026-01-01')];
    expect(contradictionsIn(key, answers, [])).toEqual([]);
  });

  it('are none without an instrument or answers', () => {
    expect(contradictionsIn(undefined, [answer('P5.Q2', 4)], [])).toEqual([]);
    expect(contradictionsIn(key, [], [])).toEqual([]);
  });
});

describe('findings from red flags', () => {
  it('one for each red flag answered yes, in the order of the questions', () => {
    const raised = findingsFromAnswers(key, [
      answer('P6.Q6', 'yes'),
      answer('P5.Q3', 'yes'),
      answer('P3.Q5', 'no'),
      answer('P1.Q2', 'yes'),
    ]);
    expect(raised.map((each) => [each.question, each.grade, each.indicator])).toEqual([
      ['P5.Q3', 'major', 'debt-bondage'],
      ['P6.Q6', 'major', 'deception'],
    ]);
    for (const each of raised) expect(each.text.length).toBeGreaterThan(10);
  });

  it('don’t-know and no raise nothing; an indicator that is not known is left out', () => {
    expect(findingsFromAnswers(key, [answer('P5.Q3', 'dont-know'), answer('P6.Q6', 'no')])).toEqual([]);
    expect(findingsFromAnswers(key, [answer('P3.Q5', 'yes')])[0]).not.toHaveProperty('indicator');
  });

  it('refuse an unknown instrument', () => {
    expect(() => findingsFromAnswers('no-such@1.0.0', [])).toThrow(RangeError);
  });
});
