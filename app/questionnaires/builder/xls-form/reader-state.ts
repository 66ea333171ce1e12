import { choicesOf, type ScaleType } from '#scoring';
import { type DraftContent, type DraftQuestion, type DraftSection, freeSectionKey, questionsIn } from '../draft';
import type { Parent } from './asked-when';
import type { ChoiceLists } from './choice-lists';
import { otherLanguage, type Words } from './form-rows';
import { type Remark, type RemarkCode, remark } from './remarks';

export type Place = { sheet: string; row: number };
export type ReadInto = {
  survey: string;
  choices: string;
  lists: ChoiceLists;
  /** What the form is called: the title of the section for questions outside of groups. */
  title: string;
  /** The languages of the form that are translations here. */
  locales: readonly string[];
  hasEnglish: boolean;
  translations: Record<string, Words>;
  remarks: Remark[];
};

/** What a reader of a survey knows so far. */
export type ReaderState = ReturnType<typeof openReader>;

export function openReader(into: ReadInto) {
  const sections: DraftSection[] = [];
  const scales: DraftContent['scales'] = {};
  const parents = new Map<string, Parent>();
  const named = new Map<string, string[]>();
  const say = (code: RemarkCode, row: number, detail?: string, sheet = into.survey) =>
    into.remarks.push(remark(code, { sheet, row }, detail));
  /** The English texts; the others are translations. Without English, the first language replaces it, which is reported. */
  const put = (place: string, words: Words, at?: Place): { en: string } => {
    for (const [locale, text] of Object.entries(words)) {
      if (locale === 'en' || locale === otherLanguage) continue;
      into.translations[locale] ??= {};
      into.translations[locale][place] = text;
    }
    const [locale, first] = Object.entries(words)[0] ?? [];
    if (words.en === undefined && first !== undefined && into.hasEnglish && at)
      into.remarks.push(remark('other-language', at, `${locale}: ${first}`));
    return { en: words.en ?? first ?? '' };
  };
  return {
    into,
    sections,
    /** Scales used by questions of the form, with its labels. */
    scales,
    say,
    put,
    /** The key of a question by its name in the form; undefined where no question before has it, or several have. */
    parentNamed: (name: string): Parent | undefined => {
      const keys = named.get(name);
      return keys?.length === 1 && keys[0] !== undefined ? parents.get(keys[0]) : undefined;
    },
    parentByKey: (key: string): Parent | undefined => parents.get(key),
    /** Remembers a question, so that conditions may hang on it. */
    remember: (name: string, question: DraftQuestion, answers: Parent['answers'] = ownAnswers(question)) => {
      parents.set(question.key, { key: question.key, answers, dependsOn: question.dependsOn });
      named.set(name, [...(named.get(name) ?? []), question.key]);
    },
    isNamed: (name: string): boolean => named.has(name),
    openSection: (key: string, words: Words, { residue = {}, at }: { residue?: object; at?: Place }): DraftSection => {
      const section: DraftSection = {
        provenance: 'D',
        ...residue,
        key,
        title: put(`${key}.title`, words, at),
        summary: { en: '' },
        questions: [],
      };
      sections.push(section);
      return section;
    },
    /** A key for a section of a foreign form: its name, if no other section has it. */
    sectionKey: (name: string): string => {
      const stem = keyStem(name);
      if (stem === '') return freeSectionKey({ sections } as DraftContent, new Set());
      for (let number = 1; ; number += 1) {
        const key = number === 1 ? stem : `${stem}-${number}`;
        if (!sections.some((section) => section.key === key)) return key;
      }
    },
    /** A key for a question of a foreign form. Names allow more than keys: keys are capitals and digits, separated by dots or hyphens. */
    questionKey: (name: string): string => {
      const stem = /^[A-Z0-9]+([.-][A-Za-z0-9]+)*$/.test(name) ? name : keyStem(name) || 'Q';
      const taken = new Set([...parents.keys(), ...questionsIn({ sections }).map(({ key }) => key)]);
      for (let number = 1; ; number += 1) {
        const key = number === 1 ? stem : `${stem}-${number}`;
        if (!taken.has(key)) return key;
      }
    },
  };
}

/** Capitals and digits of a name, parted by hyphens; accents are taken off, other scripts have none. */
function keyStem(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

const ownAnswers = (question: DraftQuestion): Parent['answers'] => choicesOf(question).map((value) => ({ name: String(value), value }));

export type ForeignScale = { type: ScaleType; choices: NonNullable<DraftContent['scales'][ScaleType]> };
