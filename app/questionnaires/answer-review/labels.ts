import { m } from '~/paraglide/messages';
import type { DeskFilter } from './schema';

const filters = {
  all: m.answer_review_filter_all,
  unreviewed: m.answer_review_filter_unreviewed,
  contradicted: m.answer_review_filter_contradicted,
  doubted: m.answer_doubts_filter,
  resent: m.answer_review_filter_resent,
  changed: m.answer_review_filter_changed,
  outlier: m.answer_review_filter_outlier,
  'without-evidence': m.answer_review_filter_without_evidence,
} satisfies Record<DeskFilter, (inputs: { count: string }) => string>;

/** A filter with how many answers it leaves. */
export const filterLabel = (filter: DeskFilter, count: string): string => filters[filter]({ count });

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
