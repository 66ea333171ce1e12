import { describe, expect, it } from 'vitest';
import { indicators } from '../vocabulary.ts';
import { readElevenSigns } from './eleven-signs.ts';

const asOf = '2026-11-25';
const read = (signs: Parameters<typeof readElevenSigns>[0]['signs']) => readElevenSigns({ asOf, signs });

describe('the eleven indicators', () => {
  it('are the words of the method in their order, each unknown until reported', () => {
    const { set, signs } = read([]);
    expect(set).toBe('2012');
    expect(signs.map(({ indicator }) => indicator)).toEqual([...indicators]);
    expect(new Set(signs.map(({ state }) => state))).toEqual(new Set(['unknown']));
  });

  it('borrow the strongest weight of the survey, at recruitment and at work', () => {
    const borrowed = Object.fromEntries(read([]).signs.map(({ code, borrowed: { recruitment, work } }) => [code, [recruitment, work]]));
    expect(borrowed).toEqual({
      I1: ['medium', 'medium'],
      I2: ['strong', 'medium'],
      I3: ['medium', 'strong'],
      I4: ['medium', 'strong'],
      I5: ['strong', 'strong'],
      I6: ['medium', 'medium'],
      I7: ['medium', 'strong'],
      I8: ['medium', 'medium'],
      I9: ['medium', 'strong'],
      I10: ['medium', 'medium'],
      I11: [null, 'strong'],
    });
    expect(read([]).signs.find(({ code }) => code === 'I7')?.borrowed.from).toEqual(['D2.5', 'D5.1']);
  });

  it('are read twice: present alone, and with the unknown', () => {
    const absent = indicators.map((indicator) => ({ indicator, state: 'absent' as const }));
    expect(read(absent)).toMatchObject({ strongest: { lower: null, upper: null }, upper: { strong: 0, medium: 0, weak: 0 } });
    const some = read([
      ...absent.filter(({ indicator }) => indicator !== 'deception' && indicator !== 'debt-bondage'),
      { indicator: 'deception', state: 'present' },
    ]);
    expect(some).toMatchObject({ lower: { strong: 0, medium: 1 }, upper: { strong: 1, medium: 1 } });
    expect(some.strongest).toEqual({ lower: 'medium', upper: 'strong' });
  });
});
