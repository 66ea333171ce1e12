import { instrumentFrom, localize, questionsOf } from '#scoring';
import { describe, expect, it } from 'vitest';
import { smallCore } from '../../../scoring/testing/depths';
import { arrangeQuestion } from './arrange-question';
import { conditionsOf } from './conditions';
import { choiceText } from '~/questionnaires/responses/choice-text';

const shown = localize('small-core@1.0.0', { instrument: instrumentFrom(smallCore), overlay: null, locale: 'en' });
const questionAt = (key: string) => {
  const question = questionsOf(shown).find((each) => each.key === key);
  if (!question) throw new Error(key);
  return question;
};
const conditions = conditionsOf(shown, { locale: 'en', isPrinted: () => true });

function onPaper(key: string, value: string | null, mode: 'part' | 'copy' = 'part') {
  const question = questionAt(key);
  const scale = question.type === 'TICKS' ? ['none', 'dont-know'] : ['dont-know'];
  const choices = [...question.options.map((option) => option.value), ...scale].map((each) => ({ value: each, label: each }));
  return arrangeQuestion(question, { choices, facts: [], people: [], value, note: '' }, { ...conditions, locale: 'en', mode });
}

describe('a list to tick on paper', () => {
  it('has a box for each option and for what excludes them, with every tick that was given', () => {
    const { options, hint, missing } = onPaper('SIT.1', 'housing agency', 'copy');
    expect(options.map(({ text, isTicked }) => [text, isTicked])).toEqual([
      ['housing', true],
      ['agency', true],
      ['none', false],
      ['dont-know', false],
    ]);
    expect([hint, missing]).toEqual(['', null]);
    expect(onPaper('SIT.1', null).hint).toBe('Tick all that apply');
    expect(onPaper('FEE.1', null).hint).not.toBe('Tick all that apply');
  });

  it('tells at "none" what to skip, at no option, and at a question which ticks call for it', () => {
    const skips = Object.fromEntries(onPaper('SIT.1', null).options.map(({ text, skips: said }) => [text, said]));
    expect(skips.housing).toBeNull();
    expect(skips.agency).toBeNull();
    expect(skips.none).toContain('MOV.1');
    expect(conditions.condition(questionAt('MOV.1'))).toMatch(/^Asked only if SIT\.1 is ticked: .*Housing/);
    expect(conditions.condition(questionAt('CON.2'))).toMatch(/^Not asked when CON\.1 is answered: .*none/);
  });
});

describe('the text of an answer', () => {
  it('names all that was ticked, in the order of the options, and nothing where one is unknown', () => {
    expect(choiceText(shown, questionAt('CON.1'), 'pay notice')).toBe('pay; notice');
    expect(choiceText(shown, questionAt('CON.1'), 'none')).toBe('none');
    expect(choiceText(shown, questionAt('FEE.2.visa'), 'worker')).toBe('worker');
    expect(choiceText(shown, questionAt('CON.1'), 'pay castle')).toBeNull();
    expect(choiceText(shown, questionAt('FEE.2.visa'), 'employer worker')).toBeNull();
  });
});
