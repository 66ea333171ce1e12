import { describe, expect, it } from 'vitest';
import { controlsOf } from '../../engine/controls-of.ts';
import { toTenths } from '../../engine/rounding.ts';
import { extremeAnswer } from '../../instruments/choices.ts';
import type { AnswerGiven, AssessInput } from '../../types.ts';
import { scoreMany } from '../assess.ts';
import { lowerScore } from './lower-score.ts';

const asOf = '2026-12-01';
const instrument = 'ilo-ten-principles@1.0.0';
const { questions } = controlsOf(instrument);
const garments: AssessInput = { asOf, facts: { countries: { value: ['VN'] }, sector: { value: '1410' } } };

function scoreOf(input: AssessInput): number {
  const [result] = scoreMany([input]);
  if (result?.status !== 'scored') throw new Error('not scored');
  return result.score;
}

const asked = (answers: AnswerGiven[]): AssessInput => ({ ...garments, instrument, answers });
const answer = (question: string, value: AnswerGiven['value'], rest: Partial<AnswerGiven> = {}): AnswerGiven => ({
  ...{ question, value, evidence: 'self-declared', answeredOn: '2026-11-01' },
  ...rest,
});
const all = (input: AssessInput) => lowerScore(input, { evidence: 'document-checked', instrument, most: 500 })?.answers ?? [];
const worthOf = (input: AssessInput, question: string) => all(input).find((each) => each.question === question);
/** The best answer to a question, as it is supposed. */
function supposed(id: string, evidence: AnswerGiven['evidence']): AnswerGiven {
  const question = questions.find((each) => each.id === id);
  if (!question) throw new Error(`no question ${id}`);
  return answer(id, extremeAnswer({ type: question.scale, options: question.options }, 'best') ?? 'dont-know', {
    evidence,
    answeredOn: asOf,
  });
}
const found = all(garments);
const [heaviest = '', second = ''] = found.map(({ question }) => question);

describe('the best answer to a question', () => {
  it('lowers the score by what scoring again with it gives, most first', () => {
    const drops = found.map(({ lowers }) => lowers);
    expect(drops.length).toBeGreaterThan(10);
    expect(drops).toEqual([...drops].sort((a, b) => b - a));
    const score = scoreOf(asked([supposed(heaviest, 'document-checked')]));
    const lowers = (toTenths(scoreOf(garments)) - toTenths(score)) / 10;
    expect(found[0]).toMatchObject({ score, lowers, now: null, evidence: 'document-checked' });
  });

  it('together with the others named is the score with all of them', () => {
    const input = asked([answer(heaviest, 'no'), answer(second, 'dont-know')]);
    const result = lowerScore(input, { evidence: 'document-checked' });
    expect(result?.answers).toHaveLength(3);
    const score = scoreOf(asked(result?.answers.map(({ question }) => supposed(question, 'document-checked')) ?? []));
    expect(result).toMatchObject({ score: scoreOf(input), together: { score } });
    expect(result?.together?.lowers).toBe((toTenths(scoreOf(input)) - toTenths(score)) / 10);
  });

  it('lowers nothing where every answer is the best and seen at the site', () => {
    const perfect = asked(questions.map(({ id }) => supposed(id, 'audit-unannounced')));
    expect(lowerScore(perfect, { evidence: 'audit-unannounced' })).toEqual({ score: scoreOf(perfect), answers: [], together: null });
  });

  it('is compared with the newest answer, and of one day with the last', () => {
    const now = answer(heaviest, 'partial');
    expect(worthOf(asked([answer(heaviest, 'no', { answeredOn: '2025-01-01' }), now]), heaviest)?.now).toBe('partial');
    expect(worthOf(asked([now, answer(heaviest, 'no')]), heaviest)?.now).toBe('no');
  });

  it('keeps evidence that is stronger than the evidence supposed', () => {
    const by = (evidence: AnswerGiven['evidence']) => worthOf(asked([answer(heaviest, 'no', { evidence })]), heaviest)?.evidence;
    expect([by('audit-unannounced'), by('self-declared')]).toEqual(['audit-unannounced', 'document-checked']);
  });

  it('is not named for what does not apply, nor without a country or a questionnaire', () => {
    const mayNot = questions.find(({ id, mayBeNotApplicable }) => mayBeNotApplicable && worthOf(garments, id))?.id ?? '';
    expect(worthOf(asked([answer(mayNot, 'not-applicable')]), mayNot)).toBeUndefined();
    expect(worthOf(asked([answer(mayNot, 'no')]), mayNot)).toBeDefined();
    expect(lowerScore({ asOf, facts: {} }, { evidence: 'document-checked', instrument })).toBeNull();
    expect(lowerScore(garments, { evidence: 'document-checked' })).toBeNull();
  });
});
