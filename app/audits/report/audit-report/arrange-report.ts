import { isolate, writeDate } from '~/documents/pdf/labels';
import { m } from '~/paraglide/messages';
import type { Arranged, Block, Part } from '~/documents/pdf/block';
import { withStatus } from './fold-status';
import { notStatedBlocks } from './not-stated';
import { annexPart, verifyBlocks } from './part-annex';
import { kindLabel } from '~/documents/verification/audit-report-kinds';
import { betterWorkParts } from './part-better-work';
import { coverFindings } from './cover-findings';
import { coverBlocks, declarationPart } from './part-cover';
import { interviewsPart, practicesPart, systemsPart, wagesPart } from './part-people';
import { planPart } from './part-plan';
import { resultsPart } from './part-results';
import { signBlocks } from './part-signs';
import { parametersPart, siteProfilePart, workforcePart } from './part-site';
import { complianceTable, findingTable, mostSevereFindings, summaryPart } from './part-summary';
import type { AuditReport } from './schema';
import type { AuditReportKind } from '~/documents/verification/audit-report-kinds';
import type { Say } from './labels';
import { overallWords } from './uncounted-findings';

/** The twelve parts after the cover, in the order that readers of social audits expect. */
const fullParts = [
  declarationPart,
  summaryPart,
  siteProfilePart,
  workforcePart,
  parametersPart,
  resultsPart,
  wagesPart,
  interviewsPart,
  systemsPart,
  practicesPart,
  planPart,
  annexPart,
];

/** What a report of a kind prints, block by block, in its language: the same for paper and page. Pure. */
export function arrangeReport(model: AuditReport, kind: AuditReportKind): Arranged {
  const say = { locale: model.locale };
  const { audit, supplier, site, organization } = model;
  const subject = site?.name ?? supplier.name;
  return {
    title: subject,
    subtitle: subtitleOf(model, kind),
    maker: organization.name,
    cover: [...coverBlocks(model, say), ...(kind === 'full' ? coverFindings(model, say) : [])],
    parts: partsOf(model, { kind, say }).map((part) => withStatus(part, { model, kind, say })),
    watermark: model.state === 'draft' ? m.audit_report_watermark({}, say) : null,
    head: m.audit_report_running_head({ title: kindLabel(kind, say), number: audit.number, site: isolate(subject) }, say),
    foot: m.supplier_report_foot(
      { organization: isolate(organization.name), date: writeDate(model.preparedAt, say), hash: model.hash.slice(0, 12) },
      say,
    ),
  };
}

/** The whole report is long: its tables have less space between their rows. */
const dense = (part: Part): Part => ({
  ...part,
  blocks: part.blocks.map((block) => {
    const size = part.isWide ? 7.5 : 8;
    return block.kind === 'table' || block.kind === 'pairs' ? { ...block, size: Math.min(size, block.size ?? size), isDense: true } : block;
  }),
});

/** Which form of the report on which audit it is, in its language. */
export const subtitleOf = ({ audit, locale }: AuditReport, kind: AuditReportKind): string =>
  `${kindLabel(kind, { locale })} · ${audit.number}`;

function partsOf(model: AuditReport, { kind, say }: { kind: AuditReportKind; say: Say }): Part[] {
  const verification: Part = { key: 'verify', title: m.supplier_report_section_verify({}, say), blocks: verifyBlocks(model, say) };
  switch (kind) {
    case 'full':
      return fullParts.map((part) => dense(part(model, say)));
    case 'plan':
      return [planPart(model, say), { ...verification, isWide: true }];
    case 'better-work':
      return [
        parametersPart(model, say),
        ...betterWorkParts(model, say),
        siteProfilePart(model, say),
        workforcePart(model, say),
        verification,
      ];
    case 'summary':
      return [summaryOfTwoPages(model, say)];
  }
}

/** Tables of the report of two pages, which have a line for each section. */
const inSmall = (block: Block): Block => (block.kind === 'table' ? { ...block, size: 8 } : block);

/** One page after the cover: rates, counts, the most serious findings, and limitations. */
function summaryOfTwoPages(model: AuditReport, say: Say): Part {
  const { findings } = model;
  return {
    key: 'summary',
    title: m.audit_report_part_summary({}, say),
    blocks: [
      { kind: 'paragraph', text: overallWords(model, say) },
      { kind: 'paragraph', text: m.audit_report_compliance_by_section({}, say), isStrong: true },
      inSmall(complianceTable(model, say, { isBrief: true })),
      ...notStatedBlocks(model, say),
      { kind: 'paragraph', text: m.audit_report_findings_by_section({}, say), isStrong: true },
      inSmall(findingTable(model, say)),
      ...(findings.length === 0 ? [] : mostSevereFindings(model, say)),
      ...signBlocks(model, say).filter((block) => block.kind === 'paragraph' && !block.isSmall),
      ...verifyBlocks(model, say).flatMap((block) => (block.kind === 'paragraph' ? [{ ...block, isStrong: false, isSmall: true }] : [])),
    ],
  };
}
