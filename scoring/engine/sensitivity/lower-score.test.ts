import { describe, expect, it } from 'vitest';
import type { AnswerGiven, AssessInput } from '../../types.ts';
import { scoreMany } from '../assess.ts';
import { controlsOf } from '../controls-of.ts';
import { toTenths } from '../rounding.ts';
import { lowerScore } from './lower-score.ts';
import { narrowInterval } from './narrow-interval.ts';

const asOf = '2026-11-25';
const instrument = 'ilo-ten-principles@1.0.0';
const { questions } = controlsOf(instrument);
const garments: AssessInput = { asOf, facts: { countries: { value: ['VN'] }, sector: { value: '1410' } } };
const bestOf = { YNP: 'yes', G4: 4, PCT: 100 } as const;

function scoreOf(input: AssessInput): number {
  const [result] = scoreMany([input]);
  if (result?.status !== 'scored') throw new Error('not scored');
  return result.score;
}

const asked = (answers: AnswerGiven[]): AssessInput => ({ ...garments, instrument, answers });
const answer = (question: string, value: AnswerGiven['value'], rest: Partial<AnswerGiven> = {}): AnswerGiven => ({
  question,
  value,
  evidence: 'self-declared',
  answeredOn: '2026-11-01',
  ...rest,
});
const all = (input: AssessInput, evidence: AnswerGiven['evidence'] = 'document-checked') =>
  lowerScore(input, { evidence, instrument, most: 500 })?.answers ?? [];
const worthOf = (input: AssessInput, question: string, evidence?: AnswerGiven['evidence']) =>
  all(input, evidence).find((each) => each.question === question);
/** The best answer to a question, as it is supposed. */
function supposed(id: string, evidence: AnswerGiven['evidence']): AnswerGiven {
  const question = questions.find((each) => each.id === id);
  if (!question) throw new Error(`no question ${id}`);
  return answer(id, bestOf[question.scale], { evidence, answeredOn: asOf });
}

const [heaviest, second] = all(garments).map(({ question }) => question);
if (!heaviest || !second) throw new Error('nothing lowers');

describe('what one answer is worth', () => {
  it('is the score again with that answer, the others as they stand', () => {
    const standing = questions.filter(({ id }) => id !== heaviest).map(({ id }) => answer(id, 'dont-know'));
    const good = standing.map((each) => (each.question === second ? supposed(second, 'audit-announced') : each));
    const input = asked([...good, answer(heaviest, 'no')]);
    const worth = worthOf(input, heaviest);
    const score = scoreOf(asked([...good, supposed(heaviest, 'document-checked')]));
    expect(worth).toMatchObject({ score, now: 'no', evidence: 'document-checked' });
    expect(worth?.lowers).toBe((toTenths(scoreOf(input)) - toTenths(score)) / 10);
  });

  it('together is the score with all that are named, and each of them takes the place of the answer that stands', () => {
    const input = asked([answer(heaviest, 'no'), answer(second, 'dont-know')]);
    const found = lowerScore(input, { evidence: 'document-checked' });
    expect(found?.answers).toHaveLength(3);
    const named = found?.answers.map(({ question }) => supposed(question, 'document-checked')) ?? [];
    const score = scoreOf(asked(named));
    expect(found?.together).toEqual({ score, lowers: (toTenths(scoreOf(input)) - toTenths(score)) / 10 });
    expect(found?.score).toBe(scoreOf(input));
  });

  it('says nothing of together where no answer lowers it', () => {
    const perfect = questions.map(({ id }) => supposed(id, 'audit-unannounced'));
    expect(lowerScore(asked(perfect), { evidence: 'audit-unannounced' })).toEqual({
      score: scoreOf(asked(perfect)),
      answers: [],
      together: null,
    });
  });

  it('goes from the answer that stands: the newest, and of one day the last', () => {
    const old = answer(heaviest, 'no', { answeredOn: '2025-01-01' });
    const now = answer(heaviest, 'partial');
    expect(worthOf(asked([old, now]), heaviest)?.now).toBe('partial');
    expect(worthOf(asked([now, old]), heaviest)?.now).toBe('partial');
    expect(worthOf(asked([now, answer(heaviest, 'no')]), heaviest)?.now).toBe('no');
    expect(worthOf(asked([answer(second, 'no')]), heaviest)?.now).toBeNull();
  });

  it('keeps evidence that is stronger than what is supposed, and no weaker one', () => {
    const by = (evidence: AnswerGiven['evidence']) => worthOf(asked([answer(heaviest, 'no', { evidence })]), heaviest)?.evidence;
    expect(by('audit-unannounced')).toBe('audit-unannounced');
    expect(by('document-checked')).toBe('document-checked');
    expect(by('self-declared')).toBe('document-checked');
    expect(worthOf(asked([]), heaviest)?.evidence).toBe('document-checked');
  });

  it('leaves out what does not apply, where that is an answer', () => {
    const mayNot = questions.find(({ id, mayBeNotApplicable }) => mayBeNotApplicable && worthOf(asked([]), id));
    const must = questions.find(({ id, mayBeNotApplicable }) => !mayBeNotApplicable && worthOf(asked([]), id));
    if (!mayNot || !must) throw new Error('the instrument has no such questions');
    expect(worthOf(asked([answer(mayNot.id, 'not-applicable')]), mayNot.id)).toBeUndefined();
    expect(worthOf(asked([answer(mayNot.id, 'no')]), mayNot.id)).toBeDefined();
  });

  it('names as many as are asked for, most first', () => {
    const drops = all(garments).map(({ lowers }) => lowers);
    expect(drops.length).toBeGreaterThan(10);
    expect(drops).toEqual([...drops].sort((a, b) => b - a));
    expect(lowerScore(garments, { evidence: 'document-checked', instrument, most: 2 })?.answers).toHaveLength(2);
  });
});

describe('what narrows the interval', () => {
  const found = narrowInterval(garments);

  it('comes by what is saved in any case, then by what may be saved', () => {
    const saved = found.map((each) => each.saved);
    expect(saved).toEqual([...saved].sort((a, b) => b.least - a.least || b.most - a.most));
    expect(new Set(saved.map(({ least }) => least)).size).toBeGreaterThan(2);
    expect(saved.every(({ most }) => most > 0)).toBe(true);
  });

  it('tells the lowest and the highest score of all that the fact can be', () => {
    for (const [field, values] of [
      ['migrantShare', [0, 0.5, 1]],
      ['peakRatio', [1, 2]],
      ['housing', ['none', 'optional', 'tied', 'tied-remote']],
    ] as const) {
      const scores = values.flatMap((value) => {
        const [result] = scoreMany([{ ...garments, facts: { ...garments.facts, [field]: { value } } }]);
        return result?.status === 'scored' ? [result.score] : [];
      });
      const told = found.find((each) => each.field === field);
      if (!told) throw new Error(`nothing of ${field}`);
      expect(told.best.score).toBeLessThanOrEqual(Math.min(...scores));
      expect(told.worst.score).toBeGreaterThanOrEqual(Math.max(...scores));
      expect(told.best.score).toBeLessThan(told.worst.score);
    }
  });
});
