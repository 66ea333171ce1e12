import { describe, expect, it } from 'vitest';
import { controlDomains, indicators } from '../vocabulary.ts';
import { questionsOf } from './answers.ts';
import { frozenInstrument, instrument, instrumentKeys, instrumentLocales, localizedInstrument, overlayOf, wholeOf } from './at.ts';
import { placesOf, type ShownText } from './localize.ts';
import { numbersLost } from './numbers-lost.ts';
import { instrumentSchema } from './schema.ts';

/** Every text of an instrument as it is shown, in its order. */
function shownTexts(shown: unknown): ShownText[] {
  if (typeof shown !== 'object' || shown === null) return [];
  return 'text' in shown && 'revision' in shown ? [shown as ShownText] : Object.values(shown).flatMap(shownTexts);
}

const key = 'ilo-ten-principles@1.0.0';
const ten = instrument(key);
const questions = questionsOf(ten);

describe('the ten principles', () => {
  it('is released under its key; one that was never released throws', () => {
    expect(instrumentKeys()).toContain(key);
    expect(ten.key).toBe(key);
    expect(ten).toMatchObject({ kind: 'self-assessment', scores: true, summary: null });
    expect(() => instrument('ilo-ten-principles@0.9.0')).toThrow(RangeError);
  });

  it('asks all 61 questions, 8 7 6 6 8 7 4 6 5 4 a principle, numbered without gaps', () => {
    expect(questions).toHaveLength(61);
    expect(ten.sections.map((section) => section.questions.length)).toEqual([8, 7, 6, 6, 8, 7, 4, 6, 5, 4]);
    for (const section of ten.sections)
      expect(section.questions.map((question) => question.key)).toEqual(
        section.questions.map((_, index) => `${section.key}.Q${index + 1}`),
      );
    expect(ten.sections.reduce((sum, section) => sum + section.displayShare, 0)).toBe(100);
  });

  it('gives every control domain something to weigh that is no red flag', () => {
    for (const domain of controlDomains) {
      const weight = questions
        .filter((question) => question.domain === domain && question.type !== 'RF')
        .reduce((sum, question) => sum + question.weight, 0);
      expect(weight, domain).toBeGreaterThan(0);
    }
    expect(questions.find((question) => question.type === 'FACT')?.key).toBe('P5.Q1');
    expect(questions.filter((question) => question.domain === 'hours').map((question) => question.key)).toContain('P6.Q3');
  });

  it('has three red flags that raise findings, and indicators of the closed list', () => {
    expect(questions.filter((question) => question.raises).map((question) => question.key)).toEqual(['P3.Q5', 'P5.Q3', 'P6.Q6']);
    for (const question of questions) for (const indicator of question.indicators) expect(indicators).toContain(indicator);
  });
});

const languages = ['en', 'fr', 'es', 'pt', 'zh', 'vi', 'bn', 'hi', 'ur', 'id', 'tr', 'ar'];

