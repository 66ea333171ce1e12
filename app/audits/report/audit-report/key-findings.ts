import { findingGrades } from '#scoring';
import { writeNumber } from '~/documents/charts/numbers';
import { capital, gradeLabel, small, statusLabel, writeDate } from '~/documents/pdf/labels';
import type { Block } from '~/documents/pdf/block';
import { m } from '~/paraglide/messages';
import { affectedLabel } from './affected-label';
import type { AuditReportFinding } from './findings-schema';
import { methodWords, type Say, word } from './labels';
import type { AuditReport } from './schema';
import { workersOf } from './workers-of';

/** Findings, most serious first; within a grade in the order of the report. */
export const bySeverity = (findings: readonly AuditReportFinding[]): AuditReportFinding[] =>
  [...findings].sort((a, b) => findingGrades.indexOf(a.grade) - findingGrades.indexOf(b.grade));

/** The first sentence about the most serious finding, as the auditor wrote it; that there is none where there is none. */
export function headline({ findings }: Pick<AuditReport, 'findings'>, say: Say): string {
  const [worst] = bySeverity(findings);
  if (!worst) return m.audit_report_findings_none({}, say);
  return /^.*?[.!?…](?=\s|$)/s.exec(worst.what.trim())?.[0] ?? ended(worst.what);
}

/** How many findings there are of each grade. */
export function gradeCounts({ findings }: Pick<AuditReport, 'findings'>, say: Say): string {
  const count = (grade: AuditReportFinding['grade']) => writeNumber(findings.filter((finding) => finding.grade === grade).length, say);
  return m.audit_report_headline_counts(
    { critical: count('critical'), major: count('major'), moderate: count('moderate'), minor: count('minor') },
    say,
  );
}

/** A sentence that ends with a full stop, whatever the auditor wrote. */
const ended = (text: string): string => (/[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

/**
 * What was found, how many people it affects, how far it reaches, what shows it, and what has become of it: one finding as sentences. What workers alone said names no
 * source.
 */
export function findingSentences(
  finding: AuditReportFinding,
  { workers, say }: { workers: number | null; say: Say },
): { lead: string; text: string } {
  const { no, grade, what, affected, extent, sources, evidence, agreement, status, dueOn, verifiedOn, replies } = finding;
  const people = affectedLabel(affected, { workers, say });
  const lead = m.audit_report_pair({ name: `${no}, ${small(gradeLabel(grade, say))}`, value: ended(what) }, say);
  const reach =
    affected === null
      ? m.audit_report_key_people_unknown({ extent: small(word(extent, say)) }, say)
      : workers === null
        ? m.audit_report_key_people({ people, extent: small(word(extent, say)) }, say)
        : m.audit_report_key_people_of({ people, workers: writeNumber(workers, say), extent: small(word(extent, say)) }, say);
  const named = methodWords(sources, say);
  const shown =
    evidence === ''
      ? named === ''
        ? m.audit_report_key_evidence_none({}, say)
        : m.audit_report_key_sources({ sources: named }, say)
      : m.audit_report_key_evidence({ evidence: ended(evidence).replace(/\.$/, ''), sources: named === '' ? '–' : named }, say);
  const agreed = agreement === null || agreement === 'single' ? [] : [`${capital(word(agreement, say))}.`];
  const disputed = replies.some(({ isDispute }) => isDispute) ? [m.audit_report_key_disputed({}, say)] : [];
  const state =
    verifiedOn !== null
      ? m.audit_report_key_verified({ date: writeDate(verifiedOn, say) }, say)
      : dueOn !== null
        ? m.audit_report_key_due({ date: writeDate(dueOn, say), status: small(statusLabel(status, say)) }, say)
        : m.audit_report_key_state({ status: small(statusLabel(status, say)) }, say);
  return { lead, text: [reach, shown, ...agreed, ...disputed, state].join(' ') };
}

/** Each critical and major finding as sentences; the others counted. */
export function keyFindingBlocks(model: AuditReport, say: Say): Block[] {
  const workers = workersOf(model);
  const key = bySeverity(model.findings).filter(({ grade }) => grade === 'critical' || grade === 'major');
  const rest = model.findings.length - key.length;
  return [
    ...(key.length === 0 ? [] : [{ kind: 'list' as const, items: key.map((finding) => findingSentences(finding, { workers, say })) }]),
    ...(rest === 0 || key.length === 0 ? [] : [{ kind: 'paragraph' as const, text: m.audit_report_key_rest({ count: rest }, say) }]),
  ];
}

/** What the team wrote about a section, or about the audit as a whole. */
export function narrativeBlocks({ narratives = [] }: AuditReport, key: string): Block[] {
  return narratives.flatMap((narrative) => (narrative.key === key ? [{ kind: 'paragraph' as const, text: narrative.text }] : []));
}
