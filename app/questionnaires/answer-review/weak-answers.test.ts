import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '#scoring';
import { instrument, localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { choiceText } from '~/questionnaires/responses/choice-text';
import { weakAnswers } from './weak-answers';

const core = 'workshop-core@1.0.0';
const shown = localizedInstrument(core, 'en');
const questions = new Map(shown.sections.flatMap((section) => section.questions).map((question) => [question.key, question]));
const textOf = (key: string, value: AnswerValue) => {
  const question = questions.get(key);
  return (question && choiceText(shown, question, value)) ?? String(value);
};
const weakIn = (given: Record<string, AnswerValue>) =>
  weakAnswers({ own: instrument(core), shown, textOf }, given).map(({ question, answer }) => [question, answer]);

describe('answers that may describe harm', () => {
  it('are those about debt, withheld pay and fees, the worst first, also where no red flag is asked', () => {
    expect(weakIn({ 'ADV.1': 'three-months', 'EXI.1': 'last-pay', 'PAY.1': 'mostly', 'FEE.1': 'not-asked', 'DOC.1': 'worker' })).toEqual([
      ['FEE.1', 'We did not ask'],
      ['ADV.1', expect.stringContaining('three months')],
      ['EXI.1', 'Some or all of the last pay'],
      ['PAY.1', 'Most of the time'],
    ]);
  });

  it('leave out rules, plans and visits that are missing, however weak', () => {
    expect(
      weakIn({ 'POL.1': 'none', 'REM.1': 'none', 'SUP.1': 'none', 'DOC.1': 'employer', 'PAY.1': 'mostly' }).map(([question]) => question),
    ).toEqual(['DOC.1', 'PAY.1']);
  });

  it('are none of sound practices, of what is not known, and of facts', () => {
    expect(weakIn({ 'ADV.1': 'nothing', 'EXI.1': 'none', 'PAY.1': 'always', 'FEE.1': 'dont-know', 'SIT.1': 'housing' })).toEqual([]);
  });
});
