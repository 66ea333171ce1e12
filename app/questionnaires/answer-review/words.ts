import { m } from '~/paraglide/messages';
import type { DeskFilter } from './schema';

const filters = {
  all: m.desk_filter_all,
  unreviewed: m.desk_filter_unreviewed,
  contradicted: m.desk_filter_contradicted,
  resent: m.desk_filter_resent,
  changed: m.desk_filter_changed,
  outlier: m.desk_filter_outlier,
  'without-evidence': m.desk_filter_without_evidence,
} satisfies Record<DeskFilter, (inputs: { count: string }) => string>;

/** A filter with how many answers it leaves. */
export const filterWord = (filter: DeskFilter, count: string): string => filters[filter]({ count });

const refusals: Readonly<Record<string, () => string>> = {
  'nothing-questioned': m.desk_refused_nothing,
  'no-document': m.desk_refused_no_document,
  'not-submitted': m.assessment_refused_not_submitted,
  'answers-taken-back': m.asking_refused_taken_back,
  'still-questioned': m.desk_refused_questioned,
  'second-person': m.desk_refused_second,
  'not-all-reviewed': m.desk_refused_unreviewed,
  'of-audit': m.audit_answers_final,
};

/** The sentence for a refusal's code. */
export const deskRefusal = (code: string): string => (refusals[code] ?? m.assessment_refused_unknown)();
