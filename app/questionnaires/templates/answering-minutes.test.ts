import { describe, expect, it } from 'vitest';
import { minutesOf } from '~/questionnaires/respondent/read-own.server';
import { instrument, instrumentKeys } from '#scoring';
import { answeringMinutes } from './answering-minutes.server';

const numbers: Record<string, number> = { ten: 10, fifteen: 15, twenty: 20, thirty: 30 };

describe('the time to answer', () => {
  it('is stated by the questionnaire', () => {
    const said = instrumentKeys().flatMap((key) => {
      const [, written] = /about (\w+) minutes/.exec(instrument(key).summary?.en ?? '') ?? [];
      return written === undefined ? [] : [{ key, minutes: numbers[written] ?? Number(written) }];
    });
    expect(said.map(({ key }) => key)).toEqual(['short-form@1.0.0', 'short-form@1.1.0']);
    for (const { key, minutes } of said) expect(minutesOf(key), key).toBe(minutes);
  });

  it('grows with the questions, and is never zero', () => {
    expect(answeringMinutes('ilo-ten-principles@1.0.0', 60)).toBe(45);
    expect(answeringMinutes('short-form@1.1.0', 4)).toBe(2);
    expect(answeringMinutes('short-form@1.1.0', 0)).toBe(1);
    expect(answeringMinutes('own-1f0c@3', 60)).toBe(45);
  });
});
