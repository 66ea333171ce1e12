import { m } from '~/paraglide/messages';
import { rateLabel, type Say } from './labels';
import type { AuditReport } from './schema';

type Counted = Pick<AuditReport['clusters'][number], 'key' | 'rate' | 'points'>;
type Findings = readonly Pick<AuditReport['findings'][number], 'section' | 'point'>[];

/** Findings of a section on points that its rate leaves out: not stated in reports, or not assessed. */
export function uncountedFindings({ key, points }: Pick<Counted, 'key' | 'points'>, findings: Findings): number {
  const leftOut = new Set(points.flatMap(({ code, nonCompliant }) => (nonCompliant === null ? [code] : [])));
  return findings.filter(({ section, point }) => section === key && point !== null && leftOut.has(point)).length;
}

/** What a rate leaves out, so that no low rate reads as the absence of a finding; null where it leaves out none. */
export const uncountedWords = (count: number, say: Say): string | null =>
  count === 0 ? null : m.audit_report_rate_without({ findings: count }, say);

const beside = (text: string, count: number, say: Say): string =>
  [text, uncountedWords(count, say)].flatMap((each) => each ?? []).join('; ');

/** The rate of a section beside its findings. */
export const sectionRateLabel = (section: Counted, findings: Findings, say: Say): string =>
  beside(rateLabel(section.rate, say), uncountedFindings(section, findings), say);

/** The rate of the whole assessment beside its findings. */
export const overallRateLabel = (
  { overall, clusters, findings }: Pick<AuditReport, 'overall' | 'clusters' | 'findings'>,
  say: Say,
): string =>
  beside(
    rateLabel(overall, say),
    clusters.reduce((sum, cluster) => sum + uncountedFindings(cluster, findings), 0),
    say,
  );
