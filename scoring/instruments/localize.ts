import { scaleAnswers } from './choices.ts';
import type { Instrument, InstrumentQuestion, InstrumentSection } from './complete.ts';
import type { OptionValue } from '../types.ts';
import type { InstrumentOverlay } from './overlay-schema.ts';
import { type AnswerWord, type PeopleKey, type ScaleType, scaleTypes } from './question-schema.ts';
import type { ConsistencyRule } from './schema.ts';

/** A string as it is shown. `revision` 0 is the frozen English; an answer stores the revision of the question's text it was shown. */
export type ShownText = { text: string; lang: string; revision: number; status: 'frozen' | 'drafted' | 'reviewed' };

export type LocalizedFact = { key: InstrumentQuestion['facts'][number]['key']; unit: 'share' | 'ratio'; text: ShownText };
export type LocalizedQuestion = Omit<
  InstrumentQuestion,
  'text' | 'hint' | 'whyWeAsk' | 'typicalEvidence' | 'facts' | 'people' | 'options'
> & {
  text: ShownText;
  hint: ShownText | null;
  whyWeAsk: ShownText;
  typicalEvidence: ShownText;
  facts: LocalizedFact[];
  /** What is counted in people; empty where shares are asked for. */
  people: { key: PeopleKey; text: ShownText }[];
  /** Of a CHOICE, PICK or TICKS; empty for every other question. `shownChoices` has the answers of the scale as well. */
  options: { value: string; text: ShownText }[];
};
export type LocalizedPoint = { key: string; title: ShownText; whyWeAsk: ShownText };
export type LocalizedSection = {
  key: string;
  title: ShownText;
  summary: ShownText;
  displayShare: number;
  cluster: InstrumentSection['cluster'];
  appliesTo: InstrumentSection['appliesTo'];
  points: LocalizedPoint[];
  questions: LocalizedQuestion[];
};
export type LocalizedChoice = { value: AnswerWord | OptionValue; text: ShownText };
export type LocalizedInstrument = Pick<Instrument, 'kind' | 'scores' | 'audience'> & {
  key: string;
  locale: string;
  title: ShownText;
  summary: ShownText | null;
  owner: string;
  licence: string;
  source: string;
  scales: Record<ScaleType, LocalizedChoice[]>;
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
  const choices = (scale: ScaleType): LocalizedChoice[] =>
    instrument.scales[scale].map((choice) => ({ value: choice.value, text: shown(`scale.${scale}.${choice.value}`, choice.text) }));
  return {
    key,
    locale,
    kind: instrument.kind,
    scores: instrument.scores,
    audience: instrument.audience,
    title: shown('title', instrument.title),
    summary: instrument.summary && shown('summary', instrument.summary),
    owner: instrument.owner,
    licence: instrument.licence,
    source: instrument.source,
    scales: {
      G4: choices('G4'),
      YNP: choices('YNP'),
      PCT: choices('PCT'),
      RF: choices('RF'),
      PICK: choices('PICK'),
      TICKS: choices('TICKS'),
      NC: choices('NC'),
      SIGN: choices('SIGN'),
      REVIEW: choices('REVIEW'),
    },
    sections: instrument.sections.map((section) => ({
      key: section.key,
      title: shown(`${section.key}.title`, section.title),
      summary: shown(`${section.key}.summary`, section.summary),
      appliesTo: section.appliesTo,
      displayShare: section.displayShare,
      cluster: section.cluster,
      points: section.points.map(({ key: point, title, whyWeAsk }) => ({
        key: point,
        title: shown(`${point}.title`, title),
        whyWeAsk: shown(`${point}.whyWeAsk`, whyWeAsk),
      })),
      questions: section.questions.map((question) => ({
        ...question,
        text: shown(`${question.key}.text`, question.text),
        hint: question.hint && shown(`${question.key}.hint`, question.hint),
        whyWeAsk: shown(question.reasonPlace, question.whyWeAsk),
        typicalEvidence: shown(`${question.key}.typicalEvidence`, question.typicalEvidence),
        facts: question.facts.map((fact) => ({
          key: fact.key,
          unit: fact.unit,
          text: shown(`${question.key}.facts.${fact.key}`, fact.text),
        })),
        people: question.people.map(({ key: counted, text }) => ({ key: counted, text: shown(`${question.key}.people.${counted}`, text) })),
        options: (question.options ?? []).map(({ value, text }) => ({ value, text: shown(`${question.optionsPlace}.${value}`, text) })),
      })),
    })),
    consistency: instrument.consistency.map((rule) => ({ code: rule.code, text: shown(`consistency.${rule.code}`, rule.text) })),
  };
}

/** The answers of a question to pick from, with their texts: its options, then those of its scale. A list to tick has `none` after its options. Pure. */
export function shownChoices(
  { scales }: Pick<LocalizedInstrument, 'scales'>,
  question: Pick<LocalizedQuestion, 'type' | 'mayBeNotApplicable' | 'options'>,
): LocalizedChoice[] {
  const type = scaleTypes.find((each) => each === question.type);
  const worded = type ? scales[type] : [];
  return [...question.options, ...scaleAnswers(question).flatMap((value) => worded.find((each) => each.value === value) ?? [])];
}

/** Every place of an instrument that a translation must fill. */
export function placesOf(instrument: Instrument): string[] {
  const scales = scaleTypes.flatMap((scale) => instrument.scales[scale].map((choice) => `scale.${scale}.${choice.value}`));
  const sets = Object.entries(instrument.sets ?? {}).flatMap(([name, options]) => options.map(({ value }) => `sets.${name}.${value}`));
  const sections = instrument.sections.flatMap((section) => [
    `${section.key}.title`,
    `${section.key}.summary`,
    ...section.points.flatMap(pointPlaces),
    ...section.questions.flatMap(questionPlaces),
  ]);
  const summary = instrument.summary === null ? [] : ['summary'];
  return ['title', ...summary, ...scales, ...sets, ...sections, ...instrument.consistency.map((rule) => `consistency.${rule.code}`)];
}

/** The places of a point. */
export const pointPlaces = ({ key }: { key: string }): string[] => [`${key}.title`, `${key}.whyWeAsk`];

/** The places of a question: those that its section, its point or a set shares are none of them. */
export function questionPlaces({ key, hint, reasonPlace, facts, people, options = [], optionsPlace }: InstrumentQuestion): string[] {
  return [
    `${key}.text`,
    ...(hint ? [`${key}.hint`] : []),
    ...(reasonPlace === `${key}.whyWeAsk` ? [reasonPlace] : []),
    `${key}.typicalEvidence`,
    ...facts.map((fact) => `${key}.facts.${fact.key}`),
    ...people.map((each) => `${key}.people.${each.key}`),
    ...(optionsPlace === `${key}.options` ? options.map(({ value }) => `${optionsPlace}.${value}`) : []),
  ];
}
