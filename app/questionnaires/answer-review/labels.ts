import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import type { DeskFilter } from './schema';

const filters = {
  all: m.answer_review_filter_all,
  unreviewed: m.answer_review_filter_unreviewed,
  harm: m.answer_review_filter_harm,
  contradicted: m.answer_review_filter_contradicted,
  doubted: m.answer_doubts_filter,
  resent: m.answer_review_filter_resent,
  changed: m.answer_review_filter_changed,
  outlier: m.answer_review_filter_outlier,
  'without-evidence': m.answer_review_filter_without_evidence,
} satisfies Record<DeskFilter, (inputs: { count: string }) => string>;

/** A filter with how many answers it leaves. */
export const filterLabel = (filter: DeskFilter, count: string): string => filters[filter]({ count });

/** What an answer takes off the score; undefined where the newest score does not count it. Points of answers are parts of tenths: two decimals. */
export function pointsText(points: number | undefined): string {
  if (points === undefined) return m.answer_review_points_uncounted();
  const shown = Math.round(Math.abs(points) * 100) / 100;
  return shown === 0 ? m.answer_review_points_none() : m.answer_review_points({ points: formatNumber(shown, { digits: 2 }) });
}

/** What a fact of the workforce does to the score, as a component of it shows. */
export function factPointsText(points: number | undefined): string | null {
  if (points === undefined) return null;
  const shown = formatNumber(Math.abs(points), { digits: 1 });
  if (points === 0) return m.answer_review_fact_same();
  return points > 0 ? m.answer_review_fact_adds({ points: shown }) : m.answer_review_fact_takes({ points: shown });
}

const refusals: Readonly<Record<string, () => string>> = {
  'nothing-questioned': m.answer_review_refused_nothing,
  'no-document': m.answer_review_refused_no_document,
  'not-submitted': m.responses_refused_not_submitted,
  'answers-taken-back': m.requests_refused_taken_back,
  'still-questioned': m.answer_review_refused_questioned,
  'second-person': m.answer_review_refused_second,
  'not-all-reviewed': m.answer_review_refused_unreviewed,
  'of-audit': m.audits_answers_final,
};

/** The sentence for a refusal's code. */
export const deskRefusal = (code: string): string => (refusals[code] ?? m.responses_refused_unknown)();
