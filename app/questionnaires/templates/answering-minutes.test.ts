import { describe, expect, it } from 'vitest';
import { instrument, instrumentKeys } from '#scoring';
import { minutesOf } from '~/questionnaires/templates/minutes-of.server';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { locales } from '~/paraglide/runtime';
import { answeringMinutes, paceOf, secondsTaken, type TimedAnswer, wholeMinutes } from './answering-minutes';
import { depths, keyOfDepth } from './depths';
import { expected, isEstimated, secondsInUse, takePace } from './pace-in-use';
import { shownSummary } from './shown-summary';

const numbers: Record<string, number> = { ten: 10, fifteen: 15, twenty: 20, thirty: 30 };
const at = (seconds: number) => new Date(Date.UTC(2026, 11, 1, 8, 0, seconds));
const picks = (...seconds: number[]): TimedAnswer[] => seconds.map((each) => ({ type: 'PICK', answeredAt: at(each) }));

describe('the time to answer', () => {
  it('is about what the questionnaire says', () => {
    const said = instrumentKeys().flatMap((key) => {
      const [, written] = /about (\w+) minutes/.exec(instrument(key).summary?.en ?? '') ?? [];
      return written === undefined ? [] : [{ key, minutes: numbers[written] ?? Number(written) }];
    });
    expect(said.map(({ key }) => key)).toContain('short-form@1.1.0');
    for (const { key, minutes } of said) expect(Math.abs(minutesOf(key) - minutes), `${key}: ${minutesOf(key)}`).toBeLessThanOrEqual(2);
  });

  it('is named by the estimate alone: no summary that is shown of a depth names another, in any language', () => {
    for (const depth of depths)
      for (const locale of locales) {
        const key = keyOfDepth(depth);
        const { summary, sections } = localizedInstrument(key, locale);
        const [before, after] = [summary?.text ?? null, shownSummary(key, summary?.text ?? null)];
        const rest = /minut|menit|dakika|phút|分钟|دقيق|دقائق|منٹ|মিনিট|मिनट|\d/iu;
        expect(after, `${key} ${locale}`).not.toMatch(rest);
        if (depth !== 'whole') expect(before, `${key} ${locale}`).toMatch(rest);
        expect(after?.length, `${key} ${locale}`).toBeGreaterThan(20);
        expect(wholeMinutes(sections.flatMap(({ questions }) => questions))).toBe(minutesOf(key));
      }
  });

  it('grows with the questions by their kind, and is never zero', () => {
    expect(answeringMinutes([])).toBe(1);
    expect(answeringMinutes(Array.from({ length: 6 }, () => ({ type: 'YNP' })))).toBe(3);
    expect(answeringMinutes(Array.from({ length: 60 }, () => ({ type: 'G4' })))).toBe(45);
    const rows = Array.from({ length: 9 }, () => ({ type: 'PICK' as const, layout: 'row' as const }));
    expect(answeringMinutes(rows)).toBe(1);
  });

  it('follows the pace of the respondent: twice as slow takes up to twice as long, and a few answers move it little', () => {
    const slow = expected.seconds.PICK * 2;
    const many = picks(...Array.from({ length: 31 }, (_, index) => index * slow));
    expect(paceOf([])).toBe(1);
    expect(paceOf(picks(0, slow))).toBeCloseTo(1 + 1 / 7);
    expect(paceOf(many)).toBeGreaterThan(1.8);
    expect(paceOf(many)).toBeLessThan(2);
  });

  it('counts no pause, and no answers saved together', () => {
    expect(secondsTaken(picks(0, 20, 20, 20 + 301, 341)).map(({ seconds }) => seconds)).toEqual([20, 20]);
    expect(paceOf(picks(0, 0, 0))).toBe(1);
  });

  it('is measured where the kinds that make up three quarters of it are, and an estimate again without them', () => {
    const asked = [{ type: 'PICK' as const }, { type: 'PICK' as const }, { type: 'TICKS' as const }];
    expect(isEstimated(asked)).toBe(true);
    takePace([
      { kind: 'PICK', seconds: 60 },
      { kind: 'no kind', seconds: 1 },
    ]);
    expect(secondsInUse()).toEqual({ ...expected.seconds, PICK: 60 });
    expect(answeringMinutes(asked)).toBe(Math.round((120 + expected.seconds.TICKS) / 60));
    expect(isEstimated(asked), '120 of 155 seconds').toBe(false);
    expect(isEstimated([...asked, { type: 'TICKS' }])).toBe(true);
    takePace([]);
    expect(isEstimated(asked)).toBe(true);
    expect(answeringMinutes(asked)).toBe(Math.round((2 * expected.seconds.PICK + expected.seconds.TICKS) / 60));
  });
});
