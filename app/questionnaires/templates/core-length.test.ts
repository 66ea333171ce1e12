import { describe, expect, it } from 'vitest';
import { instrument, questionsOf } from '#scoring';
import { askedOf } from '~/questionnaires/question-scope/asked-of';
import { answeringMinutes } from './answering-minutes';
import { keyOfDepth } from './depths';
import { expected, kindOf } from './pace-in-use';

const core = instrument(keyOfDepth('core'));
const none = { foreignWorkers: 'none', internalMigrants: 'none', labourProviders: 'none', employerHousing: 'none', outsideWork: 'none' };
const some = { foreignWorkers: 'some', internalMigrants: 'some', labourProviders: 'some', employerHousing: 'some', outsideWork: 'some' };

/** What a workshop is asked: its questions, a table counted once, its taps, one of each list and each row, and the minutes expected. */
function askedWhere(facts: Record<string, string>, given: Record<string, string>) {
  const scope = { rules: 'scope@2.0.0', facts, held: facts };
  const { asked } = askedOf(core, { scope, opened: [], answers: new Map() }, given);
  const questions = questionsOf(core).filter(({ key }) => asked.has(key));
  return {
    questions: new Set(questions.map(({ key, layout }) => (layout === 'row' ? key.slice(0, key.lastIndexOf('.')) : key))).size,
    taps: questions.filter(({ type }) => type !== 'FACT').length,
    minutes: answeringMinutes(questions),
    seconds: questions.reduce((sum, question) => sum + expected.seconds[kindOf(question)], 0),
  };
}

const ticks = { housing: 'employerHousing', agency: 'labourProviders', outwork: 'outsideWork' } as const;
type Has = { elsewhere?: boolean; housing?: boolean; agency?: boolean; outwork?: boolean; paid?: boolean };

/** What a workshop that says so of itself is asked. */
function askedOfWorkshop({ elsewhere = false, paid = false, ...has }: Has) {
  const ticked = (Object.keys(ticks) as (keyof typeof ticks)[]).filter((each) => has[each]);
  const facts = {
    ...none,
    ...(elsewhere ? { foreignWorkers: 'some' } : {}),
    ...Object.fromEntries(ticked.map((each) => [ticks[each], 'some'])),
  };
  return askedWhere(facts, { 'SIT.1': ticked.join(' ') || 'none', 'FEE.1': paid ? 'asked-some' : 'asked-none' });
}

describe('the core for a workshop', () => {
  const plain = askedWhere(none, { 'SIT.1': 'none', 'FEE.1': 'asked-none' });
  const full = askedWhere(some, { 'SIT.1': 'housing guards agency outwork', 'FEE.1': 'asked-some' });

  it('is answered in less than ten minutes with at most 25 taps where nothing adds questions', () => {
    expect(plain.minutes).toBeLessThan(10);
    expect(plain.taps).toBeLessThanOrEqual(25);
  });

  it('adds at most eight questions by facts, a table counted once, and two minutes to ten where everything applies', () => {
    expect(full.questions - plain.questions).toBeLessThanOrEqual(8);
    expect(full.minutes).toBeLessThanOrEqual(12);
  });

  it.each<[Has, number, number, number]>([
    [{}, 15, 14, 8],
    [{ housing: true }, 16, 15, 8.4],
    [{ outwork: true }, 16, 15, 8.4],
    [{ agency: true }, 17, 24, 9.5],
    [{ elsewhere: true }, 19, 26, 10.5],
    [{ elsewhere: true, agency: true }, 20, 27, 10.9],
    [{ elsewhere: true, agency: true, housing: true, outwork: true }, 22, 29, 11.7],
    [{ elsewhere: true, agency: true, housing: true, outwork: true, paid: true }, 23, 30, 12.1],
  ])('asks a workshop with %o as much as its README says', (has, questions, taps, minutes) => {
    const asked = askedOfWorkshop(has);
    expect({ questions: asked.questions, taps: asked.taps, minutes: Math.round(asked.seconds / 6) / 10 }).toEqual({
      questions,
      taps,
      minutes,
    });
  });

  it('keeps to ten minutes and 25 taps where all workers are local and no other fact but two adds questions', () => {
    const facts = ['elsewhere', 'housing', 'agency', 'outwork', 'paid'] as const;
    const all = Array.from({ length: 32 }, (_, bits) => Object.fromEntries(facts.map((fact, at) => [fact, (bits & (1 << at)) > 0])));
    const within = all.filter((has) => {
      const { taps, seconds } = askedOfWorkshop(has);
      return taps <= 25 && seconds < 600;
    });
    expect(within).toHaveLength(11);
    expect(within.some(({ elsewhere }) => elsewhere)).toBe(false);
  });
});
