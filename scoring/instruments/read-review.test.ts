import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../types.ts';
import { answerChoices, questionsOf, visibleQuestions } from './answers.ts';
import { instrument } from './at.ts';
import { readReview } from './read-review.ts';
import { costlyRuns } from '../testing/costly-runs.ts';

const reviews = ['ifc-ps2@1.0.0', 'equator-review@1.0.0', 'recruiter-review@1.0.0', 'ilo-employers-checklist@1.0.0'];
const reviewed = (key: string) => questionsOf(instrument(key)).filter(({ type }) => type === 'REVIEW' || type === 'NC');

describe('what a review found', () => {
  it.each(reviews)('%s: every question asked is counted once, whatever was answered', (key) => {
    const asked = instrument(key);
    const answers = fc.record(
      Object.fromEntries(
        reviewed(key).map((question) => [
          question.key,
          fc.constantFrom<(AnswerValue | undefined)[]>(...answerChoices(question), undefined),
        ]),
      ),
    );
    fc.assert(
      fc.property(answers, (given) => {
        const visible = visibleQuestions(asked, given).filter(({ type }) => type === 'REVIEW' || type === 'NC');
        const readings = readReview(asked, given);
        const sum = readings.reduce(
          (total, each) => total + each.met + each.partly.length + each.notMet.length + each.open.length + each.notApplicable,
          0,
        );
        expect(sum).toBe(visible.length);
        for (const { notMet } of readings) for (const question of notMet) expect(['not-met', 'not-compliant']).toContain(given[question]);
      }),
      costlyRuns(fc, 30),
    );
  });

  it('is arranged by point where there are points, else by section, and leaves out questions that gather facts', () => {
    expect(readReview(instrument('ifc-ps2@1.0.0'), {}).map(({ key }) => key)).toContain('PS2-22');
    const equator = readReview(instrument('equator-review@1.0.0'), { 'EQ1.1': 'c' }).map(({ key }) => key);
    expect(equator).toContain('EQ8');
    for (const gone of ['EQ0', 'EQ4', 'EQ5', 'EQ7', 'EQ9']) expect(equator).not.toContain(gone);
  });

  it('tells what is not met, partly met and still open apart', () => {
    const given = { 'PS2-22.1': 'not-met', 'PS2-22.2': 'partial', 'PS2-22.3': 'not-assessed' } as const;
    expect(readReview(instrument('ifc-ps2@1.0.0'), given).find(({ key }) => key === 'PS2-22')).toEqual({
      key: 'PS2-22',
      section: 'P3',
      met: 0,
      partly: ['PS2-22.2'],
      notMet: ['PS2-22.1'],
      open: ['PS2-22.3', 'PS2-22.4'],
      notApplicable: 0,
    });
  });
});
