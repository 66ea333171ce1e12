import { type LocalizedInstrument, operationalCode, questionsOf, readCompliance, readEleven, readOperational, readReview } from '#scoring';
import { instrument, localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { isOwnKey } from '~/questionnaires/templates/own-version';
import { getLocale } from '~/paraglide/runtime';
import { type ResponseRead, givenAnswers } from '~/questionnaires/responses/read-response.server';

/** What a finished response by a questionnaire for those who assess says, in the reader's language; null while it is open and for other questionnaires. */
export function readResult(response: ResponseRead) {
  if (response.status === 'open' || !response.submittedAt) return null;
  // Rates and totals are those of the released questionnaires: one's own is read point by point.
  const isOwn = isOwnKey(response.instrumentKey);
  const shown = localizedInstrument(response.instrumentKey, getLocale());
  const given = { response, shown, asOf: response.submittedAt.toISOString().slice(0, 10), named: namesOf(shown) };
  const questions = questionsOf(shown);
  if (!isOwn && shown.sections.some(({ cluster }) => cluster)) return complianceResult(given);
  if (questions.some(({ type }) => type === 'NC' || type === 'REVIEW')) return reviewResult(given);
  const signs = questions.filter(({ type }) => type === 'SIGN');
  if (signs.length === 0 || isOwn) return null;
  return signs.some(({ dimension }) => dimension) ? operationalResult(given) : elevenResult(given);
}
export type ResponseResult = NonNullable<ReturnType<typeof readResult>>;

type Named = { key: string; text: string; section: string };
type Given = { response: ResponseRead; shown: LocalizedInstrument; asOf: string; named: (keys: readonly string[]) => Named[] };

/** R12: clusters and points with their rates. *Not assessed* and *not stated* are listed separately and never count as compliant. */
function complianceResult({ response, shown, asOf, named }: Given) {
  const reading = readCompliance(instrument(response.instrumentKey), { asOf, answers: givenAnswers(response) });
  const points = new Map(shown.sections.flatMap((section) => section.points.map(({ key, title }) => [key, title.text])));
  const asked = (code: string) => questionsOf(shown).filter(({ point }) => point === code).length;
  return {
    kind: 'compliance' as const,
    overall: reading.overall,
    points: reading.points.length,
    notStated: reading.points.filter(({ isNotStated }) => isNotStated).map(({ code }) => code),
    clusters: shown.sections.flatMap(({ key, title, cluster }) => {
      const rate = reading.clusters.find((each) => each.cluster === cluster);
      if (!rate) return [];
      const own = reading.points.filter((point) => point.cluster === cluster);
      return [
        {
          key,
          title: title.text,
          ...rate,
          notAssessed: own.filter(({ isNotStated }) => !isNotStated).length - rate.assessed,
          points: own.map(({ code, nonCompliant, isNotStated, assessed, because }) => ({
            code,
            isNotStated,
            title: points.get(code) ?? code,
            nonCompliant,
            assessed: assessed.length,
            asked: asked(code),
            because: named(because),
          })),
        },
      ];
    }),
  };
}

/** A review, or a checklist that has no clusters of R12: point by point, without a total. */
function reviewResult({ response, shown, named }: Given) {
  const titles = new Map(shown.sections.flatMap((section) => [section, ...section.points].map(({ key, title }) => [key, title.text])));
  return {
    kind: 'review' as const,
    points: readReview(instrument(response.instrumentKey), givenAnswers(response)).map(({ key, met, partly, notMet, open }) => ({
      key,
      title: titles.get(key) ?? key,
      met,
      open: open.length,
      partly: named(partly),
      notMet: named(notMet),
    })),
  };
}

/** R13: six dimensions, each and all together read twice. */
function operationalResult({ response, shown, asOf, named }: Given) {
  const reading = readOperational(instrument(response.instrumentKey), { asOf, answers: givenAnswers(response) });
  const titles = new Map(shown.sections.map(({ key, title }) => [key, title.text]));
  const { list, lower, upper, status, kinds, isReinforced } = reading;
  return {
    kind: 'operational' as const,
    list,
    lower,
    upper,
    status,
    kinds,
    isReinforced,
    dimensions: reading.dimensions.map(({ code, lower: least, upper: most, present, unknown, unconfirmed, counts, points }) => ({
      code,
      title: titles.get(code) ?? code,
      lower: least,
      upper: most,
      present: named(present),
      unconfirmed: unconfirmed.length,
      unknown: unknown.length,
      counts,
      points,
    })),
    collect: named(reading.collect),
    asksAct: reading.collect.includes('act'),
  };
}

/** R13: eleven signs, read one by one; there is no total. */
function elevenResult({ response, asOf, named }: Given) {
  const { signs } = readEleven(instrument(response.instrumentKey), { asOf, answers: givenAnswers(response) });
  return {
    kind: 'eleven' as const,
    signs: signs.flatMap(({ code, state, borrowed }) => named([code]).map((name) => ({ ...name, state, strength: borrowed.work }))),
    present: signs.filter(({ state }) => state === 'present').length,
    unknown: signs.filter(({ state }) => state === 'unknown').length,
  };
}

/** The questions by their keys, and those on operational indicators by the indicator too. */
function namesOf(shown: LocalizedInstrument): Given['named'] {
  const questions = shown.sections.flatMap((section) => section.questions.map((question) => ({ ...question, section: section.key })));
  const all = new Map(
    questions.flatMap(({ key, type, text, section }): [string, Named][] => {
      const named = { key, text: text.text, section };
      return type === 'SIGN'
        ? [
            [key, named],
            [operationalCode(key), named],
          ]
        : [[key, named]];
    }),
  );
  return (keys) => keys.flatMap((key) => all.get(key) ?? []);
}
