import { writeNumber } from '~/documents/charts/numbers';
import { writeFact } from '~/suppliers/fields/reported/fact-text';
import { smallestShownCount } from '~/suppliers/fields/reported/people-count';
import { m } from '~/paraglide/messages';
import type { AuditReportFinding } from './findings-schema';
import type { Say } from './labels';

/** The width of the range that a number of people is printed in: coarse enough that it claims no precision that an audit does not have. */
const widthOf = (count: number): number => (count < 20 ? 5 : count < 100 ? 10 : count < 500 ? 50 : count < 2000 ? 100 : 500);

/** The range of a number of people, never beyond the workforce. */
export function affectedRange(count: number, workers: number | null): { from: number; to: number } {
  const width = widthOf(count);
  const from = Math.max(smallestShownCount, Math.floor(count / width) * width);
  const to = Math.floor(count / width) * width + width;
  return { from, to: workers !== null && workers >= count ? Math.min(to, workers) : to };
}

/** How many people a finding affects, as every report prints it: a range, or why it is none. */
export function affectedLabel(affected: AuditReportFinding['affected'], { workers, say }: { workers: number | null; say: Say }): string {
  if (affected === null) return m.audit_report_affected_unknown({}, say);
  if (affected.kind !== 'people' || affected.count === 0) return writeFact(affected, say);
  const { from, to } = affectedRange(affected.count, workers);
  if (from === to) return writeNumber(from, say);
  return m.audit_report_affected_range({ from: writeNumber(from, say), to: writeNumber(to, say) }, say);
}
