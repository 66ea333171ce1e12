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

/** How many points are not compliant, how many findings there are, and how many of them are open. */
export function overallWords(model: Pick<AuditReport, 'overall' | 'clusters' | 'findings'>, say: Say): string {
  const { overall, findings } = model;
  const rate = overallRateLabel(model, say);
  if (overall.rate === null) return m.audit_report_overall_none({}, say);
  if (findings.length === 0) return m.audit_report_overall_clean({ rate }, say);
  const open = findings.filter(({ status }) => status !== 'verified').length;
  return m.audit_report_overall({ rate, findings: findings.length, open }, say);
}
