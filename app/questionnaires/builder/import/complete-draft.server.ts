import { instrument as released, instrumentKeys, questionsOf } from '#scoring';
import { withDefaultScales } from '../default-scales.server';
import { asOwn, type Draft, type DraftContent, type DraftQuestion, type DraftSection, questionsIn } from '../draft';
import type { ReadInstrumentFile } from '../instrument-file.server';

export type ReadFile = Extract<ReadInstrumentFile, { kind: 'read' }>;

/**
 * The draft made from a file: as the organization's own, with scale labels, and with known details of unchanged questions. A form made elsewhere has no
 * evidence, references or indicators: an unchanged question keeps its own.
 */
export function completeDraft(file: ReadFile, before: Draft | null, as: { code: string; version: number }): Draft {
  const { content, translations, crosswalk } = file.draft;
  const own = asOwn(content, as);
  const kept = keptQuestions(own, before);
  return withDefaultScales({
    content: before && !file.isOwn ? withUnsaid(own, { before: before.content, kept }) : own,
    translations: file.hasWords ? translations : translationsKept(before, kept),
    crosswalk: file.hasPairs ? crosswalk : before ? before.crosswalk.filter(({ question }) => kept.has(question)) : equalsOf(content),
  });
}

/** The keys of questions that say the same as before. */
function keptQuestions(content: DraftContent, before: Draft | null): Set<string> {
  const old = new Map(before ? questionsIn(before.content).map((question) => [question.key, question]) : []);
  return new Set(
    questionsIn(content).flatMap(({ key, type, text }) => (old.get(key)?.type === type && old.get(key)?.text.en === text.en ? [key] : [])),
  );
}

/** What no form made elsewhere can say: taken from the version before, where the file leaves it empty. */
function withUnsaid(content: DraftContent, { before, kept }: { before: DraftContent; kept: ReadonlySet<string> }): DraftContent {
  const { audience, kind, owner, licence, source, summary } = before;
  const questions = new Map(questionsIn(before).map((question) => [question.key, question]));
  const sections = new Map(before.sections.map((section) => [section.key, section]));
  return {
    ...content,
    ...{ audience, kind, owner, licence, source },
    ...(summary === undefined ? {} : { summary }),
    sections: content.sections.map((section): DraftSection => {
      const old = sections.get(section.key);
      return {
        ...section,
        ...(old && section.summary.en === '' ? { summary: old.summary } : {}),
        ...(old?.appliesTo ? { appliesTo: old.appliesTo } : {}),
        questions: section.questions.map((question) => {
          const was = questions.get(question.key);
          return was && kept.has(question.key) ? questionWithUnsaid(question, was) : question;
        }),
      };
    }),
  };
}

function questionWithUnsaid(question: DraftQuestion, was: DraftQuestion): DraftQuestion {
  return {
    ...question,
    ...(question.typicalEvidence.en === '' ? { typicalEvidence: was.typicalEvidence } : {}),
    clause: was.clause,
    indicators: was.indicators,
    ...(was.appliesTo ? { appliesTo: was.appliesTo } : {}),
  };
}

function translationsKept(before: Draft | null, kept: ReadonlySet<string>): Draft['translations'] {
  if (!before) return {};
  const questions = questionsIn(before.content).map(({ key }) => key);
  const isGone = (place: string) => questions.some((key) => place.startsWith(`${key}.`) && !kept.has(key));
  return Object.fromEntries(
    Object.entries(before.translations).map(([locale, words]) => [
      locale,
      Object.fromEntries(Object.entries(words).filter(([place]) => !isGone(place))),
    ]),
  );
}

/** Of a file that is one of the released questionnaires, changed or not: its unchanged questions equal themselves. */
function equalsOf({ id, version, sections }: DraftContent): Draft['crosswalk'] {
  const key =
    instrumentKeys().find((each) => each === `${id}@${version}`) ?? instrumentKeys().findLast((each) => each.startsWith(`${id}@`));
  if (key === undefined) return [];
  const theirs = new Map(questionsOf(released(key)).map((question) => [question.key, question]));
  return questionsIn({ sections }).flatMap((question) => {
    const same = theirs.get(question.key);
    return same?.type === question.type && same.text.en === question.text.en
      ? [{ question: question.key, relation: 'equal' as const, instrument: key, target: question.key }]
      : [];
  });
}
