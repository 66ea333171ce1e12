import { m } from '~/paraglide/messages';
import type { LackCode } from './yearly-entry';

const words: Record<LackCode, () => string> = {
  'scope-missing': m.annual_report_lack_scope,
  'category-missing': m.annual_report_lack_category,
  'region-unknown': m.annual_report_lack_region_unknown,
  'region-several': m.annual_report_lack_region_several,
  'region-contradicts': m.annual_report_lack_region_contradicts,
  'designation-unknown': m.annual_report_lack_designation,
  'review-unknown': m.annual_report_lack_review,
  'close-step-missing': m.annual_report_lack_close_step,
  'close-day-missing': m.annual_report_lack_close_day,
  'close-day-ahead': m.annual_report_lack_close_ahead,
};

/** A deal's missing fact, as a sentence that says what to do. */
export function lackLabel(code: LackCode): string {
  return words[code]();
}

/** The page where the gap is closed, under the deal's address. */
export function lackPath(code: LackCode): string {
  if (code === 'review-unknown') return '/review';
  return code === 'scope-missing' || code === 'category-missing' || code === 'close-step-missing' ? '' : '/edit';
}
