import type { ConsistencyRule, Instrument, InstrumentOverlay, InstrumentQuestion } from './schema.ts';

/** A string as it is shown. `revision` 0 is the frozen English; an answer stores the revision of the question's text it was shown. */
export type ShownText = { text: string; lang: string; revision: number; status: 'frozen' | 'drafted' | 'reviewed' };

export type LocalizedFact = { key: InstrumentQuestion['facts'][number]['key']; unit: 'share' | 'ratio'; text: ShownText };
export type LocalizedQuestion = Omit<InstrumentQuestion, 'text' | 'whyWeAsk' | 'typicalEvidence' | 'facts'> & {
  text: ShownText;
  whyWeAsk: ShownText;
  typicalEvidence: ShownText;
  facts: LocalizedFact[];
};
export type LocalizedSection = { key: string; title: ShownText; summary: ShownText; displayShare: number; questions: LocalizedQuestion[] };
export type LocalizedChoice = { value: InstrumentChoiceValue; text: ShownText };
type InstrumentChoiceValue = Instrument['scales']['YNP'][number]['value'];
export type LocalizedInstrument = {
  key: string;
  locale: string;
  title: ShownText;
  owner: string;
  licence: string;
  source: string;
  scales: Record<keyof Instrument['scales'], LocalizedChoice[]>;
  sections: LocalizedSection[];
  consistency: { code: ConsistencyRule['code']; text: ShownText }[];
};

/** Lays a translation over an instrument. Pure. */
export function localize(
  key: string,
  given: { instrument: Instrument; overlay: InstrumentOverlay | null; locale: string },
): LocalizedInstrument {
  const { instrument, overlay, locale } = given;
  const shown = (place: string, words: { en: string }): ShownText => {
    const translated = overlay?.strings[place];
    return translated
      ? { text: translated.text, lang: locale, revision: translated.revision, status: translated.status }
      : { text: words.en, lang: 'en', revision: 0, status: 'frozen' };
  };
  const choices = (scale: keyof Instrument['scales']): LocalizedChoice[] =>
    instrument.scales[scale].map((choice) => ({ value: choice.value, text: shown(`scale.${scale}.${choice.value}`, choice.text) }));
  return {
    key,
    locale,
    title: shown('title', instrument.title),
    owner: instrument.owner,
    licence: instrument.licence,
    source: instrument.source,
    scales: { G4: choices('G4'), YNP: choices('YNP'), PCT: choices('PCT'), RF: choices('RF') },
    sections: instrument.sections.map((section) => ({
      key: section.key,
      title: shown(`${section.key}.title`, section.title),
      summary: shown(`${section.key}.summary`, section.summary),
      displayShare: section.displayShare,
      questions: section.questions.map((question) => ({
        ...question,
        text: shown(`${question.key}.text`, question.text),
        whyWeAsk: shown(`${question.key}.whyWeAsk`, question.whyWeAsk),
        typicalEvidence: shown(`${question.key}.typicalEvidence`, question.typicalEvidence),
        facts: question.facts.map((fact) => ({
          key: fact.key,
          unit: fact.unit,
          text: shown(`${question.key}.facts.${fact.key}`, fact.text),
        })),
      })),
    })),
    consistency: instrument.consistency.map((rule) => ({ code: rule.code, text: shown(`consistency.${rule.code}`, rule.text) })),
  };
}

/** Every place of an instrument that a translation must fill. */
export function placesOf(instrument: Instrument): string[] {
  const scales = (['G4', 'YNP', 'PCT', 'RF'] as const).flatMap((scale) =>
    instrument.scales[scale].map((choice) => `scale.${scale}.${choice.value}`),
  );
  const sections = instrument.sections.flatMap((section) => [
    `${section.key}.title`,
    `${section.key}.summary`,
    ...section.questions.flatMap(({ key, facts }) => [
      `${key}.text`,
      `${key}.whyWeAsk`,
      `${key}.typicalEvidence`,
      ...facts.map((fact) => `${key}.facts.${fact.key}`),
    ]),
  ]);
  return ['title', ...scales, ...sections, ...instrument.consistency.map((rule) => `consistency.${rule.code}`)];
}
