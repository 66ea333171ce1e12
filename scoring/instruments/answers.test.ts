import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerValue, FindingGiven } from '../types.ts';
import {
  answerChoices,
  answersSchema,
  answersThatCount,
  answerValueSchema,
  contradictionsOf,
  questionsOf,
  visibleQuestions,
} from './answers.ts';
import { instrument, localizedInstrument } from './at.ts';
import { costlyRuns } from '../testing/costly-runs.ts';

const ten = instrument('ilo-ten-principles@1.0.0');
const questions = questionsOf(ten);
const asked = questions.filter((question) => question.type !== 'FACT');
const schema = answersSchema(ten);

const anyAnswer = (key: string): fc.Arbitrary<AnswerValue | undefined> => {
  const question = questions.find((each) => each.key === key);
  if (!question) throw new Error(key);
  const choices = fc.constantFrom<(AnswerValue | undefined)[]>(...answerChoices(question), undefined);
  return question.type === 'PCT' ? fc.oneof(choices, fc.double({ min: 0, max: 100, noNaN: true })) : choices;
};
const anyAnswers = fc.record(Object.fromEntries(asked.map((question) => [question.key, anyAnswer(question.key)])));

const finding = (given: Partial<FindingGiven>): FindingGiven => ({
  id: 'f',
  grade: 'major',
  status: 'open',
  evidence: 'audit-announced',
  ...given,
});

describe('answers', () => {
  it('parse whatever the choices allow, and refuse anything else', () => {
    fc.assert(fc.property(anyAnswers, (answers) => schema.safeParse(answers).success));
    fc.assert(
      fc.property(fc.constantFrom(...asked), fc.anything(), (question, value) => {
        const allowed =
          answerChoices(question).some((choice) => choice === value) ||
          (question.type === 'PCT' && typeof value === 'number' && value >= 0 && value <= 100);
        return answerValueSchema(question).safeParse(value).success === allowed;
      }),
    );
  });

  it.each([
    [{ 'P1.Q1': 5 }, false],
    [{ 'P1.Q1': 'yes' }, false],
    [{ 'P1.Q1': 'not-applicable' }, false],
    [{ 'P5.Q4': 'not-applicable' }, true],
    [{ 'P1.Q4': 33.3 }, true],
    [{ 'P1.Q4': 101 }, false],
    [{ 'P5.Q3': 'partial' }, false],
    [{ 'P5.Q1': 10 }, false],
    [{ 'P9.Q9': 'yes' }, false],
    [{}, true],
  ])('%j is accepted: %s', (answers, ok) => {
    expect(schema.safeParse(answers).success).toBe(ok);
  });
});

describe('visibleQuestions', () => {
  it('asks all 61 at first, and not what rests on a policy that does not exist', () => {
    expect(visibleQuestions(ten, {})).toHaveLength(61);
    const hidden = visibleQuestions(ten, { 'P1.Q1': 0 }).map((question) => question.key);
    expect(questions.map((question) => question.key).filter((key) => !hidden.includes(key))).toEqual(['P1.Q2', 'P1.Q3', 'P1.Q7']);
    expect(visibleQuestions(ten, { 'P1.Q1': 'dont-know' })).toHaveLength(61);
  });

  it('is the same for the localized instrument, in order, and answers to hidden questions do not count', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const visible = visibleQuestions(ten, answers).map((question) => question.key);
        expect(visibleQuestions(localizedInstrument(ten.key, 'fr'), answers).map((question) => question.key)).toEqual(visible);
        expect(visible).toEqual(questions.map((question) => question.key).filter((key) => visible.includes(key)));
        for (const [key, value] of Object.entries(answersThatCount(ten, answers))) {
          expect(visible).toContain(key);
          expect(value).toBe(answers[key]);
        }
      }),
      costlyRuns(fc, 50),
    );
  });
});

describe('contradictionsOf', () => {
  const codes = (answers: Record<string, AnswerValue>, findings?: FindingGiven[]) =>
    contradictionsOf(ten, answers, findings).map((each) => each.code);

  it('sees fees declared as paid by the employer but reported by workers, from grade 3', () => {
    expect(contradictionsOf(ten, { 'P5.Q2': 3, 'P5.Q3': 'yes' })).toMatchObject([
      { code: 'fees-declared-but-reported', questions: ['P5.Q2', 'P5.Q3'] },
    ]);
    expect(codes({ 'P5.Q2': 2, 'P5.Q3': 'yes' })).toEqual([]);
    expect(codes({ 'P5.Q2': 4, 'P5.Q3': 'no' })).toEqual([]);
  });

  it('detects documents declared as kept by workers but found retained, until the correction is verified', () => {
    const held = finding({ indicator: 'retention-of-identity-documents' });
    expect(codes({ 'P6.Q4': 'yes' }, [held])).toEqual(['papers-declared-but-held']);
    expect(codes({ 'P6.Q4': 'yes' }, [finding({ question: 'P6.Q4' })])).toEqual(['papers-declared-but-held']);
    expect(codes({ 'P6.Q4': 'no' }, [held])).toEqual([]);
    expect(codes({ 'P6.Q4': 'yes' }, [{ ...held, status: 'verified' }])).toEqual([]);
    expect(codes({ 'P6.Q4': 'yes' }, [finding({ indicator: 'debt-bondage' })])).toEqual([]);
  });

  it('sees a policy that few suppliers accepted and a training that few have done', () => {
    expect(codes({ 'P1.Q2': 'yes', 'P1.Q4': 49.9 })).toEqual(['policy-binds-few-suppliers']);
    expect(codes({ 'P1.Q2': 'partial', 'P1.Q4': 10 })).toEqual([]);
    expect(codes({ 'P1.Q2': 'yes', 'P1.Q4': 50 })).toEqual([]);
    expect(codes({ 'P2.Q1': 4, 'P2.Q4': 60 })).toEqual(['training-reaches-few']);
    expect(codes({ 'P2.Q1': 2, 'P2.Q4': 60 })).toEqual([]);
    expect(codes({ 'P2.Q1': 4, 'P2.Q4': 'dont-know' })).toEqual([]);
  });

  it('does not depend on the order of answers and findings, and only names questions of the instrument', () => {
    const known = new Set(questions.map((question) => question.key));
    const findings = [finding({ id: 'a', indicator: 'retention-of-identity-documents' }), finding({ id: 'b', indicator: 'deception' })];
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const seen = contradictionsOf(ten, answers, findings);
        const turned = Object.fromEntries(Object.entries(answers).reverse());
        expect(contradictionsOf(ten, turned, [...findings].reverse())).toEqual(seen);
        expect(seen.flatMap((each) => each.questions).every((each) => known.has(each))).toBe(true);
      }),
      costlyRuns(fc, 50),
    );
  });
});
