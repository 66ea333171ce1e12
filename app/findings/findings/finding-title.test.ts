import { expect, it } from 'vitest';
import { instrument, instrumentKeys, questionsOf } from '#scoring';
import { titleOfAnswer } from './finding-title';

const question = { key: 'X.1', text: 'Does anybody keep passports?', lang: 'en', type: 'RF', pointTitle: null };

it('names what is wrong, never the question, for every finding that a released questionnaire raises', () => {
  const raising = instrumentKeys().flatMap((key) =>
    questionsOf(instrument(key)).flatMap((asked) => (asked.raises ? [{ key, asked }] : [])),
  );
  expect(raising.length).toBeGreaterThan(50);
  for (const { key, asked } of raising) {
    const given = { key: asked.key, text: asked.text.en, lang: 'en', type: asked.type, pointTitle: 'Point' };
    expect(titleOfAnswer(key, given, asked.raises?.indicator ?? null).title, asked.key).not.toMatch(/\?$/);
  }
});

it('names a question of one’s own by its indicator, and quotes it where it has none', () => {
  expect(titleOfAnswer('own@1', question, 'retention-of-identity-documents')).toMatchObject({ title: 'Retention of identity documents' });
  expect(titleOfAnswer('own@1', { ...question, lang: 'fr' }, null)).toEqual({
    title: 'Answered yes: Does anybody keep passports?',
    lang: 'fr',
  });
});
