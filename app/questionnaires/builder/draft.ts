import type { FrozenInstrument, FrozenQuestion } from '#scoring';
import type { OwnPair, Translations } from '~/questionnaires/templates/own-version';

/** The JSON of a draft questionnaire: the format of the released files, with texts possibly missing. */
export type DraftContent = Omit<FrozenInstrument, 'key'>;
export type DraftSection = DraftContent['sections'][number];
export type DraftQuestion = FrozenQuestion;
/** Everything of one version that can change until its first use. */
export type Draft = { content: DraftContent; translations: Translations; crosswalk: OwnPair[] };

export const versionText = (version: number): string => `${version}.0.0`;
export const keyOf = (code: string, version: number): string => `${code}@${versionText(version)}`;

/** Languages that a translation can be written in: those in which suppliers are asked. English is the text itself. */
export const translatable = ['fr', 'es', 'pt', 'zh', 'vi', 'bn', 'hi', 'ur', 'id', 'tr', 'ar'] as const;

export function emptyDraft(code: string, title: string): Draft {
  return {
    content: {
      id: code,
      version: versionText(1),
      title: { en: title },
      owner: '—',
      licence: '—',
      source: '—',
      language: 'en',
      audience: ['supplier', 'member'],
      kind: 'self-assessment',
      scores: false,
      scales: {},
      sections: [],
      consistency: [],
    },
    translations: {},
    crosswalk: [],
  };
}

/**
 * A questionnaire as the organization's own: what only the method may set on a question (domain and weight, cluster, strength and dimension, share of the
 * score) is removed, because it applies to the released set only.
 */
export function asOwn(content: DraftContent, as: { code: string; version: number }): DraftContent {
  return {
    ...content,
    id: as.code,
    version: versionText(as.version),
    scores: false,
    kind: content.kind ?? 'self-assessment',
    sections: content.sections.map(({ cluster: _cluster, displayShare: _share, ...section }) => ({
      ...section,
      questions: section.questions.map(
        ({ domain: _domain, weight: _weight, strength: _strength, dimension: _dimension, ...question }) => question,
      ),
    })),
  };
}

export const questionsIn = (content: Pick<DraftContent, 'sections'>): DraftQuestion[] =>
  content.sections.flatMap(({ questions }) => questions);

/** A question with the options of its set, where it has one. */
export function withOptions({ sets = {} }: Pick<DraftContent, 'sets'>, question: DraftQuestion): DraftQuestion {
  const options = question.set === undefined ? undefined : sets[question.set];
  return options ? { ...question, options } : question;
}

/** The first of "A", "B" … "Z", "S27" … that no section has. */
export function freeSectionKey(content: DraftContent, taken: ReadonlySet<string>): string {
  const used = new Set([...content.sections.map(({ key }) => key), ...taken]);
  for (let at = 0; ; at += 1) {
    const key = at < 26 ? String.fromCharCode(65 + at) : `S${at + 1}`;
    if (!used.has(key)) return key;
  }
}

/** A key for a new question of a section. One that an earlier version used is never used again. */
export function freeQuestionKey(content: DraftContent, sectionKey: string, taken: ReadonlySet<string>): string {
  const used = new Set([...questionsIn(content).map(({ key }) => key), ...taken]);
  const stem = /^[A-Z0-9]+([.-][A-Za-z0-9]+)*$/.test(sectionKey) ? sectionKey : 'Q';
  for (let number = 1; ; number += 1) if (!used.has(`${stem}.Q${number}`)) return `${stem}.Q${number}`;
}
