import {
  complianceOfCountry,
  forReaders,
  isRuleOn,
  contradictionsOf,
  isGathered,
  type LocalizedInstrument,
  type LocalizedQuestion,
  needsAnswer,
  questionsOf,
  restrictedQuestions,
  sharesOfPeople,
  shownChoices,
  type Skip,
} from '#scoring';
import { skipText } from '~/questionnaires/question-scope/scope-labels';
import { instrument, instrumentBesideRules, localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { askedOf, scopedCountries } from '~/questionnaires/question-scope/asked-of';
import { lawBeside } from './law-beside';
import { shareText, shownFact } from '~/suppliers/facts/shown-fact';
import { getLocale } from '~/paraglide/runtime';
import { wordsAt } from '~/questionnaires/templates/instrument-at.server';
import type { Shown } from './store-answer.server';
import type { AnswerItem } from './gather-answers.server';
import { type ResponseRead, askedIn, givenAnswers } from './read-response.server';

/** What the views need of a response: a respondent's has no record of the supplier beside it. */
export type Viewed = Pick<ResponseRead, 'instrumentKey' | 'answers' | 'evidenceOf' | 'scope' | 'opened'> &
  Partial<Pick<ResponseRead, 'withheld'>> & {
    party: {
      supplier: Pick<NonNullable<ResponseRead['party']['supplier']>, 'country' | 'workers' | 'migrantShare' | 'agencyShare'> | null;
    };
  };

/** What each section asks now, and how much of it is answered; in the reader's language. */
export function sectionsOf(response: Viewed) {
  const shown = localizedInstrument(response.instrumentKey, getLocale());
  const { asked: put } = askedIn(response);
  return shown.sections.map((section) => {
    const asked = section.questions.filter((question) => put.has(question.key) && needsAnswer(question));
    return {
      key: section.key,
      title: section.title.text,
      summary: section.summary.text,
      asked: asked.length,
      answered: asked.filter((question) => response.answers.get(question.key)?.value !== null && response.answers.has(question.key)).length,
    };
  });
}

/** The contradictions among the answers, in the reader's language. */
export function contradictionsShown(response: Viewed) {
  const words = new Map(localizedInstrument(response.instrumentKey, getLocale()).consistency.map((rule) => [rule.code, rule.text.text]));
  return contradictionsOf(instrument(response.instrumentKey), givenAnswers(response)).map((contradiction) => ({
    ...contradiction,
    text: words.get(contradiction.code) ?? contradiction.text,
  }));
}

/**
 * One section for its page, or null when the questionnaire has no such key. Contains texts and values only: no table of the method reaches the browser.
 * `withUnasked`: includes questions ruled out by answers or facts, marked; `leftOut` are those of facts, in any case. `withChecks` false: for respondents, who
 * see nothing of how their answers are checked.
 */
export function sectionView(
  response: Viewed,
  sectionKey: string,
  { withUnasked = false, withChecks = true }: { withUnasked?: boolean; withChecks?: boolean } = {},
) {
  const shown = instrumentBesideRules(response.instrumentKey, getLocale());
  return sectionViewOf(shown, { response, sectionKey, withUnasked, contradictions: withChecks ? contradictionsShown(response) : [] });
}

/** The same of a questionnaire that is at hand, a draft too. */
export function sectionViewOf(
  shown: LocalizedInstrument,
  options: { response: Viewed; sectionKey: string; withUnasked: boolean; contradictions: ReturnType<typeof contradictionsShown> },
) {
  const { response, sectionKey, withUnasked, contradictions } = options;
  const index = shown.sections.findIndex((candidate) => candidate.key === sectionKey);
  const section = shown.sections[index];
  if (!section) return null;
  const given = givenAnswers(response);
  const { asked, skipped } = askedOf(shown, response, given);
  const country = countryRulesOf(response);
  const countries = countriesOf(response);
  const today = new Date().toISOString().slice(0, 10);
  const textOf = new Map(forReaders(shown).sections.flatMap(({ questions }) => questions.map(({ key, text }) => [key, text.text])));
  const points = new Map(section.points.map(({ key, title, whyWeAsk }) => [key, { key, title: title.text, why: whyWeAsk.text }]));
  return {
    key: section.key,
    title: section.title.text,
    summary: section.summary.text,
    previous: shown.sections[index - 1]?.key ?? null,
    next: shown.sections[index + 1]?.key ?? null,
    leftOut: section.questions.flatMap(({ key }) => {
      const because = skipTextOf(skipped, key);
      return because === null || response.withheld?.has(key) ? [] : [{ key, text: textOf.get(key) ?? key, because }];
    }),
    /** What is answered in a sensitive case or nowhere. */
    withheld: section.questions.flatMap(({ key }) => (response.withheld?.has(key) ? [{ key, text: textOf.get(key) ?? key }] : [])),
    questions: section.questions
      .filter((question) => withUnasked || asked.has(question.key))
      .map((question) => {
        const answer = response.answers.get(question.key);
        const law = lawBeside(question, countries, today);
        const rules = country.filter((rule) => isRuleOn(rule, question.key));
        const hasRule = law.length > 0 || rules.length > 0;
        return {
          key: question.key,
          isAsked: asked.has(question.key),
          /** Why facts rule it out; null where they do not. */
          skipText: skipTextOf(skipped, question.key),
          /** The question whose answer decides whether this one is asked. */
          dependsOn: question.dependsOn?.question ?? null,
          dependsOnText: textOf.get(question.dependsOn?.question ?? '') ?? null,
          type: question.type,
          /** A row of the table that its point is. */
          isRow: question.layout === 'row',
          text: hasRule ? question.text.text : (textOf.get(question.key) ?? question.key),
          hint: question.hint?.text ?? null,
          /** Language and revision of the question text, to store with the answer. */
          shown: `${question.text.lang}:${question.text.revision}`,
          why: question.whyWeAsk.text,
          evidenceHint: question.typicalEvidence.text,
          law,
          point: points.get(question.point ?? '') ?? null,
          marks: { ...marksOf(question), country: rules },
          choices: shownChoices(shown, question).map(({ value, text }) => ({ value: String(value), label: text.text })),
          facts: question.facts.map((fact) => ({
            key: fact.key,
            unit: fact.unit,
            text: fact.text.text,
            /** What is wrong with what was typed, once it was refused. */
            problem: undefined as string | undefined,
            // Shares that follow from counted people.
            value:
              fact.key in sharesOfPeople(answer?.people ?? {})
                ? ''
                : shownShare(fact, { percent: shareOf(response, question.key, fact), workers: response.party.supplier?.workers }),
          })),
          people: question.people.map((each) => ({
            key: each.key,
            text: each.text.text,
            value: answer?.people?.[each.key]?.toString() ?? '',
            problem: undefined as string | undefined,
          })),
          value: answer === undefined || given[question.key] === undefined ? null : String(given[question.key]),
          /** The question text of that answer, where the reader sees another. */
          asked: answer?.shown ? askedOtherwise(response.instrumentKey, question, answer.shown) : null,
          note: answer?.note ?? '',
          answeredAt: answer?.answeredAt.toISOString() ?? null,
          evidence: (response.evidenceOf.get(question.key) ?? []).map((item) => ({
            id: item.id,
            fileName: item.fileName,
            sizeBytes: item.sizeBytes,
            grade: item.grade,
            scan: item.scan,
            scanDetail: item.scanDetail,
            hasPreview: item.hasPreview,
            audience: item.audience,
            validUntil: item.validUntil,
            isExpired: item.isExpired,
          })),
          contradictions: contradictions
            .filter((contradiction) => contradiction.questions.includes(question.key))
            .map((contradiction) => contradiction.text),
        };
      }),
  };
}
function skipTextOf(skipped: ReadonlyMap<string, Skip>, question: string): string | null {
  const skip = skipped.get(question);
  return skip ? skipText(skip) : null;
}
export type SectionView = NonNullable<ReturnType<typeof sectionView>>;
export type QuestionView = SectionView['questions'][number];

/** Language, revision and text of a question as asked; null where the reader sees the same. */
function askedOtherwise(instrumentKey: string, { key, text }: LocalizedQuestion, shown: Shown) {
  if (shown.locale === text.lang && shown.revision === text.revision) return null;
  const english = questionsOf(instrument(instrumentKey)).find((question) => question.key === key)?.text.en ?? null;
  const words = shown.locale === 'en' && shown.revision === 0 ? english : wordsAt({ instrumentKey, place: `${key}.text`, ...shown });
  return { ...shown, text: words };
}

/** The country of the supplier, else those that were known when the questionnaire was sent. */
function countriesOf({ party, scope }: Viewed): readonly string[] {
  return party.supplier?.country ? [party.supplier.country] : scopedCountries(scope);
}

/** What is known to differ in the supplier's country, by question. */
function countryRulesOf(response: Viewed) {
  const country = response.party.supplier?.country;
  if (!country) return [];
  return complianceOfCountry(country).map(({ question, kind, value }) => ({ country, question, kind, value }));
}

/** Guidance for an assessor beside a question: how to verify it, what *not compliant* means, and its grade. */
function marksOf({ key, verify, nonCompliantWhen, zeroTolerance, publicItem, strength, clause, provenance, type }: LocalizedQuestion) {
  return {
    verify,
    nonCompliantWhen: nonCompliantWhen ?? null,
    isZeroTolerance: zeroTolerance === true,
    /** Whether its answer tells one to a zero-tolerance question. */
    isRestricted: restrictedQuestions().has(key),
    publicItem: publicItem ?? null,
    strength: strength ?? null,
    clause,
    isRecalled: provenance === 'M',
    isOptional: isGathered({ type }),
  };
}

type AskedFact = { key: string; unit: 'share' | 'ratio' };

/** The answered shares, and those known of the supplier. */
export type SharesKnown = Pick<Viewed, 'party'> & { answers: ReadonlyMap<string, Pick<AnswerItem, 'shares' | 'people'>> };

/** What an answer says of a share, in percent; unanswered, what is known of the supplier. A saved percentage wins over what is known. */
export function shareOf(response: SharesKnown, question: string, { key, unit }: AskedFact): number | null {
  const saved = response.answers.get(question)?.shares;
  if (saved) return Object.entries(saved).find(([name]) => name === key)?.[1] ?? null;
  const supplier = response.party.supplier;
  const known = key === 'migrantShare' ? supplier?.migrantShare : key === 'agencyShare' ? supplier?.agencyShare : null;
  if (known === null || known === undefined) return null;
  return unit === 'share' ? Math.round(Number(known) * 1000) / 10 : Number(known);
}

/** A share as its field shows it: one that would reveal a small group is a placeholder, which is resolved when it is sent back. */
function shownShare(
  { key, unit }: AskedFact,
  { percent, workers }: { percent: number | null; workers: number | null | undefined },
): string {
  if (percent === null) return '';
  if (unit === 'ratio') return String(percent);
  const shown = shownFact(key, percent / 100, workers);
  return typeof shown === 'string' ? String(shareText(shown)) : String(percent);
}
