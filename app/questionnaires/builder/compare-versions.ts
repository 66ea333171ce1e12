import canonicalize from 'canonicalize';
import { type Draft, type DraftQuestion, questionsIn } from './draft';

export const changedParts = [
  'type',
  'text',
  'help',
  'evidence',
  'clause',
  'answers',
  'condition',
  'other',
  'place',
  'crosswalk',
  'translations',
] as const;
export type ChangedPart = (typeof changedParts)[number];
export type VersionChange =
  | { kind: 'added' | 'removed'; question: string; text: string }
  | { kind: 'changed'; question: string; text: string; parts: ChangedPart[]; before: string };

/** What one version of a questionnaire asks otherwise than the one before, question by question; new ones and changed ones in the order of the new. Pure. */
export function compareVersions(before: Draft, after: Draft): VersionChange[] {
  const old = new Map(placed(before).map((each) => [each.question.key, each]));
  const now = placed(after);
  const kept = new Set(now.map(({ question }) => question.key));
  const changed = now.flatMap(({ question, section }): VersionChange[] => {
    const was = old.get(question.key);
    if (!was) return [{ kind: 'added', question: question.key, text: question.text.en }];
    const parts = partsOf(was.question, question);
    if (was.section !== section) parts.push('place');
    if (pairsOf(before, question.key) !== pairsOf(after, question.key)) parts.push('crosswalk');
    if (wordsOf(before, question.key) !== wordsOf(after, question.key)) parts.push('translations');
    return parts.length === 0
      ? []
      : [{ kind: 'changed', question: question.key, text: question.text.en, parts, before: was.question.text.en }];
  });
  const removed = [...old.values()].flatMap(({ question }): VersionChange[] =>
    kept.has(question.key) ? [] : [{ kind: 'removed', question: question.key, text: question.text.en }],
  );
  return [...changed, ...removed];
}

function placed({ content }: Draft) {
  return content.sections.flatMap((section) => section.questions.map((question) => ({ question, section: section.key })));
}

function partsOf(before: DraftQuestion, after: DraftQuestion): ChangedPart[] {
  const parts: [ChangedPart, (question: DraftQuestion) => unknown][] = [
    ['type', ({ type }) => type],
    ['text', ({ text }) => text.en],
    ['help', ({ hint, whyWeAsk }) => [hint?.en, whyWeAsk?.en]],
    ['evidence', ({ typicalEvidence }) => typicalEvidence.en],
    ['clause', ({ clause }) => clause],
    ['answers', ({ options, mayBeNotApplicable, facts, people }) => [options, mayBeNotApplicable, facts, people]],
    ['condition', ({ dependsOn, appliesTo }) => [dependsOn, appliesTo]],
    [
      'other',
      ({ indicators, raises, verify, nonCompliantWhen, zeroTolerance, point }) => [
        indicators,
        raises,
        verify,
        nonCompliantWhen,
        zeroTolerance,
        point,
      ],
    ],
  ];
  return parts.filter(([, part]) => canonicalize(part(before) ?? null) !== canonicalize(part(after) ?? null)).map(([name]) => name);
}

const pairsOf = ({ crosswalk }: Draft, key: string): string =>
  JSON.stringify(
    crosswalk
      .filter(({ question }) => question === key)
      .map(({ relation, instrument, target }) => [relation, instrument, target])
      .sort(),
  );

const wordsOf = ({ translations }: Draft, key: string): string =>
  JSON.stringify(
    Object.entries(translations)
      .flatMap(([locale, words]) =>
        Object.entries(words).flatMap(([place, text]) => (place.startsWith(`${key}.`) ? [[locale, place, text]] : [])),
      )
      .sort(),
  );

/** Whether anything at all differs, sections and titles too. */
export function isSameDraft(one: Draft, other: Draft): boolean {
  const { version: _one, ...first } = one.content;
  const { version: _other, ...second } = other.content;
  return canonicalize([first, one.translations, one.crosswalk]) === canonicalize([second, other.translations, other.crosswalk]);
}

/** How many questions a draft asks. */
export const countQuestions = (draft: Pick<Draft, 'content'>): number => questionsIn(draft.content).length;
