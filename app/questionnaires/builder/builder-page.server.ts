import {
  instrumentKeys,
  localizedInstrument,
  type LocalizedInstrument,
  localize,
  placesOf,
  questionsOf,
  scaleTypes,
  shownChoices,
} from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { sectionViewOf } from '~/questionnaires/responses/section-view.server';
import { knownSectors } from '~/suppliers/choices/sector-choices.server';
import { getLocale } from '~/paraglide/runtime';
import { m } from '~/paraglide/messages';
import { instrumentOf } from './find-instrument.server';
import { questionsIn } from './draft';
import { problemsOfDraft } from './problems-of-draft';
import { type OwnRow, readQuestionnaireTemplate } from './read-draft.server';
import type { TranslatedGroup } from './translation-panel';

export const builderViews = ['questions', 'about', 'scales', 'languages', 'preview'] as const;
export type BuilderView = (typeof builderViews)[number];
type Asked = { view: BuilderView; at: string | null; language: string | null };

/** What the builder shows of a draft, by the part that is asked for. Null when there is no draft of that key; `used` or `offered` when it cannot be changed. */
export async function readBuilder(db: TenantDb, key: string, asked: Asked) {
  const row = await readQuestionnaireTemplate(db, key);
  if (!row || row.lentBy) return null;
  if (row.frozenAt || row.status === 'offered') return { isOpen: false as const, key };
  const steps = await db.questionnaireTemplateStep.count({ where: { instrumentId: row.id } });
  const { content } = row;
  const question = questionsIn(content).find((each) => each.key === asked.at) ?? null;
  const section = content.sections.find(({ key: own }) => own === asked.at) ?? null;
  const english = localize(key, { instrument: instrumentOf(row), overlay: null, locale: 'en' });
  return {
    isOpen: true as const,
    key,
    content,
    problems: problemsOfDraft(row),
    canUndo: steps > 0,
    at: question?.key ?? section?.key ?? null,
    pairs: question ? row.crosswalk.filter((pair) => pair.question === question.key) : [],
    targets: question ? releasedQuestions() : [],
    choices: question ? choicesByQuestion(english, question.dependsOn?.question) : {},
    sectors: knownSectors((question ?? section)?.appliesTo?.sectors ?? []),
    languages: languagesOf(row, english),
    groups: asked.view === 'languages' && asked.language ? groupsOf(row, { english, locale: asked.language }) : [],
    language: asked.language !== null && row.translations[asked.language] ? asked.language : null,
    preview: asked.view === 'preview' ? previewOf(row, asked.language) : [],
  };
}
export type BuilderPage = Extract<NonNullable<Awaited<ReturnType<typeof readBuilder>>>, { isOpen: true }>;

function releasedQuestions(): { key: string; text: string }[] {
  return instrumentKeys().flatMap((key) =>
    questionsOf(localizedInstrument(key, getLocale())).map((question) => ({ key: question.key, text: question.text.text })),
  );
}

/** The labels of the answers that decide whether a question is asked. */
function choicesByQuestion(shown: LocalizedInstrument, parent: string | undefined): Record<string, string> {
  const question = questionsOf(shown).find(({ key }) => key === parent);
  return question ? Object.fromEntries(shownChoices(shown, question).map(({ value, text }) => [String(value), text.text])) : {};
}

function languagesOf(row: OwnRow, english: LocalizedInstrument) {
  const places = wordsByPlace(row, english);
  return Object.entries(row.translations).map(([locale, words]) => ({
    locale,
    missing: [...places.keys()].filter((place) => !words[place]?.trim()).length,
    total: places.size,
  }));
}

/** Every place that a translation fills, with its English; what is empty in English is not asked for. */
function wordsByPlace(row: OwnRow, english: LocalizedInstrument): Map<string, string> {
  const words = new Map<string, string>([
    ['title', english.title.text],
    ['summary', english.summary?.text ?? ''],
  ]);
  for (const scale of scaleTypes) for (const { value, text } of english.scales[scale]) words.set(`scale.${scale}.${value}`, text.text);
  for (const section of english.sections) {
    words.set(`${section.key}.title`, section.title.text).set(`${section.key}.summary`, section.summary.text);
    for (const point of section.points) words.set(`${point.key}.title`, point.title.text).set(`${point.key}.whyWeAsk`, point.whyWeAsk.text);
    for (const question of section.questions) {
      words.set(`${question.key}.text`, question.text.text).set(`${question.key}.typicalEvidence`, question.typicalEvidence.text);
      if (question.hint) words.set(`${question.key}.hint`, question.hint.text);
      if (question.reasonPlace === `${question.key}.whyWeAsk`) words.set(question.reasonPlace, question.whyWeAsk.text);
      for (const fact of question.facts) words.set(`${question.key}.facts.${fact.key}`, fact.text.text);
      for (const each of question.people) words.set(`${question.key}.people.${each.key}`, each.text.text);
      for (const option of question.options) words.set(`${question.key}.options.${option.value}`, option.text.text);
    }
  }
  for (const rule of english.consistency) words.set(`consistency.${rule.code}`, rule.text.text);
  const known = new Set(placesOf(instrumentOf(row)));
  return new Map([...words].filter(([place, text]) => known.has(place) && text.trim() !== ''));
}

/** The strings of one language beside the English, by section; the title and the scales first. */
function groupsOf(row: OwnRow, { english, locale }: { english: LocalizedInstrument; locale: string }): TranslatedGroup[] {
  const translated = row.translations[locale];
  if (!translated) return [];
  const sections = english.sections.map((section) => ({
    key: section.key,
    title: section.title.text || section.key,
    own: [section.key, ...section.points.map(({ key }) => key), ...section.questions.map(({ key }) => key)],
  }));
  const groupOf = (place: string) => sections.find(({ own }) => own.some((key) => place.startsWith(`${key}.`)))?.key ?? '';
  const places = [...wordsByPlace(row, english)].map(([place, text]) => ({ place, english: text, text: translated[place] ?? '' }));
  return [{ key: '', title: m.builder_tab_about() }, ...sections]
    .map(({ key, title }) => ({ key, title, places: places.filter(({ place }) => groupOf(place) === key) }))
    .filter((group) => group.places.length > 0);
}

/** Every section as a respondent meets it, in one language; questions that depend on others are shown too. */
function previewOf(row: OwnRow, language: string | null) {
  const words = language === null ? undefined : row.translations[language];
  const locale = words && language ? language : 'en';
  const strings = Object.entries(words ?? {}).map(([place, text]) => [place, { text, revision: 1, status: 'drafted' as const }]);
  const overlay = words ? { instrument: row.key, locale, strings: Object.fromEntries(strings) } : null;
  const shown = localize(row.key, { instrument: instrumentOf(row), overlay, locale });
  const response = {
    instrumentKey: row.key,
    answers: new Map(),
    evidenceOf: new Map(),
    scope: null,
    opened: [],
    party: { supplier: null },
  };
  return shown.sections.flatMap((section) => {
    const view = sectionViewOf(shown, { response, sectionKey: section.key, withUnasked: true, contradictions: [] });
    return view ? [{ ...view, questions: view.questions.map((question) => ({ ...question, isAsked: true })) }] : [];
  });
}
