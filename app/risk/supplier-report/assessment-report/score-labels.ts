import { verdictSentence } from '~/documents/charts/odds-labels';
import { bandLabel, basisLabel, scoreLabel } from '~/documents/charts/labels';
import { m } from '~/paraglide/messages';
import type { AssessmentReport, ScoredResult } from './schema';
import type { MemberLocale } from '~/locales/member-locales';
import { writeDate } from '~/documents/pdf/labels';

type Say = { locale: MemberLocale };
type People = NonNullable<ScoredResult['people']>;

const magnitudes = {
  'none-expected': m.supplier_report_people_none_expected,
  'one-or-few': m.supplier_report_people_one_or_few,
  tens: m.supplier_report_people_tens,
  hundreds: m.supplier_report_people_hundreds,
  thousands: m.supplier_report_people_thousands,
  'ten-thousands': m.supplier_report_people_ten_thousands,
} satisfies Record<People['magnitude'], unknown>;

/** A score as headlines show it: a whole number from 0 to 100. */
export const writeShown = (score: number, say: Say): string => scoreLabel(score, say.locale);

/** "72 of 100, high; 90% interval 58 (elevated) to 85 (severe)" */
export function scoreValue({ score, low, high, band, bandLow, bandHigh }: ScoredResult, say: Say): string {
  return m.supplier_report_risk_value(
    {
      ...{ score: writeShown(score, say), low: writeShown(low, say), high: writeShown(high, say) },
      ...{ band: bandLabel(band, say.locale), bandLow: bandLabel(bandLow, say.locale), bandHigh: bandLabel(bandHigh, say.locale) },
    },
    say,
  );
}

/** What the score says of odds, and of how many workers one. */
export const meaningSentence = ({ score, probability }: ScoredResult, say: Say): string =>
  verdictSentence({ exact: score, probability: probability.point }, say);

/** "C: facts of the workforce", and by which override it was lowered. */
export function basisValue({ basis }: ScoredResult, say: Say): string {
  const word = basisLabel(basis.grade, say.locale);
  return basis.loweredBy === undefined ? word : m.supplier_report_basis_lowered({ basis: word, code: basis.loweredBy }, say);
}

/** How many workers the score speaks of, as an order of magnitude. */
export function peopleValue({ people }: ScoredResult, say: Say): string {
  if (people === null) return m.supplier_report_people_unknown({}, say);
  const word = (magnitude: People['magnitude']) => magnitudes[magnitude]({}, say);
  const { magnitude, low, high } = people;
  return low === high
    ? word(magnitude)
    : m.supplier_report_people_value({ people: word(magnitude), low: word(low), high: word(high) }, say);
}

export function childValue({ child }: ScoredResult, say: Say): string {
  const { score, low, high, band } = child;
  return m.supplier_report_child_value(
    { score: writeShown(score, say), band: bandLabel(band, say.locale), low: writeShown(low, say), high: writeShown(high, say) },
    say,
  );
}

/** The reasons of the mark of state-imposed forced labour, one sentence each; that there is no mark where there is none. */
export function stateSentences({ stateImposed }: ScoredResult, say: Say): string[] {
  if (stateImposed.length === 0) return [m.supplier_report_state_none({}, say)];
  return stateImposed.map(({ reason, reportYear }) =>
    reason === 'region' ? m.supplier_report_state_region({}, say) : m.supplier_report_state_government({ year: reportYear ?? '–' }, say),
  );
}

/** Whether two results are of the same method: the first number of its version. Others have another scale. */
export const isSameMethod = (one: string, other: string): boolean => one.split('.')[0] === other.split('.')[0];

/** The score before this one; one of another method by its day and version alone, since the two cannot be compared. */
export function previousValue(previous: NonNullable<AssessmentReport['previous']>, engineVersion: string, say: Say): string {
  const date = writeDate(previous.asOf, say);
  const { score, band, engineVersion: version } = previous;
  if (!isSameMethod(version, engineVersion)) return m.supplier_report_previous_other_method({ date, version }, say);
  return m.supplier_report_previous_value({ score: writeShown(score, say), band: bandLabel(band, say.locale), date, version }, say);
}
