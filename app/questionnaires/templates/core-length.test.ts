import { describe, expect, it } from 'vitest';
import { instrument, questionsOf } from '#scoring';
import { askedOf } from '~/questionnaires/question-scope/asked-of';
import { answeringMinutes } from './answering-minutes';
import { keyOfDepth } from './depths';

const core = instrument(keyOfDepth('core'));
const none = { foreignWorkers: 'none', internalMigrants: 'none', labourProviders: 'none', employerHousing: 'none' };
const some = { foreignWorkers: 'some', internalMigrants: 'some', labourProviders: 'some', employerHousing: 'some' };

/** What a workshop is asked: its questions, a table counted once, its taps, one of each list and each row, and the minutes expected. */
function askedWhere(facts: Record<string, string>, given: Record<string, string>) {
  const scope = { rules: 'scope@2.0.0', facts, held: facts };
  const { asked } = askedOf(core, { scope, opened: [], answers: new Map() }, given);
  const questions = questionsOf(core).filter(({ key }) => asked.has(key));
  return {
    questions: new Set(questions.map(({ key, layout }) => (layout === 'row' ? key.slice(0, key.lastIndexOf('.')) : key))).size,
    taps: questions.filter(({ type }) => type !== 'FACT').length,
    minutes: answeringMinutes(questions),
  };
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
});
