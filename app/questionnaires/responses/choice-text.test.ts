import { describe, expect, it } from 'vitest';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { choiceText } from './choice-text';

const ticked = (locale: string) => {
  const shown = localizedInstrument('workshop-core@1.0.0', locale);
  const question = shown.sections.flatMap(({ questions }) => questions).find(({ key }) => key === 'CON.2');
  if (!question) throw new Error('no CON.2');
  return choiceText(shown, question, 'hours notice');
};

describe('ticked options as text', () => {
  it.each([
    ['en', '; '],
    ['fr', '\u00a0; '],
    ['ar', '؛ '],
    ['ur', '؛ '],
    ['zh', '；'],
    ['hi', '; '],
  ])('are parted in %s by the sign of the language', (locale, sign) => {
    expect(ticked(locale)?.split(sign)).toHaveLength(2);
    expect(ticked(locale)?.split(/[;؛；]/)).toHaveLength(2);
  });
});