describe.each(instrumentKeys())('%s', (each) => {
  const { sections, title, summary, version, kind } = instrument(each);
  const own = questionsOf(instrument(each));

  const others = instrumentLocales(each).filter((locale) => locale !== 'en');
  const stringsOf = (locale: string) => shownTexts(localizedInstrument(each, locale));

  it('can be answered in every language of the product', () => {
    expect(instrumentLocales(each)).toEqual(languages);
  });

  it.each(others)('is complete in %s, names no place that is not there, and leaves nothing in English', (locale) => {
    const overlay = overlayOf(each, locale);
    expect(overlay).toMatchObject({ instrument: each, locale });
    expect(Object.keys(overlay?.strings ?? {}).sort()).toEqual(placesOf(instrument(each)).sort());
    const sentences = stringsOf(locale).filter(({ text }) => /^[\x20-\u024f’“”–]+$/.test(text) && / .* .* /.test(text));
    const inEnglish = new Set(stringsOf('en').map(({ text }) => text));
    expect(sentences.filter(({ text }) => inEnglish.has(text))).toEqual([]);
  });

  it.each(others)('keeps in %s the numbers and the kind of each sentence', (locale) => {
    const translated = stringsOf(locale);
    for (const [at, { text }] of stringsOf('en').entries()) {
      const other = translated[at]?.text ?? '';
      expect([text, numbersLost(text, other)]).toEqual([text, []]);
      if (text.endsWith('?')) expect(other, text).toMatch(/[?？؟]$/);
    }
  });

  it('says in plain words what is asked and what would show it, one sentence a question', () => {
    const isStated = version === '2.0.0' && kind !== 'self-assessment';
    expect(title.en).not.toMatch(/\.$/);
    if (summary) expect(summary.en).toMatch(/\.$/);
    for (const question of own) {
      // A row of a grid is a noun below the question of its point.
      if (question.layout === 'row') expect(question.text.en, question.key).toMatch(/^[A-Z][^?.]+$/);
      // What an auditor or a reviewer answers in edition two is a statement, or the label of a field.
      else if (isStated) expect(question.text.en, question.key).toMatch(/^[A-Z][^?]+$|^[^?]+\?$/);
      else expect(question.text.en, question.key).toMatch(/^[^?]+\?$/);
      expect(question.text.en.split(' ').length, question.key).toBeLessThanOrEqual(40);
      if (question.hint) expect(question.hint.en, question.key).toMatch(/\.$/);
      expect(question.whyWeAsk.en, question.key).toMatch(/\.$/);
      expect(question.typicalEvidence.en.length, question.key).toBeGreaterThan(3);
    }
    for (const section of sections) expect(section.summary.en, section.key).toMatch(isStated ? /[.?]$/ : /\.$/);
  });

  it('prints nothing that is only recalled as law', () => {
    for (const { key: code, provenance, clause } of own) if (provenance === 'M') expect(clause, code).toBeNull();
  });
});

it('a key of a question belongs to one instrument for ever, or to the depths of one bank', () => {
  const owners = new Map<string, string>();
  for (const each of instrumentKeys()) {
    const id = wholeOf(each)?.startsWith('ilo-ten-principles@2') ? 'ilo-ten-principles' : instrument(each).id;
    for (const { key: code } of questionsOf(instrument(each))) {
      expect(owners.get(code) ?? id, code).toBe(id);
      owners.set(code, id);
    }
  }
});

describe('translation', () => {
  it('may write a number as its language does, and not leave it out', () => {
    expect(numbersLost('from 10 million or 18 years', '1000万, 18')).toEqual([]);
    for (const written of ['plus de 100 000', '1,00,000', '10万'])
      expect(numbersLost('above 100,000 tonnes', written), written).toEqual([]);
    expect(numbersLost('within 90 days, twice 5', '5')).toEqual(['90']);
  });

  it('is shown with language and revision; without one the English stays and says so', () => {
    const french = localizedInstrument(key, 'fr').sections[0]?.questions[0];
    expect(french?.text).toMatchObject({ lang: 'fr', revision: 1, status: 'drafted' });
    const untranslated = localizedInstrument(key, 'xx');
    expect(untranslated.sections[0]?.questions[0]?.text).toEqual({
      text: questions[0]?.text.en,
      lang: 'en',
      revision: 0,
      status: 'frozen',
    });
    expect(localizedInstrument(key, 'fr').sections.flatMap((section) => section.questions)).toHaveLength(61);
  });
});

describe('the shape of an instrument', () => {
  const { key: _, ...raw } = frozenInstrument(key);
  const change = (question: object) => ({
    ...raw,
    sections: [{ ...raw.sections[0], questions: [{ ...raw.sections[0]?.questions[0], ...question }] }],
    consistency: [],
  });

  it('refuses a domain-less control, a red flag that raises nothing, a condition on a question that is not asked', () => {
    expect(instrumentSchema.safeParse(raw).success).toBe(true);
    expect(instrumentSchema.safeParse(change({})).success).toBe(true);
    expect(instrumentSchema.safeParse(change({ domain: null })).success).toBe(false);
    expect(instrumentSchema.safeParse(change({ type: 'RF' })).success).toBe(false);
    expect(instrumentSchema.safeParse(change({ dependsOn: { question: 'P9.Q9', unless: ['no'] } })).success).toBe(false);
    expect(instrumentSchema.safeParse({ ...raw, sections: [...raw.sections, ...raw.sections] }).success).toBe(false);
  });
});
