import { findingGrades } from '#scoring';
import { writeNumber } from '~/documents/charts/numbers';
import { capital, gradeLabel, small } from '~/documents/pdf/labels';
import { m } from '~/paraglide/messages';
import type { Cell } from '~/documents/pdf/draw-table.server';
import type { Block, Part } from '~/documents/pdf/block';
import { notStatedBlocks } from './not-stated';
import type { AuditReport, ReportCluster } from './schema';
import { shorten } from './shorten';
import { bySeverity, keyFindingBlocks, narrativeBlocks } from './key-findings';
import { findingsStatus } from './fold-status';
import { rateLabel, type Say } from './labels';
import { overallRateLabel, overallWords, uncountedFindings, uncountedWords } from './uncounted-findings';

/** 3: findings by section and grade; compliance by section, beside the audit before. */
export function summaryPart(model: AuditReport, say: Say): Part {
  const { overallBefore, audit, findings } = model;
  const blocks: Block[] = [
    ...narrativeBlocks(model, 'summary'),
    ...keyFindingBlocks(model, say),
    { kind: 'paragraph', text: overallWords(model, say) },
    { kind: 'heading', level: 2, text: m.audit_report_findings_by_section({}, say), status: findingsStatus(findings, say) },
    findingTable(model, say),
    { kind: 'heading', level: 2, text: m.audit_report_compliance_by_section({}, say), status: overallRateLabel(model, say) },
    complianceTable(model, say),
    { kind: 'paragraph', text: m.audit_report_rate_note({}, say), isSmall: true },
    ...notStatedBlocks(model, say),
    { kind: 'paragraph', text: beforeWords({ overallBefore, previous: audit.previous }, say) },
    {
      kind: 'paragraph',
      text:
        audit.peers >= 5 ? m.audit_report_peers_told({ peers: audit.peers }, say) : m.audit_report_peers_few({ peers: audit.peers }, say),
    },
  ];
  return { key: 'summary', title: m.audit_report_part_summary({}, say), blocks };
}

function beforeWords(given: { overallBefore: AuditReport['overallBefore']; previous: AuditReport['audit']['previous'] }, say: Say): string {
  if (given.previous === null) return m.audit_report_before_none({}, say);
  return m.audit_report_before({ number: given.previous.number, rate: rateLabel(given.overallBefore, say) }, say);
}

/** Findings counted by section and grade; a section without any is left out. */
export function findingTable({ clusters, findings }: AuditReport, say: Say): Block {
  if (findings.length === 0) return { kind: 'paragraph', text: m.audit_report_findings_none({}, say) };
  const row = (title: Cell, own: AuditReport['findings']): Cell[] => [
    title,
    ...findingGrades.map((grade) => count(own.filter((finding) => finding.grade === grade).length, say)),
    count(own.length, say),
  ];
  const others = findings.filter(({ section }) => !clusters.some(({ key }) => key === section));
  return {
    kind: 'table',
    title: m.audit_report_findings_by_section({}, say),
    columns: [
      { label: m.audit_report_section({}, say), share: 40 },
      ...findingGrades.map((grade) => ({ label: capital(gradeLabel(grade, say)), share: 12, align: 'end' as const })),
      { label: m.audit_report_all({}, say), share: 12, align: 'end' },
    ],
    rows: [
      ...clusters.flatMap(({ key, title }) => {
        const own = findings.filter(({ section }) => section === key);
        return own.length === 0 ? [] : [row(title, own)];
      }),
      ...(others.length > 0 ? [row(m.audit_report_section_other({}, say), others)] : []),
      row({ text: m.audit_report_all({}, say), strong: true }, findings),
    ],
  };
}

/** Points that are not compliant of those assessed, by section, now and before; beside them how many were not assessed, and how many no report states. */
export function complianceTable(
  { clusters, overall, overallBefore, findings }: AuditReport,
  say: Say,
  /** Without what each rate leaves out, where the text above says it of all. */
  { isBrief = false }: { isBrief?: boolean } = {},
): Block {
  const notStated = ({ points }: ReportCluster) => points.filter(({ isNotStated }) => isNotStated).length;
  const hasNotStated = clusters.some((cluster) => notStated(cluster) > 0);
  const rateCell = (rate: string, uncounted: number): Cell => {
    const note = uncountedWords(uncounted, say);
    return note === null || isBrief ? rate : { text: rate, note };
  };
  const stated = (number: number): Cell[] => (hasNotStated ? [count(number, say)] : []);
  return {
    kind: 'table',
    title: m.audit_report_compliance_by_section({}, say),
    columns: [
      { label: m.audit_report_section({}, say), share: hasNotStated ? 34 : 40 },
      { label: m.audit_report_points_bad({}, say), share: hasNotStated ? 20 : 22, align: 'end' },
      { label: m.audit_report_points_before({}, say), share: hasNotStated ? 18 : 22, align: 'end' },
      { label: m.audit_report_points_not_assessed({}, say), share: hasNotStated ? 14 : 16, align: 'end' },
      ...(hasNotStated ? [{ label: m.compliance_points_not_stated({}, say), share: 14, align: 'end' as const }] : []),
    ],
    rows: [
      ...clusters.map((cluster) => [
        cluster.title,
        rateCell(rateLabel(cluster.rate, say), uncountedFindings(cluster, findings)),
        rateLabel(cluster.before, say),
        count(cluster.notAssessed, say),
        ...stated(notStated(cluster)),
      ]),
      [
        { text: m.audit_report_all({}, say), strong: true },
        rateCell(
          rateLabel(overall, say),
          clusters.reduce((sum, cluster) => sum + uncountedFindings(cluster, findings), 0),
        ),
        rateLabel(overallBefore, say),
        count(
          clusters.reduce((sum, { notAssessed }) => sum + notAssessed, 0),
          say,
        ),
        ...stated(clusters.reduce((sum, cluster) => sum + notStated(cluster), 0)),
      ],
    ],
  };
}

const count = (value: number, say: Say) => (value === 0 ? '–' : writeNumber(value, say));

/** The most serious findings, for the two-page report: one line each where there are many, about two where there are few. */
export function mostSevereFindings({ clusters, findings }: AuditReport, say: Say): Block[] {
  // Two pages have space for one line less where points are not stated.
  const mostShown = clusters.some(({ points }) => points.some(({ isNotStated }) => isNotStated)) ? 3 : 4;
  const sorted = bySeverity(findings).slice(0, mostShown);
  return [
    {
      kind: 'paragraph',
      isStrong: true,
      text: findings.length > mostShown ? m.audit_report_gravest_some({ count: mostShown }, say) : m.audit_report_findings({}, say),
    },
    {
      kind: 'list',
      items: sorted.map(({ no, what, grade }) => ({
        lead: m.audit_report_pair(
          { name: `${no} · ${small(gradeLabel(grade, say))}`, value: shorten(what, findings.length > mostShown ? 74 : 180) },
          say,
        ),
      })),
    },
  ];
}
