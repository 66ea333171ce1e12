import { describe, expect, it } from 'vitest';
import { questionsOf } from '../instruments/answers.ts';
import { instrument, newestInstrumentKeys } from '../instruments/at.ts';
import { lawQuestions } from './law-questions.ts';
import { nationalLawOf, requirementsByQuestion } from './law-rows.ts';
import { tableRows } from './rows.ts';

const day = '2026-12-01';
const rows = [...tableRows('national-law', day).values()];

describe('national labour law', () => {
  it('has 741 requirements of twenty countries: 570 confirmed, 59 second-hand and 112 to be checked', () => {
    expect(new Set(rows.map(({ iso2 }) => iso2)).size).toBe(20);
    const count = (certainty: string) => rows.filter((row) => row.certainty === certainty).length;
    expect([rows.length, count('confirmed'), count('second-hand'), count('to-be-checked')]).toEqual([741, 570, 59, 112]);
  });

  it('names a source for everything that is confirmed, and none for what is to be checked', () => {
    expect(rows.filter(({ certainty, source }) => certainty === 'confirmed' && source === null)).toEqual([]);
    expect(rows.filter(({ certainty, source }) => certainty === 'to-be-checked' && source !== null)).toEqual([]);
  });

  it('gives every requirement, except the state of the main law, to questions of both editions that exist', () => {
    const keysOf = (keys: readonly string[]) =>
      new Set(keys.flatMap((key) => questionsOf(instrument(key)).map((question) => question.key)));
    const [one, two] = [
      keysOf(['better-work-cat@1.0.0', 'ilo-employers-checklist@1.0.0']),
      keysOf(newestInstrumentKeys().filter((key) => instrument(key).kind !== 'self-assessment')),
    ];
    for (const row of rows) {
      const questions = lawQuestions(row);
      expect(questions.length > 0, `${row.topic} ${row.fact}`).toBe(row.topic !== 'status');
      expect(questions.filter((key) => !one.has(key) && !two.has(key))).toEqual([]);
      for (const asked of [one, two])
        expect(
          questions.some((key) => asked.has(key)),
          `${row.topic} ${row.fact}`,
        ).toBe(row.topic !== 'status');
    }
  });

  it('shows the minimum age of Bangladesh beside the question on it, and nothing for a country that is not held', () => {
    const [first] = requirementsByQuestion('BD', day).get('BW.CL.1.a') ?? [];
    expect(first).toMatchObject({ value: '14', unit: 'years', law: 'Bangladesh Labour Act 2006 (Act 42 of 2006)', certainty: 'confirmed' });
    expect(nationalLawOf('NO', day)).toEqual([]);
  });

  it('leaves out what came into force after the day', () => {
    const since = (asOf: string) => nationalLawOf('MX', asOf).filter(({ inForceSince }) => inForceSince === '2026-05-01').length;
    expect([since('2026-04-30'), since('2026-05-01') > 0]).toEqual([0, true]);
  });
});
