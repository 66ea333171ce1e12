import { type SitePlace, sitePlaces } from '#scoring';
import type { PackQuestion, PackSection } from './pack';
import { answersOf, factsOn } from './proposals';
import type { Recording } from './recording';

export const questionStatuses = ['all', 'unanswered', 'proposed', 'review', 'answered'] as const;
export type QuestionStatus = (typeof questionStatuses)[number];
/** The ways of an audit day, each with the methods it covers. */
export const askedBy = {
  documents: ['documents'],
  walk: ['observation'],
  interviews: ['workers', 'worker-representatives'],
  management: ['management'],
} as const satisfies Record<string, readonly string[]>;
export type AskedBy = keyof typeof askedBy;
export const askedByKeys = Object.keys(askedBy) as AskedBy[];
export { type SitePlace, sitePlaces };

export type QuestionFilter = { status: QuestionStatus; by: AskedBy | null; place: SitePlace | null; text: string };
export const everything: QuestionFilter = { status: 'all', by: null, place: null, text: '' };

/** Letters without accents and case, so that a tablet without an accent key finds the same. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

type Searched = { section: PackSection; question: PackQuestion; text: string };
const indexes = new WeakMap<object, Searched[]>();

/** Every question of a pack with the text that is searched; made once for each pack. */
function indexOf(sections: readonly PackSection[]): Searched[] {
  const known = indexes.get(sections);
  if (known) return known;
  const made = sections.flatMap((section) =>
    section.questions.map((question) => {
      const point = section.points.find(({ key }) => key === question.point);
      const { key, text, hint = '', why, evidence } = question;
      return { section, question, text: folded([key, text, hint, why, evidence, point?.title ?? '', section.title].join(' ')) };
    }),
  );
  indexes.set(sections, made);
  return made;
}

/** The questions asked now that match a filter, by section. Words may be in the question, its hints or the team’s notes, in any order. */
export function findQuestions(recording: Recording, filter: QuestionFilter): { section: PackSection; question: PackQuestion }[] {
  const { asked, proposals, outdated } = factsOn(recording);
  const answers = answersOf(recording);
  const notes = new Map(recording.all('check').map(({ key, value }) => [key, folded(`${value.note} ${value.restricted}`)]));
  const words = folded(filter.text).split(/\s+/).filter(Boolean);
  const methods: readonly string[] | null = filter.by === null ? null : askedBy[filter.by];
  const hasStatus: Record<QuestionStatus, (key: string) => boolean> = {
    all: () => true,
    unanswered: (key) => !(key in answers),
    proposed: (key) => proposals.has(key) && !outdated.has(key),
    review: (key) => outdated.has(key),
    answered: (key) => key in answers,
  };
  return indexOf(recording.pack.sections).filter(({ question, text }) => {
    const { key, verify, places = [] } = question;
    return (
      asked.has(key) &&
      hasStatus[filter.status](key) &&
      (methods === null || verify.some((method) => methods.includes(method))) &&
      (filter.place === null || places.includes(filter.place)) &&
      words.every((word) => text.includes(word) || (notes.get(key)?.includes(word) ?? false))
    );
  });
}

/** Notes that belong to no question, by the same words; none without words. */
export function findNotes(recording: Recording, text: string): { key: string; text: string }[] {
  const words = folded(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return recording
    .all('note')
    .filter(({ value }) => words.every((word) => folded(value.text).includes(word)))
    .map(({ key, value }) => ({ key, text: value.text }));
}
