import { describe, expect, it } from 'vitest';
import { mergeQuestionnaires } from '../engine/questionnaires/merge.ts';
import { depths } from '../testing/depths.ts';
import type { AnswerValue } from '../types.ts';
import { answerValueSchema, questionsOf } from './answers.ts';
import { instrument } from './at.ts';
import { carryAnswers } from './carry-answers.ts';
import { extremeAnswer } from './choices.ts';
import { crosswalk, crosswalkPairs } from './crosswalk.ts';

const [core, , whole] = depths;
const old = 'ilo-ten-principles@1.0.0';
const asked = (key: string) => new Map(questionsOf(instrument(key)).map((question) => [question.key, question]));
const rows = crosswalk().pairs.filter(([, , , right]) => depths.some((key) => key === right));

describe('the pairs between editions of the self-assessment', () => {
  it('name questions of both, the new one in the file that has it, each pair once', () => {
    const seen = new Set<string>();
    for (const [left, question, , right, target] of rows) {
      expect(asked(left).has(question), `${left} ${question}`).toBe(true);
      expect(asked(right).has(target), `${right} ${target}`).toBe(true);
      seen.add(`${left} ${question} ${target}`);
    }
    expect(seen.size).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(100);
  });

  it('relate every question that edition two keeps in another form, as the review lists', () => {
    const related = (key: string) => new Set(crosswalkPairs(key, whole).map(({ question }) => question));
    const facts = ['P5.Q1', 'S1.Q1'];
    const dropped = ['P3.Q5', 'P8.Q4', 'P10.Q2'];
    for (const key of [old, 'short-form@1.0.0', 'short-form@1.1.0'])
      expect([...asked(key).keys()].filter((question) => !related(key).has(question) && !facts.includes(question))).toEqual(
        key === old ? dropped : [],
      );
  });

  it('say which answers are equal only where both questions have them, and never that a yes to one thing is the best of several', () => {
    for (const [left, question, relation, right, target, , values] of rows) {
      if (values === undefined) continue;
      const [source, asking] = [asked(left).get(question), asked(right).get(target)];
      expect(relation).toBe('equal');
      expect(asking?.type, target).toBe('PICK');
      for (const [from, to] of Object.entries(values)) {
        expect(source && answerValueSchema(source).safeParse(from).success, `${question} ${from}`).toBe(true);
        expect(asking && answerValueSchema(asking).safeParse(to).success, `${target} ${to}`).toBe(true);
        if (from === 'no') expect(asking && to === extremeAnswer(asking, 'worst'), `${target} ${to}`).toBe(true);
      }
    }
  });

  it('carry from a perfect edition one only what the pairs name', () => {
    const best = (key: string) =>
      Object.fromEntries(
        [...asked(key).values()].flatMap((question): [string, AnswerValue][] => {
          const value = extremeAnswer(question, 'best');
          return value === undefined ? [] : [[question.key, value]];
        }),
      );
    const carried = (key: string) =>
      carryAnswers(
        { instrument: instrument(key), answers: best(key) },
        { instrument: instrument(whole), answers: {} },
        crosswalkPairs(key, whole),
      );
    expect(carried(old)).toEqual([]);
    expect(carried('short-form@1.1.0').map(({ question, value }) => [question, value])).toEqual([
      ['POL.1', 'written'],
      ['SUP.3', 'all'],
    ]);
  });

  it('let an earlier edition count beside the core for what the core does not ask', () => {
    const questionnaire = (key: string, on: string, answers: Record<string, AnswerValue>) => ({
      ...{ id: key, instrument: key, submittedAt: `${on}T10:00:00.000Z` },
      answers: Object.entries(answers).map(([question, value]) => ({
        question,
        value,
        evidence: 'document-checked' as const,
        answeredOn: on,
      })),
    });
    const found = mergeQuestionnaires(
      [
        questionnaire(old, '2026-02-01', { 'P5.Q4': 3, 'P3.Q6': 'no', 'P6.Q4': 'yes' }),
        questionnaire(core, '2026-06-01', { 'AGY.1': 'valid', 'SIT.1': 'agency' }),
      ],
      { asOf: '2026-12-01' },
    );
    expect(found?.instrument).toBe(whole);
    expect(Object.fromEntries(found?.answers.map(({ question, value }) => [question, value]) ?? [])).toEqual({
      ...{ 'SIT.1': 'agency', 'AGY.1': 'valid', 'AGY.2': 75, 'AGY.3': 75, 'DOC.1': 50, 'REP.4': 'no' },
    });
  });
});
